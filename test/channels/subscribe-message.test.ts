import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Channel, OutgoingMessage } from '../../cloudfunctions/server/channels/channel';
import {
  SUBSCRIBE_CODES,
  type SubscribeConfig,
  subscribeMessage,
  TOKEN_REFUSED,
} from '../../cloudfunctions/server/channels/subscribe-message';
import { TOKEN_CODES } from '../../cloudfunctions/server/channels/subscribe-token';
import { type Carriers, nobodysAddress, OPENID, startCarriers, WECHAT } from './sandbox';

let carriers: Carriers;
let channel: Channel;
let elapsed = 0;

beforeEach(async () => {
  carriers = await startCarriers();
  carriers.grant(OPENID, 'tmpl-due', 20);
  elapsed = 0;
  channel = channelWith({});
});
afterEach(() => carriers.stop());

function channelWith(changes: Partial<SubscribeConfig>): Channel {
  return subscribeMessage({
    ...WECHAT,
    baseUrl: carriers.url,
    templates: {
      due: { id: 'tmpl-due', fields: ['thing1', 'date2'] },
      week: { id: 'tmpl-week', fields: ['number1'] },
      gone: { id: 'tmpl-gone', fields: ['thing1', 'date2'] },
    },
    elapsedMs: () => elapsed,
    ...changes,
  });
}

function card(changes: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    noticeId: 'notice_1',
    channel: 'subscribe',
    to: OPENID,
    template: 'due',
    text: '待办提醒',
    fields: { task: '任务K7M2-9QXR待收到', due: '2026年3月12日' },
    page: 'pages/inbox/index?task=K7M2-9QXR',
    ...changes,
  };
}

const TOKEN = '/cgi-bin/stable_token';
const SEND = '/cgi-bin/message/subscribe/send';
/** A clock's move that the sandbox sees, and our own stop-watch only when told. */
function pass(minutes: number, ours = minutes): void {
  carriers.clock.now = new Date(carriers.clock.now.getTime() + minutes * 60_000);
  elapsed += ours * 60_000;
}

describe('a subscribe message', () => {
  test('stands in WeChat with its labels and its page, and its serial is kept', async () => {
    const receipt = await channel.send(card());
    expect(receipt).toEqual({ outcome: 'accepted', serial: expect.stringMatching(/^\d+$/) });
    expect(carriers.arrivals()).toMatchObject([
      {
        carrier: 'subscribe',
        to: OPENID,
        template: 'tmpl-due',
        text: '待办提醒\n事项：任务K7M2-9QXR待收到\n日期：2026年3月12日',
        fields: { thing1: '任务K7M2-9QXR待收到', date2: '2026年3月12日' },
        page: 'pages/inbox/index?task=K7M2-9QXR',
      },
    ]);
    expect(JSON.parse(carriers.bodies[1]!)).toMatchObject({ miniprogram_state: 'formal', lang: 'zh_CN' });
  });

  test('uses up one consent; the next finds none', async () => {
    const to = 'openid-of-wang';
    carriers.grant(to, 'tmpl-due');
    expect(await channel.send(card({ to }))).toMatchObject({ outcome: 'accepted' });
    expect(await channel.send(card({ to }))).toEqual({ outcome: 'permanent', reason: 'no-grant' });
  });

  test('by a long-term template needs no new consent', async () => {
    const week = card({ template: 'week', fields: { count: '3' }, to: 'openid-of-wang' });
    expect(await channel.send(week)).toMatchObject({ outcome: 'accepted' });
    expect(await channel.send(week)).toMatchObject({ outcome: 'accepted' });
  });

  test.each([
    ['a template that we have not configured', { template: 'nobody-knows' }, 'template'],
    ['a field over its limit', { fields: { task: '事'.repeat(21), due: '2026年3月12日' } }, 'field'],
    ['an empty field', { fields: { task: ' ', due: '2026年3月12日' } }, 'field'],
    ['a field too few', { fields: { task: '事项' } }, 'field'],
    ['a field too many', { fields: { task: '事项', due: '2026年3月12日', more: '1' } }, 'field'],
  ])('%s is refused before anything is sent, and never cut to fit', async (_, changes, reason) => {
    expect(await channel.send(card(changes))).toEqual({ outcome: 'permanent', reason });
    expect(carriers.calls).toEqual([]);
  });

  test.each([
    ['nobody', { to: '' }, 'openid-invalid'],
    ['a template that the account lost', { template: 'gone' }, 'template'],
    ['a page that was not published', { page: 'pages/secret/index' }, 'page'],
  ])('for %s is refused by WeChat', async (_, changes, reason) => {
    expect(await channel.send(card(changes))).toEqual({ outcome: 'permanent', reason });
  });
});

describe('what WeChat answers', () => {
  const rows: [string, string, string | undefined][] = [
    ['0', 'accepted', undefined],
    ['-1', 'temporary', 'carrier-busy'],
    ['40003', 'permanent', 'openid-invalid'],
    ['40037', 'permanent', 'template'],
    ['40038', 'temporary', 'number-limit'],
    ['40164', 'temporary', 'credentials'],
    ['41030', 'permanent', 'page'],
    ['43101', 'permanent', 'no-grant'],
    ['43107', 'temporary', 'banned'],
    ['43108', 'temporary', 'number-limit'],
    ['43116', 'temporary', 'banned'],
    ['45009', 'temporary', 'carrier-busy'],
    ['45011', 'temporary', 'carrier-busy'],
    ['45168', 'permanent', 'content'],
    ['47003', 'permanent', 'field'],
    ['48001', 'temporary', 'account'],
  ];

  test('every row of the table stands in this test', () => {
    expect(rows.map(([code]) => code).sort()).toEqual(Object.keys(SUBSCRIBE_CODES).sort());
  });

  test.each(rows.filter(([code]) => code !== '0'))('%s is %s (%s)', async (code, outcome, reason) => {
    carriers.failNext({ carrier: 'subscribe', fault: { kind: 'code', code } });
    expect(await channel.send(card())).toEqual({
      outcome,
      reason,
      retryAfterSeconds: SUBSCRIBE_CODES[code]!.retryAfterSeconds,
    });
    expect(carriers.arrivals()).toEqual([]);
  });

  test('a code that no table lists leaves us in doubt', async () => {
    carriers.failNext({ carrier: 'subscribe', fault: { kind: 'code', code: 99999 } });
    expect(await channel.send(card())).toEqual({ outcome: 'unknown', reason: 'unlisted:99999' });
  });

  test.each([
    [500, 'unknown', 'carrier-fault'],
    [503, 'temporary', 'carrier-busy'],
    [204, 'unknown', 'unreadable-answer'],
  ])('a bare %i is %s', async (status, outcome, reason) => {
    carriers.failNext({ carrier: 'subscribe', fault: { kind: 'status', status } });
    expect(await channel.send(card())).toMatchObject({ outcome, reason });
  });
});

describe('the access token', () => {
  test('is asked for once, however many messages need it at once', async () => {
    await Promise.all([1, 2, 3, 4, 5].map((n) => channel.send(card({ noticeId: `notice_${n}` }))));
    expect(carriers.calls.filter((path) => path === TOKEN)).toHaveLength(1);
    expect(carriers.arrivals()).toHaveLength(5);
  });

  test('is kept for two hours less five minutes', async () => {
    await channel.send(card());
    pass(114);
    await channel.send(card());
    expect(carriers.calls).toEqual([TOKEN, SEND, SEND]);
    pass(1);
    await channel.send(card());
    expect(carriers.calls).toEqual([TOKEN, SEND, SEND, TOKEN, SEND]);
    expect(carriers.arrivals()).toHaveLength(3);
  });

  test('that ended while we slept is renewed once, and the message goes once', async () => {
    await channel.send(card());
    pass(180, 0);
    expect(await channel.send(card())).toMatchObject({ outcome: 'accepted' });
    expect(carriers.calls).toEqual([TOKEN, SEND, SEND, TOKEN, SEND]);
    expect(carriers.arrivals()).toHaveLength(2);
  });

  test('that somebody else has revoked is renewed once for all who wait', async () => {
    await channel.send(card());
    carriers.revokeToken();
    const receipts = await Promise.all([1, 2, 3, 4].map(() => channel.send(card())));
    expect(receipts.map(({ outcome }) => outcome)).toEqual(Array(4).fill('accepted'));
    expect(carriers.calls.filter((path) => path === TOKEN)).toHaveLength(2);
    expect(carriers.bodies.filter((body) => body.includes('"force_refresh":true'))).toEqual([]);
  });

  test.each([...TOKEN_REFUSED])(
    'that is refused by %s although it is the current one is forced',
    async (code) => {
      carriers.failNext({ carrier: 'subscribe', fault: { kind: 'code', code } });
      expect(await channel.send(card())).toMatchObject({ outcome: 'accepted' });
      expect(carriers.calls).toEqual([TOKEN, SEND, TOKEN, TOKEN, SEND]);
      expect(carriers.bodies[3]).toContain('"force_refresh":true');
    },
  );

  test('that is refused again is not tried a third time', async () => {
    carriers.failNext({ carrier: 'subscribe', times: 2, fault: { kind: 'code', code: 40001 } });
    expect(await channel.send(card())).toMatchObject({ outcome: 'temporary', reason: 'token' });
    expect(carriers.calls.filter((path) => path === SEND)).toHaveLength(2);
    expect(carriers.arrivals()).toEqual([]);
  });

  const noes: [string, string][] = [
    ['-1', 'carrier-busy'],
    ['40002', 'misconfigured'],
    ['40013', 'credentials'],
    ['40125', 'credentials'],
    ['40164', 'credentials'],
    ['41002', 'credentials'],
    ['41004', 'credentials'],
    ['45009', 'carrier-busy'],
    ['45011', 'carrier-busy'],
  ];

  test('every row of its table stands in this test', () => {
    expect(noes.map(([code]) => code).sort()).toEqual(Object.keys(TOKEN_CODES).sort());
  });

  test.each([...noes, ['12345', 'token']])('denied by %s: tried later (%s)', async (code, reason) => {
    carriers.failNext({ carrier: 'token', fault: { kind: 'code', code } });
    expect(await channel.send(card())).toMatchObject({ outcome: 'temporary', reason });
    expect(carriers.calls).toEqual([TOKEN]);
  });

  test.each([
    ['the line is cut', { kind: 'drop' }],
    ['no answer comes', { kind: 'hang' }],
    ['the answer is no JSON', { kind: 'malformed' }],
    ['a fault answers', { kind: 'status', status: 500 }],
  ] as const)(
    '%s while we ask for it: nothing of the message has left, so it is tried later',
    async (_, fault) => {
      carriers.failNext({ carrier: 'token', fault });
      const receipt = await channelWith({ deadlineMs: 2_000 }).send(card());
      expect(receipt).toEqual({ outcome: 'temporary', reason: 'token' });
      expect(await channel.send(card())).toMatchObject({ outcome: 'accepted' });
    },
  );

  test('a wrong secret gets none', async () => {
    expect(await channelWith({ secret: 'guessed' }).send(card())).toMatchObject({
      outcome: 'temporary',
      reason: 'credentials',
    });
  });
});

describe('when the line fails', () => {
  test('nobody listens: it is tried later', async () => {
    const receipt = await channelWith({ baseUrl: await nobodysAddress() }).send(card());
    expect(receipt).toEqual({ outcome: 'temporary', reason: 'unreachable' });
  });

  test('without an address nothing is sent', async () => {
    expect(await channelWith({ baseUrl: '' }).send(card())).toEqual({
      outcome: 'temporary',
      reason: 'misconfigured',
    });
  });

  test.each([
    ['the line is cut after the request was read', { kind: 'drop' }, 'connection-lost'],
    ['no answer comes within the deadline', { kind: 'hang' }, 'timed-out'],
    ['the answer cannot be read', { kind: 'malformed' }, 'unreadable-answer'],
  ] as const)('%s: nobody knows, and it is not sent again', async (_, fault, reason) => {
    carriers.failNext({ carrier: 'subscribe', fault, arrives: true });
    const receipt = await channelWith({ deadlineMs: 2_000 }).send(card());
    expect(receipt).toEqual({ outcome: 'unknown', reason });
    expect(carriers.arrivals()).toHaveLength(1);
  });

  test('answered twice: the first answer counts, and the next message gets its own', async () => {
    carriers.failNext({ carrier: 'subscribe', fault: { kind: 'twice' } });
    const [first, second] = [await channel.send(card()), await channel.send(card())];
    expect([first, second]).toMatchObject([{ outcome: 'accepted' }, { outcome: 'accepted' }]);
    expect(first.serial).not.toBe(second.serial);
  });
});
