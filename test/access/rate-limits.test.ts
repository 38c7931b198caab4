import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { main } from '../../cloudfunctions/api';
import { LIMITS, networkOf } from '../../cloudfunctions/server/rate-limits';
import { runSweep } from '../../cloudfunctions/server/sweeps/run-sweep';
import { HostContext } from '../../cloudfunctions/server/wiring';
import { createCounty } from '../county';
import { createWorld, type World } from '../world';

describe('who calls too often waits', () => {
  let world: World;
  let county: Awaited<ReturnType<typeof createCounty>>;
  beforeAll(async () => {
    world = await createWorld('2026-03-02T01:00:00Z');
    county = await createCounty(world);
  });
  beforeEach(async () => {
    world.app.limits = {
      account: { most: 4, seconds: 60 },
      accountWrites: { most: 2, seconds: 60 },
      address: { most: 9, seconds: 60 },
      addressOpen: { most: 3, seconds: 60 },
      openFreely: 3,
      bot: { most: 5, seconds: 60 },
    };
    world.setNow('2026-03-02T01:00:00Z');
    await world.db.deleteFrom('turns').execute();
  });
  afterAll(() => world.close());

  async function codes(times: number, token: string | null, action: string, from: (nth: number) => string) {
    const said: string[] = [];
    for (let i = 0; i < times; i++) {
      const context = new HostContext({
        authorization: token ? `Bearer ${token}` : undefined,
        clientAddress: from(i),
      });
      const answer = await main({ action, input: {} }, context);
      said.push(answer.ok ? 'ok' : 'refusal' in answer ? answer.refusal.code : 'fault');
    }
    return said;
  }
  const here = () => '192.0.2.1';
  const everywhere = (nth: number) => `198.51.100.${nth}`;
  const ofJudge = async () => (await world.as(county.judge)).token;

  test('by account, from wherever he calls; another’s account is not touched', async () => {
    expect(await codes(6, await ofJudge(), 'get-me', everywhere)).toEqual([
      ...Array(4).fill('ok'),
      'too-often',
      'too-often',
    ]);
    const { token } = await world.as(county.clerk);
    expect(await codes(1, token, 'get-me', everywhere)).toEqual(['ok']);
  });

  test('sooner where he changes something, and what was refused counts too', async () => {
    const said = await codes(3, await ofJudge(), 'give-feedback', everywhere);
    expect(said).toEqual(['input-wrong', 'input-wrong', 'too-often']);
  });

  test('by address at the doors that are open to anybody', async () => {
    const said = await codes(4, null, 'request-access-code', here);
    expect(said).toEqual([...Array(3).fill('input-wrong'), 'too-often']);
    expect(await codes(1, null, 'request-access-code', () => '192.0.2.2')).toEqual(['input-wrong']);
  });

  test('a household that changes its address within its network is one address', async () => {
    const said = await codes(4, null, 'request-access-code', (nth) => `2001:db8:1:2::${nth + 1}`);
    expect(said.at(-1)).toBe('too-often');
  });

  test('is told how long, and is let in when it is over', async () => {
    const token = await ofJudge();
    await codes(4, token, 'get-me', here);
    world.setNow('2026-03-02T01:00:45Z');
    const answer = await (await world.as(county.judge)).asks('get-me', {});
    expect(answer).toMatchObject({
      status: 429,
      refusal: { code: 'too-often', retryAfter: 15, message: '操作太频繁了，请等 15 秒再试。' },
    });
    world.setNow('2026-03-02T01:01:00Z');
    expect(await codes(1, await ofJudge(), 'get-me', here)).toEqual(['ok']);
  });

  test('a hundred at the same instant are counted like a hundred in a row', async () => {
    const judge = await world.as(county.judge);
    const answers = await Promise.all(Array.from({ length: 40 }, () => judge.asks('get-me', {})));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(4);
  });

  test('what is kept tells nobody who called from where, and goes when it is over', async () => {
    await codes(1, await ofJudge(), 'get-me', here);
    const kept = await world.db.selectFrom('turns').selectAll().execute();
    expect(kept).toHaveLength(2);
    expect(JSON.stringify(kept)).not.toMatch(new RegExp(`192\\.0\\.2|${county.judge}`));
    world.setNow('2026-03-02T01:02:00Z');
    await runSweep(world.app);
    expect(await world.db.selectFrom('turns').selectAll().execute()).toEqual([]);
  });
});

test('a town hall behind one address has room for all who sit there', () => {
  expect(LIMITS.address.most).toBeGreaterThanOrEqual(10 * LIMITS.account.most);
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:0db8:0001:0002:a:b:c:d', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s is of %s', (address, network) => expect(networkOf(address)).toBe(network));
