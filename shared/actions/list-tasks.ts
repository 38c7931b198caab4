import { TASK_STATES } from '../cases/stages';
import { z } from '../zod';
import { contract } from './contract';
import { dayOut, id, moment } from './fields';

export const taskLine = z.object({
  taskId: id,
  /** Short number for chat: 「收到 3」. */
  ordinal: z.int(),
  taskNumber: z.string(),
  obligor: z.string(),
  village: z.string(),
  town: z.string(),
  state: z.enum(TASK_STATES),
  since: moment,
  dueDay: dayOut,
  mine: z.boolean(),
  overdue: z.boolean(),
  lastOutcome: z.nullable(z.string()),
});

export const listTasks = contract({
  summary:
    'A liaison’s or team’s open tasks: mine first, overdue marked; the closed ones with how they ended.',
  effect: 'read',
  input: z.object({ closed: z._default(z.boolean(), false) }),
  output: z.object({ tasks: z.array(taskLine) }),
});
