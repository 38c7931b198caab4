import { VISIT_OUTCOMES } from '../cases/stages';
import { z } from '../zod';
import { contract } from './contract';
import { dayOut, fenOut, id, moment } from './fields';
import { taskLine } from './list-tasks';

export const getTask = contract({
  summary: 'One task: whom to see, where, what it is about in two lines, what was reported so far. Audited.',
  effect: 'write',
  input: z.object({ taskId: id }),
  output: z.object({
    task: taskLine,
    address: z.nullable(z.string()),
    phoneMasked: z.nullable(z.string()),
    about: z.string(),
    owedToday: fenOut,
    dueDay: dayOut,
    visits: z.array(
      z.object({ visitedAt: moment, by: z.string(), outcome: z.enum(VISIT_OUTCOMES), note: z.string() }),
    ),
    declineReason: z.nullable(z.string()),
    /** How it ended, once it has: 「已履行，谢谢」. */
    ending: z.nullable(z.string()),
    can: z.object({ acknowledge: z.boolean(), report: z.boolean(), decline: z.boolean() }),
    watermark: z.string(),
    caseId: id,
    obligorPartyId: id,
  }),
});
