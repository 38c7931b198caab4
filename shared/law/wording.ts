import type { LawSettings } from './settings';

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
    claim: '本院口径：申请执行费按申请执行的金额计算',
    realized: '本院口径：申请执行费按实际执行到位的金额计算',
  },
  executionFeeIncludesDelayedInterest: {
    false: '本院口径：计算申请执行费时不计入迟延履行利息',
    true: '本院口径：计算申请执行费时计入迟延履行利息',
  },
  liaisonsMayTakeBounty: {
    false: '本院口径：联络员、网格员未经法院书面放行不领取奖金',
    true: '本院口径：联络员、网格员可以领取奖金',
  },
};
