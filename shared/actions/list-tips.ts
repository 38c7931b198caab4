import { z } from '../zod';
import { contract } from './contract';
import { page } from './fields';
import { tipLine } from './tip-desk-fields';

export const listTips = contract({
  summary:
    'The desk’s list: what is overdue first, then by the clock; what one device sends beyond five comes last. Without a word of what was told.',
  effect: 'write',
  isSecret: true,
  input: z.object({ filter: z._default(z.enum(['waiting', 'running', 'ended']), 'waiting'), page }),
  output: z.object({
    tips: z.array(
      z.object({
        ...tipLine,
        /** Messages of the tipster that nobody answered yet. */
        unread: z.int(),
        /** How many of the last day came from the same device. */
        fromSameDevice: z.int(),
        officer: z.nullable(z.string()),
      }),
    ),
    total: z.int(),
    page: z.int(),
    pages: z.int(),
    onDuty: z.array(z.string()),
    watermark: z.string(),
  }),
});
