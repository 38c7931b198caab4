import { CORRECTABLE } from '../cases/data-requests';
import { z } from '../zod';
import { contract } from './contract';
import { id, reason } from './fields';

export const requestCorrection = contract({
  summary: 'Ask the court to correct something that is held about the caller (PIPL 46).',
  effect: 'write',
  input: z
    .object({
      /** As which party; without it, of his account. */
      partyId: z.optional(id),
      field: z.enum(CORRECTABLE, { error: '请选择哪一项写错了。' }),
      wanted: z
        .string({ error: '请写明正确的是什么。' })
        .check(
          z.trim(),
          z.minLength(2, '请写明正确的是什么。'),
          z.maxLength(300, '文字太长了，请控制在三百字以内。'),
        ),
      why: reason,
    })
    .check(
      z.refine(({ field, wanted }) => field !== 'phone' || /^1\d{10}$/.test(wanted), {
        error: '手机号码应为 11 位数字。',
        path: ['wanted'],
      }),
    ),
  output: z.object({ requestId: id }),
});
