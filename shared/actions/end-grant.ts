import { z } from '../zod';
import { contract } from './contract';
import { done, id } from './fields';

export const endGrant = contract({
  summary: 'End a role now; sessions that are open lose it with their next call.',
  effect: 'write',
  input: z.object({ grantId: id }),
  output: done,
});
