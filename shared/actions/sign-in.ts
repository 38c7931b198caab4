import { z } from '../zod';
import { contract } from './contract';
import { loginName, oneTimeCode, password, setUpStep, tokenPair } from './identity-fields';

export const signIn = contract({
  summary:
    'A member of the court signs in with password and one-time code. Wrong name, wrong password and wrong code answer alike.',
  effect: 'write',
  isSecret: true,
  input: z.object({
    loginName,
    password,
    /** Only at the very first sign-in there is none yet. */
    code: z.optional(oneTimeCode),
    /** What this browser got when somebody signed in from it before. */
    deviceToken: z.optional(z.string().check(z.maxLength(100))),
    /** The device in words, for the person's own list. */
    device: z._default(z.string().check(z.trim(), z.maxLength(60)), ''),
  }),
  output: z.object({
    ...tokenPair,
    deviceToken: z.string(),
    /** What is still to be done before anything opens. */
    setUp: setUpStep,
  }),
});
