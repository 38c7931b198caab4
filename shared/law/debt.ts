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

/** What is owed under each head. */
export interface Heads {
  costs: Fen;
  general: Fen;
  principal: Fen;
  doubled: Fen;
}

const NEVER = Number.NEGATIVE_INFINITY;

/**
 * A debt on its way through the days. Interest is kept as an exact sum since the beginning, and what was
 * paid on it in whole fen, so that rounding happens once and never piles up from payment to payment.
 */
export class Debt {
  today = NEVER;
  private costs: number;
  private principal: number;
  private readonly portions: OpenPortion[];
  private readonly generalSum: ExactSum;
  private readonly doubledSum: ExactSum;
  private generalPaid = 0;
  private doubledPaid = 0;

  constructor(private readonly terms: DebtTerms) {
    this.costs = terms.costs;
    this.portions = terms.portions;
    this.principal = terms.portions.reduce((sum, portion) => sum + portion.principal, 0);
    this.generalSum = new ExactSum(terms.general?.denominator ?? 1);
    this.doubledSum = new ExactSum(terms.clock.denominator);
  }

  /** Lets interest run to the end of `day`. */
  runTo(day: number): void {
    this.addGeneral(this.generalSum, day);
    this.addDoubled(this.doubledSum, day);
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
  reduce(paid: Heads): void {
    this.costs -= paid.costs;
    this.generalPaid += paid.general;
    this.doubledPaid += paid.doubled;
    this.principal -= paid.principal;
    let rest: number = paid.principal;
    for (let i = 0; rest > 0; i++) {
      const portion = this.portions[i]!;
      const part = Math.min(portion.principal, rest);
      portion.principal -= part;
      rest -= part;
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
    if (!general || this.principal === 0) return;
    const from = Math.max(this.today, general.lastFreeDay);
    if (to > from) sum.add(this.principal, to - from, general.weight);
  }

  private addDoubled(sum: ExactSum, to: number): void {
    this.addLate(sum, this.costs, this.terms.costsLateAfter, to);
    for (const portion of this.portions) this.addLate(sum, portion.principal, portion.lateAfter, to);
  }

  private addLate(sum: ExactSum, base: number, lateAfter: number, to: number): void {
    if (base === 0 || to <= lateAfter) return;
    this.terms.clock.accrue(sum, base, Math.max(this.today, lateAfter), to);
  }
}
