import { addDays, type Day } from '../day';
import { type Fen, fen, minFen, ZERO_FEN } from '../money';
import { type Citation, cite } from './citation';
import { type Ratio, shareOf } from './exact';
import type { Calendar } from './holidays';
import { type LastDay, lastDay } from './periods';
import { DEFAULT_SETTINGS, type LawSettings } from './settings';
import { PROPERTY_INVESTIGATION } from './sources';

export const BOUNTY_APPLICATION: Citation = cite(PROPERTY_INVESTIGATION, '第二十一条', 'read');
export const TIP_ORDER: Citation = cite(PROPERTY_INVESTIGATION, '第二十三条', 'read');
export const BOUNTY_PAYOUT: Citation = cite(PROPERTY_INVESTIGATION, '第二十四条', 'read');

/** Days within which the court decides on the application, the day itself not counted. */
const DECISION_DAYS = 10;

/**
 * The last day for the court's decision on an application for a bounty notice (法释〔2017〕8号 第二十一条; past rest days
 * by 民事诉讼法 第八十五条). Where the calendar of that year is not known yet, the natural day, not certain.
 *
 * Applied on 2026-03-02: 2026-03-12. Applied on 2026-09-25: 2026-10-05 is a holiday, hence 2026-10-08.
 */
export const bountyDecisionBy = (applied: Day, calendar: Calendar): LastDay =>
  lastDay(addDays(applied, DECISION_DAYS), calendar);

/** What the notice promises: a share of what is realised, or a fixed sum. */
export type BountyPromise =
  | { mode: 'share'; share: Ratio; cap?: Fen }
  | { mode: 'fixed'; amount: Fen; cap?: Fen };

/** A person whose tip led to the property, in the order of registration. */
export interface Informant {
  id: string;
  seq: number;
  /** The creditor's agent, whoever is bound to report, and others who may not take it. */
  excluded?: boolean;
  /** A village or town liaison, or a grid worker: whether he is bound to report is disputed. */
  liaison?: boolean;
  /** The court released this liaison in writing. */
  released?: boolean;
}

export interface BountyResult {
  bounty: Fen;
  /** The earliest informant who may take it; null where nobody may, or nobody was named. */
  payee: string | null;
  creditorNet: Fen;
  /** Promised, but beyond what was realised: the creditor pays it himself. */
  creditorOwes: Fen;
}

/**
 * The bounty, taken from what was realised for the creditor. Without `informants` it tells the amount
 * that the notice would cost.
 *
 * 20% of 488,000,000 yuan realised: 97,600,000 yuan; 390,400,000 are left to the creditor.
 */
export function bountyOf(
  promise: BountyPromise,
  realized: Fen,
  informants?: readonly Informant[],
  settings: LawSettings = DEFAULT_SETTINGS,
): BountyResult {
  const payee = informants && earliest(informants.filter((informant) => mayTake(informant, settings)));
  const due = realized === 0 || payee === null ? ZERO_FEN : promised(promise, realized);
  const bounty = minFen(due, realized);
  return {
    bounty,
    payee: payee ?? null,
    creditorNet: fen(realized - bounty),
    creditorOwes: fen(due - bounty),
  };
}

function promised(promise: BountyPromise, realized: Fen): Fen {
  const amount = promise.mode === 'fixed' ? promise.amount : shareOf(realized, promise.share);
  return promise.cap === undefined ? amount : minFen(amount, promise.cap);
}

/** Whether this person may take a bounty at all. */
export function mayTake({ excluded, liaison, released }: Informant, settings: LawSettings): boolean {
  if (excluded) return false;
  return !liaison || released === true || settings.liaisonsMayTakeBounty;
}

function earliest(entitled: readonly Informant[]): string | null {
  return entitled.length === 0 ? null : entitled.reduce((a, b) => (b.seq < a.seq ? b : a)).id;
}
