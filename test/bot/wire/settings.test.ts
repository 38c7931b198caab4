import { expect, test } from 'vitest';
import { readSettings } from '../../../bot/settings';

const BOT = { ZHIQIAN_BOT_ID: 'a', ZHIQIAN_BOT_SECRET: 'b' };
const WECHATY = { ...BOT, ZHIQIAN_BOT_GATEWAY: 'wechaty' };

test.each<[string, Record<string, string>, RegExp]>([
  ['nothing at all', {}, /needs ZHIQIAN_BOT_ID, ZHIQIAN_BOT_SECRET, ZHIQIAN_BOT_GATEWAY.*create-bot/],
  ['an unknown gateway', { ...BOT, ZHIQIAN_BOT_GATEWAY: 'qq' }, /is "qq"; it is one of wechaty, wecom/],
  ['a server without https', { ...WECHATY, ZHIQIAN_URL: 'http://court.example' }, /https address/],
  ['wechaty without a certificate', WECHATY, /WECHATY_PUPPET_SERVICE_CA_FILE.*own certificate/],
  [
    'a certificate that is none',
    {
      ...WECHATY,
      WECHATY_PUPPET_SERVICE_CA_FILE: '/none',
      WECHATY_PUPPET_SERVICE_TOKEN: 't',
      WECHATY_PUPPET_SERVICE_ENDPOINT: 'e',
    },
    /no certificate in PEM/,
  ],
  [
    'a line without protection',
    { ...WECHATY, WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: '1' },
    /remove it/,
  ],
  ['WeCom without its id', { ...BOT, ZHIQIAN_BOT_GATEWAY: 'wecom' }, /needs WECOM_BOT_ID/],
  [
    'a webhook without https',
    { ...BOT, ZHIQIAN_BOT_GATEWAY: 'webhook', WECOM_WEBHOOKS: '{"g":"http://x"}' },
    /address of "g"/,
  ],
  [
    'a pace that sees a loss too late',
    { ...BOT, ZHIQIAN_BOT_GATEWAY: 'sandbox', ZHIQIAN_BOT_SANDBOX: 'x', ZHIQIAN_BOT_DING_MS: '30000' },
    /more than a minute/,
  ],
])('%s is said in one sentence', (_what, env, sentence) => {
  expect(() => readSettings(env)).toThrow(sentence);
});

test('the usual pace knows of a loss within a minute', () => {
  const { pace } = readSettings({
    ...BOT,
    ZHIQIAN_BOT_GATEWAY: 'sandbox',
    ZHIQIAN_BOT_SANDBOX: 'http://127.0.0.1:1',
  });
  expect(pace.dingEveryMs * 2 + pace.dongWithinMs).toBeLessThanOrEqual(60_000);
});
