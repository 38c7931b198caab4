import { isUnderSupervision } from '../../../shared/cases/case-status';
import { COURSE } from '../../../shared/cases/wording';
import { Refusal } from '../../../shared/refusal';
import type { Handler } from '../context';
import { partyOf } from '../parties';
import { placeParty } from '../placement';
import { addToTimeline } from '../storage/timeline';
import { openTaskAsCourt } from '../tasks';

export const reassignTask: Handler<'reassign-task'> = async ({ taskId, villageId }, context) => {
  const { task, row } = await openTaskAsCourt(context, taskId);
  if (task.state === 'closed' || !isUnderSupervision(row.status)) throw new Refusal('task-closed');
  const party = await partyOf(context, task.party_id);
  await placeParty(context, party, villageId, taskId);
  await context.audit(row.case_id, 'reassign-task', { taskId, villageId });
  await addToTimeline(context, row.case_id, COURSE.taskReassigned, ['court']);
  return { done: true };
};
