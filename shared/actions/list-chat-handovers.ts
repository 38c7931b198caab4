import { CHAT_AUDIENCES, HANDOVER_REASONS } from '../cases/chat';
import { z } from '../zod';
import { gateway } from './chat-fields';
import { contract } from './contract';
import { id, moment } from './fields';

export const listChatHandovers = contract({
  summary: 'Talks that wait for a person, the most pressing first; or those that somebody took.',
  effect: 'read',
  input: z.object({ taken: z._default(z.boolean(), false) }),
  output: z.object({
    handovers: z.array(
      z.object({
        handoverId: id,
        reason: z.enum(HANDOVER_REASONS),
        /** Null for somebody whom the bot does not know. */
        audience: z.nullable(z.enum(CHAT_AUDIENCES)),
        name: z.nullable(z.string()),
        phone: z.nullable(z.string()),
        gateway,
        text: z.string(),
        at: moment,
        takenBy: z.nullable(z.string()),
        takenAt: z.nullable(moment),
      }),
    ),
  }),
});
