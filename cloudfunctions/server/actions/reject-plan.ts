import { COURSE } from '../../../shared/cases/wording';
import { ensureCan, openCase } from '../cases';
import type { Handler } from '../context';
import { caseIdOf } from '../find-case';
import { decidePlan, proposalFor } from '../plans';
import { sideOf } from '../standing';
import { notifySide } from '../storage/notices';
import { addToTimeline } from '../storage/timeline';

export const rejectPlan: Handler<'reject-plan'> = async (input, context) => {
  const caseId = await caseIdOf(context, 'plan', input.planId);
  const { row, relations } = await openCase(context, caseId);
  const side = sideOf(relations);
  const plan = await proposalFor(context, input.planId, side);
  ensureCan('decidePlan', row.status, '答复分期方案');
  await decidePlan(context, input.planId, 'rejected', input.reason);
  await context.audit(caseId, 'reject-plan', { planId: input.planId, side });
  await addToTimeline(context, caseId, COURSE.planRejected(side));
  await notifySide(context, caseId, plan.proposed_side, 'plan-rejected');
  return { done: true };
};
