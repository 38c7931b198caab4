import {
  BOUNTY_ENDINGS,
  BOUNTY_MODES,
  BOUNTY_PAYERS,
  BOUNTY_STATES,
  BOUNTY_WAYS,
  SOUGHT,
} from '../cases/bounty-notice';
import { z } from '../zod';
import { amount, dayOut, fenOut, id, moment } from './fields';

/** A share in hundredths of a percent, or a sum. */
export const promise = z
  .object({
    mode: z.enum(BOUNTY_MODES, { error: '请选择按比例还是按固定金额。' }),
    shareBp: z.optional(
      z
        .int({ error: '请填写比例。' })
        .check(z.minimum(1, '比例要大于零。'), z.maximum(10_000, '比例不能超过百分之百。')),
    ),
    fixed: z.optional(amount),
    cap: z.optional(amount),
  })
  .check(
    z.refine(({ mode, shareBp }) => mode !== 'share' || shareBp !== undefined, {
      error: '请填写比例。',
      path: ['shareBp'],
    }),
    z.refine(({ mode, fixed }) => mode !== 'fixed' || fixed !== undefined, {
      error: '请填写金额。',
      path: ['fixed'],
    }),
  );

export const promiseOut = {
  mode: z.enum(BOUNTY_MODES),
  shareBp: z.nullable(z.int()),
  fixed: z.nullable(fenOut),
  cap: z.nullable(fenOut),
};

/** As the creditor and the court read it. */
export const bountyLine = {
  bountyId: id,
  caseId: id,
  state: z.enum(BOUNTY_STATES),
  ...promiseOut,
  payer: z.enum(BOUNTY_PAYERS),
  cover: z.nullable(fenOut),
  sought: z.enum(SOUGHT),
  ways: z.array(z.enum(BOUNTY_WAYS)),
  appliedAt: moment,
  /** The last day for the court's decision; counts only while it is open. */
  decideBy: z.object({ day: dayOut, certain: z.boolean() }),
  isOverdue: z.boolean(),
  number: z.nullable(z.string()),
  text: z.nullable(z.string()),
  expiresDay: z.nullable(dayOut),
  /** What the court says of its decision, or what the second person sent back. */
  note: z.nullable(z.string()),
  ending: z.nullable(z.enum(BOUNTY_ENDINGS)),
};

/** What anybody may read of a published notice, and nothing else. */
export const publicNotice = {
  number: z.string(),
  courtName: z.string(),
  courtPhone: z.string(),
  /** The judgment debtor's. */
  debtorName: z.string(),
  area: z.string(),
  ...promiseOut,
  sought: z.enum(SOUGHT),
  text: z.string(),
  publishedDay: dayOut,
  expiresDay: dayOut,
};
export const bountyNumber = z
  .string({ error: '缺少公告编号。' })
  .check(z.trim(), z.minLength(4, '公告编号不对，请核对。'), z.maxLength(40, '公告编号不对，请核对。'));
