import { z } from '../zod';
import { contract } from './contract';
import { id } from './fields';

/** To call him now, to find him on the way, or to check that a number is his. */
export const REVEAL_REASONS = ['call', 'visit', 'check-number'] as const;

export const revealContact = contract({
  summary: 'The debtor’s telephone number in full, for a reason. Audited.',
  effect: 'write',
  isSecret: true,
  input: z.object({ taskId: id, reason: z._default(z.enum(REVEAL_REASONS), 'call') }),
  output: z.object({ phone: z.string() }),
});
