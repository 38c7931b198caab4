import type { HttpBindings } from '@hono/node-server';
import type { Arrivals } from './arrivals';
import type { Callbacks } from './callbacks';
import type { Fault, Faults } from './faults';

/** A message that somebody asked to be sent, before anything came of it. */
export interface HeardCall {
  carrier: 'sms' | 'subscribe';
  to: string;
  reference?: string;
  /** What goes wrong with it. */
  fault?: Fault;
  /** Where the answer goes; closed before it is finished when the caller has gone. */
  line: HttpBindings['outgoing'];
}

/** What every carrier's door of the sandbox shares. */
export interface Backstage {
  now: () => Date;
  arrivals: Arrivals;
  faults: Faults;
  heard(call: HeardCall): void;
  callbacks: Callbacks;
  /** Ends the calls that hang. */
  closing: AbortSignal;
  /** A new number of the carrier's own for a message. */
  nextSerial(): string;
}
