import { z } from '../zod';
import { contract } from './contract';
import { id } from './fields';

export const checkCaseList = contract({
  summary: 'Dry run of an uploaded case list: every row is checked and reported, nothing is imported.',
  effect: 'write',
  input: z.object({ fileId: id }),
  output: z.object({ batchId: id }),
});
