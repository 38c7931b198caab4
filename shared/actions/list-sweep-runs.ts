import { z } from '../zod';
import { contract } from './contract';
import { moment } from './fields';

export const listSweepRuns = contract({
  summary: 'The last sweeps with what each did, which stages failed, and what is wrong at this moment.',
  effect: 'read',
  input: z.object({}),
  output: z.object({
    alarms: z.array(z.object({ words: z.string(), since: moment })),
    runs: z.array(
      z.object({
        startedAt: moment,
        /** Null while it runs, or when it died. */
        finishedAt: z.nullable(moment),
        planned: z.int(),
        delivered: z.int(),
        failed: z.int(),
        unknown: z.int(),
        suppressed: z.int(),
        failedStages: z.array(z.string()),
      }),
    ),
  }),
});
