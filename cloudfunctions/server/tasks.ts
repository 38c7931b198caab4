import type { Selectable } from 'kysely';
import { Refusal } from '../../shared/refusal';
import { type CaseRow, openCase } from './cases';
import type { SignedIn } from './context';
import { caseIdOf } from './find-case';
import { ownTasks, visibleTasks } from './reach';
import { absentFor, isAmong } from './standing-in';
import type { TasksTable } from './storage/database';

export type TaskRow = Selectable<TasksTable>;

export interface OpenTask {
  task: TaskRow;
  /** The task's case, locked until the transaction ends. */
  row: CaseRow;
  /** His to do; otherwise his only to look at. */
  mine: boolean;
}

/** A liaison's or a team's task. Not his, given back and not there answer alike. */
export async function openTask(
  context: SignedIn,
  taskId: string,
  purpose: 'to-look' | 'to-act',
): Promise<OpenTask> {
  const row = await lockCaseOf(context, taskId);
  const found = await context.tx
    .selectFrom('tasks as t')
    .selectAll('t')
    .select(ownTasks(context).as('mine'))
    .where('t.court_id', '=', context.courtId)
    .where('t.task_id', '=', taskId)
    .where(visibleTasks(context))
    .executeTakeFirst();
  if (!found || (purpose === 'to-act' && !found.mine)) throw new Refusal('not-found-or-not-yours');
  const { mine, ...task } = found;
  const rule = purpose === 'to-act' ? ownTasks : visibleTasks;
  const absent = await absentFor(context, (as) => isAmong(as, taskId, rule(as)));
  context.inPlaceOf(task.case_id, absent);
  return { task, row, mine };
}

/** The case is locked before the task is read, in the order that every handler keeps. */
async function lockCaseOf(context: SignedIn, taskId: string): Promise<CaseRow> {
  return context.tx
    .selectFrom('cases')
    .selectAll()
    .where('court_id', '=', context.courtId)
    .where('case_id', '=', await caseIdOf(context, 'task', taskId))
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** A task as the court's desk handles it. */
export async function openTaskAsCourt(
  context: SignedIn,
  taskId: string,
): Promise<{ task: TaskRow; row: CaseRow }> {
  const { tx, courtId } = context;
  const { row } = await openCase(context, await caseIdOf(context, 'task', taskId));
  const task = await tx
    .selectFrom('tasks')
    .selectAll()
    .where('court_id', '=', courtId)
    .where('task_id', '=', taskId)
    .executeTakeFirstOrThrow();
  return { task, row };
}

export async function updateTask(
  { tx, courtId }: SignedIn,
  taskId: string,
  change: Partial<TaskRow>,
): Promise<void> {
  await tx
    .updateTable('tasks')
    .set(change)
    .where('court_id', '=', courtId)
    .where('task_id', '=', taskId)
    .execute();
}
