import { sql } from 'kysely';
import type { CaseStatus } from '../../../shared/cases/case-status';
import { type Day, dayAt } from '../../../shared/day';
import type { NoticeStep } from '../../../shared/reminders/steps';
import type { NoticeChannel } from '../../../shared/reminders/weight';
import type { Audience } from '../../../shared/reminders/wording';
import type { Db, Tx } from '../storage/connect';
import { loadSnapshots, type SnapshotOfCase } from '../storage/reminder-snapshots';

/** Everything that sending one message needs, as it stands now and not as it was queued. */
export interface Envelope {
  courtId: string;
  noticeId: string;
  caseId: string;
  partyId: string | null;
  accountId: string | null;
  channel: NoticeChannel;
  audience: Audience;
  step: NoticeStep;
  stepDay: Day;
  dueDay: Day | null;
  status: CaseStatus;
  taskNumber: string;
  /** The day that the words speak of. */
  day: Day;
  phoneSealed: string | null;
  phoneIndex: string | null;
  openid: string | null;
  contactState: 'ok' | 'no-phone' | 'wrong-number' | 'opted-out';
  isDisabled: boolean;
  isOptedOut: boolean;
  /** For a task's message: whether the task still waits for an answer, or for a visit. */
  isTaskOpen: boolean;
  /** What a weekly list counts. */
  count: number | null;
  /** Nothing happened to the case since this was planned, and no later step has come. */
  isFresh: boolean;
  /** Null when no supervision runs, or when nobody needs it. */
  snapshot: SnapshotOfCase | null;
}

interface NoticeKey {
  courtId: string;
  noticeId: string;
}

export async function loadEnvelopes(db: Db | Tx, keys: readonly NoticeKey[], now: Date): Promise<Envelope[]> {
  const { rows } = await sql<Omit<Envelope, 'snapshot'>>`
    select n.court_id as "courtId", n.notice_id as "noticeId", n.case_id as "caseId", n.party_id as "partyId",
      n.account_id as "accountId", n.channel, n.audience, n.step, n.step_day as "stepDay",
      n.facts ->> 'dueDay' as "dueDay", c.status, c.task_number as "taskNumber",
      coalesce((n.facts ->> 'dueDay')::date, ${dueDayOfTask}, c.due_day) as day,
      coalesce(p.phone_sealed, a.phone_sealed) as "phoneSealed", coalesce(p.phone_index, a.phone_index) as "phoneIndex",
      a.openid, coalesce(p.contact_state, 'ok') as "contactState", a.disabled_at is not null as "isDisabled",
      exists (select from opt_outs o where o.phone_index = coalesce(p.phone_index, a.phone_index)) as "isOptedOut",
      case when n.step like 'task-%' then ${isTaskOpen(dayAt(now))} when n.step = 'visit-idle' then ${isVisitMissing(dayAt(now))} else true end as "isTaskOpen",
      (n.facts ->> 'count')::int as count,
      coalesce(s.planned_at = n.created_at and coalesce(s.next_reminder_at, 'infinity') > ${now}, false) as "isFresh"
    from unnest(${keys.map((k) => k.courtId)}::text[], ${keys.map((k) => k.noticeId)}::text[]) as k(court_id, notice_id)
    join notices n using (court_id, notice_id)
    join cases c on c.court_id = n.court_id and c.case_id = n.case_id
    left join supervisions s on s.court_id = n.court_id and s.case_id = n.case_id and s.ended_at is null
    left join parties p on p.court_id = n.court_id and p.party_id = n.party_id
    left join accounts a on a.court_id = n.court_id and a.account_id = n.account_id`.execute(db);
  const doubtful = rows.filter(({ isFresh }) => !isFresh);
  const snapshots = new Map((await loadSnapshots(db, distinct(doubtful))).map((s) => [s.caseId, s]));
  return rows.map((row) => ({ ...row, snapshot: snapshots.get(row.caseId) ?? null }));
}

/** All tasks of a supervision are due on one day. */
const dueDayOfTask = sql`(
  select max(t.due_day) from tasks t
  where n.account_id is not null and t.court_id = n.court_id and t.case_id = n.case_id)`;

/** A task that this account holds; for `task-silent` one of its town's villages. */
const isTaskOpen = (today: Day) => sql`exists (
  select from tasks t join grants_on(${today}::date) g on g.court_id = t.court_id and g.account_id = n.account_id
  where t.court_id = n.court_id and t.case_id = n.case_id and t.state = 'open' and case
    when n.step = 'task-silent' then
      t.role = 'village-liaison' and g.role = 'town-liaison' and g.town_id = t.town_id
    when t.role = 'village-liaison' then g.role = t.role and g.village_id = t.village_id
    when t.role = 'town-liaison' then g.role = t.role and g.town_id = t.town_id
    else g.role = t.role and g.team_id = t.team_id end)`;

/** An answered task without a visit, of the account itself or of one of its town's villages. */
const isVisitMissing = (today: Day) => sql`exists (
  select from tasks t join grants_on(${today}::date) g on g.court_id = t.court_id and g.account_id = n.account_id
  where t.court_id = n.court_id and t.case_id = n.case_id and t.state = 'acknowledged'
    and (g.role = 'village-liaison' and g.village_id = t.village_id or g.role = 'town-liaison' and g.town_id = t.town_id))`;

const distinct = (rows: readonly { courtId: string; caseId: string }[]) => [
  ...new Map(rows.map((row) => [row.caseId, row])).values(),
];
