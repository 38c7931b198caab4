import { createHash } from 'node:crypto';
import type { ChannelName } from '../../shared/reminders/weight';
import type { GatewayReceipts } from './channels/sms-gateway';
import { SetupError } from './settings-error';
import { type KeySettings, readKeySettings } from './settings-keys';
import { type ReceiptSettings, readGatewayAnswers, readReceiptSettings } from './settings-receipts';

export { SetupError };

export type SmsSettings =
  | {
      driver: 'tencent';
      secretId: string;
      secretKey: string;
      sdkAppId: string;
      signName: string;
      endpoint?: string;
      templates: Record<string, string>;
    }
  | {
      driver: 'gateway';
      url: string;
      headers: Record<string, string>;
      bodyTemplate: string;
      receipts?: GatewayReceipts;
    };

export interface CarrierSettings {
  sms: SmsSettings;
  subscribe: { appId: string; secret: string; baseUrl: string; templates: Record<string, string> };
}

export interface Settings {
  mode: 'demo' | 'production';
  host: string;
  port: number;
  /** Empty in demo mode until the host has started the embedded server. */
  databaseUrl: string;
  dataFolder: string;
  publicUrl: string;
  masterKey: Uint8Array;
  keys: KeySettings;
  /** The keys of what citizens tell, and of who they are: written like ZHIQIAN_MASTER_KEY, or like ZHIQIAN_KEYS. */
  tipKeys: string;
  tipsterKeys: string;
  /** The file of the audit's anchors; in the data folder where it is not set. */
  anchorsFile?: string;
  /** The court that this door belongs to, where one database serves several. */
  courtId: string | null;
  /** Who is told when something has gone wrong with sending. */
  alarmWebhook: string | null;
  wechatAppId: string;
  carriers: CarrierSettings;
  /** Calls a second that each carrier allows, all workers together. */
  rates: Record<ChannelName, number>;
  receipts: ReceiptSettings;
}

type Environment = Record<string, string | undefined>;

/** Reads settings as an operator writes them. Throws a SetupError that says which variable is wrong and how to set it. */
export function readSettings(env: Environment): Settings {
  const mode = env.ZHIQIAN_MODE ?? 'demo';
  if (mode !== 'demo' && mode !== 'production') {
    throw new SetupError('ZHIQIAN_MODE must be "demo" or "production".');
  }
  const host = env.HOST ?? '127.0.0.1';
  const port = readPort(env.PORT ?? '8620');
  const publicUrl = (env.ZHIQIAN_PUBLIC_URL ?? `http://${host}:${port}`).replace(/\/$/, '');
  const common = {
    host,
    port,
    publicUrl,
    dataFolder: env.ZHIQIAN_DATA ?? '.data',
    anchorsFile: env.ZHIQIAN_ANCHORS,
    courtId: env.ZHIQIAN_COURT || null,
    alarmWebhook: readWebhook(env.ZHIQIAN_ALARM_WEBHOOK),
    keys: readKeySettings(env),
  };
  return mode === 'demo' ? demoSettings(env, common) : productionSettings(env, common);
}

type Common = Pick<
  Settings,
  'host' | 'port' | 'publicUrl' | 'dataFolder' | 'keys' | 'anchorsFile' | 'courtId' | 'alarmWebhook'
>;

function readWebhook(text = ''): string | null {
  if (text === '') return null;
  if (/^https:\/\/|^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(text) && URL.canParse(text)) return text;
  throw new SetupError('ZHIQIAN_ALARM_WEBHOOK must be an https address, e.g. of a robot in a WeCom group.');
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new SetupError(`PORT is "${text}"; give a number from 1 to 65535, for example PORT=8620.`);
  }
  return port;
}

/** A demo needs no secret: its key is fixed by its folder, its carriers are the sandbox that the host starts. */
function demoSettings(env: Environment, common: Common): Settings {
  return {
    ...common,
    mode: 'demo',
    databaseUrl: env.DATABASE_URL ?? '',
    masterKey: env.ZHIQIAN_MASTER_KEY ? readKey(env.ZHIQIAN_MASTER_KEY) : DEMO_KEY,
    tipKeys: env.ZHIQIAN_TIP_KEY ?? demoKey('tips'),
    tipsterKeys: env.ZHIQIAN_TIPSTER_KEY ?? demoKey('tipsters'),
    wechatAppId: env.WECHAT_APP_ID ?? DEMO_CARRIERS.subscribe.appId,
    carriers: DEMO_CARRIERS,
    rates: readRates(env),
    receipts: DEMO_RECEIPTS,
  };
}

const DEMO_KEY = new Uint8Array(createHash('sha256').update('zhiqian demo, fictional data only').digest());

const demoKey = (of: string): string =>
  createHash('sha256').update(`zhiqian demo ${of}, fictional data only`).digest('base64');

/** What the carrier sandbox knows of us; the host fills in its address. */
const DEMO_CARRIERS: CarrierSettings = {
  sms: {
    driver: 'tencent',
    secretId: 'demo-secret-id',
    secretKey: 'demo-secret-key',
    sdkAppId: '1400000000',
    signName: '青溪县人民法院',
    endpoint: '',
    templates: {},
  },
  subscribe: { appId: 'wx0000000000000000', secret: 'demo-app-secret', baseUrl: '', templates: {} },
};

/** The sandbox reports by these. */
const DEMO_RECEIPTS: ReceiptSettings = {
  wechat: { appId: DEMO_CARRIERS.subscribe.appId, token: 'demoPushToken' },
  tencent: { token: 'demo-receipt-token' },
};

/** Production starts with all of its secrets or not at all, and names every one that is missing. */
function productionSettings(env: Environment, common: Common): Settings {
  const missing = PRODUCTION_NEEDS.filter((name) => !env[name]);
  if (missing.length > 0) {
    throw new SetupError(
      `ZHIQIAN_MODE=production needs ${missing.join(', ')}. See the README, "Production".`,
    );
  }
  return {
    ...common,
    mode: 'production',
    databaseUrl: env.DATABASE_URL!,
    masterKey: readKey(env.ZHIQIAN_MASTER_KEY!),
    ...tipKeysOf(env),
    wechatAppId: env.WECHAT_APP_ID!,
    rates: readRates(env),
    receipts: readReceiptSettings(env),
    carriers: {
      sms: smsSettings(env),
      subscribe: {
        appId: env.WECHAT_APP_ID!,
        secret: env.WECHAT_APP_SECRET!,
        baseUrl: env.WECHAT_API_URL ?? 'https://api.weixin.qq.com',
        templates: readJson('WECHAT_TEMPLATES', env.WECHAT_TEMPLATES!),
      },
    },
  };
}

const PRODUCTION_NEEDS = [
  'DATABASE_URL',
  'ZHIQIAN_MASTER_KEY',
  'ZHIQIAN_TIP_KEY',
  'ZHIQIAN_TIPSTER_KEY',
  'ZHIQIAN_PUBLIC_URL',
  'WECHAT_APP_ID',
  'WECHAT_APP_SECRET',
  'WECHAT_TEMPLATES',
  'WECHAT_PUSH_TOKEN',
];

/** Whoever holds one of the three keys must not thereby hold another. */
function tipKeysOf(env: Environment): Pick<Settings, 'tipKeys' | 'tipsterKeys'> {
  const [master, tipKeys, tipsterKeys] = [
    env.ZHIQIAN_MASTER_KEY!,
    env.ZHIQIAN_TIP_KEY!,
    env.ZHIQIAN_TIPSTER_KEY!,
  ];
  if (new Set([master, tipKeys, tipsterKeys]).size < 3) {
    throw new SetupError('ZHIQIAN_MASTER_KEY, ZHIQIAN_TIP_KEY and ZHIQIAN_TIPSTER_KEY must be three keys.');
  }
  return { tipKeys, tipsterKeys };
}

const readRates = (env: Environment) => ({
  sms: readRate(env, 'SMS_RATE', 3000),
  subscribe: readRate(env, 'WECHAT_RATE', 500),
});

/** Tencent allows 3,000 calls a second; a court's own gateway often fewer. */
function readRate(env: Environment, name: string, usual: number): number {
  const text = env[name] ?? String(usual);
  const rate = Number(text);
  if (/^\d+$/.test(text) && rate > 0) return rate;
  throw new SetupError(
    `${name} is "${text}"; give the calls a second that the carrier allows, e.g. ${usual}.`,
  );
}

function smsSettings(env: Environment): SmsSettings {
  if (env.SMS_GATEWAY_URL) {
    return {
      driver: 'gateway',
      url: env.SMS_GATEWAY_URL,
      headers: readJson('SMS_GATEWAY_HEADERS', env.SMS_GATEWAY_HEADERS ?? '{}'),
      bodyTemplate: need(env, 'SMS_GATEWAY_BODY'),
      receipts: readGatewayAnswers(env),
    };
  }
  return {
    driver: 'tencent',
    secretId: need(env, 'TENCENT_SECRET_ID'),
    secretKey: need(env, 'TENCENT_SECRET_KEY'),
    sdkAppId: need(env, 'TENCENT_SMS_APP_ID'),
    signName: need(env, 'TENCENT_SMS_SIGN'),
    templates: readJson('TENCENT_SMS_TEMPLATES', need(env, 'TENCENT_SMS_TEMPLATES')),
  };
}

function need(env: Environment, name: string): string {
  const value = env[name];
  if (!value) throw new SetupError(`Set ${name}, or SMS_GATEWAY_URL for the court's own gateway.`);
  return value;
}

function readJson(name: string, text: string): Record<string, string> {
  try {
    return JSON.parse(text) as Record<string, string>;
  } catch {
    throw new SetupError(`${name} must be a JSON object such as {"due":"123456"}.`);
  }
}

function readKey(text: string): Uint8Array {
  const key = new Uint8Array(Buffer.from(text, 'base64'));
  if (key.length !== 32) {
    throw new SetupError('ZHIQIAN_MASTER_KEY must be 32 bytes in base64: openssl rand -base64 32');
  }
  return key;
}
