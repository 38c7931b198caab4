import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, showDay } from '../../shared/day';
import { plausible, readDate } from '../../shared/import/dates';
import { number, TODAY, text } from './sheets';

describe('a day', () => {
  test.each([
    ['a date cell', { type: 'date', day: day('2024-03-05') } as const],
    ['a serial number', number(45356)],
    ['a serial number with a time', number(45356.75)],
    ['a serial typed out', text('45356')],
    ['year, month, day', text('2024年3月5日')],
    ['with 号', text('2024年03月05号')],
    ['points', text('2024.3.5')],
    ['strokes', text('2024/3/5')],
    ['hyphens', text('2024-03-05')],
    ['a time behind', text('2024-3-5 10:30:00')],
    ['a time in ISO', text('2024-03-05T00:00:00.000Z')],
    ['eight digits', text('20240305')],
    ['eight digits as a number', number(20240305)],
    ['full-width', text('２０２４／３／５')],
    ['Chinese numerals', text('二〇二四年三月五日')],
    ['Chinese numerals with a circle', text('二○二四年三月五日')],
    ['blanks between', text('2024 年 3 月 5 日')],
  ])('%s', (_, cell) => {
    expect(readDate(cell, false).value).toBe('2024-03-05');
  });

  test('a workbook of an old Mac counts from 1904', () => {
    expect(readDate(number(45356 - 1462), true).value).toBe('2024-03-05');
  });

  test.each([
    ['二〇二五年十二月三十一日', '2025-12-31'],
    ['二〇二五年十月二十日', '2025-10-20'],
  ])('%s', (written, wanted) => {
    expect(readDate(text(written), false).value).toBe(wanted);
  });

  test.each([
    ['3/5/24', 'date-ambiguous'],
    ['05/03/2024', 'date-ambiguous'],
    ['24.3.5', 'date-ambiguous'],
    ['24年3月5日', 'date-ambiguous'],
    ['2024年2月30日', 'date-impossible'],
    ['20241301', 'date-impossible'],
    ['2024年3月', 'date-unreadable'],
    ['2024.3/5', 'date-unreadable'],
    ['3月5日', 'date-unreadable'],
    ['去年', 'date-unreadable'],
  ])('%s is nobody’s to choose', (written, code) => {
    const read = readDate(text(written), false);
    expect(read.value).toBeNull();
    expect(read.findings.map((found) => found.code)).toEqual([code]);
  });

  test.each([2024, 5, 2024.3, -1, 1e9])('the number %d is no day', (n) => {
    expect(readDate(number(n), false).value).toBeNull();
  });

  test.each([
    ['2026-03-02', []],
    ['2026-03-03', ['date-future']],
    ['2006-03-02', []],
    ['2006-03-01', ['date-long-ago']],
  ])('%s, as on 2 March 2026', (read, findings) => {
    expect(plausible(day(read), TODAY).map(({ code }) => code)).toEqual(findings);
  });

  test('every day of ours is read from every way of writing it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (n) => {
        const wanted = addDays(day('1990-01-01'), n);
        const [year, month, dayOfMonth] = wanted.split('-').map(Number);
        const ways = [
          wanted,
          showDay(wanted),
          `${year}.${month}.${dayOfMonth}`,
          `${year}/${month}/${dayOfMonth}`,
        ];
        for (const way of ways) expect(readDate(text(way), false).value).toBe(wanted);
        expect(readDate(number(32_874 + n), false).value).toBe(wanted);
      }),
    );
  });
});
