import { z } from '../zod';
import { contract } from './contract';
import { id } from './fields';

export const getMarkedList = contract({
  summary: 'The uploaded list as Excel with every problem marked in its cell, for download.',
  effect: 'write',
  input: z.object({ batchId: id }),
  output: z.object({ fileName: z.string(), url: z.string() }),
});
