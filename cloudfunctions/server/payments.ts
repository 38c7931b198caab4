import type { Selectable } from 'kysely';
import { PAYMENT_STATE_WORDS, type PaymentState } from '../../shared/cases/stages';
import { Refusal } from '../../shared/refusal';
import type { SignedIn } from './context';
import type { PaymentsTable } from './storage/database';

export type PaymentRow = Selectable<PaymentsTable>;

/** The payment, read after its case was locked. Refuses one that is in none of these states, and names its state. */
export async function paymentIn(
  { tx, courtId }: SignedIn,
  paymentId: string,
  states: readonly PaymentState[],
  what: string,
): Promise<PaymentRow> {
  const payment = await tx
    .selectFrom('payments')
    .selectAll()
    .where('court_id', '=', courtId)
    .where('payment_id', '=', paymentId)
    .executeTakeFirstOrThrow();
  if (!states.includes(payment.state)) {
    throw new Refusal('payment-state-forbids', { state: PAYMENT_STATE_WORDS[payment.state], what });
  }
  return payment;
}

export async function decidePayment(
  { tx, courtId, caller, now }: SignedIn,
  paymentId: string,
  state: PaymentState,
  note: string | null,
  settlesInFull = false,
): Promise<void> {
  await tx
    .updateTable('payments')
    .set({
      state,
      decided_by: caller.accountId,
      decided_at: now,
      decision_note: note,
      settles_in_full: settlesInFull,
    })
    .where('court_id', '=', courtId)
    .where('payment_id', '=', paymentId)
    .execute();
}
