import { z } from '../zod';
import { contract } from './contract';
import { done, id, reason } from './fields';

export const takeDownBounty = contract({
  summary: 'By order of the court a notice is no longer shown.',
  effect: 'write',
  input: z.object({ bountyId: id, reason }),
  output: done,
});
