import fc from 'fast-check';
import { addDays, day } from '../../shared/day';
import type { StatementInput } from '../../shared/law/statement';
import type { Fen } from '../../shared/money';

const FIRST = day('2019-01-01');
export const aDay = (within = 2600) => fc.integer({ min: 0, max: within }).map((n) => addDays(FIRST, n));
export const anAmount = (max = 50_000_000) => fc.integer({ min: 1, max }).map((n) => n as Fen);

const general = fc.record({
  rate: fc.record({
    numerator: fc.integer({ min: 1, max: 2400 }),
    denominator: fc.constantFrom(10_000, 1_000),
    per: fc.constant('year' as const),
  }),
  basisDays: fc.constantFrom(360 as const, 365 as const),
  start: aDay(),
});

const suspension = fc.record({
  from: aDay(),
  to: aDay(),
  appliedBy: fc.constantFrom('obligor' as const, 'obligee' as const, 'court' as const),
});

export const aPayment = fc.record({ day: aDay(), amount: anAmount(20_000_000) });

/** Any debt: costs or none, one or more instalments, with or without interest of its own. */
export const aDebt: fc.Arbitrary<StatementInput> = fc.record(
  {
    costs: fc.integer({ min: 0, max: 2_000_000 }).map((n) => n as Fen),
    portions: fc.array(
      fc.record({ principal: anAmount(), expiry: fc.option(aDay(), { nil: null, freq: 8 }) }),
      { minLength: 1, maxLength: 5 },
    ),
    general,
    payments: fc.array(aPayment, { maxLength: 8 }),
    suspensions: fc.array(suspension, { maxLength: 3 }),
    asOf: fc.constant(day('2027-06-30')),
  },
  { requiredKeys: ['costs', 'portions', 'payments', 'asOf'] },
);
