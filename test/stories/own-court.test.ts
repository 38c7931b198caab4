import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAdmin } from '../../cloudfunctions/host/first-admin';
import { createCounty } from '../county';
import { actor, createWorld, type World } from '../world';

/** One database, two courts, a door each. */
describe('a court among several', () => {
  let world: World;
  const passwords: Record<string, string> = {};
  const at = (courtId: string | null) => {
    world.app.courtId = courtId;
  };
  beforeAll(async () => {
    world = await createWorld('2026-03-02T01:00:00Z');
    for (const courtId of ['court_baiyun', 'court_qingxi']) {
      await createCounty(world, courtId);
      at(courtId);
      passwords[courtId] = await createAdmin(world.app, { name: '周管理', loginName: 'zhou' });
    }
  });
  afterAll(() => world.close());

  const enterAt = (courtId: string, password: string) => {
    at(courtId);
    return world.anybody.does('sign-in', { loginName: 'zhou', password });
  };

  test.each(['court_baiyun', 'court_qingxi'])(
    'the people of %s sign in at their own door',
    async (courtId) => {
      const { token } = await enterAt(courtId, passwords[courtId]!);
      const { accountId } = await actor(token).does('get-me', {});
      const account = await world.db
        .selectFrom('accounts')
        .select('court_id')
        .where('account_id', '=', accountId)
        .executeTakeFirstOrThrow();
      expect(account.court_id).toBe(courtId);
    },
  );

  test('and not at the other’s, whose Zhou is somebody else', async () => {
    await expect(enterAt('court_baiyun', passwords.court_qingxi!)).rejects.toMatchObject({
      code: 'sign-in-wrong',
    });
  });

  test('a door of no court says so', async () => {
    at('court_nowhere');
    await expect(world.anybody.does('get-court', {})).rejects.toMatchObject({ code: 'court-not-set-up' });
  });

  test('where none is named it is the first', async () => {
    at(null);
    expect(await world.anybody.asks('get-court', {})).toMatchObject({ ok: true });
  });
});
