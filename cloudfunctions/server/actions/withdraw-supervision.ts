import { COURSE } from '../../../shared/cases/wording';
import { ensureCan, openCase, setStatus } from '../cases';
import { closeSupervision } from '../closing';
import type { Handler } from '../context';
import { addToTimeline } from '../storage/timeline';

export const withdrawSupervision: Handler<'withdraw-supervision'> = async (input, context) => {
  const { row } = await openCase(context, input.caseId);
  ensureCan('withdrawSupervision', row.status, '结束督促');
  await setStatus(context, row.case_id, 'withdrawn');
  await addToTimeline(context, row.case_id, COURSE.withdrawn);
  await closeSupervision(context, row.case_id, 'withdrawn', input.reason);
  await context.audit(row.case_id, 'withdraw-supervision');
  return { done: true };
};
