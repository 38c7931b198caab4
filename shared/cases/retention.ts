import { addDays, type Day } from '../day';
import { type KeptFrom, PERSONAL_DATA } from './personal-data';

export interface Kept {
  table: string;
  column: string;
  days: number;
}

/** What the registry keeps from such a moment on. */
export const keptFrom = (from: KeptFrom): Kept[] =>
  Object.entries(PERSONAL_DATA)
    .filter(([, { keep }]) => keep.from === from)
    .map(([at, { keep }]) => {
      const [table, column] = at.split('.') as [string, string];
      return { table, column, days: keep.days };
    });

/**
 * The last day whose things are erased today: what is kept so many days is whole on the last of them and gone on the
 * next. Kept 7 days from 2026-03-02, it is there on 03-09 and erased on 03-10.
 */
export const erasedUpTo = (today: Day, days: number): Day => addDays(today, -days - 1);
