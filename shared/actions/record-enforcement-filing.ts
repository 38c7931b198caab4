import { z } from '../zod';
import { contract } from './contract';
import { day, done, id } from './fields';

export const recordEnforcementFiling = contract({
  summary: 'Record that an enforcement case was filed; the supervision ends with it.',
  effect: 'write',
  input: z.object({
    caseId: id,
    filedDay: day,
    enforcementNumber: z
      .string({ error: '请填写执行案号。' })
      .check(z.trim(), z.minLength(4, '请填写执行案号。'), z.maxLength(60, '执行案号太长了，请核对。')),
  }),
  output: done,
});
