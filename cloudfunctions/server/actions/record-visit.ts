import { VISIT_OUTCOME_WORDS } from '../../../shared/cases/stages';
import { isFuture, taskCan } from '../../../shared/cases/task';
import { COURSE } from '../../../shared/cases/wording';
import { Refusal } from '../../../shared/refusal';
import { attachFiles } from '../attachments';
import { ensureCan } from '../cases';
import type { Handler } from '../context';
import { addToTimeline } from '../storage/timeline';
import { openTask, updateTask } from '../tasks';

export const recordVisit: Handler<'record-visit'> = async (input, context) => {
  const { task, row, mine } = await openTask(context, input.taskId, 'to-act');
  ensureCan('visit', row.status, '登记走访');
  if (!taskCan({ state: task.state, status: row.status, mine }).report) throw new Refusal('task-closed');
  const visitedAt = input.visitedAt ? new Date(input.visitedAt) : context.now;
  if (isFuture(visitedAt, context.now)) throw new Refusal('visit-in-future');
  await attachFiles(context, row.case_id, input.fileIds);

  const visitId = context.app.newId('visit');
  await context.tx
    .insertInto('visits')
    .values({
      court_id: context.courtId,
      visit_id: visitId,
      task_id: task.task_id,
      case_id: row.case_id,
      account_id: context.caller.accountId,
      outcome: input.outcome,
      note: input.note,
      file_ids: input.fileIds,
      visited_at: visitedAt,
      recorded_at: context.now,
    })
    .execute();
  // Who reports has received it: no separate 「收到」 is asked of him.
  await updateTask(context, task.task_id, {
    state: 'reported',
    acknowledged_at: task.acknowledged_at ?? context.now,
    acknowledged_by: task.acknowledged_by ?? context.caller.accountId,
  });
  await context.audit(row.case_id, 'record-visit', { visitId, taskId: task.task_id, outcome: input.outcome });
  await addToTimeline(context, row.case_id, COURSE.visitOutcome(VISIT_OUTCOME_WORDS[input.outcome]), [
    'court',
  ]);
  await addToTimeline(context, row.case_id, COURSE.visited, ['obligee']);
  return { visitId };
};
