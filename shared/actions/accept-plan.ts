import { z } from '../zod';
import { contract } from './contract';
import { done, id } from './fields';

export const acceptPlan = contract({
  summary: 'The other party accepts the plan; reminders follow its days from now on.',
  effect: 'write',
  input: z.object({ planId: id }),
  output: done,
});
