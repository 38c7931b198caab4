import { sql } from 'kysely';
import { isQuiet } from '../../../shared/reminders/quiet-hours';
import type { App } from '../app';
import { appendAudit } from '../audit';
import { SWEEP } from './actor';

export interface NoticeKey {
  courtId: string;
  noticeId: string;
}

const BATCH = 40;
/** Longer than a batch can take: every call has a deadline, and several run at once. */
const CLAIM_MS = 10 * 60_000;

/** Takes what may leave now, in one statement. At night only the code that somebody is waiting for leaves. */
export async function claimNotices(app: App, runId: string): Promise<NoticeKey[]> {
  const now = app.now();
  const onlyAskedFor = isQuiet(now);
  const { rows } = await sql<NoticeKey>`
    update notices n
    set state = 'sending', claimed_by = ${runId}, claim_expires_at = ${new Date(now.getTime() + CLAIM_MS)},
        called_at = null
    from (
      select court_id, notice_id from notices
      where state in ('pending', 'temporary') and not_before <= ${now}
        and (step = 'access-code' or not ${onlyAskedFor}::boolean)
      order by not_before, created_at limit ${BATCH} for update skip locked) as due
    where n.court_id = due.court_id and n.notice_id = due.notice_id
    returning n.court_id as "courtId", n.notice_id as "noticeId"`.execute(app.db);
  return rows;
}

/** The last moment before a carrier is called. False when the claim was lost meanwhile. */
export async function markCalled(
  app: Pick<App, 'db' | 'now'>,
  { courtId, noticeId }: NoticeKey,
  runId: string,
): Promise<boolean> {
  const { numUpdatedRows } = await app.db
    .updateTable('notices')
    .set((e) => ({ called_at: app.now(), attempts: e('attempts', '+', 1) }))
    .where('court_id', '=', courtId)
    .where('notice_id', '=', noticeId)
    .where('state', '=', 'sending')
    .where('claimed_by', '=', runId)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * What a dead sender left behind. Where it had not called yet, nothing was sent, and the message waits again;
 * where it had, nobody knows, and the message is never sent again blindly. Returns how many are unknown now.
 */
export async function reclaimExpired(app: App): Promise<number> {
  const now = app.now();
  return app.db.transaction().execute(async (tx) => {
    const { rows } = await sql<NoticeKey & { caseId: string; step: string; state: string }>`
      update notices
      set state = case when called_at is null then 'pending' else 'unknown' end,
          reason = case when called_at is not null then 'sender-died' end,
          decided_at = case when called_at is not null then ${now}::timestamptz end
      where state = 'sending' and claim_expires_at < ${now}
      returning court_id as "courtId", notice_id as "noticeId", case_id as "caseId", step, state`.execute(tx);
    const lost = rows.filter(({ state }) => state === 'unknown');
    for (const { courtId, caseId, noticeId, step } of lost) {
      const facts = { noticeId, step, outcome: 'unknown', reason: 'sender-died' };
      await appendAudit(tx, {
        courtId,
        subject: caseId,
        at: now,
        actor: SWEEP,
        action: 'send-notice',
        facts,
      });
    }
    return lost.length;
  });
}
