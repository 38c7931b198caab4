import { type RawBuilder, sql } from 'kysely';
import { type Day, dayAt } from '../../../shared/day';
import type { Fen } from '../../../shared/money';
import type { AgreedPlan, ReminderSnapshot } from '../../../shared/reminders/plan';
import type { Db, Tx } from './connect';

export interface CaseKey {
  courtId: string;
  caseId: string;
}

export interface SnapshotOfCase extends ReminderSnapshot, CaseKey {
  supervisionId: string;
  planId: string | null;
  /** Parties whose number was put right at some time. */
  corrected: readonly string[];
}

interface Row extends Omit<SnapshotOfCase, 'startedDay' | 'plan'> {
  startedAt: Date;
  plan: (Omit<AgreedPlan, 'acceptedDay'> & { acceptedAt: string }) | null;
}

/**
 * What the rule needs of these cases, in one statement however many they are. Only cases with a running
 * supervision are found. What JSON carries needs no parser: days are text, and amounts are safe integers.
 */
export async function loadSnapshots(db: Db | Tx, cases: readonly CaseKey[]): Promise<SnapshotOfCase[]> {
  const { rows } = await sql<Row>`
    select c.court_id as "courtId", c.case_id as "caseId", c.status, s.started_at as "startedAt",
      ${portions} as portions, ${confirmed} as confirmed, ${parties} as parties, ${corrected} as corrected,
      s.supervision_id as "supervisionId",
      p.plan_id as "planId", ${plan} as plan
    from unnest(${cases.map((c) => c.courtId)}::text[], ${cases.map((c) => c.caseId)}::text[]) as k(court_id, case_id)
    join cases c using (court_id, case_id)
    join supervisions s on s.court_id = c.court_id and s.case_id = c.case_id and s.ended_at is null
    left join plans p on p.court_id = c.court_id and p.case_id = c.case_id and p.state in ('accepted', 'broken')
  `.execute(db);
  return rows.map(({ startedAt, plan: agreed, ...row }) => ({
    ...row,
    startedDay: dayAt(startedAt),
    plan: agreed && { ...agreed, acceptedDay: dayAt(new Date(agreed.acceptedAt)) },
  }));
}

/** What a case that waits would look like to the rule if its supervision began today. */
export async function snapshotIfStarted(
  tx: Tx,
  { courtId, caseId }: CaseKey,
  today: Day,
): Promise<ReminderSnapshot> {
  const { rows } = await sql<Pick<ReminderSnapshot, 'portions' | 'confirmed' | 'parties'>>`
    select ${portions} as portions, ${confirmed} as confirmed, ${parties} as parties
    from cases c where c.court_id = ${courtId} and c.case_id = ${caseId}`.execute(tx);
  return { ...rows[0]!, status: 'supervised', startedDay: today, plan: null };
}

const portions: RawBuilder<{ dueDay: Day; amount: Fen }[]> = sql`coalesce(
  (select jsonb_agg(jsonb_build_object('dueDay', o.due_day, 'amount', o.amount_fen) order by o.sort)
   from obligation_portions o where o.court_id = c.court_id and o.case_id = c.case_id),
  jsonb_build_array(jsonb_build_object('dueDay', c.due_day, 'amount', c.principal_fen)))`;

const confirmed: RawBuilder<Fen> = sql`coalesce(
  (select sum(y.amount_fen) from payments y
   where y.court_id = c.court_id and y.case_id = c.case_id and y.state = 'confirmed'), 0)::bigint`;

const parties: RawBuilder<ReminderSnapshot['parties']> = sql`coalesce(
  (select jsonb_agg(jsonb_build_object('partyId', a.party_id, 'side', a.side) order by a.side, a.sort)
   from parties a where a.court_id = c.court_id and a.case_id = c.case_id), '[]')`;

const corrected: RawBuilder<string[]> = sql`array(
  select a.party_id from parties a
  where a.court_id = c.court_id and a.case_id = c.case_id and a.contact_corrected_at is not null)`;

const plan: RawBuilder<Row['plan']> = sql`case when p.plan_id is not null then jsonb_build_object(
  'state', p.state, 'acceptedAt', p.decided_at, 'confirmedBefore', p.confirmed_before_fen, 'instalments',
  (select jsonb_agg(jsonb_build_object('dueDay', i.due_day, 'amount', i.amount_fen) order by i.sort)
   from plan_instalments i where i.court_id = p.court_id and i.plan_id = p.plan_id)) end`;
