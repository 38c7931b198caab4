import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbedded } from '../../cloudfunctions/host/embedded-postgres';
import { migrate } from '../../cloudfunctions/server/storage/migrate';
import { benchApp } from './app';
import { Bench, postmasterOf } from './bench';
import { type Book, DueCases, fillBook } from './book';
import { benchChat } from './chat';
import { benchDelivery } from './delivery';
import { benchLaw } from './law';
import { benchPlannerMemory } from './memory';
import { benchPlanning } from './planning';
import { benchRate } from './rate';
import { withWorkers } from './workers';

/** `npm run bench [-- --json FILE]`: ratios measured side by side in one run, CPU before wall time. */
const { values } = parseArgs({ options: { json: { type: 'string' } } });

const folder = await mkdtemp(join(tmpdir(), 'zhiqian-bench-'));
await chmod(folder, 0o755);
const server = await startEmbedded(join(folder, 'postgres'), {
  fsync: false,
  settings: [
    'shared_buffers=512MB',
    'max_wal_size=8GB',
    'autovacuum=off',
    'maintenance_work_mem=256MB',
    // A book that is made and filled in one transaction needs no log of it.
    'wal_level=minimal',
    'max_wal_senders=0',
  ],
});
const adminUrl = server.urlOf('postgres');
const bench = new Bench(adminUrl, [await postmasterOf(adminUrl)]);

async function openBook(name: string, size: number): Promise<Book> {
  const url = await bench.freshDatabase(name);
  const app = benchApp(url);
  await migrate(app.db, 'cloudfunctions/server/storage/migrations');
  await fillBook(app, size);
  return { app, url, size, due: new DueCases(app.db) };
}

try {
  benchLaw(bench);
  const [small, big] = await Promise.all([
    openBook('bench_small', 100_000),
    openBook('bench_big', 1_000_000),
  ]);
  await benchPlanning(bench, small, big);
  await benchDelivery(bench, big);
  await withWorkers(async (work) => {
    await benchPlannerMemory(bench, work, small, big);
    await benchRate(bench, work, big);
  });
  await small.app.db.destroy();
  await big.app.db.destroy();
  await benchChat(bench);
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
if (values.json) await writeFile(values.json, `${JSON.stringify(bench.figures, null, 2)}\n`);
console.log(`${bench.figures.filter(({ met }) => met).length} of ${bench.figures.length} targets met`);
