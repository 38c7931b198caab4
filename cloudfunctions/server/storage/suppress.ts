import { type RawBuilder, sql } from 'kysely';
import { NOTICE_STEPS } from '../../../shared/reminders/steps';
import type { Context } from '../context';

type Here = Pick<Context, 'tx' | 'courtId' | 'now'>;

/** What only says "the day is near": superfluous once the debtor has answered. */
const REMINDERS = NOTICE_STEPS.filter((step) => /^(started|due|before-|after-|instalment-)/.test(step));

/** Nothing of this case that has not left yet is sent any more: its reason went away. */
export const suppressQueued = (here: Here, caseId: string, reason: string): Promise<void> =>
  suppress(here, reason, sql`n.case_id = ${caseId}`);

/** The debtor's queued reminders stay here; messages of other kinds still go. */
export const suppressReminders = (here: Here, caseId: string, reason: string): Promise<void> =>
  suppress(
    here,
    reason,
    sql`n.case_id = ${caseId} and n.audience = 'obligor' and n.step = any(${REMINDERS})`,
  );

/** Nothing more goes to this party until the court has a right number. */
export const suppressForParty = (here: Here, partyId: string, reason: string): Promise<void> =>
  suppress(
    here,
    reason,
    sql`n.party_id = ${partyId} and n.case_id in (
      select case_id from parties where court_id = ${here.courtId} and party_id = ${partyId})`,
  );

/** What waits for this number by SMS, whoever it is on file for. */
export const suppressForNumber = (here: Here, phoneIndex: string, reason: string): Promise<void> =>
  suppress(here, reason, sql`o.person = ${phoneIndex} and o.claimed_by is null and o.channel = 'sms'`);

/** The SMS that was to go in the place of a card which arrived after all. */
export const suppressReplacement = (here: Here, noticeId: string): Promise<void> =>
  suppress(
    here,
    'delivered-later',
    sql`n.channel = 'sms' and (n.case_id, n.recipient, n.step, n.step_day) in (
      select case_id, recipient, step, step_day from notices
      where court_id = ${here.courtId} and notice_id = ${noticeId} and channel = 'subscribe')`,
  );

/** What is being sent at this moment cannot be held back any more; its outcome tells. */
async function suppress({ tx, courtId, now }: Here, reason: string, which: RawBuilder<unknown>) {
  await sql`
    with waiting as (
      select o.court_id, o.notice_id from outbox o
      join notices n on n.court_id = o.court_id and n.notice_id = o.notice_id
      where n.court_id = ${courtId} and o.called_at is null and ${which}
      for update of o skip locked),
    gone as (
      delete from outbox o using waiting w
      where o.court_id = w.court_id and o.notice_id = w.notice_id
      returning o.court_id, o.notice_id)
    update notices n set state = 'suppressed', reason = ${reason}, decided_at = ${now}
    from gone where n.court_id = gone.court_id and n.notice_id = gone.notice_id`.execute(tx);
}
