import type { Outcome, Reason, Receipt } from './channel';

/** What one row of a carrier's table means for us: a receipt without the message's own number. */
export interface Meaning {
  outcome: Outcome;
  reason?: Reason | `unlisted:${string}`;
  retryAfterSeconds?: number;
}

export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const accepted: Meaning = { outcome: 'accepted' };
export const optedOut: Meaning = { outcome: 'opted-out', reason: 'number-blocked' };
export const permanent = (reason: Reason): Meaning => ({ outcome: 'permanent', reason });
export const unknown = (reason: Reason): Meaning => ({ outcome: 'unknown', reason });
export const temporary = (reason: Reason, retryAfterSeconds?: number): Meaning =>
  retryAfterSeconds ? { outcome: 'temporary', reason, retryAfterSeconds } : { outcome: 'temporary', reason };

const LOOKS_LIKE_A_CODE = /^(?:[A-Za-z]+(?:\.[A-Za-z]+)*|-?\d{1,6})$/;

/** A code that no table lists: we cannot tell what became of the message. Only what looks like a code is repeated. */
export function unlisted(code: string): Meaning {
  const readable = code.length <= 80 && LOOKS_LIKE_A_CODE.test(code);
  return { outcome: 'unknown', reason: readable ? `unlisted:${code}` : 'unreadable-answer' };
}

export function receiptOf(meaning: Meaning, serial?: string): Receipt {
  return serial ? { ...meaning, serial } : meaning;
}

/**
 * What the HTTP status alone says. Behind a 500 or a 502 the carrier may well have taken the message; 503 and
 * 429 are the two by which a server says that it did not begin.
 */
export function meaningOfStatus(status: number): Meaning {
  if (status >= 200 && status < 300) return accepted;
  if (status === 429 || status === 503) return temporary('carrier-busy', MINUTE);
  if (status === 401 || status === 403 || status === 407) return temporary('credentials', HOUR);
  if (status >= 300 && status < 400) return temporary('misconfigured', HOUR);
  if (status === 404 || status === 405) return temporary('misconfigured', HOUR);
  if (status === 408 || status >= 500) return unknown('carrier-fault');
  return permanent('refused');
}
