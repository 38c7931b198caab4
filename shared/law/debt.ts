import type { Fen } from '../money';
import type { DelayClock } from './delay-clock';
import { ExactSum } from './exact';

/** One instalment, or the whole debt; it is late on the days after `lateAfter` (an epoch day). */
export interface OpenPortion {
  principal: number;
  lateAfter: number;
}

export interface DebtTerms {
  costs: number;
  costsLateAfter: number;
  /** In the order in which payments reach them: earliest due first. */
  portions: OpenPortion[];
  general: { lastFreeDay: number; weight: number; denominator: number } | undefined;
  clock: DelayClock;
}

/** An amount under each head of a debt. */
export interface Heads {
  costs: Fen;
  general: Fen;
  principal: Fen;
  doubled: Fen;
}

const BEFORE_ALL = Number.NEGATIVE_INFINITY;

/**
 * A debt on its way through the days. Interest is kept as an exact sum since the beginning, and what was
 * paid on it in whole fen, so that rounding happens once and never piles up from payment to payment.
 */
export class Debt {
  today = BEFORE_ALL;
  private costs: number;
  private principal = 0;
  /** Of the principal: what is late already, up to the portion `nextLate`. */
  private latePrincipal = 0;
  private nextLate = 0;
  private nextUnpaid = 0;
  private readonly portions: OpenPortion[];
  private readonly generalSum: ExactSum;
  private readonly doubledSum: ExactSum;
  private generalPaid = 0;
  private doubledPaid = 0;

  constructor(private readonly terms: DebtTerms) {
    this.costs = terms.costs;
    this.portions = terms.portions;
    for (const portion of terms.portions) this.principal += portion.principal;
    this.generalSum = new ExactSum(terms.general?.denominator ?? 1);
    this.doubledSum = new ExactSum(terms.clock.denominator);
  }

  /** Lets interest run to the end of `day`. */
  runTo(day: number): void {
    this.addGeneral(this.generalSum, day);
    this.addDoubled(this.doubledSum, day);
    for (; this.isLateBy(this.nextLate, day); this.nextLate++) {
      this.latePrincipal += this.portions[this.nextLate]!.principal;
    }
    this.today = day;
  }

  owed(): Heads {
    return {
      costs: this.costs as Fen,
      general: (this.generalSum.rounded() - this.generalPaid) as Fen,
      principal: this.principal as Fen,
      doubled: (this.doubledSum.rounded() - this.doubledPaid) as Fen,
    };
  }

  /** Takes what a payment gives to each head. */
  reduce(costs: number, general: number, principal: number, doubled: number): void {
    this.costs -= costs;
    this.generalPaid += general;
    this.doubledPaid += doubled;
    this.principal -= principal;
    for (let rest = principal; rest > 0; ) {
      const portion = this.portions[this.nextUnpaid]!;
      const part = Math.min(portion.principal, rest);
      portion.principal -= part;
      rest -= part;
      if (this.nextUnpaid < this.nextLate) this.latePrincipal -= part;
      if (portion.principal === 0) this.nextUnpaid++;
    }
  }

  /** What one more day would add, if nothing is paid. */
  nextDay(): { general: Fen; doubled: Fen } {
    const general = new ExactSum(this.terms.general?.denominator ?? 1);
    const doubled = new ExactSum(this.terms.clock.denominator);
    this.addGeneral(general, this.today + 1);
    this.addDoubled(doubled, this.today + 1);
    return { general: general.rounded(), doubled: doubled.rounded() };
  }

  private addGeneral(sum: ExactSum, to: number): void {
    const { general } = this.terms;
    if (general === undefined || this.principal === 0) return;
    const from = Math.max(this.today, general.lastFreeDay);
    if (to > from) sum.add(this.principal, to - from, general.weight);
  }

  private addDoubled(sum: ExactSum, to: number): void {
    const { clock, costsLateAfter } = this.terms;
    clock.accrue(sum, this.costs, Math.max(this.today, costsLateAfter), to);
    clock.accrue(sum, this.latePrincipal, this.today, to);
    for (let i = this.nextLate; this.isLateBy(i, to); i++) {
      const { principal, lateAfter } = this.portions[i]!;
      clock.accrue(sum, principal, lateAfter, to);
    }
  }

  private isLateBy(i: number, day: number): boolean {
    return i < this.portions.length && this.portions[i]!.lateAfter < day;
  }
}
