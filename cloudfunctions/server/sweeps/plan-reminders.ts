import { sql } from 'kysely';
import { type Day, dayAt, instantOf } from '../../../shared/day';
import { type PlannedNotice, planReminders, type ReminderPlan } from '../../../shared/reminders/plan';
import { nextAllowed } from '../../../shared/reminders/quiet-hours';
import type { App } from '../app';
import type { Tx } from '../storage/connect';
import { type QueuedNotice, queueNotices } from '../storage/queue-notices';
import { type CaseKey, loadSnapshots, type SnapshotOfCase } from '../storage/reminder-snapshots';
import { noteBrokenPlans } from './broken-plans';

const BATCH = 500;
const MORNING_HOUR = 8;

type Planned = { snapshot: SnapshotOfCase; plan: ReminderPlan };

/** Plans for the cases whose day has come, batch by batch; each batch is one transaction. Returns the new notices. */
export async function planDueReminders(app: App): Promise<number> {
  let notices = 0;
  for (;;) {
    const batch = await app.db.transaction().execute((tx) => planBatch(app, tx));
    notices += batch.notices;
    if (batch.cases < BATCH) return notices;
  }
}

export async function planBatch(app: App, tx: Tx): Promise<{ cases: number; notices: number }> {
  const now = app.now();
  const today = dayAt(now);
  const due = await takeDue(tx, now);
  if (due.length === 0) return { cases: 0, notices: 0 };
  const planned = (await loadSnapshots(tx, due)).map((snapshot) => ({
    snapshot,
    plan: planReminders(snapshot, today),
  }));
  const queued = planned.flatMap((p) => p.plan.notices.map((n) => toQueue(app, now, p.snapshot, n)));
  const notices = await queueNotices(tx, queued);
  await noteBrokenPlans(
    tx,
    planned.filter((p) => p.plan.planBroken).map((p) => p.snapshot),
    now,
  );
  await setNextDays(tx, planned, today);
  return { cases: due.length, notices };
}

/**
 * Due cases that nobody else holds. The case is locked beside its supervision, as every handler locks it first:
 * so its status stays what we read, and no handler can wait for us while we wait for it.
 */
async function takeDue(tx: Tx, now: Date): Promise<CaseKey[]> {
  const { rows } = await sql<CaseKey>`
    select s.court_id as "courtId", s.case_id as "caseId"
    from supervisions s join cases c on c.court_id = s.court_id and c.case_id = s.case_id
    where s.ended_at is null and s.next_reminder_at <= ${now}
    order by s.next_reminder_at limit ${BATCH}
    for no key update of s, c skip locked`.execute(tx);
  return rows;
}

function toQueue(
  app: App,
  now: Date,
  { courtId, caseId }: CaseKey,
  { partyId, side, step, stepDay, dueDay }: PlannedNotice,
): QueuedNotice {
  return {
    courtId,
    noticeId: app.newId('notice'),
    caseId,
    partyId,
    accountId: null,
    channel: 'sms',
    audience: side,
    step,
    stepDay,
    facts: { dueDay },
    notBefore: nextAllowed(now),
    createdAt: now,
  };
}

/** The morning of the next day that matters; a case that rests or is done has none until somebody sets one. */
async function setNextDays(tx: Tx, planned: readonly Planned[], today: Day): Promise<void> {
  const rows = planned.map(({ snapshot: { courtId, caseId }, plan: { nextDay, notices } }) => ({
    courtId,
    caseId,
    at: nextDay && instantOf(nextDay, MORNING_HOUR),
    stepDay: notices.length > 0 ? today : null,
  }));
  await sql`
    update supervisions s
    set next_reminder_at = r.at, last_step_day = coalesce(r."stepDay", s.last_step_day)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r("courtId" text, "caseId" text, at timestamptz, "stepDay" date)
    where s.court_id = r."courtId" and s.case_id = r."caseId" and s.ended_at is null`.execute(tx);
}
