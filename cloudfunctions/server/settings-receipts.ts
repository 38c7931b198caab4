import { type AnySchema, type Infer, z } from '../../shared/zod';
import type { GatewayReceipts } from './channels/sms-gateway';
import { SetupError } from './settings';

/** How we know a carrier that calls us, and how we read what it says. What is not set is not answered. */
export interface ReceiptSettings {
  wechat?: WechatPush;
  tencent?: { token: string };
  gateway?: GatewayCalls;
}

export interface WechatPush {
  appId: string;
  token: string;
  /** The EncodingAESKey; with it only encrypted messages are taken. */
  aesKey?: string;
}

const path = z.string().check(z.minLength(1));
const codes = z.array(z.string());

/** How the court's own gateway reports to us: what proves that it is the gateway, and where its words stand. */
const gatewayCalls = z.strictObject({
  /** The header that carries the secret. */
  header: path,
  secret: z.string().check(z.minLength(16)),
  /** Where the list of reports stands; without it the body is one report, or a list. */
  items: z.optional(path),
  serial: path,
  status: path,
  delivered: codes.check(z.minLength(1)),
  undelivered: codes.check(z.minLength(1)),
  /** Where the code of a failure stands, and which of them say that the number does not exist, or refuses. */
  reason: z.optional(path),
  wrongNumber: z.optional(codes),
  optedOut: z.optional(codes),
  /** What a person replied: his number, his words, and the gateway's number of the reply. */
  phone: z.optional(path),
  text: z.optional(path),
  messageId: z.optional(path),
  /** What the gateway wants to hear when all is well. */
  answer: z.optional(z.string()),
});
export type GatewayCalls = Infer<typeof gatewayCalls>;

const gatewayAnswers = z.strictObject({
  codePath: path,
  serialPath: z.optional(path),
  meanings: z.record(
    z.string(),
    z.strictObject({
      outcome: z.enum(['delivered', 'accepted', 'temporary', 'permanent', 'opted-out', 'unknown']),
      reason: z.optional(z.string()),
      retryAfterSeconds: z.optional(z.number()),
    }),
  ),
});

type Environment = Record<string, string | undefined>;

export function readReceiptSettings(env: Environment): ReceiptSettings {
  const token = env.WECHAT_PUSH_TOKEN ?? '';
  if (!/^[A-Za-z0-9]{3,32}$/.test(token)) {
    throw new SetupError(
      'WECHAT_PUSH_TOKEN must be the token of the message push: 3 to 32 letters or digits.',
    );
  }
  return {
    wechat: { appId: env.WECHAT_APP_ID!, token, ...aesKeyOf(env) },
    ...(env.SMS_GATEWAY_URL ? gatewayOf(env) : { tencent: { token: tencentToken(env) } }),
  };
}

function aesKeyOf({ WECHAT_PUSH_AES_KEY: aesKey }: Environment): { aesKey?: string } {
  if (!aesKey) return {};
  if (/^[A-Za-z0-9+/]{43}$/.test(aesKey)) return { aesKey };
  throw new SetupError(
    'WECHAT_PUSH_AES_KEY must be the EncodingAESKey of the message push: 43 letters or digits.',
  );
}

/** Tencent signs nothing: whoever knows the address is believed, so its secret must be long. */
function tencentToken({ TENCENT_SMS_RECEIPT_TOKEN: token = '' }: Environment): string {
  if (/^[\w-]{24,}$/.test(token)) return token;
  throw new SetupError(
    'TENCENT_SMS_RECEIPT_TOKEN must be 24 letters or digits or more: openssl rand -hex 24. Give Tencent the address ZHIQIAN_PUBLIC_URL/receipts/tencent-sms?token=….',
  );
}

function gatewayOf({ SMS_GATEWAY_RECEIPTS: text }: Environment): { gateway?: GatewayCalls } {
  if (!text) return {};
  const gateway = readAs('SMS_GATEWAY_RECEIPTS', gatewayCalls, text);
  if (!gateway.text !== !gateway.phone) {
    throw new SetupError('SMS_GATEWAY_RECEIPTS: give "phone" and "text" both, or neither.');
  }
  return { gateway };
}

/** How the gateway answers a send; its serial is what its reports are known by. */
export function readGatewayAnswers({ SMS_GATEWAY_ANSWERS: text }: Environment): GatewayReceipts | undefined {
  return text ? (readAs('SMS_GATEWAY_ANSWERS', gatewayAnswers, text) as GatewayReceipts) : undefined;
}

function readAs<T extends AnySchema>(name: string, schema: T, text: string): Infer<T> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new SetupError(`${name} must be a JSON object. See the README, "Production".`);
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const fields = read.error.issues.map((issue) => issue.path.join('.') || String(issue.code));
  throw new SetupError(
    `${name} is wrong at ${[...new Set(fields)].join(', ')}. See the README, "Production".`,
  );
}
