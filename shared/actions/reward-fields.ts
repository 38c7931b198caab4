import { BOUNTY_PAYERS } from '../cases/bounty-notice';
import { EXCLUSIONS, LEDGER_ACCOUNTS, REWARD_STATES } from '../cases/reward';
import { z } from '../zod';
import { dayOut, fenOut, id, moment } from './fields';

export const rewardLine = z.object({
  rewardId: id,
  number: z.int(),
  caseNumber: z.string(),
  bountyNumber: z.nullable(z.string()),
  state: z.enum(REWARD_STATES),
  realized: fenOut,
  amount: fenOut,
  fromCreditor: fenOut,
  fromInsurer: fenOut,
  creditorNet: fenOut,
  payer: z.enum(BOUNTY_PAYERS),
  policyNumber: z.nullable(z.string()),
  basis: z.string(),
  proposedBy: z.string(),
  proposedAt: moment,
  approvedBy: z.array(z.string()),
  note: z.nullable(z.string()),
  /** Why the payee may not take it; never who he is. */
  exclusion: z.nullable(z.enum(EXCLUSIONS)),
  releaseDocument: z.nullable(z.string()),
  receiptNumber: z.nullable(z.string()),
  paidDay: z.nullable(dayOut),
  ledger: z.array(z.object({ account: z.enum(LEDGER_ACCOUNTS), debit: fenOut, credit: fenOut })),
  dispute: z.nullable(z.object({ words: z.string(), at: moment, answer: z.nullable(z.string()) })),
  /** Whether the caller may decide it: he proposed it not, nor approved it. */
  mayDecide: z.boolean(),
  /** Whether he may answer the dispute: he decided nothing of it. */
  mayAnswer: z.boolean(),
});
