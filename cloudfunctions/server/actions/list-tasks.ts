import type { Handler } from '../context';
import { ownTasks, visibleTasks } from '../reach';
import { selectTaskLines, showTaskLine } from '../task-lines';

const MOST = 200;

export const listTasks: Handler<'list-tasks'> = async ({ closed }, context) => {
  const found = selectTaskLines(context).where(visibleTasks(context)).limit(MOST);
  const rows = closed
    ? await found.where('t.state', '=', 'closed').orderBy('t.ended_at', 'desc').orderBy('t.ordinal').execute()
    : await found
        .where('t.state', 'in', ['open', 'acknowledged', 'reported'])
        .orderBy(ownTasks(context), 'desc')
        .orderBy('t.due_day')
        .orderBy('t.ordinal')
        .execute();
  return { tasks: rows.map((row) => showTaskLine(row, context)) };
};
