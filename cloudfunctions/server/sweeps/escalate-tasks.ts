import { sql } from 'kysely';
import { type CaseStatus, caseCan } from '../../../shared/cases/case-status';
import { type Day, dayAt, instantOf } from '../../../shared/day';
import type { Ladder } from '../../../shared/reminders/ladder';
import { nextAllowed } from '../../../shared/reminders/quiet-hours';
import { silenceDeserves } from '../../../shared/reminders/silence';
import type { App } from '../app';
import type { Tx } from '../storage/connect';
import { laddersOf } from '../storage/ladders';
import { type QueuedNotice, queueNotices } from '../storage/queue-notices';

const BATCH = 500;

interface SilentTask {
  courtId: string;
  taskId: string;
  caseId: string;
  status: CaseStatus;
  role: 'village-liaison' | 'town-liaison';
  villageId: string | null;
  townId: string | null;
  dueDay: Day;
  createdAt: Date;
  remindedAt: Date | null;
}

type Deserving = SilentTask & { step: 'task-reminder' | 'task-silent' };

/** Reminds the holders of unanswered tasks once, and then tells their town once. Returns the new notices. */
export async function escalateTasks(app: App): Promise<number> {
  let notices = 0;
  let after = '';
  for (;;) {
    const batch = await app.db.transaction().execute((tx) => escalateBatch(app, tx, after));
    notices += batch.notices;
    if (batch.last === null) return notices;
    after = batch.last;
  }
}

export async function escalateBatch(app: App, tx: Tx, after: string) {
  const now = app.now();
  const today = dayAt(now);
  const tasks = await takeSilent(tx, today, after);
  const ladders = await laddersOf(
    tx,
    tasks.map(({ courtId }) => courtId),
    today,
  );
  const deserving = tasks.flatMap((task) => deservingOf(task, today, ladders.get(task.courtId)!));
  const notices = await queueNotices(tx, await noticesFor(app, tx, deserving, now));
  await note(tx, deserving, now);
  return { notices, last: tasks.length < BATCH ? null : tasks.at(-1)!.taskId };
}

/**
 * Unanswered tasks that are old enough; what another sweep or a handler holds is left to it. The case is locked
 * first: who cannot have it must not hold its task either, or of two sweeps neither would take it.
 */
async function takeSilent(tx: Tx, today: Day, after: string): Promise<SilentTask[]> {
  // No court's ladder reminds on the same day.
  const youngest = instantOf(today);
  const { rows } = await sql<SilentTask>`
    select t.court_id as "courtId", t.task_id as "taskId", t.case_id as "caseId", c.status, t.role,
      t.village_id as "villageId", t.town_id as "townId", t.due_day as "dueDay",
      t.created_at as "createdAt", t.reminded_at as "remindedAt"
    from tasks t join cases c on c.court_id = t.court_id and c.case_id = t.case_id
    where t.state = 'open' and t.role <> 'officer' and t.escalated_at is null
      and t.created_at < ${youngest} and t.task_id > ${after}
    order by t.task_id limit ${BATCH}
    for no key update of c, t skip locked`.execute(tx);
  return rows;
}

function deservingOf(task: SilentTask, today: Day, ladder: Ladder): Deserving[] {
  if (!caseCan('remind', task.status)) return [];
  const remindedDay = task.remindedAt && dayAt(task.remindedAt);
  const step = silenceDeserves({ createdDay: dayAt(task.createdAt), remindedDay }, today, ladder.task);
  return step ? [{ ...task, step }] : [];
}

/** A reminder goes to the task's own holders; silence to the town. The town's own silence only the desk shows. */
async function noticesFor(app: App, tx: Tx, tasks: readonly Deserving[], now: Date): Promise<QueuedNotice[]> {
  const told = tasks.flatMap((task) => {
    const toTown = task.step === 'task-silent' || task.role === 'town-liaison';
    if (task.step === 'task-silent' && task.role === 'town-liaison') return [];
    return [
      {
        ...task,
        role: toTown ? 'town-liaison' : 'village-liaison',
        place: toTown ? task.townId : task.villageId,
      },
    ];
  });
  const { rows } = await sql<Deserving & { accountId: string; openid: string | null }>`
    select distinct k.*, a.account_id as "accountId", a.openid
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
      as k("courtId" text, "caseId" text, step text, "dueDay" date, role text, place text)
    join grants_on(${dayAt(now)}::date) g on g.court_id = k."courtId" and g.role = k.role
      and k.place = case k.role when 'town-liaison' then g.town_id else g.village_id end
    join accounts a on a.court_id = g.court_id and a.account_id = g.account_id and a.disabled_at is null
  `.execute(tx);
  return rows.map(({ courtId, caseId, step, dueDay, accountId, openid }) => ({
    courtId,
    noticeId: app.newId('notice'),
    caseId,
    partyId: null,
    accountId,
    channel: openid ? 'subscribe' : 'sms',
    audience: 'liaison',
    step,
    stepDay: dayAt(now),
    facts: { dueDay },
    notBefore: nextAllowed(now),
    createdAt: now,
  }));
}

/** Noted even where nobody holds the role: each happens once. */
async function note(tx: Tx, tasks: readonly Deserving[], now: Date): Promise<void> {
  await sql`
    update tasks t
    set reminded_at = case r.step when 'task-reminder' then ${now}::timestamptz else t.reminded_at end,
        escalated_at = case r.step when 'task-silent' then ${now}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(tasks)}::jsonb) as r("courtId" text, "taskId" text, step text)
    where t.court_id = r."courtId" and t.task_id = r."taskId"`.execute(tx);
}
