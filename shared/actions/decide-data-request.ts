import { DATA_DECISIONS, DATA_REQUEST_STATES, GROUNDS } from '../cases/data-requests';
import { z } from '../zod';
import { contract } from './contract';
import { id, reason } from './fields';

export const decideDataRequest = contract({
  summary:
    'Answer a request for correction or erasure, and do what was granted: corrections of name, telephone and address are put on file, an erasure takes away what need not stay.',
  effect: 'write',
  input: z
    .object({
      requestId: id,
      decision: z.enum(DATA_DECISIONS, { error: '请选择怎样答复。' }),
      answer: reason,
      ground: z.optional(z.enum(GROUNDS, { error: '请选择依据。' })),
      /** Granted in part: what is put on file instead of what he asked for. */
      value: z.optional(
        z.string().check(z.trim(), z.minLength(2, '请写明改成什么。'), z.maxLength(300, '文字太长了。')),
      ),
    })
    .check(
      z.refine(({ decision, ground }) => decision === 'granted' || ground !== undefined, {
        error: '没有全部同意的，请选择法律依据。',
        path: ['ground'],
      }),
    ),
  output: z.object({
    state: z.enum(DATA_REQUEST_STATES),
    done: z.array(z.string()),
    stays: z.array(z.string()),
  }),
});
