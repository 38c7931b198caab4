import { z } from '../zod';
import { contract } from './contract';
import { id, idLast6 } from './fields';
import { tokenPair } from './identity-fields';

export const claimAccess = contract({
  summary:
    'A party proves who he is with the code of the SMS and the last six of the ID; answers a session. Wrong code, wrong ID, used, expired and locked answer alike.',
  effect: 'write',
  isSecret: true,
  input: z.object({
    code: z
      .string({ error: '请填写短信里的查询码。' })
      .check(z.trim(), z.regex(/^\d{4}[\s-]?\d{4}$/, '查询码是短信里的 8 位数字。')),
    idLast6,
    /** Filled in when a family member acts; the consent is recorded. */
    proxy: z.optional(
      z.object({
        name: z
          .string({ error: '请填写您的姓名。' })
          .check(z.trim(), z.minLength(2, '请填写您的姓名。'), z.maxLength(30, '姓名太长了。')),
        relation: z.enum(['family', 'other'], { error: '请选择您与当事人的关系。' }),
        consent: z.literal(true, { error: '需要当事人本人同意，才能代他办理。' }),
      }),
    ),
  }),
  output: z.object({
    ...tokenPair,
    caseId: id,
    side: z.enum(['obligor', 'obligee']),
  }),
});
