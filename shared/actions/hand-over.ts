import { z } from '../zod';
import { contract } from './contract';
import { day, id } from './fields';

export const handOver = contract({
  summary:
    'A colleague of the same town, or of the teams, answers for one’s tasks for some days; it ends by itself.',
  effect: 'write',
  input: z.object({ toAccountId: id, from: day, to: day }),
  output: z.object({ handOverId: id }),
});
