import { z } from '../zod';
import { contract } from './contract';
import { id, moment } from './fields';

export const IMPORT_STATES = ['checked', 'committing', 'committed', 'undone', 'expired'] as const;

export const importSummary = z.object({
  batchId: id,
  fileName: z.string(),
  state: z.enum(IMPORT_STATES),
  checkedAt: moment,
  committedAt: z.nullable(moment),
  undoUntil: z.nullable(moment),
  totals: z.object({
    rows: z.int(),
    cases: z.int(),
    valid: z.int(),
    errors: z.int(),
    warnings: z.int(),
    corrected: z.int(),
    skipped: z.int(),
  }),
  /** Cases done of cases to do, while a batch is being committed. */
  progress: z.object({ done: z.int(), total: z.int() }),
});

export const getImport = contract({
  summary: 'One import: its state, its progress and the row report (ID numbers and phones masked).',
  effect: 'read',
  input: z.object({ batchId: id }),
  output: z.object({
    ...importSummary.shape,
    problems: z.array(
      z.object({
        row: z.int(),
        column: z.string(),
        original: z.string(),
        level: z.enum(['error', 'warning', 'corrected']),
        problem: z.string(),
        suggestion: z.string(),
      }),
    ),
    /** After commit: how many cases were new, updated, left alone; parties without a village. */
    outcome: z.nullable(
      z.object({ created: z.int(), updated: z.int(), unchanged: z.int(), unmatchedAddresses: z.int() }),
    ),
  }),
});
