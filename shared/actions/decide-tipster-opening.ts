import { z } from '../zod';
import { contract } from './contract';
import { done, id } from './fields';
import { tipNote } from './tip-desk-fields';

export const decideTipsterOpening = contract({
  summary: 'The approver grants or refuses that the custodian opens who gave a tip; never his own request.',
  effect: 'write',
  input: z
    .object({
      openingId: id,
      decision: z.enum(['granted', 'refused'], { error: '请选择是否同意。' }),
      note: tipNote,
    })
    .check(
      z.refine(({ decision, note }) => decision === 'granted' || note.length > 1, {
        error: '不同意的，请写明理由。',
        path: ['note'],
      }),
    ),
  output: done,
});
