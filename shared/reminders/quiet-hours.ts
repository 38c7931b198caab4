import { addDays, dayAt, instantOf, minuteOfDay } from '../day';

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
