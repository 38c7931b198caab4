/** What a carrier's answer means for us. `unknown`: nobody knows whether the person got it, so never send again blindly. */
export type Outcome = 'delivered' | 'accepted' | 'temporary' | 'permanent' | 'opted-out' | 'unknown';

export interface Receipt {
  outcome: Outcome;
  /** A short stable code, of `REASONS` where a carrier's client gives it; never personal data. */
  reason?: string;
  /** The carrier's own number of this message, for asking later. */
  serial?: string;
  retryAfterSeconds?: number;
}

export interface OutgoingMessage {
  noticeId: string;
  channel: 'sms' | 'subscribe';
  /** A telephone number, or an openid. */
  to: string;
  /** Our template key. */
  template: string;
  /** The whole text as a person reads it, signature included. */
  text: string;
  /** Template variables in order. */
  fields: Record<string, string>;
  page?: string;
}

/** What we still know of a message whose fate we ask for. */
export interface Question {
  noticeId: string;
  to: string;
  /** When the call that left us in doubt began. */
  sentAt: Date;
  /** Not known when the answer to the call was lost. */
  serial?: string;
}

/** The port of every carrier. It never throws: whatever happens is a receipt. */
export interface Channel {
  send(message: OutgoingMessage): Promise<Receipt>;
  /** What became of a message, where the carrier can be asked. `unknown` with `not-reported`: it cannot say yet. */
  ask?(question: Question): Promise<Receipt>;
}

/** Every reason that a carrier's client gives, beside `unlisted:<the carrier's code>`. */
export const REASONS = [
  'account',
  'banned',
  'carrier-busy',
  'carrier-closed',
  'carrier-fault',
  'clock',
  'connection-lost',
  'content',
  'credentials',
  'field',
  'misconfigured',
  'no-grant',
  'not-reported',
  'number-blocked',
  'number-invalid',
  'number-limit',
  'openid-invalid',
  'page',
  'refused',
  'region',
  'signature',
  'template',
  'timed-out',
  'token',
  'undelivered',
  'unreachable',
  'unreadable-answer',
] as const;

export type Reason = (typeof REASONS)[number];
