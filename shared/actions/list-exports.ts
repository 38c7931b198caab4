import { EXPORT_STANDINGS } from '../cases/exports';
import { z } from '../zod';
import { contract } from './contract';
import { clearColumns, exportColumns } from './export-fields';
import { id, moment, page } from './fields';

export const listExports = contract({
  summary: 'Exports that were asked for, those that wait first: the court’s for its desk, an officer’s own.',
  effect: 'read',
  input: z.object({ page }),
  output: z.object({
    exports: z.array(
      z.object({
        exportId: id,
        number: z.string(),
        isMine: z.boolean(),
        askedBy: z.string(),
        askedAt: moment,
        why: z.string(),
        /** Which cases, in words. */
        which: z.string(),
        /** How many these were when it was asked for. */
        cases: z.int(),
        columns: exportColumns,
        clearAsked: clearColumns,
        clearGranted: clearColumns,
        standing: z.enum(EXPORT_STANDINGS),
        decided: z.nullable(z.object({ by: z.string(), at: moment, answer: z.string() })),
        expiresAt: z.nullable(moment),
        fetchesLeft: z.int(),
      }),
    ),
    total: z.int(),
    page: z.int(),
    pages: z.int(),
  }),
});
