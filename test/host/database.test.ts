import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openDatabase } from '../../cloudfunctions/host/database';
import { readSettings, type Settings } from '../../cloudfunctions/server/settings';
import { createCounty } from '../county';
import { withDatabase } from '../postgres';
import { createWorld, type World } from '../world';

/** Which database may be used for what. */
let world: World;
let url: string;
const settings = (mode: Settings['mode'] = 'demo'): Settings => ({
  ...readSettings({ DATABASE_URL: url }),
  mode,
});

beforeAll(async () => {
  world = await createWorld();
  const here = world.db.selectNoFrom((e) => e.fn<string>('current_database').as('name'));
  url = withDatabase(inject('adminUrl'), (await here.executeTakeFirstOrThrow()).name);
});
afterAll(() => world.close());

const addPersona = (accountId: string) =>
  world.db
    .insertInto('demo_personas')
    .values({
      persona: 'judge',
      court_id: 'court_qingxi',
      account_id: accountId,
      words: '',
      phone: '',
      sort: 0,
    })
    .execute();

describe('a demonstration lets anybody be anybody', () => {
  test('so it takes an empty database', async () => {
    const opened = await openDatabase(settings());
    expect(opened.url).toBe(url);
    await opened.close();
  });

  test('and never one with a court’s own data, nor production one with invented people', async () => {
    const { judge } = await createCounty(world);
    await expect(openDatabase(settings())).rejects.toThrow(
      /court’s own data; start with ZHIQIAN_MODE=production/,
    );
    await (await openDatabase(settings('production'))).close();
    await addPersona(judge);
    await expect(openDatabase(settings('production'))).rejects.toThrow(/fictional demo county/);
    await (await openDatabase(settings())).close();
  });
});
