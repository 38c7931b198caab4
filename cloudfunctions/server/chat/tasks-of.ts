import { sql } from 'kysely';
import type { ChatTask } from '../../../shared/reminders/chat-wording';
import type { SignedIn } from '../context';
import { numbersFor } from './numbers';
import { taskLink } from './task-link';

/** The tasks in these cases that are this person's to do and not done, with the numbers by which he may name them. */
export async function tasksOf(
  { app, tx, courtId, now, today }: SignedIn,
  accountId: string,
  caseIds: readonly string[],
): Promise<ChatTask[]> {
  const { rows } = await sql<{ taskId: string }>`
    select distinct t.task_id as "taskId", t.due_day
    from tasks t
    join grants_on(${today}::date) g on g.court_id = t.court_id and g.account_id = ${accountId} and g.role = t.role
      and case t.role
        when 'village-liaison' then g.village_id = t.village_id
        when 'town-liaison' then g.town_id = t.town_id
        else g.team_id = t.team_id end
    where t.court_id = ${courtId} and t.case_id = any (${[...caseIds]}::text[])
      and t.state in ('open', 'acknowledged') and t.decline_reason is null
    order by t.due_day, t.task_id`.execute(tx);
  const ids = rows.map(({ taskId }) => taskId);
  const numbers = await numbersFor(tx, { courtId, accountId, now }, ids);
  return ids.map((taskId) => ({ number: numbers.get(taskId)!, link: taskLink(app.publicUrl, taskId) }));
}
