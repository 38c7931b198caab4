import { addDays, addMonths, type Day, day, isDay, showDay } from '../day';
import { cellText, compact } from './cells';
import { type Finding, fails, finding, type Reading, reads } from './finding';
import { arabicDate } from './numerals';
import type { RawCell } from './types';

/** Day 0 of each system; 1900 counts a 29 February 1900 that never was, so it is right from March 1900 on. */
const EPOCH_1900 = '1899-12-30' as Day;
const EPOCH_1904 = day('1904-01-01');
/** Serials of about 1954 to 2119. Anything else is a year or a number that strayed into the column. */
const SERIALS = { from: 20_000, to: 80_000 };
const YEARS_BACK = 20;

const YEAR_FIRST = /^(\d{4})([年./-])(\d{1,2})([月./-])(\d{1,2})[日号]?$/;
const TIME = /(?:T|\s+)\d{1,2}:\d{2}[\d:.Z]*$/;
const AMBIGUOUS = /^\d{1,2}[年./-]\d{1,2}[月./-]\d{1,4}[日号]?$/;

/** Reads a day. Where two readings are possible nobody chooses. */
export function readDate(cell: RawCell, date1904: boolean): Reading<Day> {
  if (cell?.type === 'date') return reads(cell.day);
  if (cell?.type === 'number') return fromNumber(cell.number, date1904);
  return fromText(cellText(cell), date1904);
}

/** A day that lies in the past, but not in another age. */
export function plausible(read: Day, today: Day): Finding[] {
  if (read > today) return [finding('date-future')];
  return read < addMonths(today, -12 * YEARS_BACK) ? [finding('date-long-ago')] : [];
}

function fromNumber(n: number, date1904: boolean): Reading<Day> {
  if (n >= SERIALS.from && n < SERIALS.to) return serial(n, date1904);
  return Number.isInteger(n) ? eightDigits(String(n)) : fails('date-unreadable');
}

/** 45356 → 2024-03-05; a fraction is the time of day. */
function fromSerial(serial: number, date1904: boolean): Day {
  return addDays(date1904 ? EPOCH_1904 : EPOCH_1900, Math.floor(serial));
}

function eightDigits(digits: string): Reading<Day> {
  const match = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(digits);
  if (!match) return fails('date-unreadable');
  const read = make(match[1]!, match[2]!, match[3]!);
  return read ? reads(read, finding('date-from-digits', { day: showDay(read) })) : fails('date-impossible');
}

function fromText(text: string, date1904: boolean): Reading<Day> {
  const plain = arabicDate(compact(text.replace(TIME, '')));
  const match = YEAR_FIRST.exec(plain);
  if (match && sameSeparators(match[2]!, match[4]!)) {
    const read = make(match[1]!, match[3]!, match[5]!);
    return read ? reads(read) : fails('date-impossible');
  }
  if (AMBIGUOUS.test(plain)) return fails('date-ambiguous');
  if (/^[2-7]\d{4}$/.test(plain)) return serial(Number(plain), date1904);
  return eightDigits(plain);
}

/** A date that lost its format, in a cell or in a CSV export. */
function serial(n: number, date1904: boolean): Reading<Day> {
  const read = fromSerial(n, date1904);
  return reads(read, finding('date-from-digits', { day: showDay(read) }));
}

const sameSeparators = (first: string, second: string): boolean =>
  first === '年' ? second === '月' : first === second;

/** Null where the calendar has no such day. */
export function make(year: string, month: string, dayOfMonth: string): Day | null {
  const text = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  return isDay(text) ? text : null;
}
