import { z } from '../zod';
import { contract } from './contract';
import { day, dayOut } from './fields';

export const getFunnel = contract({
  summary:
    'How many messages were sent, delivered, opened, acknowledged and followed by performance, by template, version and channel. Counts only.',
  effect: 'read',
  /** Both days belong to the period; the last 90 days when left out. */
  input: z.object({ from: z.optional(day), to: z.optional(day) }),
  output: z.object({
    from: dayOut,
    to: dayOut,
    rows: z.array(
      z.object({
        template: z.string(),
        words: z.string(),
        /** 0 is ours. */
        version: z.int(),
        channel: z.enum(['sms', 'subscribe', 'chat']),
        sent: z.int(),
        delivered: z.int(),
        opened: z.int(),
        acknowledged: z.int(),
        performed: z.int(),
      }),
    ),
  }),
});
