import { isRunning } from '../../../shared/cases/task';
import { Refusal } from '../../../shared/refusal';
import type { Handler } from '../context';
import { phoneOf } from '../party-details';
import { obligorOf, openTask } from '../tasks';

export const revealContact: Handler<'reveal-contact'> = async ({ taskId }, context) => {
  const { task, row } = await openTask(context, taskId, 'to-act');
  if (!isRunning(task.state)) throw new Refusal('task-closed');
  const phone = phoneOf(context.app, await obligorOf(context, task));
  if (!phone) throw new Refusal('phone-unknown');
  await context.audit(row.case_id, 'reveal-contact', { taskId, partyId: task.party_id });
  return { phone };
};
