import { CHAT_AUDIENCES } from '../cases/chat';
import { z } from '../zod';
import { carrierName, gateway } from './chat-fields';
import { contract } from './contract';

export const bindChat = contract({
  summary:
    'The bot was written a code one to one: from now on it knows the sender. Few tries for each sender.',
  effect: 'write',
  isSecret: true,
  input: z.object({ gateway, from: carrierName, code: z.string().check(z.trim(), z.maxLength(20)) }),
  output: z.object({ audience: z.enum(CHAT_AUDIENCES) }),
});
