import { z } from '../zod';
import { gateway, said } from './chat-fields';
import { contract } from './contract';

export const reportChatNotices = contract({
  summary: 'What became of messages that were claimed. A report of one that is settled changes nothing.',
  effect: 'write',
  mayFindNothing: true,
  input: z.object({ gateway, reports: z.array(said).check(z.maxLength(50)) }),
  output: z.object({ settled: z.int() }),
});
