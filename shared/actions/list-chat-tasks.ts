import { TASK_STATES } from '../cases/stages';
import { z } from '../zod';
import { contract } from './contract';
import { dayOut, id } from './fields';

export const listChatTasks = contract({
  summary:
    'A liaison’s own open tasks as a chat may show them: without names or amounts, each with a small number that stays his.',
  effect: 'write',
  input: z.object({}),
  output: z.object({
    tasks: z.array(
      z.object({
        taskId: id,
        /** 「收到 3」: the same task whatever happened since the list was shown. */
        number: z.int(),
        taskNumber: z.string(),
        village: z.string(),
        state: z.enum(TASK_STATES),
        dueDay: dayOut,
        overdue: z.boolean(),
        /** Where the task is opened after signing in; it carries no token. */
        link: z.string(),
      }),
    ),
  }),
});
