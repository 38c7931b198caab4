import { z } from '../zod';
import { contract } from './contract';
import { done, id } from './fields';

export const applyForEnforcement = contract({
  summary:
    'The creditor tells the court that he applies for enforcement. Supervision never stands in the way.',
  effect: 'write',
  input: z.object({ caseId: id }),
  output: done,
});
