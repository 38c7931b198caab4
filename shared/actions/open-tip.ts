import { REWARD_STATES } from '../cases/reward';
import { TIP_ABOUT, TIP_STATES } from '../cases/tip';
import { z } from '../zod';
import { contract } from './contract';
import { dayOut, fenOut, moment } from './fields';
import { tipCode, tipMessage } from './tip-fields';

export const openTip = contract({
  summary:
    'The tipster comes back with his code: where it stands, what the court asks, what becomes of the reward.',
  effect: 'write',
  isSecret: true,
  // No line tells when a tipster looked.
  mayFindNothing: true,
  input: z.object({ code: tipCode }),
  output: z.object({
    number: z.int(),
    receivedAt: moment,
    state: z.enum(TIP_STATES),
    sentence: z.string(),
    note: z.nullable(z.string()),
    about: z.enum(TIP_ABOUT),
    words: z.string(),
    place: z.string(),
    claim: z.string(),
    messages: z.array(tipMessage),
    /** Whether something was kept of who he is. */
    hasIdentity: z.boolean(),
    reward: z.nullable(
      z.object({
        state: z.enum(REWARD_STATES),
        sentence: z.string(),
        amount: z.nullable(fenOut),
        note: z.nullable(z.string()),
        receipt: z.nullable(z.object({ number: z.string(), paidDay: dayOut })),
        dispute: z.nullable(z.object({ at: moment, answer: z.nullable(z.string()) })),
      }),
    ),
  }),
});
