import { z } from '../zod';
import { gateway } from './chat-fields';
import { contract } from './contract';
import { id, moment } from './fields';

export const listMyChats = contract({
  summary: 'The chats in which the bot knows me.',
  effect: 'read',
  input: z.object({}),
  output: z.object({
    chats: z.array(
      z.object({
        chatId: id,
        gateway,
        since: moment,
        lastUsed: z.nullable(moment),
        muted: z.boolean(),
      }),
    ),
  }),
});
