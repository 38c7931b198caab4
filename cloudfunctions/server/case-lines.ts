import { sql } from 'kysely';
import type { OutputOf } from '../../shared/actions';
import type { SignedIn } from './context';

export type CaseLine = OutputOf<'list-cases'>['cases'][number];

const namesOf = (side: 'obligor' | 'obligee') => sql<string[]>`(
  select coalesce(array_agg(p.name order by p.sort, p.party_id), '{}') from parties p
  where p.court_id = c.court_id and p.case_id = c.case_id and p.side = ${side})`;

/** Cases `c` with what a line of the court's list shows of them; filter and order come on top. */
export function selectCaseLines(context: SignedIn) {
  return context.tx
    .selectFrom('cases as c')
    .leftJoin('villages as v', (j) =>
      j.onRef('v.court_id', '=', 'c.court_id').onRef('v.village_id', '=', 'c.village_id'),
    )
    .leftJoin('towns as w', (j) =>
      j.onRef('w.court_id', '=', 'c.court_id').onRef('w.town_id', '=', 'c.town_id'),
    )
    .leftJoin('teams as m', (j) =>
      j.onRef('m.court_id', '=', 'c.court_id').onRef('m.team_id', '=', 'c.team_id'),
    )
    .leftJoin('accounts as a', (j) =>
      j.onRef('a.court_id', '=', 'c.court_id').onRef('a.account_id', '=', 'c.judge_account_id'),
    )
    .select((e) => [
      'c.case_id as caseId',
      'c.case_number as caseNumber',
      'c.cause',
      'c.status',
      namesOf('obligor').as('obligors'),
      namesOf('obligee').as('obligees'),
      'c.principal_fen as principal',
      'c.due_day as dueDay',
      'v.name as village',
      'w.name as town',
      'm.name as team',
      e.fn.coalesce('a.name', 'c.judge_name').as('judge'),
    ])
    .where('c.court_id', '=', context.courtId);
}
