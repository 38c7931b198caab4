import { z } from '../zod';
import { contract } from './contract';
import { day, dayOut, fenOut } from './fields';

/** Null where it would stand for fewer than five tips. */
const count = z.nullable(z.int());

export const getTipFigures = contract({
  summary:
    'Figures of tips for the court: a month, medians to each state, the share that led to money, money paid. By whole months; nothing that stands for fewer than five.',
  effect: 'read',
  input: z.object({ from: day, to: day }),
  output: z.object({
    tips: count,
    months: z.array(z.object({ month: z.string(), tips: count })),
    areas: z.array(z.object({ area: z.string(), tips: count })),
    /** Whole minutes, from receipt. */
    medians: z.object({
      accepted: z.nullable(z.int()),
      dispatched: z.nullable(z.int()),
      onSite: z.nullable(z.int()),
      done: z.nullable(z.int()),
    }),
    ledToMoney: count,
    realized: z.nullable(fenOut),
    paid: z.nullable(fenOut),
    asOf: dayOut,
  }),
});
