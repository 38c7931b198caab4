import { type BountyPromise, bountyOf } from '../law/bounty';
import { type Fen, fen, minFen, ZERO_FEN } from '../money';
import type { BountyPayer } from './bounty-notice';

/** From the proposal to the receipt; nothing is paid before two others agreed and the payee proved himself. */
export const REWARD_STATES = [
  'proposed',
  'approved-once',
  'approved',
  'claimed',
  'blocked',
  'paid',
  'refused',
  'void',
] as const;
export type RewardState = (typeof REWARD_STATES)[number];
export const REWARD_STATE_WORDS: Record<RewardState, string> = {
  proposed: '等第一位审批',
  'approved-once': '等第二位审批',
  approved: '已批准，等提供人确认身份',
  claimed: '身份已确认，待发放',
  blocked: '收款人身份需要法院书面放行',
  paid: '已发放',
  refused: '没有批准',
  void: '没有可以领取的人',
};

/** What the tipster reads of it. */
export const REWARD_SENTENCES: Record<RewardState, string> = {
  proposed: '法院正在审核这笔奖励。',
  'approved-once': '法院正在审核这笔奖励。',
  approved: '奖励已经批准。请在下面填写姓名、证件号码和收款账户，确认后发放。',
  claimed: '您的身份已经确认，法院正在安排发放。',
  blocked: '您的身份需要法院书面同意才能领取，法院正在处理。',
  paid: '奖励已经发放，请核对账户。',
  refused: '法院没有批准这笔奖励，理由写在下面。不同意的可以提出异议。',
  void: '按法律规定，这笔奖励不能发给您。不同意的可以提出异议。',
};

/** Why somebody may not take it (法释〔2017〕8号 24), as it is found at his proof of identity. */
export const EXCLUSIONS = ['party', 'agent', 'duty-to-report', 'court-staff', 'liaison'] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];
export const EXCLUSION_WORDS: Record<Exclusion, string> = {
  party: '本案当事人',
  agent: '申请执行人的代理人',
  'duty-to-report': '有义务提供线索的人员',
  'court-staff': '法院工作人员',
  liaison: '联络员、网格员',
};
/** Only this one can be lifted, by a court's written decision. */
export const isLiftable = (exclusion: Exclusion): boolean => exclusion === 'liaison';

export interface RewardTerms {
  promise: BountyPromise;
  payer: BountyPayer;
  /** The most that the policy pays; only where an insurer pays. */
  coverFen: Fen | null;
}

/** In fen. `bounty` is what the tipster gets. */
export interface RewardSums {
  bounty: Fen;
  fromCreditor: Fen;
  fromInsurer: Fen;
  creditorNet: Fen;
}

/**
 * What is paid of what came in through the clue (法释〔2017〕8号 24): by the promise, at most its cap, never more than
 * came in; deducted from the creditor's share, or paid by the insurer up to its cover and the rest from the share.
 *
 * 10% of 92,197,008 yuan: 9,219,700.80 yuan; with a cover of 5,000,000 the creditor's share bears 4,219,700.80.
 */
export function rewardSums({ promise, payer, coverFen }: RewardTerms, realized: Fen): RewardSums {
  const { bounty } = bountyOf(promise, realized);
  const fromInsurer = payer === 'insurer' ? minFen(bounty, coverFen ?? ZERO_FEN) : ZERO_FEN;
  const fromCreditor = fen(bounty - fromInsurer);
  return { bounty, fromInsurer, fromCreditor, creditorNet: fen(realized - fromCreditor) };
}

export const LEDGER_ACCOUNTS = ['realized', 'insurer', 'creditor', 'tipster'] as const;
export type LedgerAccount = (typeof LEDGER_ACCOUNTS)[number];
export const LEDGER_ACCOUNT_WORDS: Record<LedgerAccount, string> = {
  realized: '执行到位款',
  insurer: '保险人支付',
  creditor: '申请执行人',
  tipster: '线索提供人',
};

export interface LedgerEntry {
  account: LedgerAccount;
  /** Where the money comes from. */
  debit: Fen;
  /** Where it goes. */
  credit: Fen;
}

/** Double entries of one payment: what came in and what the insurer gave, against who got it. Both sides are equal. */
export function ledgerOf(realized: Fen, { bounty, fromInsurer, creditorNet }: RewardSums): LedgerEntry[] {
  const from = (account: LedgerAccount, debit: Fen): LedgerEntry => ({ account, debit, credit: ZERO_FEN });
  const to = (account: LedgerAccount, credit: Fen): LedgerEntry => ({ account, debit: ZERO_FEN, credit });
  const entries = [
    from('realized', realized),
    from('insurer', fromInsurer),
    to('tipster', bounty),
    to('creditor', creditorNet),
  ];
  return entries.filter(({ debit, credit }) => debit + credit > 0);
}
