import { COURSE } from '../../../shared/cases/wording';
import { Refusal } from '../../../shared/refusal';
import { ensureCan, openCase, setStatus } from '../cases';
import type { Handler, SignedIn } from '../context';
import { caseIdOf } from '../find-case';
import { agreedPlan, decidePlan, plansOf, proposalFor } from '../plans';
import { sideOf } from '../standing';
import { notifySide } from '../storage/notices';
import { suppressReminders } from '../storage/suppress';
import { addToTimeline } from '../storage/timeline';
import { setNextReminder } from '../supervision';

export const acceptPlan: Handler<'accept-plan'> = async (input, context) => {
  const caseId = await caseIdOf(context, 'plan', input.planId);
  const { row, relations } = await openCase(context, caseId);
  const side = sideOf(relations);
  const plan = await proposalFor(context, input.planId, side);
  ensureCan('decidePlan', row.status, '答复分期方案');
  await refuseIfBegun(context, caseId, input.planId);

  const earlier = await agreedPlan(context, caseId);
  if (earlier) await decidePlan(context, earlier.row.plan_id, 'replaced');
  await decidePlan(context, input.planId, 'accepted');
  await suppressReminders(context, caseId, 'planned');
  // An objection or a hardship report is still with the court: the plan holds, reminders rest until it answers.
  if (row.status !== 'paused') {
    await setStatus(context, caseId, 'planned');
    await setNextReminder(context, caseId, context.now);
  }
  await context.audit(caseId, 'accept-plan', { planId: input.planId, side });
  await addToTimeline(context, caseId, COURSE.planAccepted);
  await notifySide(context, caseId, plan.proposed_side, 'plan-accepted');
  await notifySide(context, caseId, side, 'plan-accepted');
  return { done: true };
};

/** An instalment that was due before the answer came would be missed from the first moment. */
async function refuseIfBegun(context: SignedIn, caseId: string, planId: string): Promise<void> {
  const plan = (await plansOf(context, caseId)).find(({ row }) => row.plan_id === planId)!;
  if (plan.instalments[0]!.dueDay < context.today) throw new Refusal('plan-out-of-date');
}
