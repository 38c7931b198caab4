import { z } from '../zod';
import { contract } from './contract';
import { tokenPair } from './identity-fields';

export const refreshSession = contract({
  summary: 'The next pair of tokens; a refresh token that was used before ends the session.',
  effect: 'write',
  isSecret: true,
  input: z.object({ refreshToken: z.string({ error: '请重新登录。' }).check(z.maxLength(2000)) }),
  output: z.object(tokenPair),
});
