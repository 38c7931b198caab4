import type { Day } from '../day';
import { toEpochDay } from '../day';
import type { Fen } from '../money';
import { type Citation, cite } from './citation';
import { inForce, latest, type Versions } from './dated';
import { ExactSum, type Ratio } from './exact';
import { BANKRUPTCY_THREE, CIVIL_PROCEDURE, DELAYED_INTEREST, MEDIATION } from './sources';

export const DUTY: Citation = cite(CIVIL_PROCEDURE, '第二百六十四条', 'read');
export const DAY_COUNT: Citation = cite(DELAYED_INTEREST, '第二条、第三条', 'read');
export const SUSPENSION: Citation = cite(DELAYED_INTEREST, '第三条第三款', 'read');
export const PENALTY_INSTEAD: Citation = cite(MEDIATION, '第十五条第二款', 'read');
export const BANKRUPTCY_STOP: Citation = cite(BANKRUPTCY_THREE, '第三条', 'read');

/**
 * The daily rate of the doubled part: 1.75 in ten thousand, simple, the same for years of 365 and 366
 * days. Days before 2014-08-01 follow older rules (article 7) and are left to a person.
 */
export const DOUBLED_RATE: Versions<Ratio> = [
  {
    from: '2014-08-01' as Day,
    value: { numerator: 7, denominator: 40_000 },
    citation: cite(DELAYED_INTEREST, '第一条第三款', 'read'),
  },
];

/**
 * The doubled part on a base that does not change, rounded half up once.
 *
 * 10,000 yuan, 60 days: 1,000,000 fen × 7 × 60 ÷ 40,000 = 10,500 fen = 105.00 yuan.
 */
export function doubledPart(base: Fen, days: number, on?: Day): Fen {
  const version = inForce(DOUBLED_RATE, on);
  if (!version) throw new RangeError(`no rate of the doubled part is known on ${on}`);
  const sum = new ExactSum(version.value.denominator);
  sum.add(base, Math.max(0, days), version.value.numerator);
  return sum.rounded();
}

/** Why enforcement stood still. Only review and retrial stop the count by statute. */
export type SuspensionGround = 'review' | 'retrial' | 'settlement';

/** Days from `from` to `to`, both included, on which enforcement was suspended or deferred. */
export interface Suspension {
  from: Day;
  to: Day;
  /** What the obligor himself applied for does not stop his interest. */
  appliedBy: 'obligor' | 'obligee' | 'court' | 'outsider';
  ground?: SuspensionGround;
}

/** Whether the days of this suspension are left out of the doubled part (article 3, third paragraph). */
export function stopsTheCount(suspension: Suspension, settlementDaysExcluded = false): boolean {
  if (suspension.ground === 'settlement') return settlementDaysExcluded;
  return suspension.appliedBy !== 'obligor';
}

/** Closed ranges of epoch days in order, with no overlap. */
export type DayRanges = readonly (readonly [first: number, last: number])[];

/** The union of closed ranges; a range that ends before it begins holds no day. */
export function unionOfDays(ranges: Iterable<{ from: Day; to: Day }>): DayRanges {
  const sorted = [...ranges]
    .map(({ from, to }) => [toEpochDay(from), toEpochDay(to)] as [number, number])
    .filter(([first, last]) => first <= last)
    .sort((a, b) => a[0] - b[0]);
  const union: [number, number][] = [];
  for (const [first, last] of sorted) {
    const before = union.at(-1);
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else union.push([first, last]);
  }
  return union;
}

/** How many days of `first…last` lie in the ranges. */
export function daysWithin(ranges: DayRanges, first: number, last: number): number {
  let days = 0;
  for (const range of ranges) days += Math.max(0, Math.min(range[1], last) - Math.max(range[0], first) + 1);
  return days;
}

export interface DelayOptions {
  suspensions?: readonly Suspension[];
  /** The first day that can count at all, such as 2014-08-01. */
  floor?: Day;
  expiryDayCounts?: boolean;
  settlementDaysExcluded?: boolean;
}

/**
 * Days of delay: those after the expiry of the performance period, up to and including the day of
 * performance, without the days of suspensions.
 *
 * Period expired on 2015-07-03, performed on 2015-09-01: 28 + 31 + 1 = 60 days.
 */
export function delayDays(expiry: Day, end: Day, options: DelayOptions = {}): number {
  const start = toEpochDay(expiry) + (options.expiryDayCounts ? 0 : 1);
  const first = options.floor ? Math.max(start, toEpochDay(options.floor)) : start;
  const last = toEpochDay(end);
  if (last < first) return 0;
  const stopped = (options.suspensions ?? []).filter((s) => stopsTheCount(s, options.settlementDaysExcluded));
  return last - first + 1 - daysWithin(unionOfDays(stopped), first, last);
}

/**
 * Instalments, each late from its own day; the sum is rounded once.
 *
 * Three times 10,000 yuan due on 01-31, 02-28 and 03-31, all paid on 2025-04-30: 89 + 61 + 30 = 180 days,
 * 315.00 yuan.
 */
export function doubledPartOfInstalments(items: readonly { amount: Fen; due: Day }[], end: Day): Fen {
  const { numerator, denominator } = latest(DOUBLED_RATE).value;
  const sum = new ExactSum(denominator);
  for (const { amount, due } of items) sum.add(amount, delayDays(due, end), numerator);
  return sum.rounded();
}
