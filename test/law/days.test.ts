import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, type Day, day, isDay, toEpochDay } from '../../shared/day';
import { calendarOf, holidayNoticeSchema } from '../../shared/law/holiday-notice';
import { calendarWith, PUBLISHED_CALENDAR, UnknownYearError } from '../../shared/law/holidays';
import { lastDay, naturalEnd, type PeriodUnit, periodEnd, workingDaysAfter } from '../../shared/law/periods';
import { z } from '../../shared/zod';

const NOTICE = {
  year: 2027,
  notice: '国务院办公厅关于2027年部分节假日安排的通知（测试用，虚构）',
  restDays: ['01-01', '01-02', '01-03', '02-06', '02-07', '02-08', '02-09', '02-10'].map((d) => `2027-${d}`),
  workDays: ['2027-02-14'],
};
const calendar2027 = calendarWith([calendarOf(z.parse(holidayNoticeSchema, NOTICE))]);
const published = fc.integer({ min: 0, max: 8000 }).map((n) => addDays(day('2004-01-01'), n));

describe('periods', () => {
  it('never end on a rest day', () => {
    const unit = fc.constantFrom<PeriodUnit>('day', 'month', 'year');
    fc.assert(
      fc.property(published, fc.integer({ min: 1, max: 24 }), unit, (start, n, u) => {
        fc.pre(naturalEnd(start, n, u) < '2026-12-25');
        const end = periodEnd(start, n, u);
        expect(PUBLISHED_CALENDAR.isRestDay(end)).toBe(false);
        expect(end >= naturalEnd(start, n, u)).toBe(true);
      }),
    );
  });

  it('the n-th working day has n working days behind it', () => {
    fc.assert(
      fc.property(published, fc.integer({ min: 0, max: 40 }), (start, n) => {
        let working = 0;
        const end = workingDaysAfter(start, n);
        for (let d = addDays(start, 1); d <= end; d = addDays(d, 1))
          if (!PUBLISHED_CALENDAR.isRestDay(d)) working++;
        expect(working).toBe(n);
      }),
    );
  });
});

describe('a year whose holidays are not published', () => {
  it('is refused in words that tell the administrator what to load', () => {
    const ask = () => periodEnd(day('2026-12-25'), 10, 'day');
    expect(ask).toThrow(UnknownYearError);
    expect(ask).toThrow(/2027年.*管理员导入国务院办公厅/);
    expect(() => PUBLISHED_CALENDAR.isRestDay(day('2003-12-31'))).toThrow(UnknownYearError);
  });
  it('is shown as the natural day, marked as not certain', () => {
    expect(lastDay(day('2027-01-01'))).toEqual({ day: '2027-01-01', rolled: false, certain: false });
  });
  it('is known once the notice is loaded', () => {
    expect(periodEnd(day('2026-12-25'), 7, 'day', calendar2027)).toBe('2027-01-04');
    expect(lastDay(day('2027-02-06'), calendar2027)).toEqual({
      day: '2027-02-11',
      rolled: true,
      certain: true,
    });
    expect(lastDay(day('2027-02-14'), calendar2027)).toEqual({
      day: '2027-02-14',
      rolled: false,
      certain: true,
    });
    expect(PUBLISHED_CALENDAR.knows(2027)).toBe(false);
  });
  it.each([
    ['a day of another year', { ...NOTICE, workDays: ['2028-02-14'] }],
    ['a day that is both', { ...NOTICE, workDays: ['2027-01-01'] }],
    ['work on an ordinary Monday', { ...NOTICE, workDays: ['2027-02-15'] }],
    ['no day that exists', { ...NOTICE, restDays: [...NOTICE.restDays, '2027-02-30'] }],
    ['hardly any holiday', { ...NOTICE, restDays: ['2027-01-01'] }],
  ])('a notice with %s is not accepted', (_, notice) => {
    expect(z.safeParse(holidayNoticeSchema, notice).success).toBe(false);
  });
});

describe('the count of days that interest is built on', () => {
  it('agrees with the calendar of the language, leap days and all', () => {
    const wrong: Day[] = [];
    for (let d = day('1900-01-01'), n = toEpochDay(d); d < '2101-01-01'; d = addDays(d, 1), n++) {
      if (toEpochDay(d) !== n || Date.parse(`${d}T00:00:00Z`) !== n * 86_400_000) wrong.push(d);
    }
    expect(wrong).toEqual([]);
  });
  it.each(['2025-02-29', '2024-02-30', '2026-13-01', '2026-00-10', '2026-04-31', '2026-01-00'])(
    '%s is no day',
    (d) => {
      expect(isDay(d)).toBe(false);
    },
  );
  it('a month later is the corresponding day, or the last of the month', () => {
    expect(addMonths('2024-01-31' as Day, 1)).toBe('2024-02-29');
    expect(addMonths('2024-03-31' as Day, -1)).toBe('2024-02-29');
  });
});
