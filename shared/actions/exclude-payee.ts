import { z } from '../zod';
import { contract } from './contract';
import { done, id, reason } from './fields';

export const excludePayee = contract({
  summary:
    'The custodian, who alone sees who it is, finds that the payee may not take it by law; the claim passes to the next in order.',
  effect: 'write',
  input: z.object({
    rewardId: id,
    exclusion: z.enum(['party', 'agent', 'duty-to-report', 'court-staff'], {
      error: '请选择为什么不能领取。',
    }),
    reason,
  }),
  output: done,
});
