import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { main } from '../../cloudfunctions/api';
import { HostContext } from '../../cloudfunctions/server/wiring';
import { findWork, isWork } from '../../shared/work';
import { createCounty } from '../county';
import { createWorld, type World } from '../world';

describe('where many knock from one place', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld('2026-03-02T01:00:00Z');
    await createCounty(world);
  });
  beforeEach(async () => {
    const wide = { most: 1_000, seconds: 60 };
    world.app.limits = {
      ...{ account: wide, accountWrites: wide, address: wide, bot: wide },
      addressOpen: { most: 8, seconds: 60 },
      openFreely: 2,
    };
    world.setNow('2026-03-02T01:00:00Z');
    await world.db.deleteFrom('turns').execute();
  });
  afterAll(() => world.close());

  async function knock(work?: string, clientAddress = '192.0.2.1') {
    const answer = await main(
      { action: 'request-access-code', input: {}, work },
      new HostContext({ clientAddress }),
    );
    if (answer.ok || !('refusal' in answer)) throw new Error('an empty knock is always refused');
    return answer.refusal;
  }

  async function task(clientAddress?: string): Promise<string> {
    await knock(undefined, clientAddress);
    await knock(undefined, clientAddress);
    const { code, work } = await knock(undefined, clientAddress);
    expect(code).toBe('prove-work');
    return work!;
  }
  const solve = async (challenge: string) =>
    `${challenge}:${await findWork(challenge, () => Promise.resolve())}`;

  test('the first come in freely, the next work first and come in once for it', async () => {
    const solved = await solve(await task());
    expect(await knock(solved)).toMatchObject({ code: 'input-wrong' });
    expect(await knock(solved)).toMatchObject({ code: 'prove-work' });
  });

  test('elsewhere nobody has to', async () => {
    await task();
    expect(await knock(undefined, '192.0.2.2')).toMatchObject({ code: 'input-wrong' });
  });

  test('the more knock, the harder it gets', async () => {
    const bits = (challenge: string) => Number(challenge.split('.')[0]);
    const first = bits(await task());
    await knock();
    expect(bits((await knock()).work!)).toBe(first + 1);
  });

  test('work does not lift the limit that stands for everybody', async () => {
    const solved = await solve(await task());
    for (let n = 0; n < 5; n += 1) await knock();
    expect(await knock(solved)).toMatchObject({ code: 'too-often' });
  });

  test.each<[string, (challenge: string) => Promise<string> | string]>([
    ['of another network', async () => solve(await task('198.51.100.7'))],
    ['made easier by himself', async (given) => solve(given.replace(/^\d+/, '4'))],
    ['of his own making', () => solve('4.9999999999999.abc.def')],
    ['answered wrongly', (given) => `${given}:nothing`],
    ['that is no task', () => ':'],
  ])('a task %s opens nothing', async (_, make) => {
    const work = await make(await task());
    expect(await knock(work)).toMatchObject({ code: 'prove-work' });
  });

  test('a task that has lain about for two minutes opens nothing', async () => {
    const solved = await solve(await task());
    world.setNow('2026-03-02T01:02:00Z');
    await task();
    expect(await knock(solved)).toMatchObject({ code: 'prove-work' });
  });
});

describe('work', () => {
  test.each([
    ['0.easy', 'anything', true],
    ['no number', 'anything', false],
    ['', '', false],
    ['257.never', 'anything', false],
  ])('%j with %j: %s', (challenge, answer, is) => expect(isWork(challenge, answer)).toBe(is));

  test('is found by trying, with pauses for the screen', async () => {
    let pauses = 0;
    const pause = async () => {
      pauses += 1;
    };
    const answer = await findWork('13.screen', pause);
    expect(isWork('13.screen', answer)).toBe(true);
    expect(pauses).toBe(Math.floor((Number.parseInt(answer, 36) - 1) / 2_000));
  });
});
