import { z } from '../zod';
import { contract } from './contract';
import { done, id } from './fields';
import { tipWords } from './tip-fields';

export const askTipster = contract({
  summary: 'The desk asks the tipster something; he reads it when he comes back with his code.',
  effect: 'write',
  input: z.object({ tipId: id, words: tipWords }),
  output: done,
});
