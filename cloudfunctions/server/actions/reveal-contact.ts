import { isRunning } from '../../../shared/cases/task';
import { Refusal } from '../../../shared/refusal';
import type { Handler } from '../context';
import { partyOf } from '../parties';
import { phoneOf } from '../party-details';
import { openTask } from '../tasks';

export const revealContact: Handler<'reveal-contact'> = async ({ taskId, reason }, context) => {
  const { task, row } = await openTask(context, taskId, 'to-act');
  if (!isRunning(task.state)) throw new Refusal('task-closed');
  const phone = phoneOf(context, await partyOf(context, task.party_id));
  if (!phone) throw new Refusal('phone-unknown');
  await context.audit(row.case_id, 'reveal-contact', { taskId, partyId: task.party_id, reason });
  return { phone };
};
