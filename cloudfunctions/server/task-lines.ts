import { sql } from 'kysely';
import type { OutputOf } from '../../shared/actions';
import { VISIT_OUTCOME_WORDS, type VisitOutcome } from '../../shared/cases/stages';
import { isTaskOverdue } from '../../shared/cases/task';
import type { SignedIn } from './context';
import { ownTasks } from './reach';

export type TaskLine = OutputOf<'list-tasks'>['tasks'][number];

/** Tasks `t` with what a line of the inbox shows of them; the caller's filter and order come on top. */
export function selectTaskLines(context: SignedIn) {
  return context.tx
    .selectFrom('tasks as t')
    .innerJoin('cases as c', (j) =>
      j.onRef('c.court_id', '=', 't.court_id').onRef('c.case_id', '=', 't.case_id'),
    )
    .innerJoin('parties as p', (j) =>
      j.onRef('p.court_id', '=', 't.court_id').onRef('p.party_id', '=', 't.party_id'),
    )
    .leftJoin('villages as v', (j) =>
      j.onRef('v.court_id', '=', 't.court_id').onRef('v.village_id', '=', 't.village_id'),
    )
    .leftJoin('towns as w', (j) =>
      j.onRef('w.court_id', '=', 't.court_id').onRef('w.town_id', '=', 't.town_id'),
    )
    .select([
      't.task_id',
      't.ordinal',
      't.state',
      't.created_at',
      't.due_day',
      't.ending',
      'c.task_number',
      'p.name as obligor',
      'v.name as village',
      'w.name as town',
      ownTasks(context).as('mine'),
      sql<VisitOutcome | null>`(
        select s.outcome from visits s where s.court_id = t.court_id and s.task_id = t.task_id
        order by s.visited_at desc, s.recorded_at desc limit 1)`.as('last_outcome'),
    ])
    .where('t.court_id', '=', context.courtId);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectTaskLines>['execute']>>[number];

export function showTaskLine(row: Row, { today }: SignedIn): TaskLine {
  return {
    taskId: row.task_id,
    ordinal: row.ordinal,
    taskNumber: row.task_number,
    obligor: row.obligor,
    village: row.village ?? '',
    town: row.town ?? '',
    state: row.state,
    since: row.created_at.toISOString(),
    dueDay: row.due_day,
    mine: row.mine,
    overdue: isTaskOverdue(row.state, row.due_day, today),
    lastOutcome: row.ending ?? (row.last_outcome && VISIT_OUTCOME_WORDS[row.last_outcome]),
  };
}
