import { z } from '../zod';
import { contract } from './contract';
import { id } from './fields';
import { otherNeedsWords, revealReason } from './reveal-fields';

export const revealContact = contract({
  summary: 'The debtor’s telephone number in full for who holds the task, with a reason. Audited.',
  effect: 'write',
  isSecret: true,
  input: z.object({ taskId: id, ...revealReason }).check(otherNeedsWords),
  output: z.object({ phone: z.string() }),
});
