import { toEpochDay } from '../day';
import type { Versions } from './dated';
import { type DayRanges, daysWithin } from './delayed-interest';
import type { ExactSum, Ratio } from './exact';

/** One version of the daily rate, over epoch days `from … until`, as a weight over the common denominator. */
interface Span {
  from: number;
  until: number;
  weight: number;
}

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b);
const leastCommonMultiple = (a: number, b: number) => (a / greatestCommonDivisor(a, b)) * b;

/** Counts days of delay under whatever version of the rate was in force on each of them. */
export class DelayClock {
  readonly denominator: number;
  /** The first epoch day that any version covers. */
  readonly floor: number;
  private readonly spans: readonly Span[];

  constructor(
    versions: Versions<Ratio>,
    private readonly stopped: DayRanges,
  ) {
    this.denominator = versions.reduce((d, { value }) => leastCommonMultiple(d, value.denominator), 1);
    this.spans = versions.map(({ from, value }, i) => ({
      from: toEpochDay(from),
      until: versions[i + 1] ? toEpochDay(versions[i + 1]!.from) - 1 : Number.MAX_SAFE_INTEGER,
      weight: value.numerator * (this.denominator / value.denominator),
    }));
    this.floor = this.spans[0]!.from;
  }

  /** Days after `from`, up to and including `to`. */
  days(from: number, to: number): number {
    const first = Math.max(from + 1, this.floor);
    return to < first ? 0 : this.count(first, to);
  }

  /** Adds what `base` costs over the days after `from` up to and including `to`. */
  accrue(sum: ExactSum, base: number, from: number, to: number): void {
    if (base === 0 || to <= from) return;
    for (const span of this.spans) {
      const first = Math.max(from + 1, span.from);
      const last = Math.min(to, span.until);
      if (first <= last) sum.add(base, this.count(first, last), span.weight);
    }
  }

  /** The runs of days after `from` up to and including `to` that count, each under one version of the rate. */
  runs(from: number, to: number): { first: number; last: number; weight: number }[] {
    return this.spans.flatMap((span) => {
      const first = Math.max(from + 1, span.from);
      const last = Math.min(to, span.until);
      return without(this.stopped, first, last).map((run) => ({ ...run, weight: span.weight }));
    });
  }

  private count(first: number, last: number): number {
    return last - first + 1 - (this.stopped.length === 0 ? 0 : daysWithin(this.stopped, first, last));
  }
}

function without(stopped: DayRanges, first: number, last: number): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  let next = first;
  for (const [from, to] of stopped) {
    if (to < next || from > last) continue;
    if (from > next) runs.push({ first: next, last: from - 1 });
    next = to + 1;
  }
  if (next <= last) runs.push({ first: next, last });
  return runs;
}
