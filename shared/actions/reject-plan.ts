import { z } from '../zod';
import { contract } from './contract';
import { done, id, reason } from './fields';

export const rejectPlan = contract({
  summary: 'The other party does not accept the plan, and says why.',
  effect: 'write',
  input: z.object({ planId: id, reason }),
  output: done,
});
