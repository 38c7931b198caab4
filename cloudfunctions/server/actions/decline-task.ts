import { taskCan } from '../../../shared/cases/task';
import { COURSE } from '../../../shared/cases/wording';
import { Refusal } from '../../../shared/refusal';
import type { Handler } from '../context';
import { addToTimeline } from '../storage/timeline';
import { openTask, updateTask } from '../tasks';

export const declineTask: Handler<'decline-task'> = async ({ taskId, reason }, context) => {
  const { task, row, mine } = await openTask(context, taskId, 'to-act');
  if (!taskCan({ state: task.state, status: row.status, mine }).decline) throw new Refusal('task-closed');
  await updateTask(context, taskId, { state: 'declined', decline_reason: reason, declined_at: context.now });
  await context.audit(row.case_id, 'decline-task', { taskId });
  await addToTimeline(context, row.case_id, COURSE.taskDeclined, ['court']);
  return { done: true };
};
