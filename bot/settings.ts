import { readFileSync } from 'node:fs';
import { GATEWAYS, type GatewayName } from './gateways/port';

/** Something that the operator must set right before the bot starts; the message is the sentence he reads. */
export class SetupError extends Error {
  override name = 'SetupError';
}

export interface Pace {
  /** How often the gateway is asked whether it lives, and how long its answer may take. */
  dingEveryMs: number;
  dongWithinMs: number;
  /** How long a message may take to be taken. */
  sayWithinMs: number;
  /** How often the server hears how the gateway is, and how often it is asked for what is due. */
  reportEveryMs: number;
  claimEveryMs: number;
}

export type GatewaySettings =
  | { name: 'wechaty'; puppet: string; options: Record<string, unknown> }
  | { name: 'wecom'; botId: string; secret: string; url?: string }
  | { name: 'webhook'; groups: Record<string, string> }
  | { name: 'sandbox'; url: string };

export interface BotSettings {
  /** Where the server answers: its api door is below it. */
  server: string;
  botId: string;
  secret: string;
  gateway: GatewaySettings;
  pace: Pace;
}

type Environment = Record<string, string | undefined>;

/** The bot's settings as the operator wrote them. Throws a SetupError with what to do. */
export const settingsFromEnvironment = (): BotSettings => readSettings(process.env);

export function readSettings(env: Environment): BotSettings {
  const missing = ['ZHIQIAN_BOT_ID', 'ZHIQIAN_BOT_SECRET', 'ZHIQIAN_BOT_GATEWAY'].filter(
    (name) => !env[name],
  );
  if (missing.length > 0) {
    throw new SetupError(
      `The bot needs ${missing.join(', ')}. "npm run create-bot" gives an id and a secret; ZHIQIAN_BOT_GATEWAY is one of ${GATEWAYS.join(', ')}.`,
    );
  }
  return {
    server: readServer(env.ZHIQIAN_URL ?? 'http://127.0.0.1:8620'),
    botId: env.ZHIQIAN_BOT_ID!,
    secret: env.ZHIQIAN_BOT_SECRET!,
    gateway: readGateway(env),
    pace: readPace(env),
  };
}

/** The secret travels with every sign-in, so it goes over https or stays on this machine. */
function readServer(text: string): string {
  const address = text.replace(/\/$/, '');
  if (URL.canParse(address) && /^https:\/\/|^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:|$)/.test(address)) {
    return address;
  }
  throw new SetupError(`ZHIQIAN_URL is "${text}"; give the server's https address, or one of this machine.`);
}

function readGateway(env: Environment): GatewaySettings {
  const name = GATEWAYS.find((one) => one === env.ZHIQIAN_BOT_GATEWAY);
  if (!name) {
    throw new SetupError(
      `ZHIQIAN_BOT_GATEWAY is "${env.ZHIQIAN_BOT_GATEWAY}"; it is one of ${GATEWAYS.join(', ')}.`,
    );
  }
  return READERS[name](env);
}

const READERS: Record<GatewayName, (env: Environment) => GatewaySettings> = {
  wechaty: (env) => {
    const puppet = env.WECHATY_PUPPET ?? 'wechaty-puppet-service';
    const options = readObject('WECHATY_PUPPET_OPTIONS', env.WECHATY_PUPPET_OPTIONS ?? '{}');
    if (puppet !== 'wechaty-puppet-service') return { name: 'wechaty', puppet, options };
    return { name: 'wechaty', puppet, options: { ...options, ...serviceOptions(env) } };
  },
  wecom: (env) => ({
    name: 'wecom',
    botId: need(env, 'WECOM_BOT_ID', "the bot's id in the WeCom console"),
    secret: need(env, 'WECOM_BOT_SECRET', "the bot's secret in the WeCom console"),
    ...(env.WECOM_BOT_URL ? { url: readWire(env.WECOM_BOT_URL) } : {}),
  }),
  webhook: (env) => {
    const text = need(env, 'WECOM_WEBHOOKS', 'a JSON object from group to webhook address');
    const groups = readObject('WECOM_WEBHOOKS', text);
    for (const [group, address] of Object.entries(groups)) {
      if (typeof address === 'string' && /^https:\/\/|^http:\/\/127\.0\.0\.1[:/]/.test(address)) continue;
      throw new SetupError(`WECOM_WEBHOOKS: the address of "${group}" must begin with https://.`);
    }
    return { name: 'webhook', groups: groups as Record<string, string> };
  },
  sandbox: (env) => ({
    name: 'sandbox',
    url: need(env, 'ZHIQIAN_BOT_SANDBOX', 'the address of the sandbox; "npm start" sets it'),
  }),
};

/** The certificate that the package brings along has a public key: anybody could stand in between. */
function serviceOptions(env: Environment): Record<string, unknown> {
  if (env.WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT) {
    throw new SetupError(
      'WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT would send messages unprotected; remove it.',
    );
  }
  const file = need(
    env,
    'WECHATY_PUPPET_SERVICE_CA_FILE',
    "the file with your puppet server's own certificate",
  );
  const token = need(env, 'WECHATY_PUPPET_SERVICE_TOKEN', "the puppet server's token");
  return {
    token,
    endpoint: need(env, 'WECHATY_PUPPET_SERVICE_ENDPOINT', 'host:port of the puppet server'),
    tls: { caCert: readCertificate(file) },
  };
}

function readCertificate(file: string): string {
  try {
    const text = readFileSync(file, 'utf8');
    if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  } catch {
    // Said below.
  }
  throw new SetupError(`WECHATY_PUPPET_SERVICE_CA_FILE is "${file}", which is no certificate in PEM.`);
}

function readWire(address: string): string {
  if (/^wss:\/\/|^ws:\/\/127\.0\.0\.1[:/]/.test(address)) return address;
  throw new SetupError('WECOM_BOT_URL must begin with wss://.');
}

/** A gateway that is gone has to be known within a minute. */
const SLOWEST_MS = 60_000;

function readPace(env: Environment): Pace {
  const dingEveryMs = readMs(env, 'ZHIQIAN_BOT_DING_MS', 20_000);
  const dongWithinMs = readMs(env, 'ZHIQIAN_BOT_DONG_MS', 15_000);
  if (dingEveryMs * 2 + dongWithinMs > SLOWEST_MS) {
    throw new SetupError(
      'Twice ZHIQIAN_BOT_DING_MS and ZHIQIAN_BOT_DONG_MS together must not be more than a minute.',
    );
  }
  return {
    dingEveryMs,
    dongWithinMs,
    sayWithinMs: readMs(env, 'ZHIQIAN_BOT_SAY_MS', 10_000),
    reportEveryMs: readMs(env, 'ZHIQIAN_BOT_REPORT_MS', 20_000),
    claimEveryMs: readMs(env, 'ZHIQIAN_BOT_CLAIM_MS', 5_000),
  };
}

function readMs(env: Environment, name: string, usual: number): number {
  const text = env[name] ?? String(usual);
  const ms = Number(text);
  if (/^\d+$/.test(text) && ms > 0) return ms;
  throw new SetupError(`${name} is "${text}"; give milliseconds, e.g. ${usual}.`);
}

function readObject(name: string, text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    if (value && typeof value === 'object' && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw new SetupError(`${name} must be a JSON object such as {"name":"value"}.`);
}

function need(env: Environment, name: string, what: string): string {
  const value = env[name];
  if (!value) throw new SetupError(`ZHIQIAN_BOT_GATEWAY=${env.ZHIQIAN_BOT_GATEWAY} needs ${name}: ${what}.`);
  return value;
}
