import { z } from '../zod';
import { carrierName, gateway } from './chat-fields';
import { contract } from './contract';

export const claimChatNotices = contract({
  summary:
    'Takes messages that may leave now, for ten minutes; what is not reported by then is in doubt and never said again.',
  effect: 'write',
  isSecret: true,
  mayFindNothing: true,
  input: z.object({ gateway, limit: z._default(z.int().check(z.minimum(1), z.maximum(50)), 20) }),
  output: z.object({
    notices: z.array(z.object({ key: z.string(), to: carrierName, text: z.string() })),
  }),
});
