import { type Citation, cite } from './citation';
import type { Heads } from './debt';
import {
  BANKRUPTCY_STOP,
  DAY_COUNT,
  DOUBLED_RATE,
  DUTY,
  PENALTY_INSTEAD,
  SUSPENSION,
} from './delayed-interest';
import { type LawSettings, readingOf } from './settings';
import { CIVIL_CODE, DELAYED_INTEREST } from './sources';
import type { StatementInput } from './statement';
import type { StatementTerms } from './statement-terms';

/** Costs, then interest, then principal; the doubled part behind them all. */
export const ORDER_OF_PAYMENT: Citation = cite(CIVIL_CODE, '第五百六十一条', 'read');
export const DOUBLED_PART_LAST: Citation = cite(DELAYED_INTEREST, '第四条', 'read');
export const GENERAL_INTEREST: Citation = cite(DELAYED_INTEREST, '第一条第二款', 'read');

/** The article behind each column of a printed line. */
export const HEAD_CITATIONS: Record<keyof Heads, Citation> = {
  costs: ORDER_OF_PAYMENT,
  general: GENERAL_INTEREST,
  principal: ORDER_OF_PAYMENT,
  doubled: DOUBLED_PART_LAST,
};

/** What a person must look at before the figure is shown as the court's. */
export type StatementRemark =
  | 'before-2014-08-01'
  | 'no-performance-period'
  | 'penalty-instead'
  | 'bankruptcy';

export function remarksOf(input: StatementInput, terms: StatementTerms): StatementRemark[] {
  const remarks: StatementRemark[] = [];
  if (terms.lateAfter < terms.clock.floor - 1) remarks.push('before-2014-08-01');
  if (input.portions.some((portion) => portion.expiry === null)) remarks.push('no-performance-period');
  if (input.mediationPenaltyPaid) remarks.push('penalty-instead');
  if (input.bankruptcyAccepted) remarks.push('bankruptcy');
  return remarks;
}

/** The texts that this statement rests on; disputed points carry the reading that was used. */
export function citationsOf(input: StatementInput, settings: LawSettings): Citation[] {
  const citations = [ORDER_OF_PAYMENT];
  if (input.general) citations.push(GENERAL_INTEREST);
  if (input.general?.rate.per === 'year' && !input.general.basisDays) {
    citations.push(readingOf('daysAYear', settings.daysAYear));
  }
  if (input.mediationPenaltyPaid) return [...citations, PENALTY_INSTEAD];
  citations.push(DUTY, ...(input.doubledRate ?? DOUBLED_RATE).map((version) => version.citation));
  citations.push(DAY_COUNT, DOUBLED_PART_LAST, readingOf('expiryDayCounts', settings.expiryDayCounts));
  if (input.costs > 0) {
    citations.push(readingOf('doubledBaseIncludesCosts', settings.doubledBaseIncludesCosts));
  }
  if (input.suspensions?.length) citations.push(SUSPENSION);
  if (input.suspensions?.some((suspension) => suspension.ground === 'settlement')) {
    citations.push(readingOf('settlementDaysExcluded', settings.settlementDaysExcluded));
  }
  if (input.bankruptcyAccepted) citations.push(BANKRUPTCY_STOP);
  return citations;
}
