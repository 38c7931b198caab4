import { COURSE } from '../../../shared/cases/wording';
import { ensureCan, openCase } from '../cases';
import type { Handler } from '../context';
import { caseIdOf } from '../find-case';
import { decidePayment, paymentIn } from '../payments';
import { decidesAs } from '../standing';
import { notifySide } from '../storage/notices';
import { addToTimeline } from '../storage/timeline';

export const disputePayment: Handler<'dispute-payment'> = async (input, context) => {
  const caseId = await caseIdOf(context, 'payment', input.paymentId);
  const { row, relations } = await openCase(context, caseId);
  decidesAs(relations);
  await paymentIn(context, input.paymentId, ['registered'], '再提异议');
  ensureCan('decidePayment', row.status, '对履行提出异议');
  await decidePayment(context, input.paymentId, 'disputed', input.reason);
  await context.audit(caseId, 'dispute-payment', { paymentId: input.paymentId });
  await addToTimeline(context, caseId, COURSE.paymentDisputed);
  await notifySide(context, caseId, 'obligor', 'payment-disputed');
  return { done: true };
};
