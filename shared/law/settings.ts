import { type Citation, cite } from './citation';
import { COURT_FEES, DELAYED_INTEREST, PROPERTY_INVESTIGATION } from './sources';
import { READINGS } from './wording';

/** What a court chooses where courts differ. Every choice is named on the screen with the figure. */
export interface LawSettings {
  /** Whether the court fees that the obligor bears count in the base of the doubled part. */
  doubledBaseIncludesCosts: boolean;
  /** Whether the day on which the performance period expires is itself a day of delay. */
  expiryDayCounts: boolean;
  /** Whether days under a settlement agreement are left out of the doubled part. */
  settlementDaysExcluded: boolean;
  /** Days a year when a yearly rate is turned into days and the instrument is silent. */
  daysAYear: 360 | 365;
  /** Whether the execution fee is counted on the claim or on what was realised. */
  executionFeeOn: 'claim' | 'realized';
  /** Whether delayed interest is part of the amount on which the execution fee is counted. */
  executionFeeIncludesDelayedInterest: boolean;
  /** Whether liaisons and grid workers may take a bounty without a written release by the court. */
  liaisonsMayTakeBounty: boolean;
}

export const DEFAULT_SETTINGS: LawSettings = {
  doubledBaseIncludesCosts: true,
  expiryDayCounts: false,
  settlementDaysExcluded: false,
  daysAYear: 365,
  executionFeeOn: 'claim',
  executionFeeIncludesDelayedInterest: false,
  liaisonsMayTakeBounty: false,
};

const SOURCES = {
  doubledBaseIncludesCosts: [DELAYED_INTEREST, '第一条第三款'],
  expiryDayCounts: [DELAYED_INTEREST, '第二条'],
  settlementDaysExcluded: [DELAYED_INTEREST, '第三条第三款'],
  daysAYear: [DELAYED_INTEREST, '第一条第二款'],
  executionFeeOn: [COURT_FEES, '第十四条第（一）项'],
  executionFeeIncludesDelayedInterest: [COURT_FEES, '第十四条第（一）项'],
  liaisonsMayTakeBounty: [PROPERTY_INVESTIGATION, '第二十四条第三款'],
} as const;

type Readings = { [K in keyof LawSettings]: Record<string, Citation> };

const readings = <K extends keyof LawSettings>(key: K): Record<string, Citation> =>
  Object.fromEntries(
    Object.entries<string>(READINGS[key]).map(([value, words]) => [
      value,
      cite(SOURCES[key][0], SOURCES[key][1], 'disputed', words),
    ]),
  );

const CITATIONS = Object.fromEntries(
  (Object.keys(SOURCES) as (keyof LawSettings)[]).map((key) => [key, readings(key)]),
) as Readings;

/** The citation of a disputed point, with the reading that this court chose. */
export function readingOf<K extends keyof LawSettings>(key: K, value: LawSettings[K]): Citation {
  return CITATIONS[key][String(value)]!;
}
