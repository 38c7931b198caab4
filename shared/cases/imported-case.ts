import type { Day } from '../day';
import type { ImportedCase, Problem } from '../import/types';
import { type Fen, fen, sumFen } from '../money';
import { fulfil, type Instalment } from './plan';

export interface Obligation {
  claimed: Fen;
  paidBefore: Fen;
  principal: Fen;
  dueDay: Day;
  portions: Instalment[];
}

/**
 * What is owed by a line of the court's list. What was paid before comes off the earliest instalments. Where
 * the instrument names no day, it is to be performed when it takes effect (法释〔2014〕8号 第二条第三款).
 */
export function obligationOf(imported: ImportedCase): Obligation {
  const { principal: claimed, paid: paidBefore, instalments } = imported;
  const principal = fen(claimed - paidBefore);
  return {
    claimed,
    paidBefore,
    principal,
    dueDay: imported.dueDay ?? imported.effectiveDay,
    portions:
      sumFen(instalments.map(({ amount }) => amount)) === principal
        ? instalments
        : unpaid(instalments, paidBefore),
  };
}

const unpaid = (instalments: Instalment[], paid: Fen): Instalment[] =>
  fulfil(instalments, paid)
    .map(({ dueDay, amount, paid: covered }) => ({ dueDay, amount: fen(amount - covered) }))
    .filter(({ amount }) => amount > 0);

/** Who is told of a debt, and by whom, was fixed when the supervision began: a list cannot add a person to it. */
export const newPartyKeptOut = ({ rows, caseNumber }: ImportedCase): Problem => ({
  row: rows[0]!,
  column: '整行',
  original: caseNumber,
  level: 'warning',
  problem: '案件已经发起督促，清单里新增的当事人没有导入',
  suggestion: '请先结束督促，再重新导入这一件',
});
