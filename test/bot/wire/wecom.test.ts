import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Gateway, GatewayState, Inbound } from '../../../bot/gateways/port';
import { wecomGateway } from '../../../bot/gateways/wecom';
import { type HandClock, handClock } from './hand-clock';
import { until } from './until';
import { startWecom, type WecomServer } from './wecom-server';

/** The SDK's own client against a server on loopback that speaks its protocol. Its timers are real and short here. */

let server: WecomServer;
let gateway: Gateway;
let clock: HandClock;
let states: GatewayState[];
let messages: Inbound[];

async function open(secret = 'right'): Promise<void> {
  clock = handClock();
  [states, messages] = [[], []];
  gateway = wecomGateway(
    { botId: 'bot', secret, url: server.url, dingEveryMs: 40, dongWithinMs: 2_000, sayWithinMs: 300 },
    clock,
  );
  await gateway.start({ state: (state) => states.push(state), message: (message) => messages.push(message) });
}

const isNow = (state: GatewayState) => () => states.at(-1) === state;

beforeEach(async () => {
  server = await startWecom('right');
});
afterEach(async () => {
  await gateway.stop();
  await server.close();
});

test('one to one, by voice and in a group, where the bot’s name in front is no part of the message', async () => {
  await open();
  await until(isNow('up'));
  server.say({ id: 'm1', from: 'li', text: '待办' });
  server.say({ id: 'm2', from: 'li', text: '收到三', voice: true });
  server.say({ id: 'm3', from: 'wang', text: '@小执 待办', group: 'village' });
  await until(() => messages.length === 3);
  expect(messages).toMatchObject([
    { messageId: 'm1', from: 'li', text: '待办', mentionsMe: false },
    { messageId: 'm2', text: '收到三' },
    { messageId: 'm3', from: 'wang', group: 'village', text: '待办', mentionsMe: true },
  ]);
  expect((await gateway.say({ user: 'li' }, '您有 3 件待办')).kind).toBe('accepted');
  await gateway.say({ group: 'village', mention: 'li' }, '本周待办 3 件 <@all> *急*');
  expect(server.heard).toEqual([
    { to: 'li', text: '您有 3 件待办' },
    { to: 'village', text: '<@li> 本周待办 3 件 ＜@all> ＊急＊' },
  ]);
});

test('an ack that does not come is unknown, one that says no is final, one that says slower is for later', async () => {
  await open();
  await until(isNow('up'));
  server.behave.acks = false;
  expect(await gateway.say({ user: 'li' }, '说了没有')).toEqual({ kind: 'unknown', reason: 'deadline' });
  server.behave.acks = 40003;
  expect(await gateway.say({ user: 'nobody' }, '您好')).toEqual({ kind: 'permanent', reason: 'wecom-40003' });
  server.behave.acks = 45009;
  expect(await gateway.say({ user: 'li' }, '您好')).toEqual({ kind: 'temporary', reason: 'wecom-45009' });
});

test('a line that breaks in the middle of a message leaves it unknown, and comes back', async () => {
  await open();
  await until(isNow('up'));
  server.behave.acks = false;
  const saying = gateway.say({ user: 'li' }, '说到一半');
  await until(() => server.heard.length === 1);
  server.drop();
  expect(await saying).toEqual({ kind: 'unknown', reason: 'dropped' });
  await until(isNow('down'));
  expect(await gateway.say({ user: 'li' }, '不会说出去')).toEqual({ kind: 'temporary', reason: 'down' });
  server.behave.acks = true;
  await until(isNow('up'));
  expect(server.heard.length).toBe(1);
});

test('a server that answers no ding is frozen', async () => {
  await open();
  await until(() => server.dings() > 2);
  server.behave.answersDings = false;
  await until(() => states.includes('frozen'));
});

test('displaced by another connection it stays away, and comes back after ten minutes', async () => {
  await open();
  await until(isNow('up'));
  const before = server.connections();
  server.displace();
  await until(isNow('displaced'));
  clock.advance(9 * 60_000);
  expect(await gateway.say({ user: 'li' }, '在吗')).toEqual({ kind: 'temporary', reason: 'displaced' });
  clock.advance(60_000);
  await until(isNow('up'));
  expect(states).toEqual(['up', 'displaced', 'up']);
  expect(server.connections()).toBeGreaterThan(before);
});

test('a wrong secret is told as logged out', async () => {
  await open('wrong');
  await until(isNow('logged-out'));
});
