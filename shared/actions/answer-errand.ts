import { z } from '../zod';
import { contract } from './contract';
import { done, id } from './fields';
import { tipNote } from './tip-desk-fields';

export const answerErrand = contract({
  summary: 'An officer’s one tap: on my way, cannot go, arrived.',
  effect: 'write',
  input: z.object({
    errandId: id,
    answer: z.enum(['take', 'decline', 'arrive'], { error: '请选择怎样答复。' }),
    note: tipNote,
  }),
  output: done,
});
