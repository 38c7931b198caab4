import { SetupError } from '../settings';
import type { Channel, OutgoingMessage, Receipt } from './channel';
import { DEADLINE_MS, post, readJson } from './http-call';
import { type Meaning, meaningOfStatus, receiptOf, unknown, unlisted } from './meaning';

/** How to read the gateway's answer: where its code stands (`result.code`) and what each code means. */
export interface GatewayReceipts {
  codePath: string;
  serialPath?: string;
  meanings: Record<string, Meaning>;
}

export interface GatewaySmsConfig {
  url: string;
  headers: Record<string, string>;
  /** The body as the gateway wants it, with {{to}}, {{text}}, {{noticeId}} and {{template}} in their places. */
  bodyTemplate: string;
  /** Without it the HTTP status alone counts, which is right only for a gateway that says no by status. */
  receipts?: GatewayReceipts;
  deadlineMs?: number;
}

type Encode = (value: string) => string;

/** SMS by the court's own 12368 gateway, whatever its dialect. Throws a SetupError for settings that cannot work. */
export function gatewaySms(config: GatewaySmsConfig): Channel {
  if (!URL.canParse(config.url)) throw new SetupError('SMS_GATEWAY_URL must be an address such as https://…');
  const headers = { 'content-type': 'application/json', ...lowerCased(config.headers) };
  const encode = encodingFor(headers['content-type']);
  checkPlaceholders(config.bodyTemplate);
  return { send: (message) => send(config, { headers, encode }, message) };
}

async function send(
  config: GatewaySmsConfig,
  { headers, encode }: { headers: Record<string, string>; encode: Encode },
  message: OutgoingMessage,
): Promise<Receipt> {
  const answer = await post({
    url: config.url,
    headers,
    body: config.bodyTemplate.replace(PLACEHOLDER, (_, name: Placeholder) => encode(message[name])),
    deadlineMs: config.deadlineMs ?? DEADLINE_MS,
  });
  if ('absent' in answer) return answer.absent;
  return config.receipts
    ? receiptByCode(config.receipts, answer.status, readJson(answer.text))
    : meaningOfStatus(answer.status);
}

/** A listed code speaks first; a bare status that is a no comes next; a "200 OK" without a code is nothing to trust. */
function receiptByCode(receipts: GatewayReceipts, status: number, body: unknown): Receipt {
  const code = textAt(body, receipts.codePath);
  const listed = code === undefined ? undefined : receipts.meanings[code];
  if (listed) return receiptOf(listed, receipts.serialPath && textAt(body, receipts.serialPath));
  const byStatus = meaningOfStatus(status);
  if (byStatus.outcome !== 'accepted') return byStatus;
  return code === undefined ? unknown('unreadable-answer') : unlisted(code);
}

function textAt(body: unknown, path: string): string | undefined {
  let value = body;
  for (const key of path.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

const PLACEHOLDERS = ['to', 'text', 'noticeId', 'template'] as const;
type Placeholder = (typeof PLACEHOLDERS)[number];
const PLACEHOLDER = /\{\{(\w+)\}\}/g;

function checkPlaceholders(bodyTemplate: string): void {
  const used = [...bodyTemplate.matchAll(PLACEHOLDER)].map((match) => match[1]!);
  const strange = used.filter((name) => !PLACEHOLDERS.includes(name as Placeholder));
  if (strange.length > 0 || !used.includes('to') || !used.includes('text')) {
    throw new SetupError(
      'SMS_GATEWAY_BODY needs {{to}} and {{text}}, and may use {{noticeId}}, {{template}}.',
    );
  }
}

function encodingFor(contentType: string): Encode {
  if (contentType.includes('json')) return (value) => JSON.stringify(value).slice(1, -1);
  if (contentType.includes('x-www-form-urlencoded')) return encodeURIComponent;
  if (contentType.includes('xml'))
    return (value) => value.replace(/[<>&'"]/g, (c) => `&#${c.charCodeAt(0)};`);
  throw new SetupError('SMS_GATEWAY_HEADERS: the content-type must be JSON, a form, or XML.');
}

function lowerCased(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
