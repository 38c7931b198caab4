import { taskCan } from '../../../shared/cases/task';
import { Refusal } from '../../../shared/refusal';
import type { Handler } from '../context';
import { openTask, updateTask } from '../tasks';

export const acknowledgeTask: Handler<'acknowledge-task'> = async ({ taskId }, context) => {
  const { task, row, mine } = await openTask(context, taskId, 'to-act');
  // A second tap, or a neighbour on the same duty: what stands stays.
  const earlier = task.acknowledged_at;
  if (earlier) {
    await context.audit(row.case_id, 'acknowledge-task-again', { taskId });
    return { acknowledgedAt: earlier.toISOString() };
  }
  if (!taskCan({ state: task.state, status: row.status, mine }).acknowledge) throw new Refusal('task-closed');
  await updateTask(context, taskId, {
    state: 'acknowledged',
    acknowledged_at: context.now,
    acknowledged_by: context.caller.accountId,
  });
  await context.audit(row.case_id, 'acknowledge-task', { taskId });
  return { acknowledgedAt: context.now.toISOString() };
};
