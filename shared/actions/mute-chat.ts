import { z } from '../zod';
import { contract } from './contract';

export const muteChat = contract({
  summary:
    '「静音」 and 「取消静音」: what is not urgent is no longer said by chat. Urgent messages still are.',
  effect: 'write',
  input: z.object({ muted: z.boolean() }),
  output: z.object({ muted: z.boolean() }),
});
