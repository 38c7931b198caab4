import type { Bench } from './bench';
import type { Book } from './book';
import type { Work } from './workers';

const DUE = 10_000;

/** (e) what a planner weighs at most, as a process of its own. */
export async function benchPlannerMemory(bench: Bench, work: Work, small: Book, big: Book): Promise<void> {
  await small.due.make(DUE);
  const few = await work('plan', small.url);
  await big.due.make(DUE);
  const many = await work('plan', big.url);
  bench.atMost('memory: planner, 10,000 due of 100,000, MB', few.peakMb, 120);
  bench.atMost('memory: planner, 1,000,000 cases against 100,000', many.peakMb / few.peakMb, 1.1);
}
