import { CHAT_AUDIENCES } from '../cases/chat';
import { z } from '../zod';
import { carrierName, gateway, messageId } from './chat-fields';
import { contract } from './contract';
import { moment } from './fields';

export const openChat = contract({
  summary:
    'Notes that a message came in, before anything is done about it, and says who wrote it: a bound person, one to one only.',
  effect: 'write',
  isSecret: true,
  mayFindNothing: true,
  input: z.object({
    gateway,
    from: carrierName,
    messageId,
    place: z.enum(['direct', 'group']),
    groupId: z.optional(carrierName),
  }),
  output: z.object({
    /** False for a message that came before. What it asked for is still done only once, by its Idempotency-Key. */
    first: z.boolean(),
    /** Whether a group is on the court's list; always true one to one. */
    allowed: z.boolean(),
    /** Where the court’s pages are, without a trailing slash. */
    site: z.string(),
    person: z.nullable(
      z.object({
        /** Good for two minutes, and for what shared/cases/chat-actions.ts lists. */
        token: z.string(),
        expiresAt: moment,
        audience: z.enum(CHAT_AUDIENCES),
        muted: z.boolean(),
      }),
    ),
  }),
});
