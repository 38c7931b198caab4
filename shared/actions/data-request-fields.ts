import { CORRECTABLE, DATA_REQUEST_KINDS, DATA_REQUEST_STATES, ERASURE_SCOPES } from '../cases/data-requests';
import { z } from '../zod';
import { dayOut, id, moment } from './fields';

/** What the asker and the court read alike of one request. */
export const dataRequestLine = {
  requestId: id,
  kind: z.enum(DATA_REQUEST_KINDS),
  field: z.nullable(z.enum(CORRECTABLE)),
  scope: z.nullable(z.enum(ERASURE_SCOPES)),
  /** What it is about: a case by its task number, or the account. */
  about: z.string(),
  why: z.string(),
  state: z.enum(DATA_REQUEST_STATES),
  madeAt: moment,
  /** The last day for an answer; not certain where the year's holidays are not published yet. */
  answerBy: z.object({ day: dayOut, certain: z.boolean() }),
  isOverdue: z.boolean(),
  decided: z.nullable(
    z.object({
      at: moment,
      answer: z.string(),
      /** The legal ground of a refusal, in words. */
      ground: z.nullable(z.string()),
      done: z.array(z.string()),
      stays: z.array(z.string()),
    }),
  ),
};
