import { type Day, fromEpochDay, toEpochDay } from '../day';
import { type Fen, fen } from '../money';
import type { OpenPortion } from './debt';
import { ExactSum, type Ratio } from './exact';
import { DEFAULT_SETTINGS } from './settings';
import { computeStatement, type StatementInput, type StatementLine } from './statement';
import { type StatementTerms, termsOf } from './statement-terms';

/** A run of days, `from` and `to` both included, on which the same base grew at the same rate. */
export interface Accrual {
  from: Day;
  to: Day;
  days: number;
  base: Fen;
  /** Of the base: unpaid costs. */
  costs: Fen;
  /** Of the base, a day. */
  rate: Ratio;
  /** What it adds to the total, which is rounded once; a single run may differ by a fen from its own product. */
  amount: Fen;
}

export interface Accruals {
  /** They add up to what was paid on the doubled part and what is left of it. */
  doubled: Accrual[];
  /** They add up to what was paid on the interest of the instrument and what is left of it. */
  general: Accrual[];
}

/**
 * How the interest of a statement came about: the runs of days between payments, due days and suspensions.
 * Days in epoch days, Asia/Shanghai; money in fen. Throws what `computeStatement` throws.
 *
 * 100,000 yuan and 2,300 costs expired on 2025-03-10, 50,000 paid on 2025-06-18: 102,300 for 100 days are
 * 1,790.25; then 52,300 for 100 days are 915.25 (法释〔2014〕8号 第一条第三款).
 */
export function accrualsOf(input: StatementInput): Accruals {
  const { lines, asOf } = computeStatement(input);
  const walk = new Walk(termsOf(input, input.settings ?? DEFAULT_SETTINGS));
  for (const line of lines) {
    walk.to(toEpochDay(line.day));
    walk.take(line);
  }
  if (asOf !== null) walk.to(toEpochDay(asOf));
  return { doubled: walk.doubled.runs, general: walk.general.runs };
}

interface Run {
  first: number;
  last: number;
  base: number;
  costs: number;
  weight: number;
}

/** Runs of one kind of interest. Each is what it adds to the rounded sum, so that all add up to the figure. */
class Series {
  readonly runs: Accrual[] = [];
  private readonly sum: ExactSum;
  private before = 0;

  constructor(private readonly denominator: number) {
    this.sum = new ExactSum(denominator);
  }

  add({ first, last, base, costs, weight }: Run): void {
    if (base === 0 || last < first) return;
    const days = last - first + 1;
    this.sum.add(base, days, weight);
    const total = this.sum.rounded();
    const amount = total - this.before;
    this.before = total;
    const previous = this.runs.at(-1);
    if (previous && goesOn(previous, { first, last, base, costs, weight })) {
      previous.to = fromEpochDay(last);
      previous.days += days;
      previous.amount = fen(previous.amount + amount);
      return;
    }
    this.runs.push({
      from: fromEpochDay(first),
      to: fromEpochDay(last),
      days,
      base: fen(base),
      costs: fen(costs),
      rate: { numerator: weight, denominator: this.denominator },
      amount: fen(amount),
    });
  }
}

const goesOn = (previous: Accrual, { first, base, costs, weight }: Run): boolean =>
  toEpochDay(previous.to) + 1 === first &&
  previous.base === base &&
  previous.costs === costs &&
  previous.rate.numerator === weight;

/** The debt on its way through the days; what each payment goes to, the statement has decided. */
class Walk {
  readonly doubled: Series;
  readonly general: Series;
  private today = Number.NEGATIVE_INFINITY;
  private costs: number;
  private readonly portions: OpenPortion[];

  constructor(private readonly terms: StatementTerms) {
    this.doubled = new Series(terms.clock.denominator);
    this.general = new Series(terms.general?.denominator ?? 1);
    this.costs = terms.costs;
    this.portions = terms.portions;
  }

  /** Lets interest run to the end of `day`. */
  to(day: number): void {
    this.addGeneral(day);
    for (const [after, last] of this.stretchesTo(day)) this.addDoubled(after, last);
    this.today = day;
  }

  take({ toCosts, toPrincipal }: StatementLine): void {
    this.costs -= toCosts;
    let rest: number = toPrincipal;
    for (const portion of this.portions) {
      const part = Math.min(portion.principal, rest);
      portion.principal -= part;
      rest -= part;
    }
  }

  /** From today to `day`, cut where another part of the debt becomes late. */
  private stretchesTo(day: number): [after: number, last: number][] {
    const cuts = [this.terms.costsLateAfter, ...this.portions.map(({ lateAfter }) => lateAfter)];
    const within = [...new Set(cuts)].filter((cut) => cut > this.today && cut < day).sort((a, b) => a - b);
    const stops = [this.today, ...within, day];
    return within.concat(day).map((last, i) => [stops[i]!, last]);
  }

  private addDoubled(after: number, last: number): void {
    const costs = this.terms.costsLateAfter <= after ? this.costs : 0;
    let base = costs;
    for (const { principal, lateAfter } of this.portions) if (lateAfter <= after) base += principal;
    if (base === 0) return;
    for (const run of this.terms.clock.runs(after, last)) this.doubled.add({ ...run, base, costs });
  }

  private addGeneral(last: number): void {
    const { general } = this.terms;
    if (!general) return;
    const first = Math.max(this.today, general.lastFreeDay) + 1;
    let base = 0;
    for (const { principal } of this.portions) base += principal;
    this.general.add({ first, last, base, costs: 0, weight: general.weight });
  }
}
