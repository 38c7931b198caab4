import { addDays, addMonths, type Day, daysBetween } from '../day';
import { type Citation, cite } from './citation';
import { inForce, latest, type Versions } from './dated';
import { type Calendar, PUBLISHED_CALENDAR } from './holidays';
import { type LastDay, lastDay, naturalEnd, periodEnd } from './periods';
import { CIVIL_PROCEDURE, ENFORCEMENT_INTERPRETATION, PROCEDURE_INTERPRETATION } from './sources';

export const RESTART: Citation = cite(ENFORCEMENT_INTERPRETATION, '第二十条', 'read');
export const OBSTACLE: Citation = cite(ENFORCEMENT_INTERPRETATION, '第十九条', 'read');
/** The court does not apply the limit of its own motion: only the obligor may plead it. */
export const PLEA_ONLY: Citation = cite(PROCEDURE_INTERPRETATION, '第四百八十一条', 'read');
export const RESUMED_AFTER_SETTLEMENT: Citation = cite(PROCEDURE_INTERPRETATION, '第四百六十六条', 'read');

/** From which day the two years of an instalment run: its own, or that of the last one. */
type InstalmentRule = 'own' | 'last';

export const APPLICATION_LIMIT: Versions<{ years: number; instalments: InstalmentRule }> = [
  {
    from: '2008-04-01' as Day,
    value: { years: 2, instalments: 'own' },
    citation: cite(
      { law: '中华人民共和国民事诉讼法（2007年修正）', number: '', inForce: '2008-04-01' },
      '第二百一十五条',
      'recalled',
    ),
  },
  {
    from: '2022-01-01' as Day,
    value: { years: 2, instalments: 'last' },
    citation: cite(CIVIL_PROCEDURE, '第二百五十条', 'read'),
  },
];

/** What makes the two years run anew; a reminder by the system alone does not. */
export type RestartKind = 'application' | 'settlement' | 'demand' | 'promise';

export interface Restart {
  /** The day of the act. */
  day: Day;
  kind: RestartKind;
  /** The last day that a settlement agreement gives for performance; the two years run from it. */
  performBy?: Day;
}

export interface LimitOptions {
  restarts?: readonly Restart[];
  /** Obstacles beyond the creditor's control; only their days in the last six months count. */
  obstacles?: readonly { from: Day; to: Day }[];
  calendar?: Calendar;
}

export interface ApplicationLimit extends LastDay {
  /** The day after which the two years ran in the end, and what made them run anew. */
  from: Day;
  restartedBy: RestartKind | null;
}

const { years: YEARS } = latest(APPLICATION_LIMIT).value;

/**
 * The last day to apply for enforcement: two years after the last day for performance (for instalments,
 * after that of the last one; without a performance period, after the day the instrument took effect),
 * anew from each restart that came in time. Never throws for an unpublished year: `certain` is false.
 *
 * Last day 2024-11-22: 2026-11-22 is a Sunday, hence 2026-11-23.
 */
export function applicationLimit(
  lastDays: Day | readonly Day[],
  options: LimitOptions = {},
): ApplicationLimit {
  let from = latestOf(lastDays);
  let restartedBy: RestartKind | null = null;
  let end = endOf(from, options);
  for (const restart of inOrder(options.restarts ?? [])) {
    const anew = restart.performBy ?? restart.day;
    if (restart.day > end.day || anew <= from) continue;
    from = anew;
    restartedBy = restart.kind;
    end = endOf(from, options);
  }
  return { ...end, from, restartedBy };
}

/** Two years after the last instalment, checked against the calendar. Throws an UnknownYearError. */
export function instalmentLimit(due: readonly Day[], calendar: Calendar = PUBLISHED_CALENDAR): Day {
  return periodEnd(latestOf(due), YEARS, 'year', calendar);
}

/**
 * The limit of each instalment under the law of the day `on`: before 2022 each ran from its own day.
 *
 * Due 2020-03-31 and 2020-09-30: by the text of 2021 the first could be claimed until 2022-03-31, by the
 * text of today both until 2022-09-30.
 */
export function limitsByInstalment(due: readonly Day[], on?: Day, calendar?: Calendar): LastDay[] {
  const version = inForce(APPLICATION_LIMIT, on);
  if (!version) throw new RangeError(`no application limit is known on ${on}`);
  const { years, instalments } = version.value;
  const last = latestOf(due);
  return due.map((own) => lastDay(naturalEnd(instalments === 'own' ? own : last, years, 'year'), calendar));
}

function latestOf(days: Day | readonly Day[]): Day {
  return typeof days === 'string' ? days : [...days].sort().at(-1)!;
}

const inOrder = (restarts: readonly Restart[]) => [...restarts].sort((a, b) => (a.day < b.day ? -1 : 1));

function endOf(from: Day, { obstacles = [], calendar }: LimitOptions): LastDay {
  const natural = naturalEnd(from, YEARS, 'year');
  return lastDay(obstacles.reduce(extend, natural), calendar);
}

const MONTHS_IN_WHICH_OBSTACLES_COUNT = 6;

function extend(end: Day, { from, to }: { from: Day; to: Day }): Day {
  const window = addDays(addMonths(end, -MONTHS_IN_WHICH_OBSTACLES_COUNT), 1);
  const first = from > window ? from : window;
  const last = to < end ? to : end;
  return first > last ? end : addDays(end, daysBetween(first, to) + 1);
}
