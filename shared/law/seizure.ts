import { addDays, type Day } from '../day';
import { type Citation, cite } from './citation';
import { inForce, type Versions } from './dated';
import { naturalEnd } from './periods';
import { PROCEDURE_INTERPRETATION } from './sources';

export type SeizedKind = 'deposit' | 'movable' | 'immovable' | 'other';

/** Years for which a seizure stands at most; it may be renewed before it ends. */
export const SEIZURE_YEARS: Versions<Record<SeizedKind, number>> = [
  {
    from: '2015-02-04' as Day,
    value: { deposit: 1, movable: 2, immovable: 3, other: 3 },
    citation: cite(PROCEDURE_INTERPRETATION, '第四百八十五条', 'read'),
  },
];
export const SEIZURE: Citation = SEIZURE_YEARS[0].citation;

/**
 * The last day on which a seizure still stands, on the cautious reading that it ends the day before its
 * corresponding day. It lapses of itself, so the day never rolls past rest days.
 *
 * Movables seized on 2024-02-29: two years end on 2026-02-28, safe until 2026-02-27.
 */
export function lastSafeDay(seizedOn: Day, kind: SeizedKind): Day {
  const version = inForce(SEIZURE_YEARS, seizedOn) ?? SEIZURE_YEARS[0];
  return addDays(naturalEnd(seizedOn, version.value[kind], 'year'), -1);
}
