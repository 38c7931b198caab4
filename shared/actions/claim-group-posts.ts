import { z } from '../zod';
import { carrierName, gateway } from './chat-fields';
import { contract } from './contract';

export const claimGroupPosts = contract({
  summary:
    'Takes what is to be said in groups: at most one digest a week and one urgent a day each, of counts only. Each is given once.',
  effect: 'write',
  isSecret: true,
  mayFindNothing: true,
  input: z.object({ gateway }),
  output: z.object({
    /** The only address that may stand in the text. */
    site: z.string(),
    posts: z.array(
      z.object({
        key: z.string(),
        groupId: carrierName,
        /** The one person whose turn it is. */
        mention: z.optional(carrierName),
        text: z.string(),
      }),
    ),
  }),
});
