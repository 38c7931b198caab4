import { z } from '../zod';
import { contract } from './contract';
import { id, moment } from './fields';

export const listTipExclusions = contract({
  summary: 'Who is kept from the tips of which case by hand, and the staff whom it can concern.',
  effect: 'read',
  input: z.object({}),
  output: z.object({
    staff: z.array(z.object({ accountId: id, name: z.string(), roles: z.string() })),
    exclusions: z.array(
      z.object({
        accountId: id,
        name: z.string(),
        caseId: id,
        caseNumber: z.string(),
        reason: z.string(),
        at: moment,
      }),
    ),
  }),
});
