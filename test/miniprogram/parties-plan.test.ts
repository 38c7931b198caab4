import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  balanceOf,
  draftRows,
  levelLast,
  planSentence,
  readRows,
  splitEvenly,
  sumOf,
} from '../../miniprogram/src/parties/plan-draft';
import { day } from '../../shared/day';
import { fen, sumFen } from '../../shared/money';

const owed = { base: fen(8_733_500), doubled: fen(44_323) };
const rows = (...amounts: string[]) =>
  amounts.map((yuan, index) => ({ dueDay: `2027-0${index + 1}-10`, yuan }));

describe('a plan is drafted', () => {
  test('the total is split over the months to the fen, the last one carries what does not divide', () => {
    expect(splitEvenly(fen(10_000), 3, day('2026-03-05'))).toEqual([
      { dueDay: '2026-03-05', amount: 3_333 },
      { dueDay: '2026-04-05', amount: 3_333 },
      { dueDay: '2026-05-05', amount: 3_334 },
    ]);
  });

  test('from the 31st, a shorter month takes its last day and the next one is the 31st again', () => {
    const days = splitEvenly(fen(300), 3, day('2027-01-31')).map(({ dueDay }) => dueDay);
    expect(days).toEqual(['2027-01-31', '2027-02-28', '2027-03-31']);
  });

  test('whatever is owed and however many instalments, the sum is exact and the court’s rule accepts it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 1_000_000_000 }),
        fc.integer({ min: 1, max: 36 }),
        (total, count) => {
          const split = splitEvenly(fen(total), count, day('2026-12-31'));
          expect(sumFen(split.map(({ amount }) => amount))).toBe(total);
          const debt = { base: fen(total), doubled: fen(0) };
          expect(planSentence(split, debt, day('2026-11-23'))).toBeNull();
          expect(readRows(draftRows(split))).toEqual({ instalments: split });
        },
      ),
    );
  });

  test.each([
    ['exactly all', rows('40000', '47778.23'), true, '与应付的正好相等'],
    ['one fen too much', rows('40000', '47778.24'), false, '比应付的多0.01元'],
    [
      'all but the running interest',
      rows('40000', '47335'),
      true,
      '比应付的少443.23元迟延履行利息，对方同意才算数',
    ],
    ['one fen less than that', rows('40000', '47334.99'), false, '比应付的少443.24元'],
    ['a row that cannot be read counts nothing', rows('40000', '四万'), false, '比应付的少47,778.23元'],
  ])('%s', (_, drafted, fits, words) => {
    expect(balanceOf(drafted, owed)).toEqual({ fits, words });
  });

  test('the difference goes into the last instalment, which stays above nothing', () => {
    const levelled = levelLast(rows('20000', '30000', '1'), owed);
    expect(sumOf(levelled)).toBe(owed.base + owed.doubled);
    expect(levelled.at(-1)).toEqual({ dueDay: '2027-03-10', yuan: '37778.23' });
    const tooMuch = rows('90000', '1');
    expect(levelLast(tooMuch, owed)).toEqual(tooMuch);
  });

  test.each([
    [
      'a missing amount',
      [{ dueDay: '2027-01-10', yuan: '' }],
      '第1期的金额请填大于零的数字，例如 1500 或 1500.50。',
    ],
    [
      'nothing to pay',
      [{ dueDay: '2027-01-10', yuan: '0' }],
      '第1期的金额请填大于零的数字，例如 1500 或 1500.50。',
    ],
    ['a missing day', [...rows('100'), { dueDay: '', yuan: '5' }], '请选择第2期的日期。'],
  ])('%s is asked for by its number', (_, drafted, sentence) => {
    expect(readRows(drafted)).toEqual({ sentence });
  });

  test('a plan that does not add up is told before it is handed in, in the court’s own sentence', () => {
    const short = [{ dueDay: day('2027-01-10'), amount: fen(8_733_400) }];
    expect(planSentence(short, owed, day('2026-11-23'))).toContain('少1.00元');
    expect(planSentence([], owed, day('2026-11-23'))).toBe('请至少填写一期。');
  });
});
