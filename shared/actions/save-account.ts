import { z } from '../zod';
import { contract } from './contract';
import { id, phone } from './fields';
import { loginName } from './identity-fields';

export const saveAccount = contract({
  summary: 'Add or change the account of somebody who works with the system; a new password is shown once.',
  effect: 'write',
  isSecret: true,
  input: z.object({
    /** Left out for a new account. */
    accountId: z.optional(id),
    name: z
      .string({ error: '请填写姓名。' })
      .check(z.trim(), z.minLength(2, '请填写姓名。'), z.maxLength(30, '姓名太长了。')),
    /** Left out it stays as it is. */
    phone: z.optional(phone),
    loginName: z.optional(loginName),
    disabled: z.optional(z.boolean()),
    /** Password forgotten or telephone lost: both are set up anew, and open sessions end. */
    resetSignIn: z._default(z.boolean(), false),
  }),
  output: z.object({ accountId: id, oneTimePassword: z.nullable(z.string()) }),
});
