import { COURSE } from '../../../shared/cases/wording';
import { type CaseRow, ensureCan, openCase, setStatus } from '../cases';
import type { Handler, SignedIn } from '../context';
import { caseIdOf } from '../find-case';
import { agreedPlan } from '../plans';
import { answerRequest, openRequests } from '../requests';
import { notifySide } from '../storage/notices';
import { addToTimeline } from '../storage/timeline';
import { setNextReminder } from '../supervision';

export const decideRequest: Handler<'decide-request'> = async (input, context) => {
  const caseId = await caseIdOf(context, 'request', input.requestId);
  const { row } = await openCase(context, caseId);
  await answerRequest(context, input.requestId, input.decision, input.answer);
  ensureCan('decideRequest', row.status, '答复');
  await context.audit(caseId, 'decide-request', { requestId: input.requestId, decision: input.decision });
  await addToTimeline(context, caseId, COURSE.requestDecided);
  await notifySide(context, caseId, 'obligor', 'request-decided');
  if ((await openRequests(context, caseId)).length === 0) await resume(context, row);
  return { done: true };
};

/** Even an objection that was upheld ends no supervision by itself: that the court decides separately. */
async function resume(context: SignedIn, { case_id, status }: CaseRow): Promise<void> {
  if (status !== 'paused') return;
  const plan = await agreedPlan(context, case_id);
  await setStatus(context, case_id, plan ? 'planned' : 'supervised');
  await setNextReminder(context, case_id, context.now);
  await addToTimeline(context, case_id, COURSE.remindersResumed);
}
