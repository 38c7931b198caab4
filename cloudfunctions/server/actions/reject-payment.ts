import { COURSE } from '../../../shared/cases/wording';
import { ensureCan, openCase } from '../cases';
import type { Handler } from '../context';
import { caseIdOf } from '../find-case';
import { decidePayment, paymentIn } from '../payments';
import { decidesAs } from '../standing';
import { notifySide } from '../storage/notices';
import { addToTimeline } from '../storage/timeline';

export const rejectPayment: Handler<'reject-payment'> = async (input, context) => {
  const caseId = await caseIdOf(context, 'payment', input.paymentId);
  const { row, relations } = await openCase(context, caseId);
  decidesAs(relations);
  await paymentIn(context, input.paymentId, ['disputed'], '认定为未收到');
  ensureCan('decidePayment', row.status, '认定履行');
  await decidePayment(context, input.paymentId, 'rejected', input.reason);
  await context.audit(caseId, 'reject-payment', { paymentId: input.paymentId });
  await addToTimeline(context, caseId, COURSE.paymentRejected);
  await notifySide(context, caseId, 'obligor', 'payment-rejected');
  await notifySide(context, caseId, 'obligee', 'payment-rejected');
  return { done: true };
};
