import { type Day, day } from '../day';
import { type Fen, parseYuan, yuan } from '../money';
import { type BountyPromise, bountyOf, type Informant } from './bounty';
import { delayDays, doubledPart, doubledPartOfInstalments, type Suspension } from './delayed-interest';
import {
  type DelistingGround,
  type ListingReason,
  listingExpires,
  mayBeListed,
  mustBeDelisted,
} from './dishonest-list';
import { enforcementDeadline } from './enforcement-deadline';
import { ratio } from './exact';
import { caseAcceptanceFee, executionFee, preservationFee } from './fees';
import { UnknownYearError } from './holidays';
import { instalmentLimit } from './limitation';
import { percent } from './percent';
import { naturalEnd, type PeriodUnit, periodEnd, workingDaysAfter } from './periods';
import { lastSafeDay, type SeizedKind } from './seizure';
import { type Attempt, serviceOf } from './service';
import { computeStatement, type GeneralInterest, type Heads, type StatementLine } from './statement';
import { closedGates, recheckDays } from './terminate-this-round';
import { DELISTING_WORDS, GATE_WORDS, LISTING_WORDS, SEIZED_WORDS, SERVICE_WORDS } from './vector-words';

/**
 * The law's test vectors, spoken to the functions of this folder: inputs as the vectors give them (yuan
 * and days as text), answers in the vectors' own strings. Nothing here decides anything.
 */
type Inputs = Record<string, unknown>;
type Range = readonly [string, string];

const fenOf = (value: unknown): Fen => parseYuan(String(value));
const dayOf = (value: unknown): Day => day(String(value));
const optionalDay = (value: unknown): Day | undefined => (value == null ? undefined : dayOf(value));
const rangesOf = (value: unknown) =>
  ((value ?? []) as Range[]).map(([from, to]) => ({ from: dayOf(from), to: dayOf(to) }));
const suspensionsOf = (value: unknown): Suspension[] =>
  rangesOf(value).map((range) => ({ ...range, appliedBy: 'court' }));

const FUNCTIONS: Record<string, (inputs: Inputs) => unknown> = {
  doubled: (i) => yuan(doubledPart(fenOf(i.base_yuan), Number(i.days))),
  delay_days: (i) =>
    delayDays(dayOf(i.expiry), dayOf(i.end), {
      suspensions: suspensionsOf(i.suspensions),
      ...(i.floor == null ? {} : { floor: dayOf(i.floor) }),
    }),
  statement,
  multi: (i) => {
    const items = (i.items as [unknown, unknown][]).map(([amount, due]) => ({
      amount: fenOf(amount),
      due: dayOf(due),
    }));
    return yuan(doubledPartOfInstalments(items, dayOf(i.end)));
  },
  exec_fee: (i) => yuan(executionFee(fenOf(i.a))),
  case_fee: (i) => yuan(caseAcceptanceFee(fenOf(i.a), i.half === true)),
  pres_fee: (i) => yuan(preservationFee(fenOf(i.a))),
  period: (i) => (i.roll === false ? naturalEnd(...periodOf(i)) : periodEnd(...periodOf(i))),
  workdays: (i) => workingDaysAfter(dayOf(i.start), Number(i.n)),
  limitation_instalments: (i) => instalmentLimit((i.due as string[]).map(dayOf)),
  exec_deadline: (i) => enforcementDeadline(dayOf(i.filed), Number(i.months), rangesOf(i.excluded)),
  bounty,
  can_list: canList,
  delist,
  zhongben,
  rechecks: (i) => recheckDays(dayOf(i.on)),
  served,
  seize_last_safe_day: (i) => lastSafeDay(dayOf(i.on), seizedKind(String(i.kind))),
  pct: (i) => percent(Number(i.n), Number(i.d), i.nd == null ? 2 : Number(i.nd)),
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

function periodOf(i: Inputs): [Day, number, PeriodUnit] {
  const unit = String(i.unit).replace(/s$/, '');
  if (unit !== 'day' && unit !== 'month' && unit !== 'year')
    throw new RangeError(`no unit of a period: ${unit}`);
  return [dayOf(i.start), Number(i.n), unit];
}

function statement(i: Inputs): unknown {
  const payments = (i.payments ?? []) as { date: string; amount: string }[];
  const result = computeStatement({
    costs: fenOf(i.cost ?? 0),
    portions: [{ principal: fenOf(i.principal), expiry: optionalDay(i.expiry) ?? null }],
    general: generalOf(i),
    payments: payments.map(({ date, amount }) => ({
      day: dayOf(date),
      amount: amount === 'settle' ? amount : fenOf(amount),
    })),
    suspensions: suspensionsOf(i.suspensions),
  });
  return { alloc: result.lines.map(lineOf), left: headsOf(result.left) };
}

function generalOf(i: Inputs): GeneralInterest | undefined {
  const rate = i.general_daily ?? i.general_annual;
  if (rate == null || i.general_start == null) return undefined;
  const per = i.general_daily == null ? 'year' : 'day';
  const basis = i.basis == null ? {} : { basisDays: Number(i.basis) as 360 | 365 };
  return { rate: { ...ratio(String(rate)), per }, start: dayOf(i.general_start), ...basis };
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
      : { mode: 'share', share: ratio(String(i.value)), ...cap };
  const result = bountyOf(promise, fenOf(i.realized), (i.informants ?? undefined) as Informant[] | undefined);
  return { bounty: yuan(result.bounty), to: result.payee, applicant_net: yuan(result.creditorNet) };
}

/** Some flags are named in the README by their sense alone, so they are found by the word in them. */
const flag = (i: Inputs, word: RegExp): boolean =>
  Object.entries(i).some(([name, value]) => value === true && word.test(name));

function canList(i: Inputs): string {
  const answer = mayBeListed({
    enforcementFiled: i.enforcement_filed === true,
    noticeServed: i.notice_served === true,
    reason: Number(i.reason) as ListingReason,
    minor: flag(i, /minor/),
    fullySecured: flag(i, /secur|guarant/),
    enoughSeized: flag(i, /seiz|enough|controlled/),
    laterInOrder: flag(i, /order|later/),
    creditorAsksToDefer: flag(i, /defer/),
    studentCampusLoan: flag(i, /student|campus/),
  });
  return LISTING_WORDS[answer];
}

const GROUNDS: readonly [RegExp, DelistingGround][] = [
  [/expire|term_over|term_end|ended_term/, 'term-expired'],
  [/settle/, 'settlement-performed'],
  [/performed|fulfil|paid/, 'performed'],
  [/applicant|creditor|request|agree/, 'creditor-asks'],
  [/search|no_property|zhongben|check/, 'searched-in-vain'],
  [/retrial|bankrupt|stay|suspend/, 'stayed'],
  [/not_enforce|refus/, 'not-enforceable'],
  [/terminat|ended|closed/, 'enforcement-ended'],
];

function delist(i: Inputs): unknown {
  const hasTerm = i.term_years != null;
  const ground = GROUNDS.find(([word]) => flag(i, word))?.[1] ?? null;
  const listed = optionalDay(i.listed ?? i.listed_on ?? i.start);
  const day = optionalDay(i.event ?? i.on);
  const expiry = hasTerm && listed ? listingExpires(listed, Number(i.term_years)) : undefined;
  const expired = expiry !== undefined && (day === undefined || day >= expiry);
  const event = expired ? { ground: 'term-expired' as const, day: expiry } : ground && day && { ground, day };
  const { answer, by } = mustBeDelisted(event || null, hasTerm);
  return { action: DELISTING_WORDS[answer], by };
}

function zhongben(i: Inputs): string[] {
  const gates = closedGates({
    filed: dayOf(i.filed),
    on: dayOf(i.on),
    propertyUndisposed: i.property_undisposed === true,
    debtorVisited: i.visited === true,
    creditorInterviewed: i.applicant_interviewed === true,
    noticeAndReportOrder: i.notice_and_report_order !== false,
    consumptionOrder: i.consumption_order !== false,
    cluesOpen: i.clues_open === true,
  });
  return gates.map((gate) => GATE_WORDS[gate]);
}

function served(i: Inputs): string {
  const answer = serviceOf(i.document_sent === true, attemptOf(i));
  if (answer.served === 'no') return answer.because ? SERVICE_WORDS[answer.because] : 'NO';
  const word = answer.served === 'presumed' ? 'PRESUMED' : 'YES';
  return answer.on === null ? word : `${word}@${answer.on}`;
}

function attemptOf(i: Inputs): Attempt {
  const mediation = flag(i, /mediation/) || Object.values(i).some((v) => v === 'mediation' || v === '调解书');
  switch (i.channel) {
    case 'leave':
      return {
        channel: 'leave',
        refused: i.refused === true,
        villageWitness: flag(i, /witness/),
        recorded: flag(i, /record|video|photo/),
        mediation,
      };
    case 'public':
    case 'announcement':
    case 'public_notice':
      return {
        channel: 'public-notice',
        published: optionalDay(i.published),
        simplifiedProcedure: flag(i, /simpl/),
      };
    case 'direct':
    case 'mail':
      return { channel: 'in-person', signed: i.signed === true ? null : optionalDay(i.signed) };
    default:
      return {
        channel: 'electronic',
        consent: i.consent === true,
        confirmedAddress: i.confirmed_address === true,
        arrived: optionalDay(i.arrived),
        replied: optionalDay(i.replied),
        read: optionalDay(i.read),
      };
  }
}

function seizedKind(word: string): SeizedKind {
  const kind = SEIZED_WORDS.find(([name]) => word.includes(name))?.[1];
  if (!kind) throw new RangeError('no kind of property that can be seized');
  return kind;
}

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
