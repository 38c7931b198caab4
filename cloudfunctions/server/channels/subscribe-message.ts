import { fieldFits } from '../../../shared/reminders/subscribe-fields';
import type { Channel, OutgoingMessage, Receipt } from './channel';
import { DEADLINE_MS, post, readJson } from './http-call';
import {
  accepted,
  DAY,
  HOUR,
  type Meaning,
  MINUTE,
  meaningOfStatus,
  permanent,
  receiptOf,
  temporary,
  unknown,
  unlisted,
} from './meaning';
import { stableTokens, type Tokens } from './subscribe-token';

export interface SubscribeTemplate {
  /** The template's id in the account. */
  id: string;
  /** Its fields, `thing1` and so on, in the order of our variables. */
  fields: string[];
}

export interface SubscribeConfig {
  appId: string;
  secret: string;
  baseUrl: string;
  templates: Record<string, SubscribeTemplate>;
  miniprogramState?: 'developer' | 'trial' | 'formal';
  deadlineMs?: number;
  elapsedMs?: () => number;
}

/** One-to-one messages in WeChat, one for each consent that the person gave. */
export function subscribeMessage(config: SubscribeConfig): Channel {
  const tokens = stableTokens({
    ...config,
    deadlineMs: config.deadlineMs ?? DEADLINE_MS,
    elapsedMs: config.elapsedMs ?? (() => performance.now()),
  });
  return { send: (message) => send(config, tokens, message) };
}

async function send(config: SubscribeConfig, tokens: Tokens, message: OutgoingMessage): Promise<Receipt> {
  const template = config.templates[message.template];
  if (!template) return permanent('template');
  const values = Object.values(message.fields);
  const fits = template.fields.every((key, index) => fieldFits(key, values[index] ?? ''));
  // Never cut to fit: half a sentence from a court is worse than the next channel.
  if (!fits || values.length !== template.fields.length) return permanent('field');
  return sendWithToken(config, tokens, bodyOf(config, template, message, values));
}

/** A message that was refused for its token was not taken: it may go once more with another. */
async function sendWithToken(config: SubscribeConfig, tokens: Tokens, body: string): Promise<Receipt> {
  const first = await tokens.current();
  if ('absent' in first) return first.absent;
  const answer = await sendOnce(config, first.token, body);
  if (answer !== 'another token') return answer;
  const second = await tokens.instead(first.token);
  if ('absent' in second) return second.absent;
  const again = await sendOnce(config, second.token, body);
  return again === 'another token' ? temporary('token', MINUTE) : again;
}

function bodyOf(
  config: SubscribeConfig,
  template: SubscribeTemplate,
  message: OutgoingMessage,
  values: string[],
): string {
  return JSON.stringify({
    touser: message.to,
    template_id: template.id,
    page: message.page,
    miniprogram_state: config.miniprogramState ?? 'formal',
    lang: 'zh_CN',
    data: Object.fromEntries(template.fields.map((key, index) => [key, { value: values[index] }])),
  });
}

async function sendOnce(
  config: SubscribeConfig,
  token: string,
  body: string,
): Promise<Receipt | 'another token'> {
  const answer = await post({
    url: `${config.baseUrl}/cgi-bin/message/subscribe/send?access_token=${encodeURIComponent(token)}`,
    headers: { 'content-type': 'application/json' },
    body,
    deadlineMs: config.deadlineMs ?? DEADLINE_MS,
  });
  if ('absent' in answer) return answer.absent;
  if (answer.status !== 200) return receiptOf(byStatus(answer.status));
  const code = (readJson(answer.text) as { errcode?: unknown } | null | undefined)?.errcode;
  if (code === undefined) return unknown('unreadable-answer');
  if (TOKEN_REFUSED.has(String(code))) return 'another token';
  return receiptOf(SUBSCRIBE_CODES[String(code)] ?? unlisted(String(code)), serialOf(answer.text));
}

/** WeChat says yes by `errcode` 0 alone. */
function byStatus(status: number): Meaning {
  const meaning = meaningOfStatus(status);
  return meaning.outcome === 'accepted' ? unknown('unreadable-answer') : meaning;
}

/** Read from the text: the number has more digits than a JavaScript number keeps. */
function serialOf(text: string): string | undefined {
  return /"msgid"\s*:\s*"?(\d+)/.exec(text)?.[1];
}

export const TOKEN_REFUSED: ReadonlySet<string> = new Set(['40001', '40014', '42001']);

/** subscribe/send, https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html */
export const SUBSCRIBE_CODES: Record<string, Meaning> = {
  0: accepted,
  '-1': temporary('carrier-busy', 1),
  40003: permanent('openid-invalid'),
  40037: permanent('template'),
  // More than five a day to one person by a long-term template.
  40038: temporary('number-limit', DAY),
  41030: permanent('page'),
  // Refused, or the consent is used up: WeChat does not say which.
  43101: permanent('no-grant'),
  // The account or the template was banned from sending.
  43107: temporary('banned', HOUR),
  // Two messages to one person at the same moment.
  43108: temporary('number-limit', 1),
  43116: temporary('banned', HOUR),
  45009: temporary('carrier-busy', HOUR),
  45011: temporary('carrier-busy', MINUTE),
  45168: permanent('content'),
  47003: permanent('field'),
  48001: temporary('account', HOUR),
  40164: temporary('credentials', HOUR),
};
