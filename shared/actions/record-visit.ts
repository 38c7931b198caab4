import { VISIT_OUTCOMES } from '../cases/stages';
import { z } from '../zod';
import { contract } from './contract';
import { fileIds, id, moment, note } from './fields';

export const recordVisit = contract({
  summary:
    'What came of a visit or call: one of four outcomes; note and photos are optional and never scored.',
  effect: 'write',
  input: z.object({
    taskId: id,
    outcome: z.enum(VISIT_OUTCOMES, { error: '请选择结果：已联系、愿履行、联系不上或有困难。' }),
    note: z._default(note, ''),
    fileIds,
    /** When it happened, by the telephone’s clock; written offline it may be earlier than now. */
    visitedAt: z.optional(moment),
  }),
  output: z.object({ visitId: id }),
});
