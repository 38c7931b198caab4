import { z } from '../zod';
import { contract } from './contract';
import { id } from './fields';

export const revealContact = contract({
  summary: 'The debtor’s telephone number in full, to call him now. Audited.',
  effect: 'write',
  isSecret: true,
  input: z.object({ taskId: id }),
  output: z.object({ phone: z.string() }),
});
