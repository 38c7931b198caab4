import { z } from '../zod';
import { contract } from './contract';
import { page } from './fields';
import { rewardLine } from './reward-fields';

export const listRewards = contract({
  summary: 'Rewards with their sums, approvals, ledger and disputes; never who gets them.',
  effect: 'write',
  isSecret: true,
  input: z.object({ filter: z._default(z.enum(['open', 'ended']), 'open'), page }),
  output: z.object({
    rewards: z.array(rewardLine),
    total: z.int(),
    page: z.int(),
    pages: z.int(),
    watermark: z.string(),
  }),
});
