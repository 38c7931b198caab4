import { sql } from 'kysely';
import type { Day } from '../../../shared/day';
import type { NoticeStep } from '../../../shared/reminders/steps';
import type { Audience } from '../../../shared/reminders/wording';
import type { Tx } from './connect';

export interface QueuedNotice {
  courtId: string;
  noticeId: string;
  caseId: string;
  partyId: string | null;
  accountId: string | null;
  channel: 'sms' | 'subscribe';
  audience: Audience;
  step: NoticeStep;
  stepDay: Day;
  facts: Record<string, string>;
  notBefore: Date;
  createdAt: Date;
}

/** Puts many messages into the outbox in one statement; one that is there already stays. Returns how many are new. */
export async function queueNotices(tx: Tx, notices: readonly QueuedNotice[]): Promise<number> {
  if (notices.length === 0) return 0;
  const { numAffectedRows } = await sql`
    insert into notices (court_id, notice_id, case_id, recipient, party_id, account_id, channel, audience,
                         step, step_day, facts, not_before, created_at)
    select "courtId", "noticeId", "caseId", coalesce('party:' || "partyId", 'account:' || "accountId"),
      "partyId", "accountId", channel, audience, step, "stepDay", facts, "notBefore", "createdAt"
    from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb) as n(
      "courtId" text, "noticeId" text, "caseId" text, "partyId" text, "accountId" text, channel text,
      audience text, step text, "stepDay" date, facts jsonb, "notBefore" timestamptz, "createdAt" timestamptz)
    on conflict do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}
