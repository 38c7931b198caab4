import { z } from '../zod';
import { contract } from './contract';
import { phone } from './fields';
import { tipCode } from './tip-fields';

const ID_NUMBER = /^\d{17}[\dX]$/;

export const claimReward = contract({
  summary:
    'With his code the tipster says who he is and where the reward goes. Kept apart from what he told; who may not take it by law is found here.',
  effect: 'write',
  isSecret: true,
  input: z.object({
    code: tipCode,
    name: z
      .string({ error: '请填写姓名。' })
      .check(z.trim(), z.minLength(2, '请填写姓名。'), z.maxLength(60, '姓名太长了。')),
    idNumber: z
      .string({ error: '请填写身份证号码。' })
      .check(z.trim(), z.toUpperCase(), z.regex(ID_NUMBER, '身份证号码是 18 位，请核对。')),
    phone,
    bankName: z._default(z.string().check(z.trim(), z.maxLength(60, '开户行太长了。')), ''),
    /** Neither the creditor's agent nor bound to report by law. */
    declares: z.literal(true, {
      error: '请确认您不是申请执行人的代理人，也不是依法有义务提供线索的人。',
    }),
    bankAccount: z
      .string({ error: '请填写收款账号。' })
      .check(z.trim(), z.regex(/^\d{8,25}$/, '收款账号应为 8 到 25 位数字。')),
  }),
  output: z.object({ sentence: z.string() }),
});
