import type { Reply, StatusReport } from '../carrier-reports/report';
import { readJson } from '../channels/http-call';
import type { GatewayCalls } from '../settings-receipts';
import {
  type CarrierCall,
  forged,
  isSecret,
  nationalNumber,
  unreadable,
  type Verdict,
  wrongMethod,
} from './http-call';

/** The court's own gateway, read as its operator described it. Statuses that he did not list tell nothing. */
export function smsGateway(settings: GatewayCalls, call: CarrierCall, now: Date): Verdict {
  if (!isSecret(call.headers[settings.header.toLowerCase()], settings.secret)) return forged;
  if (call.method !== 'POST') return wrongMethod;
  const items = itemsOf(settings, bodyOf(call));
  if (!items) return unreadable;
  const reports: StatusReport[] = [];
  const replies: Reply[] = [];
  for (const item of items) {
    const read = readItem(settings, item, now);
    if (!read) return unreadable;
    if ('text' in read) replies.push(read);
    else if (read.outcome) reports.push({ ...read, outcome: read.outcome });
  }
  return { mail: { reports, replies }, thanks: settings.answer ?? 'ok' };
}

function bodyOf({ headers, body }: CarrierCall): unknown {
  if (!headers['content-type']?.includes('x-www-form-urlencoded')) return readJson(body);
  return Object.fromEntries(new URLSearchParams(body));
}

function itemsOf({ items: path }: GatewayCalls, body: unknown): object[] | undefined {
  const found = path ? at(body, path) : body;
  const list = Array.isArray(found) ? found : [found];
  return list.every((item) => item && typeof item === 'object') ? (list as object[]) : undefined;
}

type Status = Omit<StatusReport, 'outcome'> & { outcome?: StatusReport['outcome'] };

function readItem(settings: GatewayCalls, item: object, now: Date): Reply | Status | undefined {
  const text = settings.text && textAt(item, settings.text);
  if (text !== undefined) return replyOf(settings, item, text, now);
  const serial = textAt(item, settings.serial);
  const status = textAt(item, settings.status);
  if (!serial || serial.length > 100 || status === undefined) return undefined;
  const meaning = meaningOf(settings, status, settings.reason ? textAt(item, settings.reason) : undefined);
  return { channel: 'sms', serial, reportedAt: now, ...meaning };
}

function replyOf(settings: GatewayCalls, item: object, text: string, at: Date): Reply | undefined {
  const phone = nationalNumber(textAt(item, settings.phone!) ?? '');
  if (!/^1\d{10}$/.test(phone)) return undefined;
  const id = settings.messageId && textAt(item, settings.messageId);
  // A gateway that numbers no replies: the same words of the same person on one day are one reply.
  return { messageId: id ?? `${phone} ${at.toISOString().slice(0, 10)} ${text}`, phone, text, at };
}

/** The gateway's own code of a failure is not kept: it might be anything. */
function meaningOf(settings: GatewayCalls, status: string, code = ''): Pick<Status, 'outcome' | 'reason'> {
  if (settings.delivered.includes(status)) return { outcome: 'delivered', reason: null };
  if (!settings.undelivered.includes(status)) return { reason: null };
  if (settings.optedOut?.includes(code)) return { outcome: 'opted-out', reason: 'number-blocked' };
  const isWrong = settings.wrongNumber?.includes(code);
  return { outcome: 'permanent', reason: isWrong ? 'number-invalid' : 'undelivered' };
}

function at(body: unknown, path: string): unknown {
  let value = body;
  for (const key of path.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[key];
  return value;
}

function textAt(body: unknown, path: string): string | undefined {
  const value = at(body, path);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
