import { type Day, toEpochDay } from '../day';
import { type Fen, fen } from '../money';
import type { Citation } from './citation';
import type { Versions } from './dated';
import { Debt, type Heads } from './debt';
import type { Suspension } from './delayed-interest';
import type { Ratio } from './exact';
import { DEFAULT_SETTINGS, type LawSettings } from './settings';
import { citationsOf, remarksOf, type StatementRemark } from './statement-basis';
import { type StatementTerms, termsOf } from './statement-terms';

/** One instalment, or the whole debt. `expiry` is null where the instrument fixes no performance period. */
export interface Portion {
  principal: Fen;
  expiry: Day | null;
}

/** Interest under the instrument itself, simple, on the principal that is outstanding, `start` included. */
export interface GeneralInterest {
  rate: { numerator: number; denominator: number; per: 'day' | 'year' };
  basisDays?: 360 | 365;
  start: Day;
}

export interface StatementInput {
  costs: Fen;
  /** The day after which unpaid costs are late; without it, the earliest expiry among the portions. */
  costsExpiry?: Day;
  portions: readonly Portion[];
  general?: GeneralInterest;
  payments: readonly { day: Day; amount: Fen | 'settle' }[];
  /** The day to which the statement runs; without it, the day of the last payment. Later payments are left out. */
  asOf?: Day;
  suspensions?: readonly Suspension[];
  settings?: LawSettings;
  /** The obligor has borne the liability that the mediation statement itself provides. */
  mediationPenaltyPaid?: boolean;
  /** From this day the doubled part can no longer be claimed in bankruptcy. */
  bankruptcyAccepted?: Day;
  /** Another table of the daily rate: the same case under another state of the law. */
  doubledRate?: Versions<Ratio>;
}

export interface StatementLine {
  day: Day;
  paid: Fen;
  /** Days of delay since the payment before, or since the expiry. */
  delayDays: number;
  toCosts: Fen;
  toGeneral: Fen;
  toPrincipal: Fen;
  toDoubled: Fen;
  surplus: Fen;
  /** What is owed after this payment. */
  left: Heads;
}

export interface Statement {
  lines: StatementLine[];
  /** Null where there was neither a payment nor a day asked for. */
  asOf: Day | null;
  left: Heads & { total: Fen };
  /** What the next unpaid day adds to the doubled part, and to the general interest. */
  dailyDoubled: Fen;
  dailyGeneral: Fen;
  remarks: StatementRemark[];
  citations: Citation[];
}

/**
 * Each payment goes to costs, then general interest, then principal (earliest due first), then the
 * doubled part; what is left over is a surplus to give back.
 *
 * 100,000 yuan and 2,300 costs expired on 2025-03-10. After 100 days 50,000 are paid: 2,300 to costs,
 * 47,700 to principal. After 100 more days the rest: doubled part 1,790.25 + 915.25 = 2,705.50 yuan.
 */
export function computeStatement(input: StatementInput): Statement {
  const settings = input.settings ?? DEFAULT_SETTINGS;
  const terms = termsOf(input, settings);
  const debt = new Debt(terms);
  const payments = paymentsInOrder(input);
  const lines = payments.map((payment) => takePayment(debt, terms, payment));
  const asOf = input.asOf ?? payments.at(-1)?.day ?? null;
  if (asOf !== null) debt.runTo(toEpochDay(asOf));
  const left = debt.owed();
  const nextDay = debt.nextDay();
  return {
    lines,
    asOf,
    left: { ...left, total: fen(left.costs + left.general + left.principal + left.doubled) },
    dailyDoubled: nextDay.doubled,
    dailyGeneral: nextDay.general,
    remarks: remarksOf(input, terms),
    citations: citationsOf(input, settings),
  };
}

type Payment = StatementInput['payments'][number];

function paymentsInOrder({ payments, asOf }: StatementInput): readonly Payment[] {
  const made = asOf === undefined ? payments : payments.filter((payment) => payment.day <= asOf);
  const inOrder = made.every((payment, i) => i === 0 || made[i - 1]!.day <= payment.day);
  return inOrder ? made : [...made].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function takePayment(debt: Debt, terms: StatementTerms, { day, amount }: Payment): StatementLine {
  const today = toEpochDay(day);
  const delayDays = terms.clock.days(Math.max(debt.today, terms.lateAfter), today);
  debt.runTo(today);
  const left = debt.owed();
  const paid = amount === 'settle' ? left.costs + left.general + left.principal + left.doubled : amount;
  const toCosts = Math.min(left.costs, paid);
  const toGeneral = Math.min(left.general, paid - toCosts);
  const toPrincipal = Math.min(left.principal, paid - toCosts - toGeneral);
  const toDoubled = Math.min(left.doubled, paid - toCosts - toGeneral - toPrincipal);
  debt.reduce(toCosts, toGeneral, toPrincipal, toDoubled);
  return {
    day,
    paid: paid as Fen,
    delayDays,
    toCosts: toCosts as Fen,
    toGeneral: toGeneral as Fen,
    toPrincipal: toPrincipal as Fen,
    toDoubled: toDoubled as Fen,
    surplus: (paid - toCosts - toGeneral - toPrincipal - toDoubled) as Fen,
    left: {
      costs: (left.costs - toCosts) as Fen,
      general: (left.general - toGeneral) as Fen,
      principal: (left.principal - toPrincipal) as Fen,
      doubled: (left.doubled - toDoubled) as Fen,
    },
  };
}

export type { Heads } from './debt';
export { HEAD_CITATIONS, type StatementRemark } from './statement-basis';
