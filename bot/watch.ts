import type { Clock } from './clock';
import type { GatewayName, GatewayState } from './gateways/port';

export interface GatewayReport {
  gateway: GatewayName;
  state: GatewayState;
  /** Since when, ISO 8601. */
  since: string;
}

export interface Watch {
  /** What the gateway's evidence says now. */
  hear(state: GatewayState): void;
  isUp(): boolean;
  stop(): void;
}

/**
 * Tells the server how the gateway is: at each change, and every so often, because silence has to mean something. What
 * could not be told is not kept: the next report says how it is then.
 */
export function createWatch(
  gateway: GatewayName,
  report: (report: GatewayReport) => Promise<unknown>,
  everyMs: number,
  clock: Clock,
): Watch {
  let state: GatewayState = 'down';
  let since = clock.now().toISOString();
  let telling: Promise<unknown> = Promise.resolve();
  const tell = () => {
    const now = { gateway, state, since };
    // In order, so that the last one told is the last one that was.
    telling = telling.then(() => report(now)).catch(() => {});
  };
  const stop = clock.every(everyMs, tell);
  return {
    hear: (heard) => {
      if (heard === state) return;
      state = heard;
      since = clock.now().toISOString();
      tell();
    },
    isUp: () => state === 'up',
    stop,
  };
}
