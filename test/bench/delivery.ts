import { sql } from 'kysely';
import type { App } from '../../cloudfunctions/server/app';
import { deliverNotices } from '../../cloudfunctions/server/sweeps/deliver-notices';
import { planDueReminders } from '../../cloudfunctions/server/sweeps/plan-reminders';
import type { Bench } from './bench';
import type { Book, DueCases } from './book';
import type { Cost } from './cpu';
import { peers } from './peers';

const SIZES = [30_000, 150_000] as const;

/** (c) the whole state machine, receipts and audit on, against queues that only fetch and complete. */
export async function benchDelivery(bench: Bench, { app, due }: Book): Promise<void> {
  const perNotice: number[] = [];
  for (const size of SIZES) {
    await fillOutbox(app, due, size);
    const ours = await deliver(bench, app, size);
    perNotice.push(ours);
    bench.note(`${size} notices: ours ${Math.round(ours)} µs CPU each`);
    for (const { name, most, run } of peers) {
      const theirs = await run(bench, size);
      if (theirs === null) {
        bench.note(`${name}: skipped, its server is not on this machine`);
        continue;
      }
      bench.note(`${size} jobs: ${name} ${Math.round(theirs)} µs CPU each`);
      bench.atMost(`deliver ${size}: CPU against ${name}`, ours / theirs, most);
    }
  }
  bench.atMost('deliver: CPU a notice, 150,000 against 30,000', perNotice[1]! / perNotice[0]!, 1.1);
}

/** Exactly so many wait in the outbox. */
export async function fillOutbox(app: App, due: DueCases, size: number): Promise<void> {
  await sql`truncate outbox, told_today`.execute(app.db);
  await due.make(Math.ceil(size / 1.4));
  await planDueReminders(app);
  await sql`
    delete from outbox where (court_id, notice_id) in (select court_id, notice_id from outbox offset ${size})`.execute(
    app.db,
  );
  await sql`vacuum analyze outbox, notices, told_today, access_codes, carrier_serials`.execute(app.db);
}

async function deliver(bench: Bench, app: App, size: number): Promise<number> {
  const totals = { delivered: 0, failed: 0, unknown: 0, suppressed: 0 };
  const cost: Cost = await bench.measure(() => deliverNotices(app, 'run_bench', totals));
  if (totals.delivered !== size) throw new Error(`${totals.delivered} of ${size} notices were delivered`);
  return (cost.cpuMs * 1000) / size;
}
