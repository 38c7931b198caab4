import { z } from '../zod';
import { contract } from './contract';
import { done, id, reason } from './fields';

export const rejectPayment = contract({
  summary: 'The court finds that a disputed payment was not received.',
  effect: 'write',
  input: z.object({ paymentId: id, reason }),
  output: done,
});
