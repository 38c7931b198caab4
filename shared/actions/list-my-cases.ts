import { CASE_STATUSES } from '../cases/case-status';
import { z } from '../zod';
import { contract } from './contract';
import { dayOut, id } from './fields';

export const listMyCases = contract({
  summary: 'The cases in which the caller is a party (or acts for one).',
  effect: 'read',
  input: z.object({}),
  output: z.object({
    cases: z.array(
      z.object({
        caseId: id,
        taskNumber: z.string(),
        side: z.enum(['obligor', 'obligee']),
        status: z.enum(CASE_STATUSES),
        dueDay: dayOut,
        counterpart: z.string(),
        asProxy: z.boolean(),
      }),
    ),
  }),
});
