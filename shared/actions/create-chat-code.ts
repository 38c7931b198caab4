import { z } from '../zod';
import { contract } from './contract';
import { moment } from './fields';

export const createChatCode = contract({
  summary: 'Six digits to write to the bot, which then knows this person: ten minutes, one use.',
  effect: 'write',
  isSecret: true,
  input: z.object({}),
  output: z.object({ code: z.string(), expiresAt: moment }),
});
