import { z } from '../zod';
import { contract } from './contract';
import { done, id, reason } from './fields';

export const rejectPlan = contract({
  summary: 'The other party does not accept the plan, and says why.',
  who: ['obligor', 'obligee'],
  effect: 'write',
  input: z.object({ planId: id, reason }),
  output: done,
});
