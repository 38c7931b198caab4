import type { Bench } from './bench';
import type { Book } from './book';
import { leaveWaiting } from './delivery';
import type { Work } from './workers';

const RATE = 3_000;
/** Fewer than the planner of the memory's measure has just left. */
const NOTICES = 13_000;
/** A new process runs code that is not compiled yet. */
const WARM_UP_MS = 1_000;
const WORKERS = 4;

/** (d) four processes share what one carrier allows, and (e) what a sender weighs at most. */
export async function benchRate(bench: Bench, work: Work, { app, url }: Book): Promise<void> {
  await leaveWaiting(app, NOTICES);
  const worked = await Promise.all(Array.from({ length: WORKERS }, () => work('deliver', url, RATE)));
  const calls = worked.flatMap((one) => one.calls).sort((a, b) => a - b);
  if (calls.length !== NOTICES) throw new Error(`${calls.length} of ${NOTICES} were called`);
  const share = steadyRate(worked.map((one) => one.calls)) / RATE;
  bench.atLeast('rate: share of 3,000 a second that four workers use', share, 0.97);
  bench.atMost('rate: the worst sliding second against the limit', worstSecond(calls) / RATE, 1.05);
  bench.atMost('memory: sender, MB', Math.max(...worked.map(({ peakMb }) => peakMb)), 150);
}

/** Calls a second while all of them work and are warm: from the last one's first call to the first one's last. */
function steadyRate(workers: readonly (readonly number[])[]): number {
  const from = Math.max(...workers.map((calls) => calls[0]!)) + WARM_UP_MS;
  const to = Math.min(...workers.map((calls) => calls.at(-1)!));
  const within = workers.flat().filter((at) => at >= from && at < to);
  return (within.length * 1000) / (to - from);
}

function worstSecond(calls: readonly number[]): number {
  let worst = 0;
  let first = 0;
  for (let last = 0; last < calls.length; last += 1) {
    while (calls[last]! - calls[first]! >= 1_000) first += 1;
    worst = Math.max(worst, last - first + 1);
  }
  return worst;
}
