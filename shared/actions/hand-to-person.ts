import { HANDOVER_REASONS } from '../cases/chat';
import { z } from '../zod';
import { carrierName, chatText, gateway } from './chat-fields';
import { contract } from './contract';
import { id } from './fields';

export const handToPerson = contract({
  summary:
    'A talk goes to a member of the court, with what was written. Called as the person; by the bot for a sender it does not know.',
  effect: 'write',
  input: z.object({
    reason: z.enum(HANDOVER_REASONS),
    text: chatText,
    /** Only from the bot itself. */
    sender: z.optional(z.object({ gateway, from: carrierName })),
  }),
  output: z.object({ handoverId: id, courtName: z.string(), courtPhone: z.string() }),
});
