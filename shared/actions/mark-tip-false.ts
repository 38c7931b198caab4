import { z } from '../zod';
import { contract } from './contract';
import { id, reason } from './fields';

export const markTipFalse = contract({
  summary:
    'One of two marks that a tip is knowingly false; with the second, by somebody else, it counts as such.',
  effect: 'write',
  input: z.object({ tipId: id, reason }),
  output: z.object({ isFalse: z.boolean() }),
});
