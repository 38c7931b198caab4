import { z } from '../zod';
import { contract } from './contract';
import { day, dayOut } from './fields';
import { ladderPolicySchema } from './ladder-fields';

export const saveLadder = contract({
  summary: 'Save a new version of the court’s ladder, valid from tomorrow or later.',
  effect: 'write',
  input: z.object({ validFrom: day, policy: ladderPolicySchema }),
  output: z.object({ version: z.int(), validFrom: dayOut }),
});
