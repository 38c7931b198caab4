import { z } from '../zod';
import { contract } from './contract';
import { day, done, id, note } from './fields';

export const decideBounty = contract({
  summary:
    'The court decides on an application within ten days, and writes the text of the notice where it grants it. Looking for a person needs a decision of its own.',
  effect: 'write',
  input: z
    .object({
      bountyId: id,
      decision: z.enum(['granted', 'refused'], { error: '请选择是否同意。' }),
      text: z.optional(
        z
          .string()
          .check(
            z.trim(),
            z.minLength(10, '公告内容太短，请写清征集什么线索。'),
            z.maxLength(1000, '公告内容请控制在一千字以内。'),
          ),
      ),
      expiresDay: z.optional(day),
      /** The number of the court's written decision that a person may be looked for. */
      personDecision: z.optional(z.string().check(z.trim(), z.maxLength(60, '文书号太长了。'))),
      note: z._default(note, ''),
    })
    .check(
      z.refine(({ decision, text }) => decision === 'refused' || text !== undefined, {
        error: '同意的，请写公告内容。',
        path: ['text'],
      }),
      z.refine(({ decision, expiresDay }) => decision === 'refused' || expiresDay !== undefined, {
        error: '同意的，请填写公告到哪一天。',
        path: ['expiresDay'],
      }),
      z.refine(({ decision, note }) => decision === 'granted' || note.length > 1, {
        error: '不同意的，请写明理由。',
        path: ['note'],
      }),
    ),
  output: done,
});
