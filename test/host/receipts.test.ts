import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { demoReports } from '../../cloudfunctions/host/carriers';
import { readSettings } from '../../cloudfunctions/server/settings';
import type { GatewayCalls } from '../../cloudfunctions/server/settings-receipts';
import { createSupervised } from '../supervised';
import { OBLIGOR_PHONE, sweep } from '../sweeping';
import { NOON, openHost } from './doors';

/** What carriers report, over the wire to the door that they really call. */
let host: Awaited<ReturnType<typeof openHost>>;
const demo = readSettings({});
const { wechat, tencent } = demo.receipts;
const AES_KEY = randomBytes(32).toString('base64').slice(0, 43);
const GATEWAY: GatewayCalls = {
  header: 'X-Gateway-Secret',
  secret: 'a-secret-of-the-gateway',
  items: 'data.list',
  serial: 'msgId',
  status: 'stat',
  delivered: ['DELIVRD'],
  undelivered: ['UNDELIV', 'REJECTD'],
  reason: 'code',
  wrongNumber: ['MK:0001'],
  optedOut: ['BLACK'],
  phone: 'mobile',
  text: 'content',
  messageId: 'moId',
  answer: '{"code":0}',
};

let minutes = 0;

beforeAll(async () => {
  host = await openHost();
});
beforeEach(async () => {
  await sql`truncate cases, outbox, told_today, carrier_serials, carrier_reports, opt_outs cascade`.execute(
    host.world.db,
  );
  host.world.app.receipts = { wechat, tencent, gateway: GATEWAY };
  // The phones have room for the same words again.
  minutes += 1;
  await host.demo!.clock.set(new Date(NOON.getTime() + minutes * 60_000));
});
afterAll(() => host.close());

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${host.url}/receipts/${path}`, { method: 'POST', body, headers });
const tencentSays = (body: unknown, token = tencent!.token) =>
  post(`tencent-sms?token=${token}`, JSON.stringify(body), { 'content-type': 'application/json' });
const status = (sid: string, report_status: string) => ({
  user_receive_time: '2026-03-02 12:00:01',
  nationcode: '86',
  mobile: OBLIGOR_PHONE,
  report_status,
  errmsg: 'DELIVRD',
  description: '用户短信送达成功',
  sid,
});

const sha1 = (...words: string[]) => createHash('sha1').update(words.sort().join('')).digest('hex');
const seconds = () => String(Math.floor(host.world.app.now().getTime() / 1000));
const signed = (token = wechat!.token, timestamp = seconds(), nonce = 'n1') =>
  new URLSearchParams({ signature: sha1(token, timestamp, nonce), timestamp, nonce });
const wechatSays = (body: string, query = signed()) => post(`wechat?${query}`, body);
const inXml = (msgid: string, code: number) =>
  `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><CreateTime>1772424000</CreateTime>
<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[subscribe_msg_sent_event]]></Event><SubscribeMsgSentEvent>
<List><TemplateId><![CDATA[t]]></TemplateId><MsgID>${msgid}</MsgID><ErrorCode>${code}</ErrorCode>
<ErrorStatus><![CDATA[success]]></ErrorStatus></List></SubscribeMsgSentEvent></xml>`;
const inJson = (msgid: string, code: number) =>
  `{"ToUserName":"gh_1","CreateTime":1772424000,"MsgType":"event","Event":"subscribe_msg_sent_event",
"List":{"TemplateId":"t","MsgID":${msgid},"ErrorCode":"${code}","ErrorStatus":"success"}}`;
/** As WeChat puts it into an envelope, written here from its description and not with our code. */
const sealed = (message: string, appId = wechat!.appId, key = AES_KEY) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(Buffer.byteLength(message));
  const plain = Buffer.concat([randomBytes(16), length, Buffer.from(message), Buffer.from(appId)]);
  const pad = 32 - (plain.length % 32);
  const aes = Buffer.from(`${key}=`, 'base64');
  const cipher = createCipheriv('aes-256-cbc', aes, aes.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([plain, Buffer.alloc(pad, pad)]);
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
};
const sealedQuery = (encrypted: string, token = wechat!.token) => {
  const query = signed(token);
  query.set('encrypt_type', 'aes');
  query.set('msg_signature', sha1(token, query.get('timestamp')!, 'n1', encrypted));
  return query;
};
const gatewaySays = (list: object[], secret = GATEWAY.secret) =>
  post('sms-gateway', JSON.stringify({ data: { list } }), {
    'content-type': 'application/json',
    'x-gateway-secret': secret,
  });

const kept = async () =>
  (await host.world.db.selectFrom('carrier_reports').selectAll().orderBy('report_key').execute()).map(
    ({ channel, serial, outcome, reason, phone_index }) =>
      [channel, serial ?? (phone_index && 'a reply'), outcome, reason].filter(Boolean).join(' '),
  );

describe('WeChat', () => {
  test('sees that the address is ours', async () => {
    const query = signed();
    query.set('echostr', '4857391');
    const answer = await fetch(`${host.url}/receipts/wechat?${query}`);
    expect([answer.status, await answer.text()]).toEqual([200, '4857391']);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
  });

  test.each([
    ['XML', inXml],
    ['JSON', inJson],
  ])('reports in %s, with a number longer than JavaScript’s', async (_format, written) => {
    const answer = await wechatSays(written('2794188253209100289', 0));
    expect([answer.status, await answer.text()]).toEqual([200, 'success']);
    await wechatSays(written('2794188253209100290', 1));
    expect(await kept()).toEqual([
      'subscribe 2794188253209100289 delivered',
      'subscribe 2794188253209100290 permanent undelivered',
    ]);
  });

  test('several in one JSON list', async () => {
    const items = ['1', '2'].map((MsgID) => ({ MsgID, ErrorCode: 0 }));
    await wechatSays(JSON.stringify({ Event: 'subscribe_msg_sent_event', List: items }));
    expect(await kept()).toEqual(['subscribe 1 delivered', 'subscribe 2 delivered']);
  });

  test('other events are heard and change nothing', async () => {
    const event = { Event: 'subscribe_msg_change_event', List: [{ SubscribeStatusString: 'reject' }] };
    const answer = await wechatSays(JSON.stringify(event));
    expect([answer.status, await kept()]).toEqual([200, []]);
  });

  test('encrypted, where an EncodingAESKey is set; then nothing else is taken', async () => {
    host.world.app.receipts = { wechat: { ...wechat!, aesKey: AES_KEY } };
    const encrypted = sealed(inXml('77', 0));
    const envelope = `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`;
    expect((await wechatSays(envelope, sealedQuery(encrypted))).status).toBe(200);
    const inner = sealed(inJson('78', 0));
    expect((await wechatSays(JSON.stringify({ Encrypt: inner }), sealedQuery(inner))).status).toBe(200);
    expect(await kept()).toEqual(['subscribe 77 delivered', 'subscribe 78 delivered']);

    const elsewhere = sealed(inXml('79', 0), 'wx9999999999999999');
    const otherKey = sealed(inXml('79', 0), wechat!.appId, randomBytes(32).toString('base64').slice(0, 43));
    const refused = await Promise.all([
      wechatSays(inXml('79', 0)),
      wechatSays(JSON.stringify({ Encrypt: encrypted }), signed()),
      wechatSays(JSON.stringify({ Encrypt: elsewhere }), sealedQuery(elsewhere)),
      wechatSays(JSON.stringify({ Encrypt: otherKey }), sealedQuery(otherKey)),
      wechatSays(JSON.stringify({ Encrypt: 'AAAA' }), sealedQuery('AAAA')),
    ]);
    expect(refused.map((answer) => answer.status)).toEqual([401, 401, 400, 400, 400]);
    expect(await kept()).toHaveLength(2);
  });
});

describe('Tencent', () => {
  test('reports several messages in one call, and hears its own thanks', async () => {
    const answer = await tencentSays([status('S1', 'SUCCESS'), status('S2', 'FAIL')]);
    expect(await answer.json()).toEqual({ result: 0, errmsg: 'OK' });
    expect(await kept()).toEqual(['sms S1 delivered', 'sms S2 permanent undelivered']);
    const { reported_at } = await host.world.db
      .selectFrom('carrier_reports')
      .select('reported_at')
      .where('serial', '=', 'S1')
      .executeTakeFirstOrThrow();
    expect(reported_at.toISOString()).toBe('2026-03-02T04:00:01.000Z');
  });

  test('brings what a person replied; the same call again is the same reply', async () => {
    const { obligor } = await createSupervised(host.world, host.county);
    const reply = { extend: '', mobile: `+86${OBLIGOR_PHONE}`, nationcode: '86', sign: '', time: 1772424000 };
    for (let times = 0; times < 2; times += 1) {
      expect((await tencentSays({ ...reply, text: 'ＴＤ' })).status).toBe(200);
    }
    expect(await kept()).toEqual(['sms a reply opted-out']);
    const party = await host.world.db
      .selectFrom('parties')
      .select('contact_state')
      .where('party_id', '=', obligor.partyId)
      .executeTakeFirstOrThrow();
    expect(party.contact_state).toBe('opted-out');
  });
});

describe('the court’s own gateway', () => {
  test('reports in its own words, as its operator described them', async () => {
    const answer = await gatewaySays([
      { msgId: 'G1', stat: 'DELIVRD' },
      { msgId: 'G2', stat: 'UNDELIV', code: 'MK:0001' },
      { msgId: 'G3', stat: 'REJECTD', code: 'BLACK' },
      { msgId: 'G4', stat: 'UNDELIV', code: OBLIGOR_PHONE },
      { msgId: 'G5', stat: 'ACCEPTD' },
      { moId: 'R1', mobile: OBLIGOR_PHONE, content: '打错了' },
    ]);
    expect(await answer.text()).toBe('{"code":0}');
    expect((await kept()).sort()).toEqual([
      'sms G1 delivered',
      'sms G2 permanent number-invalid',
      'sms G3 opted-out number-blocked',
      'sms G4 permanent undelivered',
      'sms a reply wrong-number',
    ]);
  });

  test('or as a form', async () => {
    host.world.app.receipts = { gateway: { ...GATEWAY, items: undefined } };
    const headers = {
      'x-gateway-secret': GATEWAY.secret,
      'content-type': 'application/x-www-form-urlencoded',
    };
    expect((await post('sms-gateway', 'msgId=G1&stat=DELIVRD', headers)).status).toBe(200);
    expect(await kept()).toEqual(['sms G1 delivered']);
  });
});

describe('what is forged or cannot be read changes nothing, and nothing personal is in the log', () => {
  const report = JSON.stringify([status('S1', 'SUCCESS')]);
  const stale = () => signed(wechat!.token, String(Number(seconds()) - 3600));
  test.each<[string, () => Promise<Response>, number]>([
    ['Tencent without the secret', () => post('tencent-sms', report), 401],
    ['Tencent with another secret', () => tencentSays([status('S1', 'SUCCESS')], 'demo-receipt-tokex'), 401],
    ['Tencent by GET', () => fetch(`${host.url}/receipts/tencent-sms?token=${tencent!.token}`), 405],
    ['Tencent with no JSON', () => post(`tencent-sms?token=${tencent!.token}`, OBLIGOR_PHONE.repeat(2)), 400],
    [
      'Tencent with a strange status',
      () => tencentSays([status('S1', 'SUCCESS'), status('S2', 'MAYBE')]),
      400,
    ],
    ['Tencent without a serial', () => tencentSays([{ report_status: 'SUCCESS' }]), 400],
    ['WeChat with no signature', () => post('wechat', inXml('1', 0)), 401],
    ['WeChat with another token', () => wechatSays(inXml('1', 0), signed('anotherToken')), 401],
    ['WeChat with a signature of an hour ago', () => wechatSays(inXml('1', 0), stale()), 401],
    [
      'WeChat asking for an echo without proof',
      () => fetch(`${host.url}/receipts/wechat?echostr=hello`),
      401,
    ],
    ['WeChat with half an XML', () => wechatSays(inXml('1', 0).slice(0, 200)), 400],
    ['WeChat with no event', () => wechatSays('[]'), 400],
    ['WeChat with no number', () => wechatSays(inXml('', 0)), 400],
    ['the gateway without its secret', () => gatewaySays([{ msgId: 'G1', stat: 'DELIVRD' }], ''), 401],
    ['the gateway with another secret', () => gatewaySays([{ msgId: 'G1', stat: 'DELIVRD' }], 'x'), 401],
    [
      'the gateway with no serial',
      () => gatewaySays([{ msgId: 'G1', stat: 'DELIVRD' }, { stat: 'DELIVRD' }]),
      400,
    ],
    ['the gateway with a reply of nobody', () => gatewaySays([{ mobile: 'x', content: '退订' }]), 400],
    ['a carrier that we do not have', () => post('constructor', '{}'), 404],
  ])('%s', async (_title, call, code) => {
    const logged: Record<string, unknown>[] = [];
    const { log } = host.world.app;
    host.world.app.log = (line) => void logged.push(line);
    const answer = await call();
    host.world.app.log = log;
    expect(answer.status).toBe(code);
    expect(await answer.text()).toBe('');
    expect(await kept()).toEqual([]);
    expect(logged).toMatchObject([{ level: 'warn', at: 'receipts', no: code }]);
    expect(JSON.stringify(logged)).not.toMatch(/1990000|token|secret/);
  });

  test('a door that is not set up is not there', async () => {
    host.world.app.receipts = {};
    const calls = [tencentSays([]), wechatSays(inXml('1', 0)), gatewaySays([])];
    expect((await Promise.all(calls)).map((answer) => answer.status)).toEqual([404, 404, 404]);
  });
});

describe('the whole way: sent by the real client, taken by the carrier, reported to the door', () => {
  const sandbox = () => host.demo!.carriers.sandbox;
  const channels = () => host.world.app.channels;
  let real: ReturnType<typeof channels>;
  beforeEach(() => {
    real = { ...channels() };
    const port = Number(new URL(host.url).port);
    sandbox().callbacks.reportTo({ ...demoReports({ ...demo, port }), afterMs: 0 });
  });
  afterEach(() => {
    host.world.app.channels = real;
  });
  const noticesOf = async (caseId: string) =>
    host.world.db.selectFrom('notices').select('state').where('case_id', '=', caseId).execute();
  /** Sent, reported, and swept once more for what was faster than its number. */
  const sendAndHear = async () => {
    const { caseId } = await createSupervised(host.world, host.county);
    await sweep();
    await sandbox().callbacks.settled();
    await sweep();
    return caseId;
  };
  const statesOf = async (caseId: string) => new Set((await noticesOf(caseId)).map(({ state }) => state));

  test('everything that arrived is delivered', async () => {
    const caseId = await sendAndHear();
    expect(await statesOf(caseId)).toEqual(new Set(['delivered']));
  });

  test.each([{ kind: 'twice' }, { kind: 'out-of-order' }, { kind: 'late', ms: 50 }] as const)(
    'also when it is reported %j',
    async (fault) => {
      const takeBack = sandbox().failNext({ carrier: 'report', times: 20, fault });
      const caseId = await sendAndHear();
      takeBack();
      expect(await statesOf(caseId)).toEqual(new Set(['delivered']));
      const open = host.world.db.selectFrom('undelivered').selectAll().where('handled_at', 'is', null);
      expect(await open.execute()).toEqual([]);
    },
  );

  const ORDERS = [
    ['known', 'FAIL', 'SUCCESS'],
    ['known', 'SUCCESS', 'FAIL'],
    ['FAIL', 'known', 'SUCCESS'],
    ['SUCCESS', 'known', 'FAIL'],
    ['FAIL', 'SUCCESS', 'known'],
    ['SUCCESS', 'FAIL', 'known'],
  ];
  test.each(ORDERS)('in the order %s, %s, %s, each twice, it ends alike', async (...order) => {
    host.world.app.channels.sms = { send: async () => ({ outcome: 'accepted' }) };
    const { caseId } = await createSupervised(host.world, host.county);
    await sweep();
    const { notice_id } = await host.world.db
      .selectFrom('notices')
      .select('notice_id')
      .where('case_id', '=', caseId)
      .where('audience', '=', 'obligor')
      .executeTakeFirstOrThrow();
    const known = { channel: 'sms' as const, serial: 'S1', court_id: host.county.courtId, notice_id };
    for (const event of order.flatMap((one) => [one, one])) {
      if (event !== 'known') await tencentSays([status('S1', event)]);
      else {
        await host.world.db
          .insertInto('carrier_serials')
          .values({ ...known, sent_at: host.world.app.now() })
          .onConflict((c) => c.doNothing())
          .execute();
      }
    }
    await sweep();
    const { state } = await host.world.db
      .selectFrom('notices')
      .select('state')
      .where('notice_id', '=', notice_id)
      .executeTakeFirstOrThrow();
    expect(state).toBe('delivered');
    const open = host.world.db.selectFrom('undelivered').selectAll().where('handled_at', 'is', null);
    expect(await open.execute()).toEqual([]);
    const waiting = host.world.db.selectFrom('carrier_reports').selectAll().where('applied_at', 'is', null);
    expect(await waiting.execute()).toEqual([]);
  });

  test('not when somebody else says so', async () => {
    const takeBack = sandbox().failNext({ carrier: 'report', times: 20, fault: { kind: 'forged' } });
    const caseId = await sendAndHear();
    takeBack();
    expect(await statesOf(caseId)).toEqual(new Set(['accepted']));
    expect(await kept()).toEqual([]);
  });

  test('a phone that was out of reach is on the list of those to call', async () => {
    sandbox().failNext({ carrier: 'sms', to: OBLIGOR_PHONE, fault: { kind: 'undelivered' } });
    const caseId = await sendAndHear();
    const [call] = await host.world.db
      .selectFrom('undelivered')
      .selectAll()
      .where('case_id', '=', caseId)
      .execute();
    expect(call).toMatchObject({ state: 'permanent', reason: 'undelivered', handled_at: null });
  });

  test('a phone of the wall replies, and its messages stop', async () => {
    const { caseId } = await createSupervised(host.world, host.county);
    const { status: code } = await host.post('/demo/reply', { phone: OBLIGOR_PHONE, text: '退订' });
    expect(code).toBe(200);
    const { contact_state } = await host.world.db
      .selectFrom('parties')
      .select('contact_state')
      .where('case_id', '=', caseId)
      .where('side', '=', 'obligor')
      .executeTakeFirstOrThrow();
    expect(contact_state).toBe('opted-out');
    expect((await host.post('/demo/reply', { phone: '12', text: '退订' })).status).toBe(422);
  });
});
