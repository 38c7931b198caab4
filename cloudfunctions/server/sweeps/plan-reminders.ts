import { sql } from 'kysely';
import { type Day, dayAt, instantOf } from '../../../shared/day';
import {
  type PlannedForStaff,
  type PlannedNotice,
  planForStaff,
  planReminders,
  type ReminderPlan,
} from '../../../shared/reminders/plan';
import { nextSendable } from '../../../shared/reminders/quiet-hours';
import type { App } from '../app';
import { calendarsOf } from '../calendars';
import type { Tx } from '../storage/connect';
import { laddersOf } from '../storage/ladders';
import { type QueuedNotice, queueAfterCorrection, queueNotices } from '../storage/queue-notices';
import { type CaseKey, loadSnapshots, type SnapshotOfCase } from '../storage/reminder-snapshots';
import { noteBrokenPlans } from './broken-plans';
import { inParallel } from './in-parallel';
import { type Moment, staffNotices } from './staff-notices';

const BATCH = 200;
const AT_A_TIME = 2;
const MORNING_HOUR = 8;

type Planned = { snapshot: SnapshotOfCase; plan: ReminderPlan; staff: PlannedForStaff[] };

/**
 * Plans for the cases whose day has come, batch by batch; each batch is one transaction, and two are under way beside
 * each other, so that one is thought through while another is written. Returns the new notices.
 */
export async function planDueReminders(app: App): Promise<number> {
  let notices = 0;
  await inParallel(Array.from({ length: AT_A_TIME }), AT_A_TIME, async () => {
    for (let isFull = true; isFull; ) {
      const batch = await app.db.transaction().execute((tx) => planBatch(app, tx));
      notices += batch.notices;
      isFull = batch.cases === BATCH;
    }
  });
  return notices;
}

export async function planBatch(app: App, tx: Tx): Promise<{ cases: number; notices: number }> {
  const now = app.now();
  const today = dayAt(now);
  const due = await takeDue(tx, now);
  if (due.length === 0) return { cases: 0, notices: 0 };
  const courtIds = due.map(({ courtId }) => courtId);
  const ladders = await laddersOf(tx, courtIds, today);
  const planned = (await loadSnapshots(tx, due)).map((snapshot) => ({
    snapshot,
    plan: planReminders(snapshot, today, ladders.get(snapshot.courtId)),
    staff: planForStaff(snapshot, today, ladders.get(snapshot.courtId)),
  }));
  const notices = await queue(app, tx, now, planned);
  const broken = planned.filter(({ plan }) => plan.planBroken).map(({ snapshot }) => snapshot);
  await noteBrokenPlans(tx, broken, now);
  await setNextDays(tx, planned, now);
  return { cases: due.length, notices };
}

/**
 * Due cases that nobody else holds. The case is locked before its supervision, as every handler locks it first:
 * so its status stays what we read, no handler can wait for us while we wait for it, and of a case that another
 * sweep holds we hold nothing that would keep that one from planning it.
 */
async function takeDue(tx: Tx, now: Date): Promise<CaseKey[]> {
  const { rows } = await sql<CaseKey>`
    select s.court_id as "courtId", s.case_id as "caseId"
    from supervisions s join cases c on c.court_id = s.court_id and c.case_id = s.case_id
    where s.ended_at is null and s.next_reminder_at <= ${now}
    order by s.next_reminder_at limit ${BATCH}
    for no key update of c, s skip locked`.execute(tx);
  return rows;
}

/** What a person with a corrected number did not get on the old one waits again; otherwise "twice" is nothing new. */
async function queue(app: App, tx: Tx, now: Date, planned: readonly Planned[]): Promise<number> {
  const fresh: QueuedNotice[] = [];
  const again: QueuedNotice[] = [];
  const notBefore = nextSendable(now, await calendarsOf(tx));
  const wechat = await wechatOf(tx, planned);
  for (const { snapshot, plan } of planned) {
    for (const notice of plan.notices) {
      const isCorrected = snapshot.corrected.includes(notice.partyId);
      (isCorrected ? again : fresh).push(toQueue(app, { now, notBefore, wechat }, snapshot, notice));
    }
  }
  fresh.push(...(await staffNotices(app, tx, { now, notBefore }, planned)));
  return (await queueNotices(tx, fresh)) + (await queueAfterCorrection(tx, again));
}

function toQueue(
  app: App,
  { now, notBefore, wechat }: Moment & { wechat: ReadonlyMap<string, string> },
  { courtId, caseId }: CaseKey,
  { partyId, side, step, stepDay, dueDay, channel }: PlannedNotice,
): QueuedNotice {
  const accountId = channel === 'subscribe' ? (wechat.get(partyId) ?? null) : null;
  return {
    courtId,
    noticeId: app.newId('notice'),
    caseId,
    partyId,
    accountId,
    channel: accountId ? 'subscribe' : 'sms',
    audience: side,
    step,
    stepDay,
    facts: { dueDay },
    notBefore,
    createdAt: now,
  };
}

/** By party: the account that he himself uses in WeChat. Nobody is asked for where no rung tries WeChat first. */
async function wechatOf(tx: Tx, planned: readonly Planned[]): Promise<ReadonlyMap<string, string>> {
  const wanted = planned.flatMap(({ plan }) =>
    plan.notices.filter(({ channel }) => channel === 'subscribe').map(({ partyId }) => partyId),
  );
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{ partyId: string; accountId: string }>`
    select b.party_id as "partyId", b.account_id as "accountId"
    from party_bindings b join accounts a on a.court_id = b.court_id and a.account_id = b.account_id
    where b.party_id = any (${wanted}::text[]) and b.unbound_at is null and not b.as_proxy
      and a.openid is not null and a.disabled_at is null`.execute(tx);
  return new Map(rows.map(({ partyId, accountId }) => [partyId, accountId]));
}

/** The morning of the next day that matters; a case that rests or is done has none until somebody sets one. */
async function setNextDays(tx: Tx, planned: readonly Planned[], now: Date): Promise<void> {
  const at = (nextDay: Day | null) => nextDay && instantOf(nextDay, MORNING_HOUR).toISOString();
  await sql`
    update supervisions s
    set next_reminder_at = r.at, planned_at = ${now},
        last_step_day = case when r.told then ${dayAt(now)}::date else s.last_step_day end
    from unnest(${planned.map(({ snapshot }) => snapshot.courtId)}::text[],
                ${planned.map(({ snapshot }) => snapshot.supervisionId)}::text[],
                ${planned.map(({ plan }) => at(plan.nextDay))}::timestamptz[],
                ${planned.map(({ plan }) => plan.notices.length > 0)}::boolean[]) as r(court_id, supervision_id, at, told)
    where s.court_id = r.court_id and s.supervision_id = r.supervision_id`.execute(tx);
}
