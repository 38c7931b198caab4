import type { Day } from '../day';
import { yuan } from '../money';
import { type BountyPromise, bountyOf, type Informant } from './bounty';
import { delayDays, doubledPart, doubledPartOfInstalments } from './delayed-interest';
import { enforcementDeadline } from './enforcement-deadline';
import { caseAcceptanceFee, executionFee, preservationFee } from './fees';
import { UnknownYearError } from './holidays';
import { instalmentLimit } from './limitation';
import { percent } from './percent';
import { naturalEnd, type PeriodUnit, periodEnd, workingDaysAfter } from './periods';
import { lastSafeDay, type SeizedKind } from './seizure';
import { computeStatement, type GeneralInterest, type Heads, type StatementLine } from './statement';
import { recheckDays } from './terminate-this-round';
import { canList, delist, served, zhongben } from './vector-gates';
import {
  amountAndDay,
  dayOf,
  fenOf,
  flag,
  type Inputs,
  isFalse,
  isTrue,
  listOf,
  numberOf,
  optionalDay,
  rangesOf,
  rateOf,
  suspensionsOf,
} from './vector-inputs';
import { SEIZED_WORDS } from './vector-words';

/**
 * The law's test vectors, spoken to the functions of this folder: inputs as the vectors give them (yuan
 * and days as text), answers in the vectors' own strings. Nothing here decides anything.
 */
const FUNCTIONS: Record<string, (inputs: Inputs) => unknown> = {
  doubled: (i) => yuan(doubledPart(fenOf(i.base_yuan), numberOf(i.days))),
  delay_days: (i) =>
    delayDays(dayOf(i.expiry), dayOf(i.end), {
      suspensions: suspensionsOf(i.suspensions),
      floor: optionalDay(i.floor),
    }),
  statement,
  multi: (i) => {
    const items = listOf(i.items).map(amountAndDay);
    const late = items.map(({ amount, day }) => ({ amount: fenOf(amount), due: day }));
    return yuan(doubledPartOfInstalments(late, dayOf(i.end)));
  },
  exec_fee: (i) => yuan(executionFee(fenOf(i.a))),
  case_fee: (i) => yuan(caseAcceptanceFee(fenOf(i.a), isTrue(i.half))),
  pres_fee: (i) => yuan(preservationFee(fenOf(i.a))),
  period: (i) => (isFalse(i.roll) ? naturalEnd(...periodOf(i)) : periodEnd(...periodOf(i))),
  workdays: (i) => workingDaysAfter(dayOf(i.start), numberOf(i.n)),
  limitation_instalments: (i) => instalmentLimit(listOf(i.due).map(dayOf)),
  exec_deadline: (i) => enforcementDeadline(dayOf(i.filed), numberOf(i.months), rangesOf(i.excluded)),
  bounty,
  can_list: canList,
  delist,
  zhongben,
  rechecks: (i) => recheckDays(dayOf(i.on)),
  served,
  seize_last_safe_day: (i) => lastSafeDay(dayOf(i.on), seizedKind(String(i.kind))),
  pct: (i) => percent(numberOf(i.n), numberOf(i.d), i.nd == null ? 2 : numberOf(i.nd)),
};

/** Computes one vector. A name that is not in the table is a fault. */
export function runVector(fn: string, inputs: unknown): unknown {
  const run = FUNCTIONS[fn];
  if (!run) throw new RangeError(`no function of the vectors is called ${fn}`);
  try {
    return run(inputs as Inputs);
  } catch (error) {
    if (error instanceof UnknownYearError) return 'ERR:UnknownYear';
    throw error;
  }
}

const UNITS: readonly [RegExp, PeriodUnit][] = [
  [/^(day|日|天)/, 'day'],
  [/^(month|月|个月)/, 'month'],
  [/^(year|年)/, 'year'],
];

function periodOf(i: Inputs): [Day, number, PeriodUnit] {
  const unit = UNITS.find(([word]) => word.test(String(i.unit ?? 'day')))?.[1];
  if (!unit) throw new RangeError(`no unit of a period: ${i.unit}`);
  return [dayOf(i.start), numberOf(i.n), unit];
}

function statement(i: Inputs): unknown {
  const result = computeStatement({
    costs: fenOf(i.cost),
    portions: [{ principal: fenOf(i.principal), expiry: optionalDay(i.expiry) ?? null }],
    general: generalOf(i),
    payments: listOf(i.payments).map((payment) => {
      const { amount, day } = amountAndDay(payment);
      return { day, amount: amount === 'settle' ? amount : fenOf(amount) };
    }),
    suspensions: suspensionsOf(i.suspensions),
    mediationPenaltyPaid: flag(i, /penalty/),
  });
  return { alloc: result.lines.map(lineOf), left: headsOf(result.left) };
}

function generalOf(i: Inputs): GeneralInterest | undefined {
  const rate = i.general_daily ?? i.general_annual;
  if (rate == null || i.general_start == null) return undefined;
  const per = i.general_daily == null ? 'year' : 'day';
  const basis = i.basis == null ? {} : { basisDays: numberOf(i.basis) as 360 | 365 };
  return { rate: { ...rateOf(rate), per }, start: dayOf(i.general_start), ...basis };
}

const lineOf = (line: StatementLine) => ({
  date: line.day,
  delay_days: line.delayDays,
  cost: yuan(line.toCosts),
  general: yuan(line.toGeneral),
  principal: yuan(line.toPrincipal),
  doubled: yuan(line.toDoubled),
  surplus: yuan(line.surplus),
});

const headsOf = (left: Heads) => ({
  cost: yuan(left.costs),
  general: yuan(left.general),
  principal: yuan(left.principal),
  doubled: yuan(left.doubled),
});

function bounty(i: Inputs): unknown {
  const cap = i.cap == null ? {} : { cap: fenOf(i.cap) };
  const promise: BountyPromise =
    i.mode === 'fixed'
      ? { mode: 'fixed', amount: fenOf(i.value), ...cap }
      : { mode: 'share', share: rateOf(i.value), ...cap };
  const informants = i.informants == null ? undefined : listOf(i.informants).map(informantOf);
  const result = bountyOf(promise, fenOf(i.realized), informants);
  return { bounty: yuan(result.bounty), to: result.payee, applicant_net: yuan(result.creditorNet) };
}

function informantOf(value: unknown): Informant {
  const i = value as Inputs;
  return {
    id: String(i.id),
    seq: numberOf(i.seq),
    excluded: flag(i, /exclu/),
    liaison: flag(i, /liaison|grid/),
    released: flag(i, /releas/),
  };
}

/** 不动产及其他财产权: what has no term of its own has that of immovables. */
const seizedKind = (word: string): SeizedKind =>
  SEIZED_WORDS.find(([name]) => name.test(word))?.[1] ?? 'other';

/** The same value whatever the order of its keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, v) =>
    v && typeof v === 'object' && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );
}

export interface Vector {
  fn: string;
  inputs: unknown;
  expected: unknown;
}

/** One sentence for a vector that differs, null for one that passes. */
export function differenceOf({ fn, inputs, expected }: Vector): string | null {
  let actual: unknown;
  try {
    actual = runVector(fn, inputs);
  } catch (error) {
    actual = `fault: ${error instanceof Error ? error.message : error}`;
  }
  if (canonical(actual) === canonical(expected)) return null;
  return `${fn}(${JSON.stringify(inputs)}): expected ${canonical(expected)}, got ${canonical(actual)}`;
}

/**
 * The one exception to the purity of shared/: run directly (`npx tsx shared/law/vectors.ts FILE.json`),
 * this file reads vectors and prints what differs. Imported, it does nothing of the kind.
 */
async function main(file: string): Promise<void> {
  const { readFile } = await import('node:fs/promises');
  const vectors: Vector[] = JSON.parse(await readFile(file, 'utf8'));
  const differences = vectors.map(differenceOf).filter((line) => line !== null);
  for (const line of differences) console.log(line);
  console.log(`${vectors.length - differences.length} passed, ${differences.length} failed`);
  process.exitCode = differences.length === 0 ? 0 : 1;
}

if (/[\\/]law[\\/]vectors(\.ts)?$/.test(globalThis.process?.argv?.[1] ?? '')) {
  await main(process.argv[2] ?? 'examples.json');
}
