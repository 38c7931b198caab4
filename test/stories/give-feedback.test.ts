import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCounty } from '../county';
import type { County } from '../party-stories';
import { createWorld, type World } from '../world';

describe('投诉建议', () => {
  let world: World;
  let county: County;
  beforeAll(async () => {
    world = await createWorld('2026-03-02T01:00:00Z');
    county = await createCounty(world);
  });
  afterAll(() => world.close());

  test('anybody signed in writes to the court, ten times a day', async () => {
    const actor = await world.as(county.villageLiaison);
    for (let i = 0; i < 10; i++) await actor.does('give-feedback', { text: `建议第${i}条` });
    await expect(actor.does('give-feedback', { text: '再来一条' })).rejects.toMatchObject({
      code: 'feedback-too-often',
    });
    await expect(world.anybody.does('give-feedback', { text: '未登录' })).rejects.toMatchObject({
      code: 'sign-in-first',
    });
    expect(await world.db.selectFrom('feedback').select('text').execute()).toHaveLength(10);
  });
});
