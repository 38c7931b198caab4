import { instrumentSummary, supervisionNotice } from '../../../shared/cases/papers';
import { isRunning } from '../../../shared/cases/task';
import { Refusal } from '../../../shared/refusal';
import type { Handler } from '../context';
import { paperFacts } from '../papers';
import { openTask } from '../tasks';
import { watermark } from '../watermark';

export const viewPapers: Handler<'view-papers'> = async ({ taskId }, context) => {
  const { task, row } = await openTask(context, taskId, 'to-look');
  if (!isRunning(task.state)) throw new Refusal('task-closed');
  const facts = await paperFacts(context, task, row);
  await context.audit(row.case_id, 'view-papers', { taskId, supervisionId: task.supervision_id });
  return { papers: [supervisionNotice(facts), instrumentSummary(facts)], watermark: watermark(context) };
};
