import { OPENING_REASONS } from '../cases/tip';
import { z } from '../zod';
import { contract } from './contract';
import { fenOut, id, moment } from './fields';

export const listTipsterOpenings = contract({
  summary:
    'Requests to open who gave a tip, what became of each, and the rewards that wait for their payment. No identity.',
  effect: 'write',
  isSecret: true,
  input: z.object({}),
  output: z.object({
    openings: z.array(
      z.object({
        openingId: id,
        number: z.int(),
        reason: z.enum(OPENING_REASONS),
        words: z.string(),
        askedBy: z.string(),
        askedAt: moment,
        isMine: z.boolean(),
        state: z.enum(['asked', 'granted', 'refused', 'over']),
        decidedBy: z.nullable(z.string()),
        note: z.nullable(z.string()),
        expiresAt: z.nullable(moment),
        opened: z.int(),
      }),
    ),
    /** Approved, with the payee proven. */
    toPay: z.array(z.object({ rewardId: id, number: z.int(), amount: fenOut })),
    watermark: z.string(),
  }),
});
