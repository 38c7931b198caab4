import { createHash, timingSafeEqual } from 'node:crypto';
import type { Mail } from '../carrier-reports/report';

/** A request as CloudBase's HTTP access hands it to a function; the host hands over the same. */
export interface HttpCall {
  path: string;
  httpMethod: string;
  headers: Record<string, string | undefined>;
  queryStringParameters?: Record<string, string | undefined>;
  body?: string;
  isBase64Encoded?: boolean;
}

/** The answer as CloudBase's HTTP access wants it. */
export interface HttpAnswer {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
}

/** One call of a carrier, with its headers in small letters. */
export interface CarrierCall {
  method: string;
  query: Record<string, string | undefined>;
  headers: Record<string, string | undefined>;
  body: string;
}

/** What a carrier's door makes of a call: mail and the carrier's own "thank you", or a no that changes nothing. */
export type Verdict = { mail: Mail; thanks: string; type?: string } | { no: number; why: string };

export const NO_MAIL: Mail = { reports: [], replies: [] };
export const forged: Verdict = { no: 401, why: 'forged' };
export const unreadable: Verdict = { no: 400, why: 'unreadable' };
export const wrongMethod: Verdict = { no: 405, why: 'method' };

/** Takes as long whatever stands in `given`. */
export function isSecret(given: string | undefined, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given ?? ''), digest(secret));
}

/** A Chinese mobile number as people write it, whatever a carrier puts before it. */
export function nationalNumber(number: string): string {
  return number.replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '');
}

/** A moment of a carrier's clock, `2026-03-02 09:00:00` in Shanghai; what cannot be read is now. */
export function momentOf(text: string | undefined, now: Date): Date {
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})$/.exec(text ?? '');
  const moment = match ? new Date(`${match[1]}T${match[2]}+08:00`) : now;
  return Number.isNaN(moment.getTime()) ? now : moment;
}

/** Likewise by seconds since 1970. */
export function momentOfSeconds(seconds: number, now: Date): Date {
  return seconds > 0 && seconds < 1e11 ? new Date(seconds * 1000) : now;
}
