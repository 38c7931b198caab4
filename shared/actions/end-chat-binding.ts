import { z } from '../zod';
import { contract } from './contract';
import { done, id } from './fields';

export const endChatBinding = contract({
  summary: 'The bot forgets me in one chat.',
  effect: 'write',
  input: z.object({ chatId: id }),
  output: done,
});
