import { z } from '../zod';
import { contract } from './contract';
import { id } from './fields';

export const undoImport = contract({
  summary: 'Take a committed batch back within 24 hours; cases that were worked on since are kept and named.',
  effect: 'write',
  input: z.object({ batchId: id }),
  output: z.object({ removed: z.int(), restored: z.int(), kept: z.array(z.string()) }),
});
