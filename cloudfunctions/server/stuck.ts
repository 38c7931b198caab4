import { sql } from 'kysely';
import type { OutputOf } from '../../shared/actions';
import { STUCK_REASONS } from '../../shared/actions/get-desk';
import { type StuckReason, stuckWords } from '../../shared/cases/desk';
import type { SignedIn } from './context';
import { casesInReach } from './reach';
import { SEARCHES } from './stuck-sql';

type Stuck = OutputOf<'get-desk'>['stuck'][number];

const MOST = 100;

/** What is stuck in the caller's cases, most urgent reason first, longest waiting first. */
export async function findStuck(context: SignedIn): Promise<{ stuck: Stuck[]; total: number }> {
  const stuck: Stuck[] = [];
  let total = 0;
  for (const reason of STUCK_REASONS) {
    const rows = await search(context, reason);
    total += rows[0]?.of ?? 0;
    stuck.push(...rows.map((row) => showStuck(reason, row)));
  }
  return { stuck: stuck.slice(0, MOST), total };
}

interface Row {
  case_id: string;
  case_number: string;
  obligor: string | null;
  place: string;
  since: Date;
  hint: string | null;
  task_id: string | null;
  payment_id: string | null;
  request_id: string | null;
  party_id: string | null;
  /** How many there are, beyond those that are shown. */
  of: number;
}

async function search(context: SignedIn, reason: StuckReason): Promise<Row[]> {
  const { statuses, rows } = SEARCHES[reason](context);
  const found = await sql<Row>`
    select c.case_id, c.case_number, s.since, s.hint, s.task_id, s.payment_id, s.request_id, s.party_id,
      coalesce(w.name, '') || coalesce(v.name, '') as place, count(*) over () as of,
      (select p.name from parties p
        where p.court_id = c.court_id and p.case_id = c.case_id and p.side = 'obligor'
        order by (p.party_id = s.party_id) is true desc, p.sort, p.party_id limit 1) as obligor
    from (${rows}) s
    join cases c on c.court_id = ${context.courtId} and c.case_id = s.case_id
    left join villages v on v.court_id = c.court_id and v.village_id = c.village_id
    left join towns w on w.court_id = c.court_id and w.town_id = c.town_id
    where c.status = any(${[...statuses]}::text[]) and ${casesInReach(context)}
    order by s.since, c.case_number
    limit ${MOST}`.execute(context.tx);
  return found.rows;
}

const showStuck = (reason: StuckReason, row: Row): Stuck => ({
  caseId: row.case_id,
  caseNumber: row.case_number,
  obligor: row.obligor ?? '',
  place: row.place,
  reason,
  words: stuckWords(reason, row.hint),
  since: row.since.toISOString(),
  taskId: row.task_id,
  paymentId: row.payment_id,
  requestId: row.request_id,
  partyId: row.party_id,
});
