import { z } from '../zod';
import { contract } from './contract';
import { done, id, reason } from './fields';

export const declineTask = contract({
  summary: '「不该我办」: give a task back with a reason; the court settles where it belongs.',
  effect: 'write',
  input: z.object({ taskId: id, reason }),
  output: done,
});
