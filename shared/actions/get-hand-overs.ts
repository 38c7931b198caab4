import { z } from '../zod';
import { contract } from './contract';
import { dayOut, id } from './fields';

const line = z.object({
  handOverId: id,
  name: z.string(),
  from: dayOut,
  to: dayOut,
  /** It has begun. */
  isRunning: z.boolean(),
});

export const getHandOvers = contract({
  summary: 'What one has handed over, what one answers for, and who may stand in.',
  effect: 'read',
  input: z.object({}),
  output: z.object({
    given: z.array(line),
    taken: z.array(line),
    colleagues: z.array(z.object({ accountId: id, name: z.string(), post: z.string() })),
  }),
});
