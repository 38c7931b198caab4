import { z } from '../zod';
import { contract } from './contract';
import { dayOut } from './fields';
import { ladderPolicySchema, ladderVersion, sendingOut } from './ladder-fields';

export const getLadder = contract({
  summary: 'The ladder of reminders that the court goes by, what it saved so far, and how it sends.',
  effect: 'read',
  input: z.object({}),
  output: z.object({
    today: dayOut,
    mayChange: z.boolean(),
    /** Version 0 is the built-in one. */
    inUse: z.object({ version: z.int(), policy: ladderPolicySchema }),
    /** What a change starts from: the version saved last, when it is still to come. */
    draft: ladderPolicySchema,
    versions: z.array(ladderVersion),
    sending: sendingOut,
  }),
});
