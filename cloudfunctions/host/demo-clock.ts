import { addDays, type Day, dayAt, instantOf, isDay } from '../../shared/day';
import { isQuiet } from '../../shared/reminders/quiet-hours';
import type { Db } from '../server/storage/connect';

/** The clock of a demonstration: the real one, moved by as much as `demo_clock` says. */
export interface DemoClock {
  now: () => Date;
  /** Moves it so that it is this moment now. */
  set(moment: Date): Promise<void>;
}

export async function loadDemoClock(db: Db, real: () => Date): Promise<DemoClock> {
  const row = await db.selectFrom('demo_clock').select('offset_ms').executeTakeFirst();
  let offset = row?.offset_ms ?? 0;
  return {
    now: () => new Date(real().getTime() + offset),
    set: async (moment) => {
      offset = moment.getTime() - real().getTime();
      await db
        .insertInto('demo_clock')
        .values({ offset_ms: offset })
        .onConflict((c) => c.column('only_row').doUpdateSet({ offset_ms: offset }))
        .execute();
    },
  };
}

/** A newcomer's phones should ring: whoever starts at night begins at half past nine of that day. */
export function firstMoment(real: Date): Date {
  return isQuiet(real) ? instantOf(dayAt(real), 9, 30) : real;
}

/** An instant, or a day, and then 9:00 of it in Asia/Shanghai. Null when it is neither. */
export function readMoment(text: unknown): Date | null {
  if (typeof text !== 'string') return null;
  if (isDay(text)) return instantOf(text, 9);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? null : moment;
}

/** 9:00 so many days after this moment. */
export function daysAfter(moment: Date, days: number): Day {
  return addDays(dayAt(moment), days);
}
