import { CONTENT_CHECKS, ERRAND_OUTCOMES, ERRAND_STATES, TIP_ABOUT, TIP_STATES } from '../cases/tip';
import { z } from '../zod';
import { id, moment } from './fields';

/** A tip as lists show it: nothing of what was told. */
export const tipLine = {
  tipId: id,
  number: z.int(),
  state: z.enum(TIP_STATES),
  about: z.enum(TIP_ABOUT),
  receivedAt: moment,
  /** When this state has to be left; null where nobody waits. */
  dueAt: z.nullable(moment),
  isOverdue: z.boolean(),
  check: z.enum(CONTENT_CHECKS),
  caseNumber: z.nullable(z.string()),
};

/** An officer's way to the place. */
export const errandFields = {
  errandId: id,
  state: z.enum(ERRAND_STATES),
  sentAt: moment,
  takenAt: z.nullable(moment),
  onSiteAt: z.nullable(moment),
  doneAt: z.nullable(moment),
  outcome: z.nullable(z.enum(ERRAND_OUTCOMES)),
};

/** A photo that proves something: its fingerprint and when it arrived. */
export const evidence = z.object({ fileId: id, sha256: z.string(), at: moment, url: z.string() });

export const tipNote = z
  ._default(z.string(), '')
  .check(z.maxLength(1000, '文字太长了，请控制在一千字以内。'));
