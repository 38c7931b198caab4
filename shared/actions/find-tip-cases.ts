import { z } from '../zod';
import { contract } from './contract';
import { dayOut, id } from './fields';

export const findTipCases = contract({
  summary: 'Filed cases by number or judgment debtor, for the desk to say which case a tip belongs to.',
  effect: 'write',
  isSecret: true,
  input: z.object({
    search: z
      .string({ error: '请填写案号或姓名。' })
      .check(z.trim(), z.minLength(2, '请至少填写两个字。'), z.maxLength(60, '搜索词太长了。')),
  }),
  output: z.object({
    cases: z.array(
      z.object({
        caseId: id,
        caseNumber: z.string(),
        debtorNames: z.array(z.string()),
        filedDay: z.nullable(dayOut),
        bountyNumber: z.nullable(z.string()),
      }),
    ),
  }),
});
