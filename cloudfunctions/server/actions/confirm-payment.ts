import type { InputOf } from '../../../shared/actions';
import { COURSE } from '../../../shared/cases/wording';
import { type Fen, ZERO_FEN } from '../../../shared/money';
import { Refusal } from '../../../shared/refusal';
import { type CaseRow, ensureCan, openCase } from '../cases';
import type { Handler, SignedIn } from '../context';
import { caseIdOf } from '../find-case';
import { decidePayment, paymentIn } from '../payments';
import { closeAsPerformed, whetherPerformed } from '../performance';
import { decidesAs } from '../standing';
import { statementOf } from '../statements';
import { notifySide } from '../storage/notices';
import { addToTimeline } from '../storage/timeline';

export const confirmPayment: Handler<'confirm-payment'> = async (input, context) => {
  const caseId = await caseIdOf(context, 'payment', input.paymentId);
  const { row, relations } = await openCase(context, caseId);
  const by = decidesAs(relations);
  const payment = await paymentIn(context, input.paymentId, ['registered', 'disputed'], '再确认');
  ensureCan('decidePayment', row.status, '确认履行');
  checkGrounds(input, by);

  await decidePayment(context, input.paymentId, 'confirmed', input.evidence ?? null, input.settlesInFull);
  await addToTimeline(
    context,
    caseId,
    by === 'court' ? COURSE.paymentConfirmedByCourt : COURSE.paymentConfirmed,
  );
  const ended = await whetherPerformed(context, row, payment.paid_day, input.settlesInFull);
  await context.audit(caseId, 'confirm-payment', {
    paymentId: input.paymentId,
    by,
    waivedFen: ended?.why === 'waived' ? ended.waived : 0,
    performed: ended?.why ?? null,
  });
  if (ended) {
    const certificateNumber = await closeAsPerformed(context, row, ended, by);
    return { status: 'performed', left: ZERO_FEN, certificateNumber };
  }
  await tellConfirmed(context, caseId, by);
  return { status: row.status, left: await leftToday(context, row), certificateNumber: null };
};

/** A case that was performed before stays so: this payment came on top. */
async function leftToday(context: SignedIn, row: CaseRow): Promise<Fen> {
  if (row.status === 'performed') return ZERO_FEN;
  return (await statementOf(context, row, context.today)).left.total;
}

function checkGrounds(input: InputOf<'confirm-payment'>, by: 'obligee' | 'court'): void {
  if (by === 'obligee') return;
  if (input.settlesInFull) throw new Refusal('only-obligee-waives');
  if ((input.evidence ?? '').length < 2) throw new Refusal('evidence-needed');
}

async function tellConfirmed(context: SignedIn, caseId: string, by: 'obligee' | 'court'): Promise<void> {
  await notifySide(context, caseId, 'obligor', 'payment-confirmed');
  if (by === 'court') await notifySide(context, caseId, 'obligee', 'payment-confirmed');
}
