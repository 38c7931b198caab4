import { describe, expect, test } from 'vitest';
import { readSettings } from '../../cloudfunctions/server/settings';

/** What an operator of a court sets so that carriers can report. */
const COURT = {
  ZHIQIAN_MODE: 'production',
  DATABASE_URL: 'postgres://localhost/zhiqian',
  ZHIQIAN_MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
  ZHIQIAN_TIP_KEY: Buffer.alloc(32, 2).toString('base64'),
  ZHIQIAN_TIPSTER_KEY: Buffer.alloc(32, 3).toString('base64'),
  ZHIQIAN_PUBLIC_URL: 'https://court.example',
  WECHAT_APP_ID: 'wx1',
  WECHAT_APP_SECRET: 's',
  WECHAT_TEMPLATES: '{}',
  WECHAT_PUSH_TOKEN: 'aTokenOf17Letters',
};
const TENCENT = {
  ...COURT,
  TENCENT_SECRET_ID: 'i',
  TENCENT_SECRET_KEY: 'k',
  TENCENT_SMS_APP_ID: 'a',
  TENCENT_SMS_SIGN: 's',
  TENCENT_SMS_TEMPLATES: '{}',
  TENCENT_SMS_RECEIPT_TOKEN: '0123456789abcdef01234567',
};
const RECEIPTS = {
  header: 'x-secret',
  secret: 'sixteen-letters-x',
  serial: 'id',
  status: 'stat',
  delivered: ['1'],
  undelivered: ['2'],
};
const GATEWAY = {
  ...COURT,
  SMS_GATEWAY_URL: 'https://sms.example',
  SMS_GATEWAY_BODY: '{"to":"{{to}}","text":"{{text}}"}',
  SMS_GATEWAY_ANSWERS: '{"codePath":"code","serialPath":"id","meanings":{"0":{"outcome":"accepted"}}}',
  SMS_GATEWAY_RECEIPTS: JSON.stringify(RECEIPTS),
};

test('with Tencent', () => {
  expect(readSettings(TENCENT).receipts).toEqual({
    wechat: { appId: 'wx1', token: 'aTokenOf17Letters' },
    tencent: { token: '0123456789abcdef01234567' },
  });
});

test('with the court’s own gateway: its reports, and where it answers with its number of a message', () => {
  const { receipts, carriers } = readSettings(GATEWAY);
  expect(receipts).toMatchObject({ gateway: RECEIPTS });
  expect(receipts.tencent).toBeUndefined();
  expect(carriers.sms).toMatchObject({ driver: 'gateway', receipts: { serialPath: 'id' } });
});

test('a gateway that does not report is a gateway still', () => {
  const { receipts } = readSettings({ ...GATEWAY, SMS_GATEWAY_RECEIPTS: '' });
  expect(receipts.gateway).toBeUndefined();
});

describe('one sentence says which is wrong', () => {
  const gateway = (changes: object) => ({
    ...GATEWAY,
    SMS_GATEWAY_RECEIPTS: JSON.stringify({ ...RECEIPTS, ...changes }),
  });
  test.each([
    [{ ...TENCENT, WECHAT_PUSH_TOKEN: '' }, /needs WECHAT_PUSH_TOKEN\./],
    [{ ...TENCENT, WECHAT_PUSH_TOKEN: 'with a space' }, /^WECHAT_PUSH_TOKEN must/],
    [{ ...TENCENT, WECHAT_PUSH_AES_KEY: 'short' }, /^WECHAT_PUSH_AES_KEY must/],
    [{ ...TENCENT, TENCENT_SMS_RECEIPT_TOKEN: '' }, /^TENCENT_SMS_RECEIPT_TOKEN must/],
    [{ ...TENCENT, TENCENT_SMS_RECEIPT_TOKEN: 'short' }, /^TENCENT_SMS_RECEIPT_TOKEN must/],
    [{ ...GATEWAY, SMS_GATEWAY_RECEIPTS: '{' }, /^SMS_GATEWAY_RECEIPTS must be a JSON object/],
    [gateway({ secret: 'short' }), /^SMS_GATEWAY_RECEIPTS is wrong at secret\./],
    [gateway({ delivered: undefined }), /^SMS_GATEWAY_RECEIPTS is wrong at delivered\./],
    [gateway({ deliverd: ['1'] }), /^SMS_GATEWAY_RECEIPTS is wrong at /],
    [gateway({ phone: 'mobile' }), /give "phone" and "text" both/],
    [{ ...GATEWAY, SMS_GATEWAY_ANSWERS: '{"meanings":{}}' }, /^SMS_GATEWAY_ANSWERS is wrong at codePath\./],
  ])('%#: %s', (environment, sentence) => {
    expect(() => readSettings(environment)).toThrow(sentence);
  });
});
