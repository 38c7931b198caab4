import { CASE_STATUSES } from '../cases/case-status';
import { z } from '../zod';
import { contract } from './contract';
import { fenOut, id } from './fields';

export const confirmPayment = contract({
  summary:
    'The creditor (or the court, on evidence) confirms a registered payment. Paid in full, the case closes.',
  effect: 'write',
  input: z.object({
    paymentId: id,
    /** The creditor’s own word that nothing more is owed: the rest, such as delayed interest, is waived. */
    settlesInFull: z._default(z.boolean(), false),
    /** What the court relied on; required of court staff. */
    evidence: z.optional(z.string().check(z.trim(), z.maxLength(1000))),
  }),
  output: z.object({
    status: z.enum(CASE_STATUSES),
    left: fenOut,
    certificateNumber: z.nullable(z.string()),
  }),
});
