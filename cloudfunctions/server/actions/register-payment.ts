import { Refusal } from '../../../shared/refusal';
import { attachFiles } from '../attachments';
import { ensureCan, openCase } from '../cases';
import { recordConsent } from '../consent';
import type { Handler } from '../context';
import { notifySide } from '../storage/notices';
import { addToTimeline } from '../storage/timeline';

export const registerPayment: Handler<'register-payment'> = async (input, context) => {
  const { row, relations } = await openCase(context, input.caseId, ['obligor', 'liaison', 'court']);
  ensureCan('registerPayment', row.status, '登记履行');
  if (input.paidDay > context.today) throw new Refusal('payment-day-in-future');
  if (input.paidDay < row.effective_day) throw new Refusal('payment-day-too-early');
  await recordConsent(context, row.case_id, relations, 'register-payment', input.onBehalf);
  await attachFiles(context, row.case_id, input.fileIds);

  const paymentId = context.app.newId('payment');
  await context.tx
    .insertInto('payments')
    .values({
      court_id: context.courtId,
      payment_id: paymentId,
      case_id: row.case_id,
      amount_fen: input.amount,
      paid_day: input.paidDay,
      method: input.method,
      note: input.note,
      file_ids: input.fileIds,
      registered_by: context.caller.accountId,
      registered_role: relations.has('obligor') ? 'obligor' : relations.has('court') ? 'court' : 'liaison',
      registered_at: context.now,
    })
    .execute();
  await context.audit(row.case_id, 'register-payment', { paymentId, amountFen: input.amount });
  await addToTimeline(context, row.case_id, '登记了一笔履行，等待权利人确认');
  await notifySide(context, row.case_id, 'obligee', 'payment-registered');
  return { paymentId };
};
