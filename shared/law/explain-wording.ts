import { type Day, showDay } from '../day';
import { type Fen, showYuan } from '../money';
import type { Ratio } from './exact';
import type { LawSettings } from './settings';
import type { GeneralInterest } from './statement';
import { ESTIMATE_MARK, UNCHECKED_DAY_MARK } from './wording';

const PLACES = 6;

/** `times × numerator ÷ denominator` as a decimal; what does not end is cut after six places and marked 「约」. */
function decimalOf({ numerator, denominator }: Ratio, times: number): string {
  const whole = Math.floor((numerator * times) / denominator);
  let rest = (numerator * times) % denominator;
  let digits = '';
  for (; rest > 0 && digits.length < PLACES; rest = (rest * 10) % denominator) {
    digits += Math.floor((rest * 10) / denominator);
  }
  return `${rest > 0 ? '约' : ''}${whole}${digits === '' ? '' : `.${digits}`}`;
}

/** A rate in a sentence, and as a factor beside money and days. */
export interface RateWords {
  rate: string;
  factor: string;
}

/** A daily rate as people say it: 7/40000 → 「万分之1.75」. */
export function dailyRateWords(rate: Ratio): RateWords {
  const words = `万分之${decimalOf(rate, 10_000)}`;
  return { rate: words, factor: words };
}

/** The rate that the instrument fixes: 「年利率3.45%，一年按365天」, or 「日利率0.05%」. */
export function generalRateWords(
  { rate, basisDays }: Pick<GeneralInterest, 'rate' | 'basisDays'>,
  { daysAYear }: Pick<LawSettings, 'daysAYear'>,
): RateWords {
  const percent = `${decimalOf(rate, 100)}%`;
  if (rate.per === 'day') return { rate: `日利率${percent}`, factor: percent };
  const days = basisDays ?? daysAYear;
  return { rate: `年利率${percent}，一年按${days}天`, factor: `${percent} ÷ ${days}` };
}

/** What a reader must know before he relies on an explained figure. Neutral: nothing here presses anybody. */
export const EXPLAIN_REMARKS = {
  closed: '案件已经办结，账算到最后一笔付款那天，以后不再增加。',
  waived: (waived: Fen) => `其余${showYuan(waived)}元，权利人表示不再要求。`,
  laterPayments: (asOf: Day) => `${showDay(asOf)}以后付的钱，没有算在这里面。`,
  future: (asOf: Day) => `这是假定到${showDay(asOf)}为止不再付款算出来的，中间付了钱会更少。`,
  unconfirmed: (count: number, amount: Fen) =>
    `另有${count}笔付款（共${showYuan(amount)}元）登记了还没有确认，确认以后才算进来。`,
  plan: '双方约定了分期：按约定付清就算履行完毕。这里是按法律文书算的账。',
  filed: '案件已转入执行程序，请以法院执行时核算的数字为准。',
  partiesOnly: '付款明细和计算过程只给双方当事人和法院看。',
} as const;

/** What an application for enforcement would cost, and until when it can be made. */
export function applicationWords(
  fee: Fen,
  limit: { applyBefore: Day; applyBeforeCertain: boolean },
): string[] {
  const mark = limit.applyBeforeCertain ? ESTIMATE_MARK : `${UNCHECKED_DAY_MARK}，${ESTIMATE_MARK}`;
  const words = [
    `权利人可以在履行期限最后一天以后的二年内申请执行，最后一天是${showDay(limit.applyBefore)}（${mark}）。其间提出过要求、答应过履行或者付过一部分的，从那时重新计算。`,
  ];
  if (fee > 0) {
    words.unshift(
      `申请执行费只在申请执行以后才有，不用预交，执行后由应付钱的一方负担。按这一天还欠的数算，大约${showYuan(fee)}元（${ESTIMATE_MARK}）。申请执行以前付清的，没有这笔费用。`,
    );
  }
  return words;
}
