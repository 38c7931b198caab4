import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { webhookGateway } from '../../../bot/gateways/webhook';
import { freePort } from '../../host/program';

/** WeCom's side of a group robot: it answers as the last path says, or hangs, or breaks the line. */
const heard: unknown[] = [];
const wecom = createServer(async (request, response) => {
  let body = '';
  for await (const piece of request) body += piece;
  heard.push(JSON.parse(body));
  const how = request.url!.slice(1);
  if (how === 'hangs') return;
  if (how === 'breaks') return void request.socket.destroy();
  response.end(
    how === 'garbles' ? 'not json' : JSON.stringify(how === 'empty' ? {} : { errcode: Number(how) }),
  );
});
let groups: Record<string, string>;

beforeAll(async () => {
  wecom.listen(0, '127.0.0.1');
  await once(wecom, 'listening');
  const at = `http://127.0.0.1:${(wecom.address() as AddressInfo).port}`;
  const ways = ['0', '93000', '45009', 'empty', 'garbles', 'breaks', 'hangs'];
  groups = Object.fromEntries(ways.map((way) => [way, `${at}/${way}`]));
  groups.nobody = `http://127.0.0.1:${await freePort()}/0`;
});
afterAll(() => {
  wecom.close();
  wecom.closeAllConnections();
});

const say = (group: string, mention?: string) =>
  webhookGateway({ groups, sayWithinMs: 2_000 }).say(
    mention ? { group, mention } : { group },
    '本周待办 3 件',
  );

test('it writes what WeCom reads, and calls one person by name where there is one', async () => {
  heard.length = 0;
  expect(await say('0')).toEqual({ kind: 'accepted' });
  await say('0', 'li');
  expect(heard).toEqual([
    { msgtype: 'text', text: { content: '本周待办 3 件' } },
    { msgtype: 'text', text: { content: '本周待办 3 件', mentioned_list: ['li'] } },
  ]);
});

test.each([
  ['a robot that was removed', '93000', { kind: 'permanent', reason: 'wecom-93000' }],
  ['too many a minute', '45009', { kind: 'temporary', reason: 'wecom-45009' }],
  ['nobody listens', 'nobody', { kind: 'temporary', reason: 'not-connected' }],
  ['an answer without a code', 'empty', { kind: 'unknown', reason: 'answer-unreadable' }],
  ['an answer that is no JSON', 'garbles', { kind: 'unknown', reason: 'dropped' }],
  ['a line that breaks', 'breaks', { kind: 'unknown', reason: 'dropped' }],
  ['no answer in time', 'hangs', { kind: 'unknown', reason: 'dropped' }],
  ['a group without an address', 'elsewhere', { kind: 'permanent', reason: 'addressee-unknown' }],
])('%s', async (_what, group, outcome) => {
  expect(await say(group)).toEqual(outcome);
});

test('to one person it says nothing: it knows groups alone', async () => {
  const gateway = webhookGateway({ groups, sayWithinMs: 300 });
  expect(await gateway.say({ user: 'li' }, '话')).toEqual({ kind: 'permanent', reason: 'addressee-unknown' });
});
