import { type Ending, TASK_ENDINGS } from '../../shared/cases/wording';
import type { SignedIn } from './context';
import { notifyAccount, notifySide } from './storage/notices';
import { suppressQueued } from './storage/suppress';
import { audienceOf, COLUMN_OF, holdersOf } from './storage/tasks';
import { endSupervision } from './supervision';
import { dropCalls } from './undelivered';

/**
 * Ends everything that a supervision keeps going: reminders, what is queued, tasks, unanswered plans and
 * requests; then tells both sides and the liaisons. The status is the caller's to set.
 */
export async function closeSupervision(
  context: SignedIn,
  caseId: string,
  ending: Ending,
  note: string | null = null,
): Promise<void> {
  await endSupervision(context, caseId, ending, note);
  await suppressQueued(context, caseId, ending);
  await dropCalls(context, caseId);
  await lapseUnanswered(context, caseId);
  await closeTasks(context, caseId, ending);
  await notifySide(context, caseId, 'obligor', ending);
  await notifySide(context, caseId, 'obligee', ending);
}

async function lapseUnanswered({ tx, courtId, now }: SignedIn, caseId: string): Promise<void> {
  await tx
    .updateTable('plans')
    .set({ state: 'lapsed', decided_at: now })
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .where('state', '=', 'proposed')
    .execute();
  await tx
    .updateTable('requests')
    .set({ state: 'lapsed' })
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .where('state', '=', 'open')
    .execute();
}

/** Closes every task; the people who had not given theirs back are told how it ended. */
async function closeTasks(context: SignedIn, caseId: string, ending: Ending): Promise<void> {
  const { tx, courtId, now, today } = context;
  const closed = await tx
    .updateTable('tasks')
    .set({ state: 'closed', ended_at: now, ending: TASK_ENDINGS[ending] })
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .where('state', '!=', 'closed')
    .returning(['role', 'village_id', 'town_id', 'team_id', 'decline_reason'])
    .execute();
  for (const task of closed) {
    const where = task[COLUMN_OF[task.role]];
    if (!where || task.decline_reason !== null) continue;
    for (const account of await holdersOf(tx, courtId, task.role, where, today)) {
      await notifyAccount(context, account, caseId, audienceOf(task.role), ending);
    }
  }
}
