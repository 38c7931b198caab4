import { z } from '../zod';
import { contract } from './contract';
import { id, moment, page } from './fields';

export const listUndelivered = contract({
  summary:
    'The list of calls: whom no carrier could reach about a case, why, since when, and which number to call. Audited.',
  effect: 'write',
  input: z.object({ filter: z._default(z.enum(['open', 'handled']), 'open'), page }),
  output: z.object({
    undelivered: z.array(
      z.object({
        /** The latest of them. */
        noticeId: id,
        /** How many messages of this case did not reach him; one call is for all. */
        messages: z.int(),
        caseId: id,
        caseNumber: z.string(),
        partyId: z.nullable(id),
        name: z.string(),
        role: z.string(),
        /** Whole, to call it now; only while it is open. */
        phone: z.nullable(z.string()),
        /** Why that number may be of no use. */
        warning: z.nullable(z.string()),
        channel: z.enum(['sms', 'subscribe', 'chat']),
        step: z.string(),
        reason: z.string(),
        since: moment,
        handled: z.nullable(
          z.object({
            at: moment,
            by: z.nullable(z.string()),
            words: z.string(),
            note: z.nullable(z.string()),
          }),
        ),
      }),
    ),
    total: z.int(),
    page: z.int(),
    pages: z.int(),
    watermark: z.string(),
  }),
});
