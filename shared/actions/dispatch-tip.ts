import { z } from '../zod';
import { contract } from './contract';
import { id } from './fields';
import { tipNote } from './tip-desk-fields';

export const dispatchTip = contract({
  summary:
    'The desk sends an officer to the place, with the way there; he is told at once that something waits.',
  effect: 'write',
  input: z.object({
    tipId: id,
    accountId: id,
    place: z
      .string({ error: '请写明去哪里。' })
      .check(z.trim(), z.minLength(2, '请写明去哪里。'), z.maxLength(200, '地点太长了。')),
    route: tipNote,
    words: tipNote,
  }),
  output: z.object({ errandId: id }),
});
