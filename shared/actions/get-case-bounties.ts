import { z } from '../zod';
import { bountyLine } from './bounty-fields';
import { contract } from './contract';
import { id } from './fields';

export const getCaseBounties = contract({
  summary:
    'The bounty notices of one case, for its creditor and the court, and whether one can be applied for.',
  effect: 'read',
  input: z.object({ caseId: id }),
  output: z.object({ mayApply: z.boolean(), bounties: z.array(z.object(bountyLine)) }),
});
