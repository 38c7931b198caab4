import type { InputOf } from '../../../shared/actions';
import { COURSE } from '../../../shared/cases/wording';
import { showDay } from '../../../shared/day';
import { type Fen, fen, showYuan } from '../../../shared/money';
import { Refusal } from '../../../shared/refusal';
import { attachFiles } from '../attachments';
import { type CaseRow, ensureCan, openCase } from '../cases';
import { recordConsent } from '../consent';
import type { Handler, SignedIn } from '../context';
import { actsAs } from '../standing';
import { statementOf } from '../statements';
import { notifySide } from '../storage/notices';
import { addToTimeline } from '../storage/timeline';

type Input = InputOf<'register-payment'>;

export const registerPayment: Handler<'register-payment'> = async (input, context) => {
  const { row, relations } = await openCase(context, input.caseId);
  ensureCan('registerPayment', row.status, '登记履行');
  if (input.paidDay > context.today) throw new Refusal('payment-day-in-future');
  if (input.paidDay < row.effective_day) throw new Refusal('payment-day-too-early');
  await refuseTwin(context, input);
  await recordConsent(context, row.case_id, relations, 'register-payment', input.onBehalf);
  await attachFiles(context, row.case_id, input.fileIds, 'payment-proof');

  const as = actsAs(context, row.case_id, relations, 'obligor');
  const paymentId = await insertPayment(context, input, as);
  await context.audit(row.case_id, 'register-payment', { paymentId, amountFen: input.amount, as });
  await addToTimeline(context, row.case_id, COURSE.paymentRegistered);
  await notifySide(context, row.case_id, 'obligee', 'payment-registered');
  return { paymentId, surplus: await surplusOf(context, row, input) };
};

/** The debtor and the liaison who helps him often register the same money; a note says that it was paid twice. */
async function refuseTwin(
  { tx, courtId }: SignedIn,
  { caseId, amount, paidDay, note }: Input,
): Promise<void> {
  if (note !== '') return;
  const twin = await tx
    .selectFrom('payments')
    .select('payment_id')
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .where('amount_fen', '=', amount)
    .where('paid_day', '=', paidDay)
    .where('state', '!=', 'rejected')
    .executeTakeFirst();
  if (twin) throw new Refusal('payment-twice', { day: showDay(paidDay), amount: showYuan(amount) });
}

async function insertPayment(context: SignedIn, input: Input, as: string): Promise<string> {
  const paymentId = context.app.newId('payment');
  await context.tx
    .insertInto('payments')
    .values({
      court_id: context.courtId,
      payment_id: paymentId,
      case_id: input.caseId,
      amount_fen: input.amount,
      paid_day: input.paidDay,
      method: input.method,
      note: input.note,
      file_ids: input.fileIds,
      registered_by: context.caller.accountId,
      registered_role: as,
      registered_at: context.now,
    })
    .execute();
  return paymentId;
}

/** Paying too much is no reason to refuse: it happened. But the debtor should know at once. */
async function surplusOf(context: SignedIn, row: CaseRow, { amount, paidDay }: Input): Promise<Fen> {
  const { left } = await statementOf(context, row, paidDay);
  return fen(Math.max(0, amount - left.total));
}
