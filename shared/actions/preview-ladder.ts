import { z } from '../zod';
import { contract } from './contract';
import { dayOut, id } from './fields';
import { ladderPolicySchema } from './ladder-fields';

export const previewLadder = contract({
  summary:
    'What a case would get on which day under a ladder, to whom and in which words, and what would stop it.',
  effect: 'read',
  input: z.object({ caseId: id, policy: z.optional(ladderPolicySchema) }),
  output: z.object({
    caseNumber: z.string(),
    today: dayOut,
    /** What does not make sense in the ladder that was given. */
    problems: z.array(z.string()),
    /** Why nothing would go out as the case stands; null when reminders run. */
    rests: z.nullable(z.string()),
    calendar: z.array(
      z.object({
        /** On which it would leave. */
        day: dayOut,
        /** The rung's own day, where holidays put it off; null otherwise. */
        putOffFrom: z.nullable(dayOut),
        isPast: z.boolean(),
        what: z.string(),
        to: z.string(),
        channel: z.enum(['sms', 'subscribe']),
        text: z.string(),
        version: z.int(),
      }),
    ),
    /** What would end or rest it. */
    stops: z.array(z.string()),
  }),
});
