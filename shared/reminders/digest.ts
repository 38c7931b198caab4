import { addDays, type Day, instantOf, toEpochDay } from '../day';
import type { Calendar } from '../law/holidays';
import type { Ladder } from './ladder';

/** How many days a list that could not go out on its day may still be of use. */
const STILL_OF_USE = 2;

/**
 * The day of the week's list, when it is due at this moment in Asia/Shanghai; null otherwise. On a rest day it waits
 * for the next working day. `today` is the day of `now`.
 *
 * Mondays at nine: due on 2026-03-02 from 09:00 on; of the holidays until 2026-10-07 on the morning of the 8th.
 */
export function digestDue({ digest }: Ladder, today: Day, now: Date, calendar: Calendar): Day | null {
  if (!digest.isOn) return null;
  const chosen = addDays(today, digest.weekday - weekdayOf(today));
  // Of a week whose day was a holiday at its end, the list may come in the next.
  for (const day of [chosen, addDays(chosen, -7)]) {
    const moved = workingDayFrom(day, calendar);
    if (moved > today || addDays(moved, STILL_OF_USE) < today) continue;
    if (now >= instantOf(moved, digest.hour)) return day;
  }
  return null;
}

/** 1 is Monday and 7 Sunday: the first day of 1970 was a Thursday. */
const weekdayOf = (day: Day): number => ((toEpochDay(day) + 3) % 7) + 1;

function workingDayFrom(day: Day, calendar: Calendar): Day {
  let at = day;
  while (calendar.knows(Number(at.slice(0, 4))) && calendar.isRestDay(at)) at = addDays(at, 1);
  return at;
}
