import type { Reason, Receipt } from './channel';

/** What speaks of the carrier or of our account with it, and not of one message: trying the next is no use either. */
const OF_THE_CARRIER: ReadonlySet<string> = new Set<Reason>([
  'account',
  'banned',
  'carrier-busy',
  'carrier-closed',
  'clock',
  'credentials',
  'misconfigured',
  'region',
  'signature',
  'token',
  'unreachable',
]);

/** Nothing left, and it is no fault of the message: it costs the message no attempt. */
export const isCarrierTrouble = ({ outcome, reason }: Receipt): boolean =>
  outcome === 'temporary' && reason !== undefined && OF_THE_CARRIER.has(reason);

/** The carrier took the call and nobody knows what came of it. */
export const isCut = ({ outcome, reason }: Receipt): boolean =>
  outcome === 'unknown' &&
  (reason === 'timed-out' || reason === 'connection-lost' || reason === 'carrier-fault');
