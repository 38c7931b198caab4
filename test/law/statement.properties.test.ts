import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../shared/day';
import { delayDays, doubledPart } from '../../shared/law/delayed-interest';
import { ExactSum } from '../../shared/law/exact';
import { computeStatement, type StatementInput, type StatementLine } from '../../shared/law/statement';
import type { Fen } from '../../shared/money';
import { aDay, aDebt, anAmount, aPayment } from './arbitraries';

const totalOf = (line: StatementLine) =>
  line.toCosts + line.toGeneral + line.toPrincipal + line.toDoubled + line.surplus;
const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
const withPayments = (debt: StatementInput, payments: StatementInput['payments']) =>
  computeStatement({ ...debt, payments });

describe('whatever the debt and the payments', () => {
  it('every line adds up to its payment, and no head is negative', () => {
    fc.assert(
      fc.property(aDebt, (debt) => {
        for (const line of computeStatement(debt).lines) {
          expect(totalOf(line)).toBe(line.paid);
          for (const part of [line.toCosts, line.toGeneral, line.toPrincipal, line.toDoubled, line.surplus]) {
            expect(part).toBeGreaterThanOrEqual(0);
          }
          for (const head of Object.values(line.left)) expect(head).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('costs and principal are never lost: what was paid on them and what is left make the whole', () => {
    fc.assert(
      fc.property(aDebt, (debt) => {
        const { lines, left } = computeStatement(debt);
        expect(sum(lines.map((line) => line.toCosts)) + left.costs).toBe(debt.costs);
        const principal = sum(debt.portions.map((portion) => portion.principal));
        expect(sum(lines.map((line) => line.toPrincipal)) + left.principal).toBe(principal);
      }),
    );
  });

  it('nothing reaches a later head while an earlier one is owed', () => {
    fc.assert(
      fc.property(aDebt, (debt) => {
        for (const { toGeneral, toPrincipal, toDoubled, surplus, left } of computeStatement(debt).lines) {
          if (toGeneral + toPrincipal + toDoubled + surplus > 0) expect(left.costs).toBe(0);
          if (toPrincipal + toDoubled + surplus > 0) expect(left.general).toBe(0);
          if (toDoubled + surplus > 0) expect(left.principal).toBe(0);
          if (surplus > 0) expect(left.doubled).toBe(0);
        }
      }),
    );
  });

  it('paying more never leaves more owing', () => {
    fc.assert(
      fc.property(aDebt, aPayment, anAmount(5_000_000), (debt, payment, more) => {
        const less = withPayments(debt, [...debt.payments, payment]);
        const larger = { ...payment, amount: (payment.amount + more) as Fen };
        expect(withPayments(debt, [...debt.payments, larger]).left.total).toBeLessThanOrEqual(
          less.left.total,
        );
      }),
    );
  });

  it('paying earlier never leaves more owing', () => {
    fc.assert(
      fc.property(aDebt, aPayment, fc.integer({ min: 1, max: 400 }), (debt, payment, days) => {
        const late = withPayments(debt, [...debt.payments, { ...payment, day: addDays(payment.day, days) }]);
        expect(withPayments(debt, [...debt.payments, payment]).left.total).toBeLessThanOrEqual(
          late.left.total,
        );
      }),
    );
  });

  it('splitting a payment on one day changes nothing', () => {
    fc.assert(
      fc.property(aDebt, aPayment, fc.integer({ min: 0, max: 100 }), (debt, payment, percent) => {
        const first = Math.floor((payment.amount * percent) / 100);
        const parts = [first, payment.amount - first].filter((part) => part > 0);
        const split = parts.map((amount) => ({ day: payment.day, amount: amount as Fen }));
        expect(withPayments(debt, [...debt.payments, ...split]).left).toEqual(
          withPayments(debt, [...debt.payments, payment]).left,
        );
      }),
    );
  });

  it('the order of payments on one day, and of the list, does not matter', () => {
    fc.assert(
      fc.property(aDebt, fc.array(anAmount(9_000_000), { maxLength: 4 }), aDay(), (debt, amounts, on) => {
        const payments = [...debt.payments, ...amounts.map((amount) => ({ day: on, amount }))];
        expect(withPayments(debt, [...payments].reverse()).left).toEqual(withPayments(debt, payments).left);
      }),
    );
  });

  it('the order of the portions does not matter', () => {
    fc.assert(
      fc.property(aDebt, (debt) => {
        const reversed = { ...debt, portions: [...debt.portions].reverse() };
        expect(computeStatement(reversed).left).toEqual(computeStatement(debt).left);
      }),
    );
  });

  it('looking at the debt on the way changes nothing', () => {
    fc.assert(
      fc.property(aDebt, aDay(), (debt, on) => {
        const looked = [...debt.payments, { day: on, amount: 0 as Fen }];
        expect(withPayments(debt, looked).left).toEqual(computeStatement(debt).left);
      }),
    );
  });

  it('settling leaves nothing owing on that day', () => {
    fc.assert(
      fc.property(aDebt, (debt) => {
        const settled = withPayments(debt, [...debt.payments, { day: debt.asOf!, amount: 'settle' }]);
        expect(settled.left.total).toBe(0);
        expect(settled.dailyDoubled).toBe(0);
      }),
    );
  });

  it('one more day adds what was announced, to the rounding of a fen', () => {
    fc.assert(
      fc.property(aDebt, (debt) => {
        const today = computeStatement(debt);
        const tomorrow = computeStatement({ ...debt, asOf: addDays(debt.asOf!, 1) });
        const added = tomorrow.left.doubled - today.left.doubled;
        expect(Math.abs(added - today.dailyDoubled)).toBeLessThanOrEqual(1);
        const general = tomorrow.left.general - today.left.general;
        expect(Math.abs(general - today.dailyGeneral)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the doubled part', () => {
  const days = fc.integer({ min: 0, max: 20_000 });
  const base = fc.integer({ min: 0, max: 1_000_000_000_000 }).map((n) => n as Fen);

  it('is the exact ratio, rounded half up once, however large', () => {
    fc.assert(
      fc.property(base, days, (amount, n) => {
        const exact = (BigInt(amount) * BigInt(7 * n) * 2n + 40_000n) / 80_000n;
        expect(BigInt(doubledPart(amount, n))).toBe(exact);
      }),
    );
  });

  it('grows with days and with the base', () => {
    fc.assert(
      fc.property(base, days, days, (amount, n, more) => {
        expect(doubledPart(amount, n + more)).toBeGreaterThanOrEqual(doubledPart(amount, n));
        expect(doubledPart((amount + more) as Fen, n)).toBeGreaterThanOrEqual(doubledPart(amount, n));
      }),
    );
  });

  it('stays exact when the sum passes 2^53', () => {
    const terms = fc.array(fc.tuple(base, days, fc.integer({ min: 0, max: 5_000 })), { maxLength: 12 });
    fc.assert(
      fc.property(terms, fc.integer({ min: 1, max: 3_650_000 }), (products, denominator) => {
        const ours = new ExactSum(denominator * 1_000_000);
        let exact = 0n;
        for (const [amount, n, weight] of products) {
          ours.add(amount, n, weight);
          exact += BigInt(amount) * BigInt(n) * BigInt(weight);
        }
        const d = BigInt(denominator) * 1_000_000n;
        expect(BigInt(ours.rounded())).toBe((exact * 2n + d) / (d * 2n));
      }),
    );
  });
});

describe('days of delay', () => {
  it('are counted the same a day at a time', () => {
    const ranges = fc.array(fc.record({ from: aDay(90), to: aDay(90) }), { maxLength: 4 });
    fc.assert(
      fc.property(aDay(90), aDay(90), ranges, aDay(90), (expiry, end, stopped, floor) => {
        const suspensions = stopped.map((range) => ({ ...range, appliedBy: 'court' as const }));
        let counted = 0;
        for (let d = addDays(expiry, 1); d <= end; d = addDays(d, 1)) {
          if (d >= floor && !stopped.some(({ from, to }) => from <= d && d <= to)) counted++;
        }
        expect(delayDays(expiry, end, { suspensions, floor })).toBe(counted);
      }),
    );
  });
});
