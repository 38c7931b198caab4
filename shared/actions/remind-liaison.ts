import { z } from '../zod';
import { contract } from './contract';
import { done, id } from './fields';

export const remindLiaison = contract({
  summary: 'Tell a liaison once more of an open task; at most once a day.',
  effect: 'write',
  input: z.object({ taskId: id }),
  output: done,
});
