import { z } from '../zod';
import { bountyLine } from './bounty-fields';
import { contract } from './contract';
import { page } from './fields';

export const listBounties = contract({
  summary: 'Bounty notices of the court: what waits for a decision or a second look first, oldest first.',
  effect: 'read',
  input: z.object({ filter: z._default(z.enum(['waiting', 'published', 'ended']), 'waiting'), page }),
  output: z.object({
    bounties: z.array(
      z.object({
        ...bountyLine,
        caseNumber: z.string(),
        debtorName: z.string(),
        creditorNote: z.string(),
        policyNumber: z.nullable(z.string()),
        /** Whoever wrote the text does not approve it. */
        isMine: z.boolean(),
      }),
    ),
    total: z.int(),
    page: z.int(),
    pages: z.int(),
    watermark: z.string(),
  }),
});
