import { z } from '../zod';
import { contract } from './contract';
import { id } from './fields';

export const settleAddress = contract({
  summary: 'Settle a debtor’s village; the alias, if given, is remembered and settles its like at once.',
  effect: 'write',
  input: z.object({
    partyId: id,
    villageId: id,
    alias: z.optional(
      z.string().check(z.trim(), z.minLength(2, '别名至少两个字。'), z.maxLength(40, '别名太长了。')),
    ),
  }),
  output: z.object({ settled: z.int() }),
});
