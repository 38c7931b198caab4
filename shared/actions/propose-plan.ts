import { z } from '../zod';
import { contract } from './contract';
import { amount, day, id, note, onBehalf } from './fields';

export const proposePlan = contract({
  summary:
    'Propose instalments; the other party accepts or rejects. Their sum is what is then still owed, or the refusal says by how much it differs.',
  effect: 'write',
  input: z.object({
    caseId: id,
    instalments: z
      .array(z.object({ dueDay: day, amount }), { error: '请至少填写一期。' })
      .check(z.minLength(1, '请至少填写一期。'), z.maxLength(60, '最多分 60 期。')),
    note: z._default(note, ''),
    onBehalf: z.optional(onBehalf),
  }),
  output: z.object({ planId: id }),
});
