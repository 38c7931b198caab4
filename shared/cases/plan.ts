import { addMonths, type Day } from '../day';
import { type Fen, fen, minFen, showYuan, sumFen } from '../money';
import { Refusal } from '../refusal';

export interface Instalment {
  dueDay: Day;
  amount: Fen;
}

/** What is owed when a plan is made: the running doubled part may be agreed upon or left out. */
export interface OwedForPlan {
  /** Costs, general interest and principal. */
  base: Fen;
  doubled: Fen;
}

const LONGEST_MONTHS = 120;

/**
 * Refuses instalments that do not rise day by day, begin in the past, run beyond ten years, or do not add
 * up to what is owed, and then says by how much.
 */
export function checkInstalments(instalments: readonly Instalment[], owed: OwedForPlan, today: Day): void {
  instalments.forEach(({ dueDay }, index) => {
    const before = instalments[index - 1];
    if (before && dueDay <= before.dueDay) throw new Refusal('plan-days-not-rising', { nth: index + 1 });
  });
  if (instalments[0]!.dueDay < today) throw new Refusal('plan-day-past');
  if (instalments[instalments.length - 1]!.dueDay > addMonths(today, LONGEST_MONTHS))
    throw new Refusal('plan-too-long');
  checkSum(sumFen(instalments.map((instalment) => instalment.amount)), owed);
}

/** From the sum without the doubled part up to the sum with all of it. */
function checkSum(sum: Fen, { base, doubled }: OwedForPlan): void {
  const most = fen(base + doubled);
  if (most === 0) throw new Refusal('nothing-owed');
  if (sum < base) {
    throw new Refusal('plan-sum-short', {
      sum: showYuan(sum),
      owed: showYuan(base),
      by: showYuan(fen(base - sum)),
    });
  }
  if (sum > most) {
    throw new Refusal('plan-sum-over', {
      sum: showYuan(sum),
      owed: showYuan(most),
      by: showYuan(fen(sum - most)),
    });
  }
}

export interface InstalmentProgress extends Instalment {
  paid: Fen;
}

/** Confirmed money fulfils the instalments in their order. */
export function fulfil(instalments: readonly Instalment[], confirmed: Fen): InstalmentProgress[] {
  let rest = confirmed;
  return instalments.map((instalment) => {
    const paid = minFen(instalment.amount, rest);
    rest = fen(rest - paid);
    return { ...instalment, paid };
  });
}

export const isFulfilled = (progress: readonly InstalmentProgress[]): boolean =>
  progress.every(({ amount, paid }) => paid === amount);

/** The earliest instalment that is not covered although its day has passed. */
export function missedInstalment(
  progress: readonly InstalmentProgress[],
  today: Day,
): InstalmentProgress | undefined {
  return progress.find(({ amount, paid, dueDay }) => paid < amount && dueDay < today);
}
