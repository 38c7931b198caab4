import { z } from '../zod';
import { contract } from './contract';
import { done } from './fields';
import { tipCode, tipWords } from './tip-fields';

export const disputeReward = contract({
  summary:
    'The tipster objects to what was decided on the reward, or that there is none; somebody else answers.',
  effect: 'write',
  isSecret: true,
  input: z.object({ code: tipCode, words: tipWords }),
  output: done,
});
