import { z } from '../zod';
import { contract } from './contract';
import { id, moment } from './fields';

export const signInBot = contract({
  summary:
    'The bot signs in with the secret that was printed once. It signs in again when its token is stale.',
  effect: 'write',
  isSecret: true,
  input: z.object({ botId: id, secret: z.string().check(z.maxLength(200)) }),
  output: z.object({ token: z.string(), expiresAt: moment }),
});
