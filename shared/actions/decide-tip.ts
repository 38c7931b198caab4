import { TIP_REFUSALS } from '../cases/tip';
import { z } from '../zod';
import { contract } from './contract';
import { done, id } from './fields';
import { tipNote } from './tip-desk-fields';

export const decideTip = contract({
  summary:
    'The desk accepts a tip as a clue of a case, alone or as the same as an earlier one, or refuses it with its reason.',
  effect: 'write',
  input: z
    .object({
      tipId: id,
      decision: z.enum(['accept', 'refuse'], { error: '请选择采用还是不采用。' }),
      caseId: z.optional(id),
      /** A tip of the clue that this one tells too. */
      sameAs: z.optional(id),
      /** The court had it already; then there is no reward for it. */
      knownBefore: z._default(z.boolean(), false),
      reason: z.optional(z.enum(TIP_REFUSALS, { error: '请选择不采用的理由。' })),
      /** The tipster reads it. */
      note: tipNote,
    })
    .check(
      z.refine(({ decision, caseId, sameAs }) => decision === 'refuse' || (caseId ?? sameAs) !== undefined, {
        error: '采用的，请选择是哪件案件，或与哪条线索相同。',
        path: ['caseId'],
      }),
      z.refine(({ decision, reason }) => decision === 'accept' || reason !== undefined, {
        error: '请选择不采用的理由。',
        path: ['reason'],
      }),
    ),
  output: done,
});
