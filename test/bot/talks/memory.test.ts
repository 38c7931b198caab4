import { expect, test } from 'vitest';
import type { AsBot } from '../../../bot/deliver';
import type { Gateway, Outcome } from '../../../bot/gateways/port';
import { createMemory } from '../../../bot/memory';
import { runBot } from '../../../bot/run';
import { handClock } from '../wire/hand-clock';
import { until } from '../wire/until';

const MINUTE = 60_000;

/** A talk in which something was said. */
function spoken(memory: ReturnType<typeof createMemory>, who: string): void {
  memory.keep(who, { ...memory.recall(who), confused: true });
}

test('a talk is remembered for half an hour after its last word', () => {
  const clock = handClock();
  const memory = createMemory(clock);
  spoken(memory, 'liu');
  clock.advance(29 * MINUTE);
  spoken(memory, 'liu');
  clock.advance(29 * MINUTE);
  expect(memory.recall('liu').confused).toBe(true);
  clock.advance(MINUTE);
  expect(memory.recall('liu').confused).toBe(false);
});

test('of more talks than fit the one that was silent longest is forgotten', () => {
  const clock = handClock();
  const memory = createMemory(clock, 2);
  for (const who of ['one', 'two', 'one', 'three']) spoken(memory, who);
  expect(['one', 'two', 'three'].map((who) => memory.recall(who).confused)).toEqual([true, false, true]);
});

test('what was recalled and not kept did not happen', () => {
  const memory = createMemory(handClock());
  spoken(memory, 'liu');
  memory.recall('liu').done.push('message');
  expect(memory.recall('liu').done).toEqual([]);
});

test('of a talk without end the oldest is forgotten', () => {
  const memory = createMemory(handClock());
  for (let count = 0; count < 200; count += 1) {
    const talk = memory.recall('liu');
    memory.keep('liu', { ...talk, done: [...talk.done, `message-${count}`] });
  }
  const { done } = memory.recall('liu');
  expect(done.at(-1)).toBe('message-199');
  expect(done.length).toBeLessThan(100);
});

test('the talk hears what was told, or perhaps was, and nothing that certainly was not', async () => {
  const outcomes: Record<string, Outcome> = {
    arrived: { kind: 'accepted' },
    perhaps: { kind: 'unknown', reason: 'deadline' },
    never: { kind: 'permanent', reason: 'addressee-unknown' },
  };
  let notices = Object.keys(outcomes).map((to) => ({ key: to, to, text: `任务 1：${to}` }));
  const reported: unknown[] = [];
  const asBot = (async (action: string, input: unknown) => {
    if (action === 'report-chat-notices') reported.push(input);
    if (action !== 'claim-chat-notices') return { site: '', posts: [] };
    const due = notices;
    notices = [];
    return { notices: due };
  }) as unknown as AsBot;
  const gateway: Gateway = {
    name: 'sandbox',
    start: async ({ state }) => state('up'),
    say: async (to) => outcomes[(to as { user: string }).user]!,
    stop: async () => {},
  };
  const told: string[][] = [];
  const clock = handClock();
  const bot = await runBot({
    ...{ gateway, asBot, clock, log: () => {} },
    pace: { reportEveryMs: 20_000, claimEveryMs: 5_000 },
    talk: async () => null,
    told: (user, text) => told.push([user, text]),
  });
  await until(() => {
    clock.advance(5_000);
    return reported.length > 0;
  });
  expect(told.toSorted()).toEqual([
    ['arrived', '任务 1：arrived'],
    ['perhaps', '任务 1：perhaps'],
  ]);
  await bot.stop();
});
