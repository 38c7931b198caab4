import type { Arrivals } from './arrivals';
import type { Faults } from './faults';

/** What every carrier's door of the sandbox shares. */
export interface Backstage {
  now: () => Date;
  arrivals: Arrivals;
  faults: Faults;
  /** Ends the calls that hang. */
  closing: AbortSignal;
  /** A new number of the carrier's own for a message. */
  nextSerial(): string;
}
