import { ROLES } from '../cases/roles';
import { z } from '../zod';
import { dayOut, moment } from './fields';

/** What a client keeps of a session; a refresh token is used once. */
export const tokenPair = {
  token: z.string(),
  expiresAt: moment,
  refreshToken: z.string(),
};

/** Small letters, digits, dot and hyphen: typed alike on every keyboard. */
export const loginName = z
  .string({ error: '请填写登录名。' })
  .check(
    z.trim(),
    z.toLowerCase(),
    z.regex(/^[a-z][a-z0-9.-]{2,31}$/, '登录名是 3 至 32 位的小写字母、数字、点或连字符，以字母开头。'),
  );

export const password = z
  .string({ error: '请填写密码。' })
  .check(z.minLength(1, '请填写密码。'), z.maxLength(128, '密码太长了，最多 128 个字。'));

/** Six digits of the telephone, or one of the codes on paper. */
export const oneTimeCode = z
  .string({ error: '请填写验证码。' })
  .check(
    z.trim(),
    z.regex(
      /^(\d{3} ?\d{3}|[0-9A-Za-z]{4}([ -]?[0-9A-Za-z]{4}){3})$/,
      '请填手机上的六位数字，或者一个备用码。',
    ),
  );

export const setUpStep = z.nullable(z.enum(['password', 'one-time-codes']));

/** A role as lists show it. */
export const grantOut = z.object({
  grantId: z.string(),
  role: z.enum(ROLES),
  reach: z.string(),
  from: dayOut,
  to: z.nullable(dayOut),
});
