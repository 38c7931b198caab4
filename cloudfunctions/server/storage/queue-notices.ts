import { type RawBuilder, sql } from 'kysely';
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

/**
 * Puts many messages into the outbox in one statement, and says how many. One that is there already stays, unless
 * it never went anywhere and the person's number has been put right since: then it waits again.
 */
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
    on conflict (court_id, case_id, recipient, channel, step, step_day, nth) do update
    set state = 'pending', reason = null, attempts = 0, decided_at = null, not_before = excluded.not_before
    where ${wentNowhere(sql.ref('notices'))}`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** Whether the message of this row ended before the number that it was meant for was corrected. */
export const wentNowhere = (notice: RawBuilder<unknown>): RawBuilder<boolean> => sql`(
  ${notice}.state in ('suppressed', 'permanent') and exists (
    select from parties w
    where w.court_id = ${notice}.court_id and w.party_id = ${notice}.party_id
      and w.contact_corrected_at > ${notice}.decided_at))`;
