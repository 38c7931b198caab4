import { z } from '../zod';
import { contract } from './contract';
import { done, id, reason } from './fields';

export const disputePayment = contract({
  summary: 'The creditor says that a registered payment did not arrive, or not so; the court looks into it.',
  effect: 'write',
  input: z.object({ paymentId: id, reason }),
  output: done,
});
