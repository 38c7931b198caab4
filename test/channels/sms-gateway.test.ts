import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gatewayConfig } from '../../cloudfunctions/host/carrier-sandbox';
import { type GatewaySmsConfig, gatewaySms } from '../../cloudfunctions/server/channels/sms-gateway';
import { SetupError } from '../../cloudfunctions/server/settings';
import { type Carriers, COURT, GATEWAY, nobodysAddress, PHONE, sms, startCarriers } from './sandbox';

let carriers: Carriers;
let config: GatewaySmsConfig;
let count = 0;

beforeAll(async () => {
  carriers = await startCarriers();
  config = gatewayConfig(carriers.url, GATEWAY);
});
afterAll(() => carriers.stop());

const send = (changes: Partial<GatewaySmsConfig> = {}, message = fresh()) =>
  gatewaySms({ ...config, ...changes }).send(message);

function fresh(changes: Parameters<typeof sms>[0] = {}) {
  count += 1;
  return sms({ text: `【${COURT}】第${count}件。`, ...changes });
}

describe('an SMS by the court’s own gateway', () => {
  test('arrives with every character that JSON would trip over', async () => {
    const text = `【${COURT}】他说："明天\\后天"\n见{{to}}。`;
    const receipt = await send({}, fresh({ text }));
    expect(receipt).toEqual({ outcome: 'accepted', serial: expect.stringMatching(/^\d+$/) });
    expect(carriers.arrivals().at(-1)).toMatchObject({ carrier: 'sms', to: PHONE, signature: COURT, text });
  });

  test.each([
    [
      'application/x-www-form-urlencoded',
      'm={{to}}&c={{text}}',
      'm=19900000001&c=a%20%26%20%3Cb%3E%20%22c%22',
    ],
    [
      'text/xml; charset=utf-8',
      '<s to="{{to}}">{{text}}</s>',
      '<s to="19900000001">a &#38; &#60;b&#62; &#34;c&#34;</s>',
    ],
    [
      'application/json',
      '["{{to}}","{{text}}","{{noticeId}}","{{template}}"]',
      '["19900000001","a & <b> \\"c\\"","notice_1","due"]',
    ],
  ])('speaks %s', async (type, bodyTemplate, body) => {
    await send(
      { headers: { ...config.headers, 'Content-Type': type }, bodyTemplate },
      sms({ text: 'a & <b> "c"' }),
    );
    expect(carriers.bodies.at(-1)).toBe(body);
  });
});

describe('what the gateway answers', () => {
  test.each([
    ['0', { outcome: 'accepted' }],
    ['E10', { outcome: 'permanent', reason: 'number-invalid' }],
    ['E11', { outcome: 'opted-out', reason: 'number-blocked' }],
    ['E20', { outcome: 'permanent', reason: 'signature' }],
    ['E30', { outcome: 'temporary', reason: 'number-limit', retryAfterSeconds: 30 }],
    ['E401', { outcome: 'temporary', reason: 'credentials', retryAfterSeconds: 3600 }],
    ['777', { outcome: 'unknown', reason: 'unlisted:777' }],
    [PHONE, { outcome: 'unknown', reason: 'unreadable-answer' }],
  ])('%s is read by the court’s own table', async (code, receipt) => {
    carriers.failNext({ carrier: 'sms', to: PHONE, fault: { kind: 'code', code } });
    expect(await send()).toEqual(receipt);
  });

  test('a wrong key is the account’s matter, not the message’s', async () => {
    expect(await send({ headers: { Authorization: 'Bearer guessed' } })).toMatchObject({
      outcome: 'temporary',
      reason: 'credentials',
    });
  });

  test.each([
    [400, 'permanent', 'refused'],
    [302, 'temporary', 'misconfigured'],
    [408, 'unknown', 'carrier-fault'],
    [429, 'temporary', 'carrier-busy'],
    [500, 'unknown', 'carrier-fault'],
    [503, 'temporary', 'carrier-busy'],
  ])('a bare %i is %s, with a table or without', async (status, outcome, reason) => {
    carriers.failNext({ carrier: 'sms', times: 2, fault: { kind: 'status', status } });
    expect(await send()).toMatchObject({ outcome, reason });
    expect(await send({ receipts: undefined })).toMatchObject({ outcome, reason });
  });

  test('a message is not carried to where an answer points', async () => {
    carriers.failNext({ carrier: 'sms', fault: { kind: 'status', status: 302 } });
    await send();
    expect(carriers.calls.at(-1)).toBe('/gateway/sms');
  });

  test('without a table a 200 is a yes', async () => {
    expect(await send({ receipts: undefined })).toEqual({ outcome: 'accepted' });
  });

  test('with a table a 200 without a code is nothing to trust', async () => {
    carriers.failNext({ carrier: 'sms', fault: { kind: 'malformed' } });
    expect(await send()).toEqual({ outcome: 'unknown', reason: 'unreadable-answer' });
  });
});

describe('when the line fails', () => {
  test('nobody listens: it is tried later', async () => {
    expect(await send({ url: await nobodysAddress() })).toEqual({
      outcome: 'temporary',
      reason: 'unreachable',
    });
  });

  test('a name that does not resolve: it is tried later', async () => {
    expect(await send({ url: 'http://gateway.invalid/' })).toEqual({
      outcome: 'temporary',
      reason: 'unreachable',
    });
  });

  test('the line is cut after the request was read: nobody knows', async () => {
    carriers.failNext({ carrier: 'sms', fault: { kind: 'drop' }, arrives: true });
    const message = fresh();
    expect(await send({}, message)).toEqual({ outcome: 'unknown', reason: 'connection-lost' });
    expect(carriers.arrivals().filter((one) => one.text === message.text)).toHaveLength(1);
  });

  test('no answer within the deadline: nobody knows', async () => {
    carriers.failNext({ carrier: 'sms', fault: { kind: 'hang' } });
    expect(await send({ deadlineMs: 2_000 })).toEqual({ outcome: 'unknown', reason: 'timed-out' });
  });
});

describe('settings that cannot work are refused at the start', () => {
  test.each<[string, Partial<GatewaySmsConfig>, RegExp]>([
    ['no address', { url: 'gateway' }, /SMS_GATEWAY_URL/],
    ['no place for the number', { bodyTemplate: '{"c":"{{text}}"}' }, /\{\{to\}\}/],
    ['a place that we cannot fill', { bodyTemplate: '{{to}}{{text}}{{name}}' }, /SMS_GATEWAY_BODY/],
    ['a body that we cannot write', { headers: { 'content-type': 'text/csv' } }, /SMS_GATEWAY_HEADERS/],
  ])('%s', (_, changes, sentence) => {
    expect(() => gatewaySms({ ...config, ...changes })).toThrow(SetupError);
    expect(() => gatewaySms({ ...config, ...changes })).toThrow(sentence);
  });
});
