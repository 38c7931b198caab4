import type { Day } from '../day';
import { type Citation, cite } from './citation';
import type { Calendar } from './holidays';
import { naturalEnd, workingDaysAfter } from './periods';
import { DISHONEST_LIST, GOOD_FAITH } from './sources';

export const LISTING: Citation = cite(DISHONEST_LIST, '第一条、第二条、第五条', 'read');
export const MINORS: Citation = cite(DISHONEST_LIST, '第四条', 'read');
export const NOT_UNWILLING: Citation = cite(DISHONEST_LIST, '第三条', 'read');
export const DELETION: Citation = cite(DISHONEST_LIST, '第十条', 'read');
export const GOOD_FAITH_LISTING: Citation = cite(GOOD_FAITH, '第十六条', 'recalled');
export const STUDENT_LOANS: Citation = cite(GOOD_FAITH, '第十六条', 'read');

/** The six grounds of article 1: 1 able but refusing … 4 property report … 6 settlement not kept. */
export type ListingReason = 1 | 2 | 3 | 4 | 5 | 6;

export interface ListingFacts {
  enforcementFiled: boolean;
  noticeServed: boolean;
  reason: ListingReason;
  minor?: boolean;
  fullySecured?: boolean;
  enoughSeized?: boolean;
  laterInOrder?: boolean;
  creditorAsksToDefer?: boolean;
  studentCampusLoan?: boolean;
}

export type ListingAnswer =
  | 'not-filed'
  | 'no-notice'
  | 'minor'
  | 'not-unwilling'
  | 'good-faith'
  | 'review-student'
  | 'president-decides';

/**
 * Whether a judgment debtor may be put on the list of dishonest judgment debtors. Before enforcement is
 * filed and notified nobody may; a yes is never more than a proposal to the court president.
 *
 * Reason 4, filed and notified: `president-decides`; the same of a minor: `minor`.
 */
export function mayBeListed(facts: ListingFacts): ListingAnswer {
  if (!facts.enforcementFiled) return 'not-filed';
  if (!facts.noticeServed) return 'no-notice';
  if (facts.minor) return 'minor';
  if (facts.reason === 1 && (facts.fullySecured || facts.enoughSeized || facts.laterInOrder)) {
    return 'not-unwilling';
  }
  const mildGround = facts.reason === 1 || facts.reason === 6;
  if (mildGround && (facts.enoughSeized || facts.creditorAsksToDefer)) return 'good-faith';
  return facts.studentCampusLoan ? 'review-student' : 'president-decides';
}

/** The first seven are the grounds of article 10. */
export type DelistingGround =
  | 'performed'
  | 'settlement-performed'
  | 'creditor-asks'
  | 'searched-in-vain'
  | 'stayed'
  | 'not-enforceable'
  | 'enforcement-ended'
  | 'term-expired';

export interface DelistingEvent {
  ground: DelistingGround;
  day: Day;
}

export interface DelistingAnswer {
  answer: 'must' | 'may-early' | 'no';
  /** The last day for a deletion that must happen. */
  by: Day | null;
}

const WORKING_DAYS = 3;
const NO: DelistingAnswer = { answer: 'no', by: null };

/**
 * Whether a listing must be deleted, and by when: within three working days. A listing without a term
 * (reason 1) ends on any ground of article 10; one with a term only when the term expires, though who
 * has performed may be deleted early by decision. Throws an UnknownYearError.
 *
 * Reason 1, performed on 2026-09-30: by 2026-10-10. With a term: `may-early`.
 */
export function mustBeDelisted(
  event: DelistingEvent | null,
  hasTerm: boolean,
  calendar?: Calendar,
): DelistingAnswer {
  if (event === null) return NO;
  const expired = event.ground === 'term-expired';
  if (expired === hasTerm) {
    return { answer: 'must', by: workingDaysAfter(event.day, WORKING_DAYS, calendar) };
  }
  const performed = event.ground === 'performed' || event.ground === 'settlement-performed';
  return hasTerm && performed ? { answer: 'may-early', by: null } : NO;
}

/**
 * The day on which a listing with a term expires; it never rolls past rest days.
 *
 * Listed on 2024-05-06 for two years: 2026-05-06, hence deleted by 2026-05-09.
 */
export function listingExpires(listedOn: Day, years: number): Day {
  return naturalEnd(listedOn, years, 'year');
}

export const GRACE: Citation = cite(GOOD_FAITH, '第十五条', 'read');

/**
 * The last day of a period of grace of one to three months, during which a listing is decided but not
 * published. A longer or shorter one is refused by the type.
 *
 * Given on 2026-01-31, one month: 2026-02-28.
 */
export function graceEnds(givenOn: Day, months: 1 | 2 | 3): Day {
  return naturalEnd(givenOn, months, 'month');
}
