import { expect, test } from 'vitest';
import type { AsBot } from '../../../bot/deliver';
import type { Gateway, GatewayListener } from '../../../bot/gateways/port';
import { runBot } from '../../../bot/run';
import { handClock } from './hand-clock';
import { until } from './until';

test('an answer in a group is looked at last: a name is not said, and the attempt is told without its words', async () => {
  const said: string[] = [];
  const refused: unknown[] = [];
  let listener: GatewayListener | undefined;
  const gateway: Gateway = {
    name: 'sandbox',
    start: async (hears) => {
      listener = hears;
    },
    say: async (_to, text) => {
      said.push(text);
      return { kind: 'accepted' };
    },
    stop: async () => {},
  };
  const asBot = (async (action: string, input: unknown) => {
    if (action === 'report-group-refusal') refused.push(input);
    return action === 'claim-chat-notices' ? { notices: [] } : { site: 'https://court.example', posts: [] };
  }) as unknown as AsBot;
  const bot = await runBot({
    ...{ gateway, asBot, clock: handClock(), log: () => {} },
    pace: { reportEveryMs: 20_000, claimEveryMs: 5_000 },
    talk: async ({ text }) => text,
  });
  const hear = (messageId: string, from: string, text: string, group?: string) =>
    listener!.message({
      messageId,
      from,
      text,
      mentionsMe: true,
      at: new Date(0),
      ...(group ? { group } : {}),
    });
  hear('1', 'li', '王小明欠款 5000 元', 'village');
  hear('2', 'wang', '本周待办 3 件', 'village');
  hear('3', 'zhao', '王小明的任务');
  await until(() => said.length === 2 && refused.length === 1);
  expect(said.toSorted()).toEqual(['本周待办 3 件', '王小明的任务'].toSorted());
  expect(JSON.stringify(refused)).toMatch(/sandbox.*fault/u);
  expect(JSON.stringify(refused)).not.toContain('王小明');
  await bot.stop();
});
