import { CHAT_GATEWAYS, SAY_OUTCOMES } from '../cases/chat';
import { z } from '../zod';

/** The fields that the contracts of the chat share. What a chat system calls its people and groups is its own. */

export const gateway = z.enum(CHAT_GATEWAYS);
export const carrierName = z.string().check(z.minLength(1), z.maxLength(200));
export const messageId = z.string().check(z.minLength(1), z.maxLength(200));
export const chatText = z.string().check(z.trim(), z.minLength(1), z.maxLength(2000));

/** What became of one message; `reason` is a code, never a text that somebody wrote. */
export const said = z.object({
  key: z.string().check(z.minLength(1), z.maxLength(80)),
  outcome: z.enum(SAY_OUTCOMES),
  carrierId: z.optional(z.string().check(z.maxLength(200))),
  reason: z.optional(z.string().check(z.regex(/^[\w.:-]{1,60}$/))),
});
