import { isTaskOverdue } from '../../../shared/cases/task';
import { numbersFor } from '../chat/numbers';
import { taskLink } from '../chat/task-link';
import type { Handler } from '../context';
import { ownTasks, visibleTasks } from '../reach';

const MOST = 100;

export const listChatTasks: Handler<'list-chat-tasks'> = async (_input, context) => {
  const { app, tx, courtId, caller, now, today } = context;
  const rows = await tx
    .selectFrom('tasks as t')
    .innerJoin('cases as c', (j) =>
      j.onRef('c.court_id', '=', 't.court_id').onRef('c.case_id', '=', 't.case_id'),
    )
    .leftJoin('villages as v', (j) =>
      j.onRef('v.court_id', '=', 't.court_id').onRef('v.village_id', '=', 't.village_id'),
    )
    .leftJoin('towns as w', (j) =>
      j.onRef('w.court_id', '=', 't.court_id').onRef('w.town_id', '=', 't.town_id'),
    )
    .select(['t.task_id', 't.state', 't.due_day', 'c.task_number', 'v.name as village', 'w.name as town'])
    .where('t.court_id', '=', courtId)
    .where('t.state', 'in', ['open', 'acknowledged', 'reported'])
    .where(visibleTasks(context))
    .where(ownTasks(context))
    .orderBy('t.due_day')
    .orderBy('t.ordinal')
    .orderBy('t.task_id')
    .limit(MOST)
    .execute();
  const numbers = await numbersFor(
    tx,
    { courtId, accountId: caller.accountId, now },
    rows.map((row) => row.task_id),
  );
  await context.audit('court', 'list-chat-tasks', { accountId: caller.accountId, tasks: rows.length });
  return {
    tasks: rows
      .map((row) => ({
        taskId: row.task_id,
        number: numbers.get(row.task_id)!,
        taskNumber: row.task_number,
        village: row.village ?? row.town ?? '',
        state: row.state as 'open',
        dueDay: row.due_day,
        overdue: isTaskOverdue(row.state, row.due_day, today),
        link: taskLink(app.publicUrl, row.task_id),
      }))
      .sort((a, b) => a.number - b.number),
  };
};
