import { addDays, type Day, day } from '../../shared/day';
import { computeStatement, type StatementInput } from '../../shared/law/statement';
import type { Fen } from '../../shared/money';
import type { Bench } from './bench';

const START = day('2021-01-10');
const MONTHS = Array.from({ length: 24 }, (_, i) => addDays(START, Math.round((i + 1) * 76)));
const general: StatementInput['general'] = {
  rate: { numerator: 345, denominator: 10_000, per: 'year' },
  basisDays: 365,
  start: day('2020-06-01'),
};

const whole = (seed: number): StatementInput => ({
  costs: 230_000 as Fen,
  portions: [{ principal: (50_000_000 + seed) as Fen, expiry: START }],
  general,
  payments: MONTHS.map((on, i) => ({ day: on, amount: (1_500_000 + ((seed * 7 + i * 13) % 9_000)) as Fen })),
});

const instalments = (seed: number): StatementInput => ({
  ...whole(seed),
  portions: MONTHS.map((due: Day) => ({ principal: (2_000_000 + seed) as Fen, expiry: due })),
});

const suspended = (seed: number): StatementInput => ({
  ...whole(seed),
  suspensions: [
    { from: day('2022-03-01'), to: day('2022-08-31'), appliedBy: 'outsider', ground: 'retrial' },
    { from: day('2023-02-01'), to: day('2023-02-28'), appliedBy: 'court', ground: 'review' },
  ],
});

/** Past 2^53 the sums go on in bigint: a claim of ten billion yuan. */
const huge = (seed: number): StatementInput => ({
  ...whole(seed),
  portions: [{ principal: (1_000_000_000_000 + seed) as Fen, expiry: START }],
});

function perSecond(inputs: StatementInput[], seconds: number): number {
  let done = 0;
  let checksum = 0;
  const started = performance.now();
  while (performance.now() - started < seconds * 1000) {
    for (const input of inputs) checksum += computeStatement(input).left.total;
    done += inputs.length;
  }
  if (checksum <= 0) throw new Error('the statements owe nothing: the bench measures the wrong thing');
  return Math.round((done * 1000) / (performance.now() - started));
}

/** Statements of 24 payments over five years, a second on one core, after a warm-up. */
export function benchLaw(bench: Bench): void {
  bench.atLeast('law: statements a second', rateOf(whole), 100_000);
  for (const [name, make] of Object.entries({ instalments, suspended, huge })) {
    bench.note(`law: statements a second, ${name}: ${rateOf(make)}`);
  }
}

function rateOf(make: (seed: number) => StatementInput): number {
  const inputs = Array.from({ length: 500 }, (_, seed) => make(seed));
  perSecond(inputs, 0.4);
  return perSecond(inputs, 0.8);
}
