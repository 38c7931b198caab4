import { sql } from 'kysely';
import type { App } from '../../cloudfunctions/server/app';
import { deliverNotices } from '../../cloudfunctions/server/sweeps/deliver-notices';
import type { Bench } from './bench';
import { type Book, type DueCases, NOW } from './book';
import type { Cost } from './cpu';
import { peers } from './peers';
import { planInSql } from './plan-in-sql';

const FEW = 30_000;
const MANY = 150_000;
const AN_HOUR_MS = 3_600_000;

/** (c) the whole state machine, receipts and audit on, against queues that only fetch and complete. */
export async function benchDelivery(bench: Bench, { app, due }: Book): Promise<void> {
  const ours = await deliver(bench, app, due, FEW);
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
  const ofMany = await deliver(bench, app, due, MANY);
  bench.atMost(`deliver: CPU a notice, while ${MANY} wait against ${FEW}`, ofMany / ours, 1.1);
}

/** Exactly so many wait in the outbox. */
export async function fillOutbox(app: App, due: DueCases, size: number): Promise<void> {
  await sql`truncate outbox, told_today`.execute(app.db);
  await due.make(Math.ceil(size / 1.4));
  await planInSql(app.db);
  await sql`
    delete from outbox where (court_id, notice_id) in (select court_id, notice_id from outbox offset ${size})`.execute(
    app.db,
  );
  await sql`vacuum analyze outbox, notices, told_today, access_codes, carrier_serials`.execute(app.db);
}

/** CPU in µs of each of a sweep's messages while so many wait; it ends when it has sent FEW of them. */
async function deliver(bench: Bench, app: App, due: DueCases, waiting: number): Promise<number> {
  await fillOutbox(app, due, waiting);
  const totals = { delivered: 0, failed: 0, unknown: 0, suppressed: 0 };
  // A sweep leaves the rest to the next after its time.
  const now = () => new Date(NOW.getTime() + (totals.delivered >= FEW ? AN_HOUR_MS : 0));
  const cost: Cost = await bench.measure(() => deliverNotices({ ...app, now }, 'run_bench', totals));
  if (totals.delivered < FEW) throw new Error(`${totals.delivered} of ${waiting} notices were delivered`);
  const each = (cost.cpuMs * 1000) / totals.delivered;
  bench.note(
    `${totals.delivered} of ${waiting} notices: ours ${Math.round(each)} µs CPU each, in ${Math.round(cost.wallMs)} ms`,
  );
  return each;
}
