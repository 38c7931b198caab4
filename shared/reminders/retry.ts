const MINUTE_MS = 60_000;

/** How long to wait after the first, second … attempt that failed for the moment. After the fifth we give up. */
const WAITS_MINUTES = [1, 5, 30, 120];

/**
 * Milliseconds until the next attempt, or null when there is none. `chance` in [0, 1) spreads the wait by a
 * fifth either way, so that what failed together does not come back together.
 */
export function waitBeforeRetry(attempts: number, chance: number, carrierAsksSeconds = 0): number | null {
  const minutes = WAITS_MINUTES[attempts - 1];
  if (minutes === undefined) return null;
  const spread = Math.round((minutes * MINUTE_MS * (80 + 40 * chance)) / 100);
  return Math.max(spread, carrierAsksSeconds * 1000);
}
