import { type Citation, cite } from './citation';
import { PERFORMANCE_CERTIFICATE } from './sources';

/** No national text; the certificate was begun by the courts of Ningbo. */
export const CERTIFICATE: Citation = cite(PERFORMANCE_CERTIFICATE, '自动履行证明书', 'local');

/**
 * Whether a certificate of voluntary performance (自动履行证明书) may be issued: only for full performance,
 * before enforcement, that the creditor confirmed in writing or that came into the court's account.
 *
 * Paid in full, by the debtor's word alone: no.
 */
export function mayCertify(facts: {
  performedInFull: boolean;
  enforcementFiled: boolean;
  creditorConfirmed: boolean;
  paidIntoCourt: boolean;
}): boolean {
  if (!facts.performedInFull || facts.enforcementFiled) return false;
  return facts.creditorConfirmed || facts.paidIntoCourt;
}
