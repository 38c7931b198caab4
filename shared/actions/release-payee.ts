import { z } from '../zod';
import { contract } from './contract';
import { done, id } from './fields';

export const releasePayee = contract({
  summary: 'By the court’s written decision a liaison or grid worker may take the reward after all.',
  effect: 'write',
  input: z.object({
    rewardId: id,
    document: z
      .string({ error: '请填写法院书面决定的文号。' })
      .check(z.trim(), z.minLength(4, '请填写法院书面决定的文号。'), z.maxLength(60, '文号太长了。')),
  }),
  output: done,
});
