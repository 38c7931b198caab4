import { z } from '../zod';
import { contract } from './contract';
import { day, dayOut, fenOut, id } from './fields';

/** One kind of interest: the runs add up to `total`, which is `paid` and `left` together. */
const interest = z.object({
  /** 「万分之1.75」, 「年利率3.45%，一年按365天」. */
  rate: z.string(),
  /** The same as it stands in a product of money and days: 「万分之1.75」, 「3.45% ÷ 365」. */
  factor: z.string(),
  runs: z.array(
    z.object({ from: dayOut, to: dayOut, days: z.int(), base: fenOut, costs: fenOut, amount: fenOut }),
  ),
  total: fenOut,
  paid: fenOut,
  left: fenOut,
});

const row = z.object({
  day: z.nullable(dayOut),
  title: z.string(),
  items: z.array(z.object({ label: z.string(), amount: fenOut, citation: z.nullable(z.string()) })),
});

export const explainStatement = contract({
  summary:
    'How the figure of a case comes about on a day: payments, interest run by run, readings, articles. Audited.',
  effect: 'write',
  input: z.object({ caseId: id, asOf: z.optional(day) }),
  output: z.object({
    caseNumber: z.string(),
    courtName: z.string(),
    reader: z.enum(['obligor', 'obligee', 'court', 'liaison']),
    asOf: dayOut,
    /** The days that may be asked for; null once the account is closed. */
    range: z.nullable(z.object({ from: dayOut, to: dayOut })),
    /** A row a payment: where each part of the money went. */
    payments: z.array(row),
    /** What is left on the day, head by head; nothing once the account is closed. */
    left: row,
    total: fenOut,
    doubled: z.nullable(interest),
    general: z.nullable(interest),
    /** What each unpaid day after `after` adds; null where nothing grows. */
    daily: z.nullable(z.object({ after: dayOut, doubled: fenOut, general: fenOut })),
    /** Null where it does not concern the reader, or the case is filed or closed. */
    application: z.nullable(
      z.object({ fee: fenOut, applyBefore: dayOut, words: z.array(z.string()), basis: z.array(z.string()) }),
    ),
    /** What a person must know before he relies on the figure. */
    remarks: z.array(z.string()),
    /** How this court reads the points on which courts differ. */
    readings: z.array(z.object({ words: z.string(), basis: z.string() })),
    citations: z.array(z.string()),
    estimateMark: z.string(),
    watermark: z.string(),
  }),
});
