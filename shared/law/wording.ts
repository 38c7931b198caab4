import type { Citation, Confidence } from './citation';
import type { Heads } from './debt';
import type { LawSettings } from './settings';
import type { StatementRemark } from './statement-basis';

/** Stands by every figure that a party reads. */
export const ESTIMATE_MARK = '以法院核算为准';
/** Stands by a deadline whose last day could not be checked against a published holiday calendar. */
export const UNCHECKED_DAY_MARK = '未核定';

/** What each choice on a disputed point means, as it is shown with the figure. */
export const READINGS: { [K in keyof LawSettings]: Record<`${LawSettings[K]}`, string> } = {
  doubledBaseIncludesCosts: {
    true: '本院口径：文书确定由义务人负担的诉讼费用计入加倍部分的计算基数',
    false: '本院口径：诉讼费用不计入加倍部分的计算基数',
  },
  expiryDayCounts: {
    false: '本院口径：从履行期满的第二天起算，付款当天计入',
    true: '本院口径：履行期满当天即计入，付款当天也计入',
  },
  settlementDaysExcluded: {
    false: '本院口径：和解期间不自动扣除，由法官核定',
    true: '本院口径：和解期间不计加倍部分',
  },
  daysAYear: {
    365: '本院口径：文书只写年利率的，一年按365天折算',
    360: '本院口径：文书只写年利率的，一年按360天折算',
  },
  executionFeeOn: {
    claim: '本院口径：执行费按请求执行的金额计算',
    realized: '本院口径：执行费按实际执行到位的金额计算',
  },
  executionFeeIncludesDelayedInterest: {
    false: '本院口径：计算执行费时不计入迟延履行利息',
    true: '本院口径：计算执行费时计入迟延履行利息',
  },
  liaisonsMayTakeBounty: {
    false: '本院口径：联络员、网格员未经法院书面放行不领取奖金',
    true: '本院口径：联络员、网格员可以领取奖金',
  },
};

/** Heads of a debt, in words that a villager knows. */
export const HEAD_WORDS: Record<keyof Heads, string> = {
  costs: '诉讼费用',
  general: '文书写明的利息',
  principal: '本金',
  doubled: '迟延履行利息（加倍部分）',
};
export const SURPLUS_WORDS = '多付的钱，应当退还';

export const REMARK_WORDS: Record<StatementRemark, string> = {
  'before-2014-08-01': '2014年8月1日以前的部分按旧规定计算，本表没有计入，由法院另行核算。',
  'no-performance-period': '文书没有写明履行期限，加倍部分从哪天起算由法官核定，本表暂未计入。',
  'penalty-instead': '已按调解书承担约定的责任，不再计算加倍部分。',
  bankruptcy: '法院已受理破产申请，受理之后不再计算加倍部分。',
};

const CONFIDENCE_MARKS: Record<Confidence, string> = {
  read: '',
  recalled: '（条文待核对）',
  local: '（地方规定）',
  disputed: '（各地做法不一）',
};

/** A citation as it stands beside a figure; what was not read in the text carries its mark. */
export function showCitation({ law, number, article, confidence, reading }: Citation): string {
  const source = `《${law}》${number === '' ? '' : `（${number}）`}${article}${CONFIDENCE_MARKS[confidence]}`;
  return reading === undefined ? source : `${source}；${reading}`;
}
