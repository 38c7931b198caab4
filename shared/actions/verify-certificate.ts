import { z } from '../zod';
import { contract } from './contract';
import { dayOut } from './fields';

export const verifyCertificate = contract({
  summary: 'Anybody holding a certificate checks that it is real by its number and code; names stay masked.',
  effect: 'read',
  input: z.object({
    number: z
      .string({ error: '请填写证明书编号。' })
      .check(z.trim(), z.minLength(4, '请填写证明书编号。'), z.maxLength(60, '证明书编号太长了，请核对。')),
    verifyCode: z
      .string({ error: '请填写验真码。' })
      .check(z.trim(), z.toUpperCase(), z.regex(/^[0-9A-Z]{10}$/, '验真码是证明书右下角的 10 位字符。')),
  }),
  output: z.object({
    courtName: z.string(),
    obligorMasked: z.string(),
    performedDay: dayOut,
    issuedDay: dayOut,
  }),
});
