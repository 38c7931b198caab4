import { z } from '../zod';
import { contract } from './contract';
import { day, id } from './fields';

export const payReward = contract({
  summary:
    'The custodian, with a granted opening, records that the reward was paid: the ledger balances and a receipt has its number.',
  effect: 'write',
  input: z.object({
    rewardId: id,
    paidDay: day,
    /** The bank’s number of the transfer. */
    reference: z
      .string({ error: '请填写银行流水号。' })
      .check(z.trim(), z.minLength(4, '请填写银行流水号。'), z.maxLength(60, '银行流水号太长了。')),
  }),
  output: z.object({ receiptNumber: z.string() }),
});
