import type { Said } from '../../../shared/reminders/fate';
import type { ChannelName } from '../../../shared/reminders/weight';

/** What a carrier says by itself of a message that it took. */
export interface StatusReport {
  channel: ChannelName;
  /** The carrier's own number of the message, as it gave it when it took it. */
  serial: string;
  outcome: Exclude<Said, 'accepted'>;
  /** A short stable code, never personal data. */
  reason: string | null;
  reportedAt: Date;
}

/** What a person answered to an SMS. */
export interface Reply {
  /** The carrier's own number of the reply, or what stands for it. */
  messageId: string;
  phone: string;
  text: string;
  at: Date;
}

/** What one call of a carrier brought. */
export interface Mail {
  reports: StatusReport[];
  replies: Reply[];
}

/** Who stands in the audit where a carrier spoke. */
export const CARRIER = 'carrier';
