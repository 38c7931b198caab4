import { addDays, addMonths, type Day, day, toEpochDay } from '../../../../shared/day';

export interface Month {
  /** Its first day. */
  first: Day;
  words: string;
  /** Seven places a week from Monday; null before its first day and after its last. */
  places: (Day | null)[];
}

/** 1970-01-01 was a Thursday, three days after a Monday. */
const daysSinceMonday = (d: Day): number => (toEpochDay(d) + 3) % 7;

const firstOf = (d: Day): Day => day(`${d.slice(0, 7)}-01`);

/** The months in which these days lie, in order, and none between that has none. */
export function monthsOf(days: readonly Day[]): Month[] {
  return [...new Set(days.map(firstOf))].sort().map(monthFrom);
}

function monthFrom(first: Day): Month {
  const next = addMonths(first, 1);
  const length = toEpochDay(next) - toEpochDay(first);
  const days = Array.from({ length }, (_, index) => addDays(first, index));
  const before = Array<null>(daysSinceMonday(first)).fill(null);
  return {
    first,
    words: `${Number(first.slice(0, 4))}年${Number(first.slice(5, 7))}月`,
    places: [...before, ...days],
  };
}
