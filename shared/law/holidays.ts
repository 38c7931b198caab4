import chineseDays from 'chinese-days/dist/chinese-days.json';
import { addDays, type Day, toEpochDay } from '../day';
import { Refusal } from '../refusal';
import { type Citation, cite } from './citation';
import { HOLIDAY_NOTICE } from './sources';

export const PUBLIC_HOLIDAYS: Citation = cite(HOLIDAY_NOTICE, '全文', 'read');

/** One year's holidays as the State Council announces them; `restDays` on weekends may be left out. */
export interface YearCalendar {
  year: number;
  restDays: readonly Day[];
  /** Saturdays and Sundays on which people work to make up for a holiday. */
  workDays: readonly Day[];
}

/** No calendar of this year was published to us: an administrator loads the notice; nobody guesses. */
export class UnknownYearError extends Refusal {
  constructor(readonly year: number) {
    super('holiday-year-unknown', { year });
    this.name = 'UnknownYearError';
  }
}

export interface Calendar {
  /** Throws an UnknownYearError for a year that was not published. */
  isRestDay(d: Day): boolean;
  /** A rest day of a public holiday, with the weekends in it; no ordinary weekend. Throws likewise. */
  isHoliday(d: Day): boolean;
  knows(year: number): boolean;
}

const yearOf = (d: Day): number => Number(d.slice(0, 4));

/** Saturday or Sunday, whatever the notices say of it. */
export function isWeekend(d: Day): boolean {
  // 1970-01-01 was a Thursday; a floor-free remainder would be negative before it.
  const sinceMonday = (((toEpochDay(d) + 3) % 7) + 7) % 7;
  return sinceMonday >= 5;
}

/** The package answers for years that it does not hold, so a year counts as published by its National Day. */
function publishedYears(): ReadonlySet<number> {
  const days = Object.keys(chineseDays.holidays).filter((d) => d.endsWith('-10-01'));
  return new Set(days.map((d) => yearOf(d as Day)));
}

const PUBLISHED = publishedYears();
const PUBLISHED_REST: Record<string, string> = chineseDays.holidays;
const PUBLISHED_WORK: Record<string, string> = chineseDays.workdays;

/** 2004–2026 as published, with further years, or corrected ones, on top. */
export function calendarWith(extra: readonly YearCalendar[]): Calendar {
  const years = new Map(extra.map((year) => [year.year, year]));
  const knows = (year: number): boolean => years.has(year) || PUBLISHED.has(year);
  const isRestDay = (d: Day): boolean => {
    const year = yearOf(d);
    if (!knows(year)) throw new UnknownYearError(year);
    const loaded = years.get(year);
    if (loaded) return loaded.restDays.includes(d) || (isWeekend(d) && !loaded.workDays.includes(d));
    return d in PUBLISHED_REST || (isWeekend(d) && !(d in PUBLISHED_WORK));
  };
  const isListed = (d: Day): boolean => years.get(yearOf(d))?.restDays.includes(d) ?? d in PUBLISHED_REST;
  const isHoliday = (d: Day): boolean => {
    if (!isRestDay(d)) return false;
    // A loaded notice may leave out the weekend that its holiday runs into.
    return isListed(d) || (years.has(yearOf(d)) && isBesideListed(d, isListed));
  };
  return { isRestDay, isHoliday, knows };
}

/** Whether a Saturday or Sunday adjoins a day that is listed, the other half of the weekend in between or not. */
const isBesideListed = (d: Day, isListed: (d: Day) => boolean): boolean =>
  isWeekend(d) &&
  [-1, 1].some((way) => {
    const next = addDays(d, way);
    return isListed(next) || (isWeekend(next) && isListed(addDays(next, way)));
  });

export const PUBLISHED_CALENDAR: Calendar = calendarWith([]);

/**
 * `d` itself, or the first day after the rest days that it falls on. Throws an UnknownYearError.
 *
 * 2026-10-03 lies in the National Day holiday: 2026-10-08. Saturday 2026-10-10 is worked: itself.
 */
export function nextWorkingDay(d: Day, calendar: Calendar = PUBLISHED_CALENDAR): Day {
  let end = d;
  while (calendar.isRestDay(end)) end = addDays(end, 1);
  return end;
}
