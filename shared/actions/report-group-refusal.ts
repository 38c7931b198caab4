import { z } from '../zod';
import { gateway } from './chat-fields';
import { contract } from './contract';
import { done } from './fields';

export const reportGroupRefusal = contract({
  summary:
    'The bot was about to say in a group what may not stand there, and did not. The text itself is not told.',
  effect: 'write',
  input: z.object({
    gateway,
    /** Of a post that was claimed; absent for an answer. */
    key: z.optional(z.string().check(z.maxLength(80))),
    fault: z.enum([
      'hidden-character',
      'case-number',
      'amount',
      'number',
      'enforcement-word',
      'link',
      'name-or-word',
    ]),
  }),
  output: done,
});
