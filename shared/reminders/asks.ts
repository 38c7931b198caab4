const MINUTE_MS = 60_000;

/** Two minutes after the call, ten, an hour and six hours; each counted from the ask before it. */
const PAUSES_MINUTES = [2, 8, 50, 300];

/** Milliseconds until a carrier that was asked so often is asked again, or null when it has been asked enough. */
export function pauseBeforeAsk(asks: number): number | null {
  const minutes = PAUSES_MINUTES[asks];
  return minutes === undefined ? null : minutes * MINUTE_MS;
}
