import { sql } from 'kysely';
import { isQuiet } from '../../../shared/reminders/quiet-hours';
import type { ChannelName, Weight } from '../../../shared/reminders/weight';
import type { App } from '../app';
import { appendAudit } from '../audit';
import type { Db, Tx } from '../storage/connect';
import { SWEEP } from './actor';
import { type Concerned, followUp } from './consequences';

export interface Claim {
  courtId: string;
  noticeId: string;
  person: string;
  weight: Weight;
  attempts: number;
}

/** Longer than a batch can take: every call has a deadline, and many run at once. */
export const CLAIM_MS = 10 * 60_000;

/**
 * Takes what may leave now, in one statement, and whatever else waits for the same people, so that one message can
 * tell of all their cases. At night only what somebody is waiting for leaves.
 */
export async function claimNotices(
  app: Pick<App, 'db' | 'now'>,
  channel: ChannelName,
  runId: string,
  atMost: number,
): Promise<Claim[]> {
  const now = app.now();
  const { rows } = await sql<Claim>`
    with due as materialized (
      select court_id, notice_id, person, weight from outbox
      where channel = ${channel} and claimed_by is null and not_before <= ${now}
        and (weight = 0 or not ${isQuiet(now)}::boolean)
      order by not_before limit ${atMost} for update skip locked),
    kin as materialized (
      select o.court_id, o.notice_id from outbox o
      where o.person = any (array(select person from due where weight > 0)) and o.claimed_by is null
        and o.channel = ${channel} and o.not_before <= ${now} and o.weight > 0
      for update skip locked)
    update outbox o
    set claimed_by = ${runId}, claim_expires_at = ${new Date(now.getTime() + CLAIM_MS)}, called_at = null
    from (select court_id, notice_id from due union select court_id, notice_id from kin) as taken
    where o.court_id = taken.court_id and o.notice_id = taken.notice_id
    returning o.court_id as "courtId", o.notice_id as "noticeId", o.person, o.weight, o.attempts`.execute(
    app.db,
  );
  return rows;
}

/** Gives back what was not sent, for later. Nobody was called. */
export async function release(
  { db }: { db: Db | Tx },
  runId: string,
  claims: readonly Pick<Claim, 'courtId' | 'noticeId'>[],
  notBefore: Date | null,
): Promise<void> {
  if (claims.length === 0) return;
  await sql`
    update outbox o
    set claimed_by = null, claim_expires_at = null, called_at = null,
        not_before = coalesce(${notBefore}::timestamptz, o.not_before)
    from unnest(${claims.map((c) => c.courtId)}::text[], ${claims.map((c) => c.noticeId)}::text[]) as k(court_id, notice_id)
    where o.court_id = k.court_id and o.notice_id = k.notice_id and o.claimed_by = ${runId}`.execute(db);
}

/** Gives back what was perhaps marked and certainly not called: it waits again, and its people count as not told. */
export async function giveBack(
  { db }: Pick<App, 'db'>,
  runId: string,
  claims: readonly Pick<Claim, 'courtId' | 'noticeId'>[],
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`
      delete from told_today t
      using outbox o
      join unnest(${claims.map((c) => c.courtId)}::text[], ${claims.map((c) => c.noticeId)}::text[])
        as k(court_id, notice_id) on o.court_id = k.court_id and o.notice_id = k.notice_id
      where o.claimed_by = ${runId} and t.person = o.person and t.notice_id = o.notice_id`.execute(tx);
    await release({ db: tx }, runId, claims, null);
  });
}

export const SENDER_DIED = 'sender-died';

/**
 * What a dead sender left behind. Where it had not called yet, nothing was sent, and the message waits again;
 * where it had, nobody knows, and the message is never sent again blindly. Returns how many those are.
 */
export async function reclaimExpired(app: App): Promise<number> {
  const now = app.now();
  return app.db.transaction().execute(async (tx) => {
    await sql`
      update outbox set claimed_by = null, claim_expires_at = null
      where claimed_by is not null and claim_expires_at < ${now} and called_at is null`.execute(tx);
    const { rows } = await sql<Concerned>`
      with dead as (
        delete from outbox where claimed_by is not null and claim_expires_at < ${now}
        returning court_id, notice_id, called_at)
      update notices n set state = 'unknown', reason = ${SENDER_DIED}, sent_at = dead.called_at, decided_at = ${now}
      from dead where n.court_id = dead.court_id and n.notice_id = dead.notice_id
      returning n.court_id as "courtId", n.notice_id as "noticeId", n.case_id as "caseId", n.party_id as "partyId",
        n.account_id as "accountId", n.channel, n.audience, n.step, n.step_day as "stepDay",
        n.facts ->> 'dueDay' as "dueDay", null as "phoneIndex"`.execute(tx);
    for (const lost of rows) {
      await auditLost(tx, now, lost);
      await followUp({ app, tx, now }, lost, { state: 'unknown', reason: SENDER_DIED });
    }
    return rows.length;
  });
}

const auditLost = (tx: Tx, at: Date, { courtId, noticeId, caseId }: Concerned) =>
  appendAudit(tx, {
    courtId,
    subject: caseId,
    at,
    actor: SWEEP,
    action: 'send-notice',
    facts: { noticeId, outcome: 'unknown', reason: SENDER_DIED },
  });
