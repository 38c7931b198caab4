import { z } from '../zod';
import { contract } from './contract';
import { done, id } from './fields';

export const reassignTask = contract({
  summary: 'Give a task to another village; its liaison is told.',
  effect: 'write',
  input: z.object({ taskId: id, villageId: id }),
  output: done,
});
