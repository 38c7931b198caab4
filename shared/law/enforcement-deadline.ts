import { addDays, addMonths, type Day, fromEpochDay, toEpochDay } from '../day';
import { type Citation, cite } from './citation';
import { unionOfDays } from './delayed-interest';
import { type Calendar, nextWorkingDay } from './holidays';
import { TRIAL_LIMITS } from './sources';

export const TIME_TO_CLOSE: Citation = cite(TRIAL_LIMITS, '第五条', 'read');
export const DAYS_LEFT_OUT: Citation = cite(TRIAL_LIMITS, '第九条', 'read');

/**
 * The last day to close an enforcement case: the corresponding day, put off by the days left out
 * (appraisal, auction, suspension …), then past rest days. Days before filing, and days that begin when
 * the time had already run out, put nothing off. Throws an UnknownYearError.
 *
 * Filed 2026-01-12, six months, 30 days of appraisal in March: 2026-07-12 and 30 days, 2026-08-11.
 */
export function enforcementDeadline(
  filed: Day,
  months: number,
  leftOut: readonly { from: Day; to: Day }[] = [],
  calendar?: Calendar,
): Day {
  const afterFiling = leftOut.map(({ from, to }) => ({ from: from > filed ? from : addDays(filed, 1), to }));
  let end = toEpochDay(addMonths(filed, months));
  for (const [first, last] of unionOfDays(afterFiling)) if (first <= end) end += last - first + 1;
  return nextWorkingDay(fromEpochDay(end), calendar);
}
