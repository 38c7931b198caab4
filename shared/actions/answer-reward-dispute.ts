import { z } from '../zod';
import { contract } from './contract';
import { done, id, reason } from './fields';

export const answerRewardDispute = contract({
  summary:
    'Somebody who decided nothing of it answers the tipster’s objection; where he is right it is decided anew.',
  effect: 'write',
  input: z.object({ rewardId: id, upheld: z.boolean({ error: '请选择是否支持异议。' }), answer: reason }),
  output: done,
});
