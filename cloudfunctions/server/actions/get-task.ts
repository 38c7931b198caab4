import { maskPhone } from '../../../shared/cases/mask';
import { aboutTask } from '../../../shared/cases/papers';
import { isRunning, taskCan } from '../../../shared/cases/task';
import type { Handler, SignedIn } from '../context';
import { paperFacts } from '../papers';
import { partyOf } from '../parties';
import { addressOf, phoneOf } from '../party-details';
import { selectTaskLines, showTaskLine } from '../task-lines';
import { openTask, type TaskRow } from '../tasks';
import { watermark } from '../watermark';

export const getTask: Handler<'get-task'> = async ({ taskId }, context) => {
  const { task, row, mine } = await openTask(context, taskId, 'to-look');
  const line = await selectTaskLines(context).where('t.task_id', '=', taskId).executeTakeFirstOrThrow();
  const facts = await paperFacts(context, task, row);
  const where = await whereToFind(context, task);
  await context.audit(row.case_id, 'get-task', { taskId });
  return {
    task: showTaskLine(line, context),
    ...where,
    about: aboutTask(facts),
    owedToday: facts.owedToday,
    dueDay: row.due_day,
    visits: await visitsOf(context, taskId),
    declineReason: task.decline_reason,
    ending: task.ending,
    can: taskCan({ state: task.state, status: row.status, mine }),
    watermark: watermark(context),
    caseId: row.case_id,
    obligorPartyId: task.party_id,
  };
};

/** Where the debtor lives is no longer the liaison's to know once the task has ended. */
async function whereToFind(context: SignedIn, task: TaskRow) {
  if (!isRunning(task.state)) return { address: null, phoneMasked: null };
  const obligor = await partyOf(context, task.party_id);
  const phone = phoneOf(context, obligor);
  return { address: addressOf(context, obligor), phoneMasked: phone && maskPhone(phone) };
}

async function visitsOf({ tx, courtId }: SignedIn, taskId: string) {
  const rows = await tx
    .selectFrom('visits as s')
    .innerJoin('accounts as a', (j) =>
      j.onRef('a.court_id', '=', 's.court_id').onRef('a.account_id', '=', 's.account_id'),
    )
    .select(['s.visited_at', 'a.name', 's.outcome', 's.note'])
    .where('s.court_id', '=', courtId)
    .where('s.task_id', '=', taskId)
    .orderBy('s.visited_at', 'desc')
    .execute();
  return rows.map((row) => ({
    visitedAt: row.visited_at.toISOString(),
    by: row.name,
    outcome: row.outcome,
    note: row.note,
  }));
}
