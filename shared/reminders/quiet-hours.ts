import { addDays, type Day, dayAt, instantOf, minuteOfDay } from '../day';
import type { Calendar } from '../law/holidays';

/** Nobody's telephone rings for us between 20:00 and 08:00, Asia/Shanghai. */
export const QUIET_FROM_MINUTE = 20 * 60;
export const QUIET_UNTIL_MINUTE = 8 * 60;

export function isQuiet(instant: Date): boolean {
  const minute = minuteOfDay(instant);
  return minute >= QUIET_FROM_MINUTE || minute < QUIET_UNTIL_MINUTE;
}

/** This instant, or the next 08:00 when it falls into the night. */
export function nextAllowed(instant: Date): Date {
  if (!isQuiet(instant)) return instant;
  const today = dayAt(instant);
  return instantOf(minuteOfDay(instant) >= QUIET_FROM_MINUTE ? addDays(today, 1) : today, 8);
}

/** Of a year whose calendar nobody has loaded these days at least are holidays (全国年节及纪念日放假办法). */
const FIXED_HOLIDAYS = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];

/**
 * The next moment for a message that presses somebody: by day, and on no public holiday. Ordinary weekends are
 * days like others: who works all week has time then.
 *
 * 2026-02-15, the first day of the Spring Festival, 09:00: 2026-02-24, 08:00.
 */
export function nextSendable(instant: Date, calendar: Calendar): Date {
  let at = nextAllowed(instant);
  while (isHoliday(dayAt(at), calendar)) at = instantOf(addDays(dayAt(at), 1), QUIET_UNTIL_MINUTE / 60);
  return at;
}

const isHoliday = (d: Day, calendar: Calendar): boolean =>
  calendar.knows(Number(d.slice(0, 4))) ? calendar.isHoliday(d) : FIXED_HOLIDAYS.includes(d.slice(5));
