import { z } from '../zod';
import { contract } from './contract';
import { done, id, reason } from './fields';

export const decideRequest = contract({
  summary: 'Answer an objection or a hardship report; when none is open any more reminders go on.',
  effect: 'write',
  input: z.object({
    requestId: id,
    decision: z.enum(['upheld', 'dismissed'], { error: '请选择采纳或不采纳。' }),
    answer: reason,
  }),
  output: done,
});
