import { PAYMENT_METHODS } from '../cases/stages';
import { z } from '../zod';
import { contract } from './contract';
import { amount, day, fenOut, fileIds, id, note, onBehalf } from './fields';

export const registerPayment = contract({
  summary:
    'The debtor (or, with his recorded consent, a liaison or a relative) registers what was paid. It counts once the creditor or the court confirms.',
  effect: 'write',
  input: z.object({
    caseId: id,
    amount,
    paidDay: day,
    method: z.enum(PAYMENT_METHODS, { error: '请选择怎样支付的。' }),
    note: z._default(note, ''),
    fileIds,
    onBehalf: z.optional(onBehalf),
  }),
  output: z.object({
    paymentId: id,
    /** What this payment exceeds the debt of its day by; more than zero deserves a question to the debtor. */
    surplus: fenOut,
  }),
});
