import { type RawBuilder, sql } from 'kysely';
import { CASE_STATUSES, type CaseStatus, caseCan, isUnderSupervision } from '../../shared/cases/case-status';
import { SILENT_DAYS, type StuckReason, UNCONFIRMED_DAYS, UNVISITED_DAYS } from '../../shared/cases/desk';
import { addDays } from '../../shared/day';
import type { SignedIn } from './context';

export interface Search {
  /** In other statuses nobody is stuck by this. */
  statuses: readonly CaseStatus[];
  /** Selects case_id, since, hint, task_id, payment_id, request_id, party_id. */
  rows: RawBuilder<unknown>;
}

const RUNNING = CASE_STATUSES.filter(isUnderSupervision);
const PAYABLE = CASE_STATUSES.filter((status) => caseCan('decidePayment', status));
const FILABLE = CASE_STATUSES.filter((status) => caseCan('recordFiling', status));

const NOTHING = {
  hint: sql`null::text`,
  task_id: sql`null::text`,
  payment_id: sql`null::text`,
  request_id: sql`null::text`,
  party_id: sql`null::text`,
};

function columns(caseId: RawBuilder<unknown>, since: RawBuilder<unknown>, own: Partial<typeof NOTHING>) {
  const { hint, task_id, payment_id, request_id, party_id } = { ...NOTHING, ...own };
  return sql`${caseId} as case_id, ${since} as since, ${hint} as hint, ${task_id} as task_id,
    ${payment_id} as payment_id, ${request_id} as request_id, ${party_id} as party_id`;
}

const startOf = (day: RawBuilder<unknown>) => sql`(${day})::timestamp at time zone 'Asia/Shanghai'`;
const daysAgo = ({ now }: SignedIn, days: number) => new Date(now.getTime() - days * 86_400_000);

/** Where each reason is found: one set-based query a reason, whatever the size of the book. */
export const SEARCHES: Record<StuckReason, (context: SignedIn) => Search> = {
  'objection-open': ({ courtId }) => ({
    statuses: RUNNING,
    rows: sql`select ${requestColumns} from requests r
      where r.court_id = ${courtId} and r.kind = 'objection' and r.state = 'open'`,
  }),

  // A request of the debtor's; or a liaison's word, until the debtor has spoken himself or a later visit says otherwise.
  'hardship-open': ({ courtId }) => ({
    statuses: RUNNING,
    rows: sql`select ${requestColumns} from requests r
      where r.court_id = ${courtId} and r.kind = 'hardship' and r.state = 'open'
      union all
      ${lastVisits(courtId, 'hardship', sql`'visit'`)} and not exists (
        select from requests r
        where r.court_id = ${courtId} and r.case_id = last.case_id and r.kind = 'hardship'
          and r.made_at >= last.visited_at)`,
  }),

  'payment-disputed': ({ courtId }) => ({
    statuses: PAYABLE,
    rows: sql`select ${columns(sql`p.case_id`, sql`coalesce(p.decided_at, p.registered_at)`, { payment_id: sql`p.payment_id` })}
      from payments p where p.court_id = ${courtId} and p.state = 'disputed'`,
  }),

  'enforcement-applied': ({ courtId }) => ({
    statuses: FILABLE,
    rows: sql`select ${columns(sql`a.case_id`, sql`a.applied_at`, {})}
      from enforcement_applications a where a.court_id = ${courtId} and a.filed_day is null`,
  }),

  'task-declined': ({ courtId }) => ({
    statuses: RUNNING,
    rows: sql`select ${columns(sql`t.case_id`, sql`t.declined_at`, {
      hint: sql`t.decline_reason`,
      task_id: sql`t.task_id`,
      party_id: sql`t.party_id`,
    })} from tasks t where t.court_id = ${courtId} and t.state = 'declined'`,
  }),

  'instalment-missed': ({ courtId, today }) => ({
    statuses: RUNNING,
    rows: sql`select ${columns(sql`d.case_id`, startOf(sql`min(d.due_day) + 1`), {})}
      from (
        select l.case_id, l.confirmed_before_fen, i.due_day,
          sum(i.amount_fen) over (partition by l.plan_id order by i.sort) as owed_by_then
        from plans l join plan_instalments i on i.court_id = l.court_id and i.plan_id = l.plan_id
        where l.court_id = ${courtId} and l.state in ('accepted', 'broken')) d
      where d.due_day < ${today} and d.owed_by_then + d.confirmed_before_fen > (
        select coalesce(sum(p.amount_fen), 0) from payments p
        where p.court_id = ${courtId} and p.case_id = d.case_id and p.state = 'confirmed')
      group by d.case_id`,
  }),

  'delivery-failed': ({ courtId }) => ({
    statuses: RUNNING,
    rows: sql`${undelivered(courtId, 'permanent')}
      union all
      select ${columns(sql`p.case_id`, sql`s.started_at`, { hint: sql`'wrong-number'`, party_id: sql`p.party_id` })}
      from parties p
      join supervisions s on s.court_id = p.court_id and s.case_id = p.case_id and s.ended_at is null
      where p.court_id = ${courtId} and p.contact_state = 'wrong-number'`,
  }),

  'outcome-unknown': ({ courtId }) => ({ statuses: RUNNING, rows: undelivered(courtId, 'unknown') }),

  'payment-waiting': (context) => ({
    statuses: PAYABLE,
    rows: sql`select ${columns(sql`p.case_id`, sql`p.registered_at`, { payment_id: sql`p.payment_id` })}
      from payments p where p.court_id = ${context.courtId} and p.state = 'registered'
        and p.registered_at < ${daysAgo(context, UNCONFIRMED_DAYS)}`,
  }),

  'task-silent': (context) => ({
    statuses: RUNNING,
    rows: sql`select ${taskColumns(sql`t.created_at`)} from tasks t
      where t.court_id = ${context.courtId} and t.state = 'open'
        and t.created_at < ${daysAgo(context, SILENT_DAYS)}`,
  }),

  'person-unreachable': ({ courtId }) => ({
    statuses: RUNNING,
    rows: lastVisits(courtId, 'unreachable', sql`null::text`),
  }),

  // Not before those who were sent have had their time: a case may be long overdue when its supervision starts.
  'overdue-no-visit': ({ courtId, today }) => ({
    statuses: ['supervised'],
    rows: sql`select distinct on (t.party_id)
        ${taskColumns(startOf(sql`greatest(o.due_day + ${UNVISITED_DAYS}::integer, t.due_day + 1)`))}
      from tasks t
      join cases o on o.court_id = t.court_id and o.case_id = t.case_id
      where t.court_id = ${courtId} and t.state in ('open', 'acknowledged') and t.due_day < ${today}
        and o.due_day <= ${addDays(today, -UNVISITED_DAYS)}
        and not exists (
          select from tasks k join visits s on s.court_id = k.court_id and s.task_id = k.task_id
          where k.court_id = t.court_id and k.supervision_id = t.supervision_id and k.party_id = t.party_id)
      order by t.party_id, t.role desc`,
  }),
};

const requestColumns = columns(sql`r.case_id`, sql`r.made_at`, { request_id: sql`r.request_id` });

const taskColumns = (since: RawBuilder<unknown>) =>
  columns(sql`t.case_id`, since, { task_id: sql`t.task_id`, party_id: sql`t.party_id` });

/** Debtors whose latest visit, of the supervision that runs, ended like this. */
function lastVisits(courtId: string, outcome: string, hint: RawBuilder<unknown>) {
  return sql`select ${columns(sql`last.case_id`, sql`last.visited_at`, {
    hint,
    task_id: sql`last.task_id`,
    party_id: sql`last.party_id`,
  } as Partial<typeof NOTHING>)}
    from (
      select distinct on (t.party_id) t.party_id, t.task_id, t.case_id, s.visited_at, s.outcome
      from tasks t join visits s on s.court_id = t.court_id and s.task_id = t.task_id
      where t.court_id = ${courtId} and t.state <> 'closed'
      order by t.party_id, s.visited_at desc, s.recorded_at desc) last
    where last.outcome = ${outcome}`;
}

/** Parties whom no carrier could reach on the number that is still on file, until somebody has seen to it. */
function undelivered(courtId: string, state: 'permanent' | 'unknown') {
  return sql`select distinct on (u.party_id) ${columns(sql`u.case_id`, sql`u.at`, {
    hint: sql`u.reason`,
    party_id: sql`u.party_id`,
  } as Partial<typeof NOTHING>)}
    from undelivered u join parties p on p.court_id = u.court_id and p.party_id = u.party_id
    where u.court_id = ${courtId} and u.state = ${state} and u.handled_at is null
      and p.contact_state <> 'wrong-number'
      and (p.contact_corrected_at is null or p.contact_corrected_at < u.at)
      and not exists (
        select from notices later
        where later.court_id = u.court_id and later.case_id = u.case_id and later.party_id = u.party_id
          and later.created_at > u.at and later.state <> 'suppressed')`;
}
