import { z } from '../zod';
import { contract } from './contract';
import { oneTimeCode } from './identity-fields';

export const setUpTotp = contract({
  summary: 'A new secret for one-time codes, as an otpauth URI and a picture; it counts once confirmed.',
  effect: 'write',
  isSecret: true,
  /** Whoever has codes already proves with one of them that he may replace them. */
  input: z.object({ code: z.optional(oneTimeCode) }),
  output: z.object({
    uri: z.string(),
    /** The same secret for typing, in groups of four. */
    secret: z.string(),
    /** A picture of the URI as a data address. */
    qr: z.string(),
  }),
});
