import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, daysBetween } from '../../shared/day';
import { type Accrual, accrualsOf } from '../../shared/law/accruals';
import { DEFAULT_SETTINGS } from '../../shared/law/settings';
import { computeStatement, type StatementInput } from '../../shared/law/statement';
import { type Fen, parseYuan, yuan } from '../../shared/money';
import { aDebt } from './arbitraries';

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
const total = (runs: Accrual[]) => sum(runs.map(({ amount }) => amount));
const shown = (runs: Accrual[]) =>
  runs.map(({ from, to, days, base, costs, amount }) => [
    ...[from, to, days, yuan(base), yuan(costs), yuan(amount)],
  ]);

const debt: StatementInput = {
  costs: parseYuan('2300'),
  portions: [{ principal: parseYuan('100000'), expiry: day('2025-03-10') }],
  payments: [],
  asOf: day('2025-09-26'),
};

describe('how interest came about', () => {
  it('between payments, each run of days has its base, its days and its amount', () => {
    const payments = [{ day: day('2025-06-18'), amount: parseYuan('50000') }];
    expect(shown(accrualsOf({ ...debt, payments }).doubled)).toEqual([
      ['2025-03-11', '2025-06-18', 100, '102300.00', '2300.00', '1790.25'],
      ['2025-06-19', '2025-09-26', 100, '52300.00', '0.00', '915.25'],
    ]);
  });
  it('each instalment joins the base after its own due day', () => {
    const portions = ['2025-01-31', '2025-02-28'].map((due) => ({
      principal: parseYuan('10000'),
      expiry: day(due),
    }));
    const { doubled } = accrualsOf({ ...debt, costs: 0 as Fen, portions, asOf: day('2025-03-10') });
    expect(shown(doubled)).toEqual([
      ['2025-02-01', '2025-02-28', 28, '10000.00', '0.00', '49.00'],
      ['2025-03-01', '2025-03-10', 10, '20000.00', '0.00', '35.00'],
    ]);
  });
  it('days on which enforcement was suspended are left out, and the run is broken there', () => {
    const suspensions = [
      {
        from: day('2025-04-01'),
        to: day('2025-04-30'),
        appliedBy: 'court' as const,
        ground: 'review' as const,
      },
    ];
    const { doubled } = accrualsOf({ ...debt, suspensions });
    expect(doubled.map(({ from, to, days }) => [from, to, days])).toEqual([
      ['2025-03-11', '2025-03-31', 21],
      ['2025-05-01', '2025-09-26', 149],
    ]);
  });
  it('a payment that reaches no base breaks no run', () => {
    const general = {
      rate: { numerator: 365, denominator: 10_000, per: 'year' as const },
      start: day('2025-03-11'),
    };
    const payments = [{ day: day('2025-06-18'), amount: parseYuan('100') }];
    const { doubled, general: own } = accrualsOf({ ...debt, costs: 0 as Fen, general, payments });
    expect(shown(doubled)).toEqual([['2025-03-11', '2025-09-26', 200, '100000.00', '0.00', '3500.00']]);
    expect(shown(own)).toEqual([['2025-03-11', '2025-09-26', 200, '100000.00', '0.00', '2000.00']]);
  });
  it('before the due day there is nothing', () => {
    expect(accrualsOf({ ...debt, asOf: day('2025-03-10') })).toEqual({ doubled: [], general: [] });
    expect(accrualsOf({ ...debt, asOf: undefined })).toEqual({ doubled: [], general: [] });
  });
  it('where the expiry day counts, the first run begins on it', () => {
    const settings = { ...DEFAULT_SETTINGS, expiryDayCounts: true, doubledBaseIncludesCosts: false };
    const { doubled } = accrualsOf({ ...debt, settings });
    expect(doubled[0]).toMatchObject({ from: '2025-03-10', base: 10_000_000, costs: 0 });
  });
});

describe('whatever the debt and the payments', () => {
  const either = fc.boolean();

  it('the runs add up to what was paid on each interest and what is left of it', () => {
    fc.assert(
      fc.property(aDebt, either, either, (debt, expiryDayCounts, doubledBaseIncludesCosts) => {
        const settings = { ...DEFAULT_SETTINGS, expiryDayCounts, doubledBaseIncludesCosts };
        const input = { ...debt, settings };
        const { lines, left } = computeStatement(input);
        const { doubled, general } = accrualsOf(input);
        expect(total(doubled)).toBe(sum(lines.map((line) => line.toDoubled)) + left.doubled);
        expect(total(general)).toBe(sum(lines.map((line) => line.toGeneral)) + left.general);
      }),
    );
  });

  it('runs follow each other, hold the days they name, and are right to the fen', () => {
    fc.assert(
      fc.property(aDebt, (debt) => {
        const { doubled, general } = accrualsOf(debt);
        for (const runs of [doubled, general]) {
          runs.forEach(({ from, to, days, base, costs, rate, amount }, i) => {
            expect(days).toBe(daysBetween(from, to) + 1);
            expect(days).toBeGreaterThan(0);
            expect(costs).toBeLessThanOrEqual(base);
            if (i > 0) expect(from > runs[i - 1]!.to).toBe(true);
            const product = (base * days * rate.numerator) / rate.denominator;
            expect(Math.abs(amount - product)).toBeLessThanOrEqual(1);
          });
        }
      }),
    );
  });

  it('a day more makes the last run longer and touches no other', () => {
    fc.assert(
      fc.property(aDebt, (debt) => {
        const { doubled } = accrualsOf(debt);
        const later = accrualsOf({ ...debt, asOf: addDays(debt.asOf!, 1) }).doubled;
        expect(later.slice(0, doubled.length - 1)).toEqual(doubled.slice(0, -1));
      }),
    );
  });
});
