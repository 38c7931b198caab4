import { ladderPolicySchema } from '../reminders/ladder-policy';
import { z } from '../zod';
import { dayOut, moment } from './fields';

/** A version that a court saved. `coming` until its first day; `past` once a later one has taken its place. */
export const ladderVersion = z.object({
  version: z.int(),
  validFrom: dayOut,
  savedAt: moment,
  savedBy: z.string(),
  state: z.enum(['in-use', 'coming', 'past', 'unreadable']),
});

/** The numbers that are written to during a trial, as a person may see them. */
export const sendingOut = z.object({
  trial: z.boolean(),
  allow: z.array(z.object({ id: z.string(), mask: z.string() })),
});

export { ladderPolicySchema };
