import { describe, expect, test } from 'vitest';
import { obligationOf } from '../../shared/cases/imported-case';
import { day } from '../../shared/day';
import type { ImportedCase } from '../../shared/import/types';
import { fen } from '../../shared/money';

const LISTED: ImportedCase = {
  caseNumber: '（2026）浙9999民初1号',
  instrumentNumber: null,
  instrumentType: '民事判决书',
  cause: null,
  effectiveDay: day('2026-02-10'),
  principal: fen(30_000),
  paid: fen(0),
  dueDay: day('2026-06-01'),
  instalments: [],
  judgeName: null,
  judgePhone: null,
  clerkName: null,
  guarantee: null,
  note: null,
  parties: [],
  rows: [2],
};
const plan = (...amounts: number[]) =>
  amounts.map((amount, at) => ({ dueDay: day(`2026-0${at + 4}-01`), amount: fen(amount) }));

describe('what a line of the court’s list makes owed', () => {
  const rows: [string, Partial<ImportedCase>, number, number[]][] = [
    ['nothing paid, no instalments', {}, 30_000, []],
    ['a part paid', { paid: fen(4_000) }, 26_000, []],
    ['all paid', { paid: fen(30_000) }, 0, []],
    ['instalments of the whole', { instalments: plan(10_000, 20_000) }, 30_000, [10_000, 20_000]],
    [
      'instalments of the whole, a part paid: off the first',
      { paid: fen(4_000), instalments: plan(10_000, 20_000) },
      26_000,
      [6_000, 20_000],
    ],
    [
      'instalments of the whole, the first and more paid',
      { paid: fen(12_000), instalments: plan(10_000, 20_000) },
      18_000,
      [18_000],
    ],
    [
      'instalments of what is left',
      { paid: fen(4_000), instalments: plan(6_000, 20_000) },
      26_000,
      [6_000, 20_000],
    ],
  ];
  test.each(rows)('%s', (_, wish, principal, portions) => {
    const obligation = obligationOf({ ...LISTED, ...wish });
    expect(obligation.principal).toBe(principal);
    expect(obligation.portions.map(({ amount }) => amount)).toEqual(portions);
  });

  test('without a day in the instrument it is due when that takes effect', () => {
    expect(obligationOf({ ...LISTED, dueDay: null }).dueDay).toBe('2026-02-10');
  });
});
