import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Channel, type Outcome, REASONS } from '../../cloudfunctions/server/channels/channel';
import { type TencentSmsConfig, tencentSms } from '../../cloudfunctions/server/channels/sms-tencent';
import { TENCENT_CODES } from '../../cloudfunctions/server/channels/sms-tencent-codes';
import {
  type Carriers,
  COURT,
  nobodysAddress,
  PHONE,
  silentAddress,
  sms,
  startCarriers,
  TENCENT,
} from './sandbox';

let carriers: Carriers;
let channel: Channel;
let minute = 0;

beforeAll(async () => {
  carriers = await startCarriers();
  channel = channelWith({});
});
afterAll(() => carriers.stop());

function channelWith(changes: Partial<TencentSmsConfig>): Channel {
  return tencentSms({
    ...TENCENT,
    signName: COURT,
    templates: { due: '1001', done: '1002', unapproved: '1999' },
    endpoint: carriers.url,
    ...changes,
  });
}

/** A message that no earlier test has sent, so that the 30-second rule does not meet it. */
function fresh(changes: Parameters<typeof sms>[0] = {}) {
  minute += 1;
  return sms({
    noticeId: `notice_${minute}`,
    fields: { task: `K7M2-${minute}`, due: '3月12日' },
    ...changes,
  });
}

const EVERY_CODE: Record<Exclude<Outcome, 'delivered'>, string[]> = {
  accepted: ['Ok'],
  'opted-out': ['FailedOperation.PhoneNumberInBlacklist'],
  permanent: [
    'FailedOperation',
    'FailedOperation.ContainSensitiveWord',
    'FailedOperation.FailResolvePacket',
    'FailedOperation.JsonParseFail',
    'FailedOperation.TemplateIdNotExist',
    'FailedOperation.TemplateIncorrectOrUnapproved',
    'FailedOperation.TemplateParamSetNotMatchApprovedTemplate',
    'FailedOperation.TemplateUnapprovedOrNotExist',
    'InternalError.JsonParseFail',
    'InvalidParameter',
    'InvalidParameter.DirtyWordFound',
    'InvalidParameterValue',
    'InvalidParameterValue.ContentLengthLimit',
    'InvalidParameterValue.IncorrectPhoneNumber',
    'InvalidParameterValue.ProhibitedUseUrlInTemplateParameter',
    'InvalidParameterValue.TemplateParameterFormatError',
    'InvalidParameterValue.TemplateParameterLengthLimit',
    'MissingParameter',
    'MissingParameter.EmptyPhoneNumberSet',
    'UnsupportedOperation',
  ],
  temporary: [
    'ActionOffline',
    'AuthFailure',
    'AuthFailure.SignatureExpire',
    'FailedOperation.InsufficientBalanceInSmsPackage',
    'FailedOperation.MarketingSendTimeConstraint',
    'FailedOperation.MissingSignature',
    'FailedOperation.SignatureIncorrectOrUnapproved',
    'InternalError.RequestTimeException',
    'InternalError.RestApiInterfaceNotExist',
    'InternalError.SigFieldMissing',
    'InternalError.SigVerificationFail',
    'InvalidAction',
    'InvalidParameterValue.SdkAppIdNotExist',
    'IpInBlacklist',
    'IpNotInWhitelist',
    'LimitExceeded',
    'LimitExceeded.AppCountryOrRegionDailyLimit',
    'LimitExceeded.AppDailyLimit',
    'LimitExceeded.AppGlobalDailyLimit',
    'LimitExceeded.AppMainlandChinaDailyLimit',
    'LimitExceeded.DailyLimit',
    'LimitExceeded.DeliveryFrequencyLimit',
    'LimitExceeded.PhoneNumberDailyLimit',
    'LimitExceeded.PhoneNumberOneHourLimit',
    'LimitExceeded.PhoneNumberSameContentDailyLimit',
    'LimitExceeded.PhoneNumberThirtySecondLimit',
    'NoSuchVersion',
    'RequestLimitExceeded',
    'ResourceUnavailable',
    'ServiceUnavailable',
    'UnauthorizedOperation',
    'UnauthorizedOperation.SdkAppIdIsDisabled',
    'UnauthorizedOperation.SerivceSuspendDueToArrears',
    'UnauthorizedOperation.ServiceSuspendDueToArrears',
    'UnsupportedRegion',
  ],
  unknown: ['InternalError'],
};
const rows = Object.entries(EVERY_CODE).flatMap(([outcome, codes]) => codes.map((code) => [code, outcome]));

describe('an SMS by Tencent', () => {
  test('stands on the phone word for word as the court wrote it, and its serial is kept', async () => {
    const message = sms();
    const receipt = await channel.send(message);
    expect(receipt).toEqual({ outcome: 'accepted', serial: expect.stringMatching(/^\d+$/) });
    expect(carriers.arrivals().at(-1)).toMatchObject({
      carrier: 'sms',
      to: PHONE,
      signature: COURT,
      template: '1001',
      text: message.text,
      fields: { 1: 'K7M2-9QXR', 2: '3月12日' },
    });
  });

  test('goes out without variables where the template has none', async () => {
    expect(await channel.send(fresh({ template: 'done', fields: {} }))).toMatchObject({
      outcome: 'accepted',
    });
  });

  test.each([
    ['a template that we have not configured', { template: 'nobody-knows' }, 'template'],
    ['a number that is none', { to: '0571-1234' }, 'number-invalid'],
  ])('%s is refused before anything is sent', async (_, changes, reason) => {
    const before = carriers.calls.length;
    expect(await channel.send(fresh(changes))).toEqual({ outcome: 'permanent', reason });
    expect(carriers.calls).toHaveLength(before);
  });

  test.each([
    ['a template that was never approved', { template: 'unapproved' }, 'permanent', 'template'],
    ['a variable too many', { fields: { a: '1', b: '2', c: '3' } }, 'permanent', 'field'],
    ['a link in a variable', { fields: { a: 'https://qingxi.test', b: '2' } }, 'permanent', 'field'],
    ['a number from abroad', { to: '+85290000000' }, 'permanent', 'number-invalid'],
  ])('%s is refused by the carrier', async (_, changes, outcome, reason) => {
    expect(await channel.send(fresh(changes))).toEqual({ outcome, reason });
  });

  test('the same text to the same number twice in 30 seconds is held back, and goes afterwards', async () => {
    const message = fresh();
    await channel.send(message);
    expect(await channel.send(message)).toEqual({
      outcome: 'temporary',
      reason: 'number-limit',
      retryAfterSeconds: 30,
    });
    carriers.clock.now = new Date(carriers.clock.now.getTime() + 30_000);
    expect(await channel.send(message)).toMatchObject({ outcome: 'accepted' });
  });
});

describe('what Tencent answers', () => {
  test('every row of the table stands in this test', () => {
    expect(rows.map(([code]) => code).sort()).toEqual(Object.keys(TENCENT_CODES).sort());
  });

  test.each(rows)('%s is %s, whether for the message or for the whole request', async (code, outcome) => {
    carriers.failNext({ carrier: 'sms', fault: { kind: 'code', code: code! } });
    const forMessage = await channel.send(fresh());
    expect(forMessage).toEqual({ ...TENCENT_CODES[code!], outcome });
    if (code === 'Ok') return;
    carriers.failNext({ carrier: 'sms', fault: { kind: 'error', code: code! } });
    expect(await channel.send(fresh())).toEqual(forMessage);
  });

  test('a code of a known class counts as its class', async () => {
    carriers.failNext({ carrier: 'sms', fault: { kind: 'code', code: 'InternalError.Timeout' } });
    expect(await channel.send(fresh())).toEqual({ outcome: 'unknown', reason: 'carrier-fault' });
  });

  test.each([
    ['SomethingNew.Happened', 'unlisted:SomethingNew.Happened'],
    [`Refused ${PHONE}`, 'unreadable-answer'],
  ])('the strange code “%s” leaves us in doubt', async (code, reason) => {
    carriers.failNext({ carrier: 'sms', fault: { kind: 'code', code } });
    expect(await channel.send(fresh())).toEqual({ outcome: 'unknown', reason });
  });

  test.each([
    [500, 'unknown', 'carrier-fault'],
    [502, 'unknown', 'carrier-fault'],
    [503, 'temporary', 'carrier-busy'],
    [429, 'temporary', 'carrier-busy'],
    [403, 'temporary', 'credentials'],
    [404, 'temporary', 'misconfigured'],
  ])('a bare %i is %s', async (status, outcome, reason) => {
    carriers.failNext({ carrier: 'sms', fault: { kind: 'status', status } });
    expect(await channel.send(fresh())).toMatchObject({ outcome, reason });
  });

  test('no reason of the table is unknown to the port', () => {
    for (const { reason } of Object.values(TENCENT_CODES)) {
      expect(reason === undefined || REASONS.includes(reason as never)).toBe(true);
    }
  });
});

describe('when the line fails', () => {
  test('nobody listens: nothing was written, so it is tried later', async () => {
    const receipt = await channelWith({ endpoint: await nobodysAddress() }).send(fresh());
    expect(receipt).toEqual({ outcome: 'temporary', reason: 'unreachable' });
  });

  test('the TLS handshake never ends: nothing was written either', async () => {
    const silent = await silentAddress('https');
    const receipt = await channelWith({ endpoint: silent.url, deadlineMs: 500 }).send(fresh());
    expect(receipt).toEqual({ outcome: 'temporary', reason: 'unreachable' });
    await silent.stop();
  });

  test('the line is cut after the request was read: nobody knows, though the phone rang', async () => {
    carriers.failNext({ carrier: 'sms', fault: { kind: 'drop' }, arrives: true });
    const message = fresh();
    expect(await channel.send(message)).toEqual({ outcome: 'unknown', reason: 'connection-lost' });
    expect(carriers.arrivals().filter((one) => one.fields[1] === message.fields.task)).toHaveLength(1);
  });

  test('no answer within the deadline: nobody knows', async () => {
    carriers.failNext({ carrier: 'sms', fault: { kind: 'hang' } });
    const receipt = await channelWith({ deadlineMs: 2_000 }).send(fresh());
    expect(receipt).toEqual({ outcome: 'unknown', reason: 'timed-out' });
  });

  test('an answer that cannot be read: nobody knows', async () => {
    carriers.failNext({ carrier: 'sms', fault: { kind: 'malformed' } });
    expect(await channel.send(fresh())).toEqual({ outcome: 'unknown', reason: 'unreadable-answer' });
  });

  test('the answer is late: within the deadline it counts, after it nobody knows', async () => {
    const hasty = channelWith({ deadlineMs: 2_000 });
    carriers.failNext({ carrier: 'sms', fault: { kind: 'late', ms: 100 } });
    expect(await hasty.send(fresh())).toMatchObject({ outcome: 'accepted' });
    carriers.failNext({ carrier: 'sms', fault: { kind: 'late', ms: 4_000 } });
    const message = fresh();
    expect(await hasty.send(message)).toEqual({ outcome: 'unknown', reason: 'timed-out' });
    expect(carriers.arrivals().filter(({ reference }) => reference === message.noticeId)).toHaveLength(1);
  });

  test('answered twice: the first answer counts, and the next message gets its own', async () => {
    carriers.failNext({ carrier: 'sms', fault: { kind: 'twice' } });
    const [first, second] = [await channel.send(fresh()), await channel.send(fresh())];
    expect([first, second]).toMatchObject([{ outcome: 'accepted' }, { outcome: 'accepted' }]);
    expect(first.serial).not.toBe(second.serial);
  });

  test('without an address nothing is sent, and never to the real carrier', async () => {
    const receipt = await channelWith({ endpoint: '' }).send(fresh());
    expect(receipt).toMatchObject({ outcome: 'temporary', reason: 'misconfigured' });
  });
});

describe('who may send', () => {
  test.each([
    ['a wrong key', { secretKey: 'guessed' }],
    ['a key that nobody issued', { secretId: 'stranger' }],
    ['another application', { sdkAppId: '1400000001' }],
  ])('%s is refused', async (_, changes) => {
    const before = carriers.arrivals().length;
    expect(await channelWith(changes).send(fresh())).toMatchObject({
      outcome: 'temporary',
      reason: 'credentials',
    });
    expect(carriers.arrivals()).toHaveLength(before);
  });

  test('a signature that was not approved is refused', async () => {
    expect(await channelWith({ signName: '别的法院' }).send(fresh())).toMatchObject({ reason: 'signature' });
  });
});

describe('asking what became of it', () => {
  const ask = (message: ReturnType<typeof sms>, serial?: string) =>
    channel.ask!({ noticeId: message.noticeId, to: message.to, sentAt: carriers.clock.now, serial });

  test('a message that was taken has arrived', async () => {
    const message = fresh();
    const { serial } = await channel.send(message);
    expect(await ask(message, serial)).toEqual({ outcome: 'delivered', serial });
  });

  test('a message whose answer was lost is found by our own id', async () => {
    carriers.failNext({ carrier: 'sms', fault: { kind: 'drop' }, arrives: true });
    const message = fresh();
    expect(await channel.send(message)).toMatchObject({ outcome: 'unknown' });
    expect(await ask(message)).toMatchObject({ outcome: 'delivered', serial: expect.any(String) });
  });

  test('a message that never reached the carrier stays unknown', async () => {
    carriers.failNext({ carrier: 'sms', fault: { kind: 'drop' } });
    const message = fresh();
    await channel.send(message);
    expect(await ask(message)).toEqual({ outcome: 'unknown', reason: 'not-reported' });
  });

  test('a phone that could not be reached is said to be so', async () => {
    carriers.failNext({ carrier: 'sms', fault: { kind: 'undelivered' } });
    const message = fresh();
    const { outcome, serial } = await channel.send(message);
    expect(outcome).toBe('accepted');
    expect(await ask(message, serial)).toEqual({ outcome: 'permanent', reason: 'undelivered', serial });
  });

  test('the carrier that cannot be reached has reported nothing', async () => {
    const lost = channelWith({ endpoint: await nobodysAddress() });
    const receipt = await lost.ask!({ noticeId: 'n', to: PHONE, sentAt: carriers.clock.now });
    expect(receipt).toEqual({ outcome: 'unknown', reason: 'not-reported' });
  });
});
