import { z } from '../zod';
import { contract } from './contract';

export const confirmTotp = contract({
  summary: 'Confirm the new secret with a first code; answers the recovery codes, this once.',
  effect: 'write',
  isSecret: true,
  input: z.object({
    code: z
      .string({ error: '请填手机上的六位数字。' })
      .check(z.trim(), z.regex(/^\d{3} ?\d{3}$/, '请填手机上的六位数字。')),
  }),
  output: z.object({ recoveryCodes: z.array(z.string()) }),
});
