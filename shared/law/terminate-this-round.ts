import { addMonths, type Day } from '../day';
import { type Citation, cite } from './citation';
import { TERMINATE_THIS_ROUND } from './sources';

export const GATES: Citation = cite(TERMINATE_THIS_ROUND, '第一条、第二条', 'read');
export const CREDITOR_HEARD: Citation = cite(TERMINATE_THIS_ROUND, '第五条', 'recalled');
export const RECHECKS: Citation = cite(TERMINATE_THIS_ROUND, '第九条', 'read');

/** What the file shows on the day when 终本 is asked for. */
export interface RoundFacts {
  filed: Day;
  on: Day;
  propertyUndisposed: boolean;
  debtorVisited: boolean;
  creditorInterviewed: boolean;
  noticeAndReportOrder: boolean;
  consumptionOrder: boolean;
  cluesOpen: boolean;
}

export type RoundGate =
  | 'property-undisposed'
  | 'debtor-not-visited'
  | 'creditor-not-interviewed'
  | 'under-three-months'
  | 'no-notice-or-report-order'
  | 'no-consumption-order'
  | 'clues-open';

const MONTHS_BEFORE = 3;

const CLOSED: readonly [RoundGate, (facts: RoundFacts) => boolean][] = [
  ['property-undisposed', (f) => f.propertyUndisposed],
  ['debtor-not-visited', (f) => !f.debtorVisited],
  ['creditor-not-interviewed', (f) => !f.creditorInterviewed],
  // "More than three months" (已超过三个月): the corresponding day itself is still too early.
  ['under-three-months', (f) => f.on <= addMonths(f.filed, MONTHS_BEFORE)],
  ['no-notice-or-report-order', (f) => !f.noticeAndReportOrder],
  ['no-consumption-order', (f) => !f.consumptionOrder],
  ['clues-open', (f) => f.cluesOpen],
];

/**
 * The gates that still forbid closing this round of enforcement, in the order in which they are shown.
 *
 * Filed 2026-03-15: on 2026-06-15 `under-three-months`, on 2026-06-16 open.
 */
export function closedGates(facts: RoundFacts): RoundGate[] {
  return CLOSED.filter(([, isClosed]) => isClosed(facts)).map(([gate]) => gate);
}

const MONTHS_BETWEEN = 6;
const TIMES = 10;

/**
 * The days on which property must be searched again: every six months for five years.
 *
 * Closed 2026-06-16: 2026-12-16 … 2031-06-16, ten times.
 */
export function recheckDays(closedOn: Day): Day[] {
  return Array.from({ length: TIMES }, (_, i) => addMonths(closedOn, MONTHS_BETWEEN * (i + 1)));
}
