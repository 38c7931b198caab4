import { isRunning } from '../../../shared/cases/task';
import { Refusal } from '../../../shared/refusal';
import type { Handler } from '../context';
import { partyOf } from '../parties';
import { phoneOf } from '../party-details';
import { recordReveal } from '../reveals';
import { openTask } from '../tasks';

export const revealContact: Handler<'reveal-contact'> = async ({ taskId, reason, words }, context) => {
  const { task } = await openTask(context, taskId, 'to-act');
  if (!isRunning(task.state)) throw new Refusal('task-closed');
  const party = await partyOf(context, task.party_id);
  const phone = phoneOf(context, party);
  if (!phone) throw new Refusal('phone-unknown');
  await recordReveal(context, party, { field: 'phone', reason, words, taskId });
  return { phone };
};
