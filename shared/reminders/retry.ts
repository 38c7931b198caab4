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

const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 10 * MINUTE_MS;

/**
 * Milliseconds for which a carrier rests that let nothing through: 30 seconds, or what it asks for; twice as long
 * each further time; and at most ten minutes, as somebody may have mended it.
 */
export function pauseAfter(failures: number, carrierAsksSeconds?: number): number {
  const first = carrierAsksSeconds ? carrierAsksSeconds * 1000 : FIRST_PAUSE_MS;
  return Math.min(first * 2 ** Math.min(failures - 1, 10), LONGEST_PAUSE_MS);
}
