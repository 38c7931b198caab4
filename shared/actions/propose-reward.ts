import { z } from '../zod';
import { contract } from './contract';
import { amount, fenOut, id, reason } from './fields';
import { tipNumber } from './tip-fields';

export const proposeReward = contract({
  summary:
    'The judge proposes the reward of a clue that the court did not have and that brought money in; its sum follows from the notice.',
  effect: 'write',
  input: z.object({
    tipNumber,
    realized: amount,
    /** On what it rests: which payment, which sale. */
    basis: reason,
  }),
  output: z.object({ rewardId: id, amount: fenOut }),
});
