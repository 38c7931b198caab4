import { z } from '../zod';
import { contract } from './contract';
import { id } from './fields';

export const commitImport = contract({
  summary:
    'Import the valid rows of a checked list in one batch. Field work on known cases is never overwritten.',
  effect: 'write',
  input: z.object({ batchId: id }),
  output: z.object({
    batchId: id,
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    unmatchedAddresses: z.int(),
  }),
});
