import { checkInstalments, type Instalment, type OwedForPlan } from '../../../shared/cases/plan';
import { addMonths, type Day, isDay } from '../../../shared/day';
import { type Fen, fen, showYuan, sumFen, yuan } from '../../../shared/money';
import { Refusal } from '../../../shared/refusal';
import { readYuan } from './amount';

/** One instalment as it is typed. */
export interface DraftRow {
  dueDay: string;
  yuan: string;
}

/** So many instalments that a person can still read them; the contract allows more. */
export const MOST_INSTALMENTS = 36;

/**
 * The total over `count` months from `firstDay`, to the fen; the last one carries what does not divide.
 *
 * 100 yuan in three: 33.33, 33.33, 33.34. From 31 January the second falls on the last day of February.
 */
export function splitEvenly(total: Fen, count: number, firstDay: Day): Instalment[] {
  const each = fen(Math.floor(total / count));
  return Array.from({ length: count }, (_, index) => ({
    dueDay: addMonths(firstDay, index),
    amount: index === count - 1 ? fen(total - each * (count - 1)) : each,
  }));
}

export const draftRows = (instalments: readonly Instalment[]): DraftRow[] =>
  instalments.map(({ dueDay, amount }) => ({ dueDay, yuan: yuan(amount) }));

/** What stands in the rows as money and days, or the sentence about the first that cannot be read. */
export function readRows(rows: readonly DraftRow[]): { instalments: Instalment[] } | { sentence: string } {
  const instalments: Instalment[] = [];
  for (const [index, row] of rows.entries()) {
    const amount = readYuan(row.yuan);
    if (amount === null)
      return { sentence: `第${index + 1}期的金额请填大于零的数字，例如 1500 或 1500.50。` };
    if (!isDay(row.dueDay)) return { sentence: `请选择第${index + 1}期的日期。` };
    instalments.push({ dueDay: row.dueDay, amount });
  }
  return { instalments };
}

/** The same rule that the court's side asks, as its sentence; null when the plan may be handed in. */
export function planSentence(
  instalments: readonly Instalment[],
  owed: OwedForPlan,
  today: Day,
): string | null {
  if (instalments.length === 0) return '请至少填写一期。';
  try {
    checkInstalments(instalments, owed, today);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

export interface Balance {
  fits: boolean;
  words: string;
}

/** Sum against debt, to the fen. Less than all of the running interest is a matter between the two. */
export function balanceOf(rows: readonly DraftRow[], { base, doubled }: OwedForPlan): Balance {
  const sum = sumOf(rows);
  const most = fen(base + doubled);
  if (sum > most) return { fits: false, words: `比应付的多${showYuan(fen(sum - most))}元` };
  if (sum < base) return { fits: false, words: `比应付的少${showYuan(fen(most - sum))}元` };
  if (sum === most) return { fits: true, words: '与应付的正好相等' };
  return {
    fits: true,
    words: `比应付的少${showYuan(fen(most - sum))}元迟延履行利息，对方同意才算数`,
  };
}

/** Whatever is missing or too much goes into the last one, as far as that one stays above nothing. */
export function levelLast(rows: readonly DraftRow[], { base, doubled }: OwedForPlan): DraftRow[] {
  const before = rows.slice(0, -1);
  const rest = base + doubled - sumOf(before);
  const last = rows[rows.length - 1];
  if (!last || rest <= 0) return [...rows];
  return [...before, { ...last, yuan: yuan(fen(rest)) }];
}

export const sumOf = (rows: readonly DraftRow[]): Fen => sumFen(rows.map((row) => readYuan(row.yuan) ?? 0));
