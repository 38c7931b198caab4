import { expect, test } from 'vitest';
import { type AsBot, createDelivery } from '../../../bot/deliver';
import type { Gateway, Outcome } from '../../../bot/gateways/port';

/** A server that gives each notice once, and a gateway that does as it is told. */
function stage(outcomes: Record<string, Outcome> = {}) {
  const notices = ['n1', 'n2', 'n3'].map((key) => ({ key, to: `user-${key}`, text: `话 ${key}` }));
  const posts: { key: string; groupId: string; text: string }[] = [];
  const said: string[] = [];
  const calls: { action: string; input: unknown }[] = [];
  const world = { isUp: true, serverAnswers: true, said, calls, posts };
  const asBot = (async (action: string, input: unknown) => {
    calls.push({ action, input });
    if (action === 'claim-chat-notices') return { notices: notices.splice(0) };
    if (action === 'claim-group-posts') return { site: 'https://court.example', posts: posts.splice(0) };
    if (!world.serverAnswers) throw new Error('no server');
    return { settled: 0 };
  }) as unknown as AsBot;
  const gateway: Gateway = {
    name: 'sandbox',
    start: async () => {},
    stop: async () => {},
    say: async (_to, text) => {
      said.push(text);
      return outcomes[text] ?? { kind: 'accepted', carrierId: `id of ${text}` };
    },
  };
  return { ...world, world, delivery: createDelivery({ gateway, asBot, isUp: () => world.isUp }) };
}

const called = (calls: { action: string; input: unknown }[], action: string) =>
  calls.filter((call) => call.action === action).map(({ input }) => input);

test('what is due is said once, and the server hears what came of each', async () => {
  const { delivery, said, calls } = stage({ '话 n2': { kind: 'unknown', reason: 'deadline' } });
  await delivery.round();
  await delivery.round();
  expect(said).toEqual(['话 n1', '话 n2', '话 n3']);
  expect(called(calls, 'report-chat-notices')).toEqual([
    {
      gateway: 'sandbox',
      reports: [
        { key: 'n1', outcome: 'accepted', carrierId: 'id of 话 n1' },
        { key: 'n2', outcome: 'unknown', reason: 'deadline' },
        { key: 'n3', outcome: 'accepted', carrierId: 'id of 话 n3' },
      ],
    },
  ]);
});

test('while the gateway is down nothing is taken', async () => {
  const { delivery, world, calls } = stage();
  world.isUp = false;
  await delivery.round();
  expect(calls).toEqual([]);
});

test('a server that is away while messages are said hears of them later, and they are not said again', async () => {
  const { delivery, world, said, calls } = stage();
  world.serverAnswers = false;
  await expect(delivery.round()).rejects.toThrow('no server');
  world.serverAnswers = true;
  await delivery.round();
  expect(said.length).toBe(3);
  expect(called(calls, 'report-chat-notices').length).toBe(2);
});

test('a text that may not stand in a group is not said there, and the attempt is told without its words', async () => {
  const { delivery, posts, said, calls } = stage();
  posts.push(
    { key: 'p1', groupId: 'village', text: '王小明本周待办 3 件' },
    { key: 'p2', groupId: 'village', text: '本周待办 3 件，请在小程序查看：https://court.example' },
  );
  await delivery.round();
  expect(said).not.toContain('王小明本周待办 3 件');
  expect(said.at(-1)).toContain('本周待办 3 件');
  expect(called(calls, 'report-group-refusal')).toEqual([
    { gateway: 'sandbox', key: 'p1', fault: 'name-or-word' },
  ]);
});
