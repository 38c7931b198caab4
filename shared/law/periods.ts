import { addDays, addMonths, type Day } from '../day';
import { type Citation, cite } from './citation';
import { type Calendar, nextWorkingDay, PUBLISHED_CALENDAR, UnknownYearError } from './holidays';
import { CIVIL_CODE, CIVIL_PROCEDURE } from './sources';

export const PERIOD: Citation = cite(CIVIL_PROCEDURE, '第八十五条', 'read');
export const CORRESPONDING_DAY: Citation = cite(CIVIL_CODE, '第二百条至第二百零三条', 'read');
/** That a Saturday worked to make up for a holiday ends a period was recalled, not read. */
export const MAKE_UP_WORKDAY: Citation = cite(CIVIL_PROCEDURE, '第八十五条第三款', 'recalled');

export type PeriodUnit = 'day' | 'month' | 'year';

/** A last day for the screen. `certain` is false where its year has no published calendar yet. */
export interface LastDay {
  day: Day;
  /** The natural last day was a rest day, and the period ends after it. */
  rolled: boolean;
  certain: boolean;
}

/** The natural end: the first day is not counted; months and years end on the corresponding day. */
export function naturalEnd(start: Day, n: number, unit: PeriodUnit): Day {
  return unit === 'day' ? addDays(start, n) : addMonths(start, unit === 'year' ? n * 12 : n);
}

/**
 * 期间: the last day of `n` units after `start`, past rest days. Throws an UnknownYearError where the
 * year of the last day has no published calendar.
 *
 * 2026-09-18 and 15 days: 2026-10-03, a rest day, hence 2026-10-08.
 */
export function periodEnd(start: Day, n: number, unit: PeriodUnit, calendar = PUBLISHED_CALENDAR): Day {
  return nextWorkingDay(naturalEnd(start, n, unit), calendar);
}

/** Rolls `natural` past rest days where the calendar is known, and says so where it is not. */
export function lastDay(natural: Day, calendar: Calendar = PUBLISHED_CALENDAR): LastDay {
  try {
    const day = nextWorkingDay(natural, calendar);
    return { day, rolled: day !== natural, certain: true };
  } catch (error) {
    if (error instanceof UnknownYearError) return { day: natural, rolled: false, certain: false };
    throw error;
  }
}

/**
 * The `n`-th working day after `start`, for texts that say 工作日. Throws an UnknownYearError.
 *
 * Three working days after 2026-09-30: 10-08, 10-09 and Saturday 10-10, a make-up workday.
 */
export function workingDaysAfter(start: Day, n: number, calendar = PUBLISHED_CALENDAR): Day {
  let end = start;
  for (let left = n; left > 0; left--) end = nextWorkingDay(addDays(end, 1), calendar);
  return end;
}
