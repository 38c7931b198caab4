import { z } from '../zod';
import { caseRecord } from './case-record';
import { contract } from './contract';
import { dayOut, id } from './fields';

export const getMyCase = contract({
  summary:
    'A party’s case: what is owed today, what waiting costs, payments, plans, progress, what can be done now.',
  effect: 'write',
  input: z.object({ caseId: id }),
  output: z.object({
    record: caseRecord,
    side: z.enum(['obligor', 'obligee']),
    asProxy: z.boolean(),
    partyId: id,
    name: z.string(),
    counterpart: z.string(),
    /** Where money may go: to the creditor himself or the court’s case account, never through this system. */
    howToPay: z.array(z.string()),
    courtPhone: z.string(),
    /** The road to 申请执行, always shown to the creditor. */
    enforcementRoad: z.object({
      openFrom: dayOut,
      open: z.boolean(),
      applyBefore: dayOut,
      /** False where the calendar of that year is not published yet. */
      applyBeforeCertain: z.boolean(),
      appliedOn: z.nullable(dayOut),
      words: z.array(z.string()),
    }),
    watermark: z.string(),
  }),
});
