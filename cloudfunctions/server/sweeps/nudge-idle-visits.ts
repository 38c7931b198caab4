import { sql } from 'kysely';
import { type CaseStatus, caseCan } from '../../../shared/cases/case-status';
import { type Day, dayAt, instantOf } from '../../../shared/day';
import type { Ladder } from '../../../shared/reminders/ladder';
import { isQuiet, nextSendable } from '../../../shared/reminders/quiet-hours';
import { idleDeserves } from '../../../shared/reminders/silence';
import type { App } from '../app';
import { calendarsOf } from '../calendars';
import type { Tx } from '../storage/connect';
import { laddersOf } from '../storage/ladders';
import { queueNotices } from '../storage/queue-notices';

const BATCH = 500;
const MARK = 'idle-visits';

interface IdleTask {
  courtId: string;
  taskId: string;
  caseId: string;
  status: CaseStatus;
  role: 'village-liaison' | 'town-liaison';
  villageId: string | null;
  townId: string | null;
  dueDay: Day;
  acknowledgedAt: Date;
  nudgedAt: Date | null;
}

type Nudge = IdleTask & { whom: 'holder' | 'town' };

/**
 * Once a day: asks the holders of answered tasks for the visit that is still missing, and later their town. What a
 * sweep that died has done stays done, and the next one does the rest. Returns the new notices.
 */
export async function nudgeIdleVisits(app: App): Promise<number> {
  const today = dayAt(app.now());
  if (isQuiet(app.now()) || (await isDone(app, today))) return 0;
  let notices = 0;
  for (let after: string | null = ''; after !== null; ) {
    const from: string = after;
    const batch = await app.db.transaction().execute((tx) => nudgeBatch(app, tx, from, today));
    notices += batch.notices;
    after = batch.last;
  }
  await app.db
    .insertInto('sweep_marks')
    .values({ mark: MARK, day: today, at: app.now() })
    .onConflict((c) => c.doNothing())
    .execute();
  return notices;
}

async function isDone({ db }: App, today: Day): Promise<boolean> {
  const mark = await db
    .selectFrom('sweep_marks')
    .select('day')
    .where('mark', '=', MARK)
    .where('day', '=', today)
    .executeTakeFirst();
  return mark !== undefined;
}

async function nudgeBatch(app: App, tx: Tx, after: string, today: Day) {
  const now = app.now();
  const tasks = await takeIdle(tx, after, today);
  const courtIds = tasks.map(({ courtId }) => courtId);
  const ladders = await laddersOf(tx, courtIds, today);
  const nudges = tasks.flatMap((task) => nudgeFor(task, today, ladders.get(task.courtId)!));
  const notBefore = nextSendable(now, await calendarsOf(tx));
  const told = (await readersOf(tx, nudges, today)).map(({ courtId, caseId, dueDay, accountId, openid }) => ({
    courtId,
    noticeId: app.newId('notice'),
    caseId,
    partyId: null,
    accountId,
    channel: openid ? ('subscribe' as const) : ('sms' as const),
    audience: 'liaison' as const,
    step: 'visit-idle' as const,
    stepDay: today,
    facts: { dueDay },
    notBefore,
    createdAt: now,
  }));
  const notices = await queueNotices(tx, told);
  await note(tx, nudges, now);
  return { notices, last: tasks.length < BATCH ? null : tasks.at(-1)!.taskId };
}

/** Answered before today, and no visit recorded; what another sweep or a handler holds is left to it. */
async function takeIdle(tx: Tx, after: string, today: Day): Promise<IdleTask[]> {
  const { rows } = await sql<IdleTask>`
    select t.court_id as "courtId", t.task_id as "taskId", t.case_id as "caseId", c.status, t.role,
      t.village_id as "villageId", t.town_id as "townId", t.due_day as "dueDay",
      t.acknowledged_at as "acknowledgedAt", t.idle_nudged_at as "nudgedAt"
    from tasks t join cases c on c.court_id = t.court_id and c.case_id = t.case_id
    where t.state = 'acknowledged' and t.role <> 'officer' and t.idle_escalated_at is null
      and t.acknowledged_at < ${instantOf(today)} and t.task_id > ${after}
    order by t.task_id limit ${BATCH}
    for no key update of c, t skip locked`.execute(tx);
  return rows;
}

function nudgeFor(task: IdleTask, today: Day, ladder: Ladder): Nudge[] {
  if (!caseCan('remind', task.status)) return [];
  const nudgedDay = task.nudgedAt && dayAt(task.nudgedAt);
  const whom = idleDeserves({ acknowledgedDay: dayAt(task.acknowledgedAt), nudgedDay }, today, ladder);
  return whom ? [{ ...task, whom }] : [];
}

/** The task's own holders, or its town. What the town itself leaves idle only the court's desk shows. */
async function readersOf(tx: Tx, nudges: readonly Nudge[], today: Day) {
  const told = nudges
    .filter(({ whom, role }) => whom === 'holder' || role === 'village-liaison')
    .map(({ courtId, caseId, dueDay, whom, role, villageId, townId }) => {
      const isForTown = whom === 'town' || role === 'town-liaison';
      return {
        courtId,
        caseId,
        dueDay,
        role: isForTown ? 'town-liaison' : role,
        place: isForTown ? townId : villageId,
      };
    });
  const { rows } = await sql<IdleTask & { accountId: string; openid: string | null }>`
    select distinct k."courtId", k."caseId", k."dueDay", a.account_id as "accountId", a.openid
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
      as k("courtId" text, "caseId" text, "dueDay" date, role text, place text)
    join grants_on(${today}::date) g on g.court_id = k."courtId" and g.role = k.role
      and k.place = case k.role when 'town-liaison' then g.town_id else g.village_id end
    join accounts a on a.court_id = g.court_id and a.account_id = g.account_id and a.disabled_at is null`.execute(
    tx,
  );
  return rows;
}

/** Noted even where nobody holds the role: each happens once. */
async function note(tx: Tx, nudges: readonly Nudge[], now: Date): Promise<void> {
  await sql`
    update tasks t
    set idle_nudged_at = case r.whom when 'holder' then ${now}::timestamptz else t.idle_nudged_at end,
        idle_escalated_at = case r.whom when 'town' then ${now}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(nudges)}::jsonb) as r("courtId" text, "taskId" text, whom text)
    where t.court_id = r."courtId" and t.task_id = r."taskId"`.execute(tx);
}
