import { type Citation, cite } from './citation';
import { CONSUMPTION_RESTRICTION } from './sources';

export const RESTRICTION: Citation = cite(CONSUMPTION_RESTRICTION, '第一条', 'read');
export const LIFTING: Citation = cite(CONSUMPTION_RESTRICTION, '第九条', 'read');

export interface RestrictionFacts {
  enforcementFiled: boolean;
  /** The time that the execution notice gave has passed without performance. */
  noticePeriodPassed: boolean;
  /** On the list of dishonest judgment debtors. */
  listed: boolean;
}

/**
 * Whether consumption is restricted. Before the execution notice's own time has passed it cannot be.
 *
 * Filed, notice period passed, not listed: `may`; listed: `must`.
 */
export function restrictionOf(facts: RestrictionFacts): 'not-filed' | 'too-early' | 'may' | 'must' {
  if (!facts.enforcementFiled) return 'not-filed';
  if (facts.listed) return 'must';
  return facts.noticePeriodPassed ? 'may' : 'too-early';
}

/**
 * Whether a restriction is lifted.
 *
 * Performed in full: `must`; full security, or the creditor agrees: `may`.
 */
export function liftingOf(facts: {
  performed: boolean;
  fullySecured: boolean;
  creditorAgrees: boolean;
}): 'no' | 'may' | 'must' {
  if (facts.performed) return 'must';
  return facts.fullySecured || facts.creditorAgrees ? 'may' : 'no';
}
