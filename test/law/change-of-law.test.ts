import { describe, expect, it } from 'vitest';
import { type Day, day } from '../../shared/day';
import { inForce, type Versions } from '../../shared/law/dated';
import { DOUBLED_RATE, doubledPart } from '../../shared/law/delayed-interest';
import type { Ratio } from '../../shared/law/exact';
import { EXECUTION_FEE, executionFee } from '../../shared/law/fees';
import { limitsByInstalment } from '../../shared/law/limitation';
import { computeStatement, type StatementInput } from '../../shared/law/statement';
import { parseYuan, yuan } from '../../shared/money';

/** An imagined change: three in ten thousand a day from 2027 on. */
const CHANGED: Versions<Ratio> = [
  ...DOUBLED_RATE,
  {
    from: day('2027-01-01'),
    value: { numerator: 3, denominator: 10_000 },
    citation: { ...DOUBLED_RATE[0].citation, number: '法释〔2026〕99号', inForce: day('2027-01-01') },
  },
];

describe('a change of law is a new dated version', () => {
  const input: StatementInput = {
    costs: parseYuan('0'),
    portions: [{ principal: parseYuan('100000'), expiry: day('2026-12-21') }],
    payments: [],
    asOf: day('2027-01-10'),
  };

  it('the same case before and after: each day counts under the law of that day', () => {
    expect(yuan(computeStatement(input).left.doubled)).toBe('350.00');
    // Ten days at 17.50 and ten days at 30.00.
    const after = computeStatement({ ...input, doubledRate: CHANGED });
    expect(yuan(after.left.doubled)).toBe('475.00');
    expect(after.citations.map((citation) => citation.number)).toContain('法释〔2026〕99号');
    expect(yuan(after.dailyDoubled)).toBe('30.00');
  });

  it('what was computed until the day before the change stays as it was', () => {
    const before = { ...input, asOf: day('2026-12-31') };
    expect(computeStatement({ ...before, doubledRate: CHANGED }).left).toEqual(computeStatement(before).left);
  });

  it('instalments ran each from its own day until 2022, and from the last one since', () => {
    const due = [day('2020-03-31'), day('2020-09-30')];
    const days = (on: Day) => limitsByInstalment(due, on).map((limit) => limit.day);
    expect(days(day('2021-12-31'))).toEqual(['2022-03-31', '2022-09-30']);
    expect(days(day('2022-01-01'))).toEqual(['2022-09-30', '2022-09-30']);
  });

  it('a day before the first version is not guessed', () => {
    expect(() => doubledPart(parseYuan('100'), 1, day('2014-07-31'))).toThrow(RangeError);
    expect(() => executionFee(parseYuan('100'), day('2007-03-31'))).toThrow(RangeError);
    expect(inForce(EXECUTION_FEE, day('2007-04-01'))).toBe(EXECUTION_FEE[0]);
  });
});
