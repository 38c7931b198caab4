import { type Day, toEpochDay } from '../day';
import type { DebtTerms, OpenPortion } from './debt';
import { DelayClock } from './delay-clock';
import { type DayRanges, DOUBLED_RATE, stopsTheCount, unionOfDays } from './delayed-interest';
import type { LawSettings } from './settings';
import type { GeneralInterest, StatementInput } from './statement';

const NEVER_LATE = Number.POSITIVE_INFINITY;
const FOR_EVER = '9999-12-31' as Day;
const USUAL_CLOCK = new DelayClock(DOUBLED_RATE, []);

export interface StatementTerms extends DebtTerms {
  /** The debt as a whole is late on the days after this one. */
  lateAfter: number;
}

/** Turns what a case records into what the ledger counts with. */
export function termsOf(input: StatementInput, settings: LawSettings): StatementTerms {
  const portions = portionsOf(input, settings);
  const lateAfter = Math.min(NEVER_LATE, ...portions.map((portion) => portion.lateAfter));
  return {
    costs: input.costs,
    costsLateAfter: costsLateAfter(input, settings, lateAfter),
    portions,
    general: input.general && generalOf(input.general, settings),
    clock: clockOf(input, settings),
    lateAfter,
  };
}

/** Earliest due first: a payment reaches the oldest instalment before the next. */
function portionsOf(input: StatementInput, settings: LawSettings): OpenPortion[] {
  const portions = input.portions.map(({ principal, expiry }) => ({
    principal,
    lateAfter: input.mediationPenaltyPaid ? NEVER_LATE : lateAfter(expiry, settings),
  }));
  return portions.length < 2 ? portions : portions.sort(byLateness);
}

const byLateness = (a: OpenPortion, b: OpenPortion): number =>
  a.lateAfter < b.lateAfter ? -1 : a.lateAfter > b.lateAfter ? 1 : 0;

function lateAfter(expiry: Day | null, settings: LawSettings): number {
  if (expiry === null) return NEVER_LATE;
  return toEpochDay(expiry) - (settings.expiryDayCounts ? 1 : 0);
}

function costsLateAfter(input: StatementInput, settings: LawSettings, earliest: number): number {
  if (!settings.doubledBaseIncludesCosts || input.mediationPenaltyPaid) return NEVER_LATE;
  return input.costsExpiry === undefined ? earliest : lateAfter(input.costsExpiry, settings);
}

function generalOf({ rate, basisDays, start }: GeneralInterest, settings: LawSettings): DebtTerms['general'] {
  const days = rate.per === 'day' ? 1 : (basisDays ?? settings.daysAYear);
  return {
    lastFreeDay: toEpochDay(start) - 1,
    weight: rate.numerator,
    denominator: rate.denominator * days,
  };
}

function clockOf(input: StatementInput, settings: LawSettings): DelayClock {
  const stopped = stoppedDays(input, settings);
  if (stopped.length === 0 && !input.doubledRate) return USUAL_CLOCK;
  return new DelayClock(input.doubledRate ?? DOUBLED_RATE, stopped);
}

const NONE: DayRanges = [];

function stoppedDays(input: StatementInput, settings: LawSettings): DayRanges {
  const { suspensions, bankruptcyAccepted } = input;
  if (!suspensions?.length && !bankruptcyAccepted) return NONE;
  const stopped: { from: Day; to: Day }[] =
    suspensions?.filter((s) => stopsTheCount(s, settings.settlementDaysExcluded)) ?? [];
  if (bankruptcyAccepted) stopped.push({ from: bankruptcyAccepted, to: FOR_EVER });
  return unionOfDays(stopped);
}
