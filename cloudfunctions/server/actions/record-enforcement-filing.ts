import { COURSE } from '../../../shared/cases/wording';
import { Refusal } from '../../../shared/refusal';
import { ensureCan, openCase, setStatus } from '../cases';
import { closeSupervision } from '../closing';
import type { Handler } from '../context';
import { lapseAgreedPlan } from '../plans';
import { addToTimeline } from '../storage/timeline';

export const recordEnforcementFiling: Handler<'record-enforcement-filing'> = async (input, context) => {
  const { row } = await openCase(context, input.caseId);
  ensureCan('recordFiling', row.status, '登记执行立案');
  const { filedDay, enforcementNumber, caseId } = input;
  if (filedDay > context.today || filedDay < row.effective_day) throw new Refusal('filed-day-wrong');
  const filing = { filed_day: filedDay, enforcement_number: enforcementNumber };
  await context.tx
    .insertInto('enforcement_applications')
    .values({
      court_id: context.courtId,
      case_id: caseId,
      applied_by: context.caller.accountId,
      applied_at: context.now,
      ...filing,
    })
    // The creditor's own application keeps its day.
    .onConflict((c) => c.columns(['court_id', 'case_id']).doUpdateSet(filing))
    .execute();
  await setStatus(context, caseId, 'filed');
  await lapseAgreedPlan(context, caseId);
  await addToTimeline(context, caseId, COURSE.filed);
  await closeSupervision(context, caseId, 'filed');
  await context.audit(caseId, 'record-enforcement-filing', { filedDay });
  return { done: true };
};
