import { dayAt } from '../../../shared/day';
import { Refusal } from '../../../shared/refusal';
import type { Handler } from '../context';
import { reachOf } from '../storage/areas';
import { notifyAccount } from '../storage/notices';
import { audienceOf, COLUMN_OF, holdersOf } from '../storage/tasks';
import { openTaskAsCourt, type TaskRow, updateTask } from '../tasks';

export const remindLiaison: Handler<'remind-liaison'> = async ({ taskId }, context) => {
  const { task, row } = await openTaskAsCourt(context, taskId);
  const { tx, courtId, now, today } = context;
  if (task.state !== 'open' && task.state !== 'acknowledged') throw new Refusal('task-answered');
  if (task.reminded_at && dayAt(task.reminded_at) === today) throw new Refusal('reminded-today');
  const holders = await holdersOf(tx, courtId, task.role, task[COLUMN_OF[task.role]]!, today);
  if (holders.length === 0) {
    throw new Refusal('nobody-to-remind', { place: await reachOf(tx, courtId, grantOf(task)) });
  }
  for (const holder of holders) {
    await notifyAccount(context, holder, row.case_id, audienceOf(task.role), 'task-reminder');
  }
  await updateTask(context, taskId, { reminded_at: now });
  await context.audit(row.case_id, 'remind-liaison', { taskId, holders: holders.length });
  return { done: true };
};

/** A task lies in a village, its town and its team at once; its role says which of them has it. */
const grantOf = ({ role, village_id, town_id, team_id }: TaskRow) => ({
  role,
  villageId: role === 'village-liaison' ? village_id : null,
  townId: role === 'town-liaison' ? town_id : null,
  teamId: role === 'officer' ? team_id : null,
});
