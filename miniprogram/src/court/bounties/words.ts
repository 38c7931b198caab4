import type { OutputOf } from '../../../../shared/actions';
import { type BountyPayer, showShare } from '../../../../shared/cases/bounty-notice';
import { type Fen, showYuan, ZERO_FEN } from '../../../../shared/money';

export type Bounty = OutputOf<'list-bounties'>['bounties'][number];

type Promised = Pick<Bounty, 'mode' | 'shareBp' | 'fixed' | 'cap'>;

/** 「到位金额的 10.5%，最多 50,000.00 元」. */
export function promiseWords({ mode, shareBp, fixed, cap }: Promised): string {
  const sum = mode === 'share' ? `到位金额的 ${showShare(shareBp ?? 0)}` : yuanWords(fixed ?? ZERO_FEN);
  return cap === null ? sum : `${sum}，最多 ${yuanWords(cap)}`;
}

export const PAYER_WORDS: Record<BountyPayer, string> = {
  creditor: '从申请执行人到位的款里扣',
  insurer: '保险支付',
};

export function payerWords({ payer, policyNumber, cover }: Bounty): string {
  const parts = [
    PAYER_WORDS[payer],
    policyNumber && `保单号 ${policyNumber}`,
    cover !== null && `最多支付 ${yuanWords(cover)}`,
  ];
  return parts.filter(Boolean).join('，');
}

/**
 * A plain text to begin with. It names the judgment debtor and nobody else, no place, no number: what everybody reads
 * holds nothing by which a creditor or a house is found.
 */
export function draftText(bounty: Pick<Bounty, 'debtorName' | 'sought'> & Promised): string {
  const wanted = bounty.sought === 'person' ? '的下落' : '可供执行的财产线索';
  return [
    `征集被执行人${bounty.debtorName}${wanted}。`,
    `提供法院还没有掌握的线索，使债权全部或者部分实现的，奖励${promiseWords(bounty)}。`,
    '几个人提供同样线索的，奖励归最先提供的人。法院为提供线索的人保密。',
  ].join('');
}

const yuanWords = (sum: Fen): string => `${showYuan(sum)} 元`;
