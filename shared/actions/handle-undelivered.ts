import { HANDLINGS } from '../cases/undelivered';
import { z } from '../zod';
import { contract } from './contract';
import { id } from './fields';

export const handleUndelivered = contract({
  summary: 'Somebody saw to a person whom no message reached; his open rows of that case close with it.',
  effect: 'write',
  input: z
    .object({
      noticeId: id,
      outcome: z.enum(HANDLINGS, { error: '请选择办理结果。' }),
      note: z._default(z.string().check(z.trim(), z.maxLength(200, '说明太长了，请控制在二百字以内。')), ''),
    })
    .check(
      z.refine(({ outcome, note }) => outcome !== 'left' || note.length >= 2, {
        path: ['note'],
        error: '先不处理的，请用一句话写明为什么。',
      }),
    ),
  output: z.object({ closed: z.int() }),
});
