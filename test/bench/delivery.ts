import { sql } from 'kysely';
import type { App } from '../../cloudfunctions/server/app';
import { deliverNotices } from '../../cloudfunctions/server/sweeps/deliver-notices';
import type { Bench } from './bench';
import { type Book, NOW } from './book';
import type { Cost } from './cpu';
import { peers } from './peers';

const FEW = 30_000;
const MANY = 150_000;
const WARM_UP = 3_000;
const AN_HOUR_MS = 3_600_000;

/**
 * (c) the whole state machine, receipts and audit on, against queues that only fetch and complete. What is sent is
 * what the planner left in the outbox.
 */
export async function benchDelivery(bench: Bench, { app }: Book): Promise<void> {
  await leaveWaiting(app, MANY + 2 * WARM_UP);
  await send(bench, app, WARM_UP);
  const ofMany = await deliver(bench, app, MANY);
  const ours = await deliver(bench, app, FEW);
  bench.atMost(`deliver: CPU a notice, while ${MANY} wait against ${FEW}`, ofMany / ours, 1.1);
  // Theirs are measured with the few alone: with the many a job costs them as much, or more.
  for (const { name, most, run } of peers) {
    const theirs = await run(bench, FEW);
    if (theirs === null) {
      bench.note(`${name}: skipped, its server is not on this machine`);
      continue;
    }
    bench.note(`${FEW} jobs: ${name} ${Math.round(theirs)} µs CPU each`);
    bench.atMost(`deliver ${FEW}: CPU against ${name}`, ours / theirs, most);
  }
}

/** Of what waits, so many; and nobody was told anything today. */
export async function leaveWaiting(app: App, size: number): Promise<void> {
  await sql`truncate told_today`.execute(app.db);
  await sql`
    delete from outbox where (court_id, notice_id) in (select court_id, notice_id from outbox offset ${size})`.execute(
    app.db,
  );
  await sql`vacuum analyze outbox, notices, told_today, access_codes, carrier_serials`.execute(app.db);
}

/** CPU in µs of each of FEW messages while so many wait. */
async function deliver(bench: Bench, app: App, waiting: number): Promise<number> {
  await leaveWaiting(app, waiting);
  const { cpuMs, wallMs, sent } = await send(bench, app, FEW);
  const each = (cpuMs * 1000) / sent;
  bench.note(
    `${sent} of ${waiting} notices: ours ${Math.round(each)} µs CPU each, in ${Math.round(wallMs)} ms`,
  );
  return each;
}

/** A sweep that ends with the handful in which it has sent so many; it leaves the rest to the next after its time. */
async function send(bench: Bench, app: App, count: number): Promise<Cost & { sent: number }> {
  const totals = { delivered: 0, failed: 0, unknown: 0, suppressed: 0 };
  const now = () => new Date(NOW.getTime() + (totals.delivered >= count ? AN_HOUR_MS : 0));
  const cost = await bench.measure(() => deliverNotices({ ...app, now }, 'run_bench', totals));
  if (totals.delivered < count) throw new Error(`${totals.delivered} of ${count} notices were delivered`);
  return { ...cost, sent: totals.delivered };
}
