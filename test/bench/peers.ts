import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Queue, Worker } from 'bullmq';
import { Logger, run as runGraphile, runMigrations } from 'graphile-worker';
import { sql } from 'kysely';
import pg from 'pg';
import PgBoss from 'pg-boss';
import { connect } from '../../cloudfunctions/server/storage/connect';
import type { Bench } from './bench';
import { measure } from './cpu';

interface Peer {
  name: string;
  /** Our CPU against theirs. */
  most: number;
  /** CPU in µs a job of taking and finishing it, or null where its server is absent. */
  run(bench: Bench, size: number): Promise<number | null>;
}

/** Fetch a thousand, complete a thousand. */
async function pgBoss(bench: Bench, size: number): Promise<number> {
  const url = await bench.freshDatabase('bench_pg_boss');
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false });
  await boss.start();
  await boss.createQueue('notices');
  for (let at = 0; at < size; at += 5_000) {
    const jobs = Array.from({ length: Math.min(5_000, size - at) }, (_, n) => ({
      name: 'notices',
      data: payload(at + n),
    }));
    await boss.insert(jobs);
  }
  await vacuum(url);
  const { cpuMs } = await bench.measure(async () => {
    for (;;) {
      const jobs = await boss.fetch('notices', { batchSize: 1_000 });
      if (jobs.length === 0) return;
      await boss.complete(
        'notices',
        jobs.map(({ id }) => id),
      );
    }
  });
  await boss.stop({ graceful: false });
  return (cpuMs * 1000) / size;
}

/** 24 jobs at a time, a local queue of 500. */
async function graphileWorker(bench: Bench, size: number): Promise<number> {
  const url = await bench.freshDatabase('bench_graphile');
  const pool = new pg.Pool({ connectionString: url, max: 28 });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  await runMigrations({ pgPool: pool });
  await pool.query(
    `select graphile_worker.add_jobs(array(
       select row('notice', json_build_object('noticeId', 'notice_' || n, 'phone', '19900000001'), null, null, null, null, null, null)::graphile_worker.job_spec
       from generate_series(1, $1::int) n))`,
    [size],
  );
  await vacuum(url);
  let done = 0;
  let finished: () => void = () => {};
  const all = new Promise<void>((resolve) => {
    finished = resolve;
  });
  const { cpuMs } = await bench.measure(async () => {
    const runner = await runGraphile({
      pgPool: pool,
      noHandleSignals: true,
      preset: { worker: { concurrentJobs: 24, localQueue: { size: 500 }, completeJobBatchDelay: 0 } },
      logger: new Logger(() => () => {}),
      taskList: {
        notice: async () => {
          done += 1;
          if (done === size) finished();
        },
      },
    });
    await all;
    await runner.stop();
  });
  await pool.end();
  return (cpuMs * 1000) / size;
}

/** Redis writes its log every second, as whoever wants no reminder lost has it. */
async function bullMq(bench: Bench, size: number): Promise<number | null> {
  const redis = await startRedis();
  if (!redis) return null;
  const connection = { host: '127.0.0.1', port: REDIS_PORT, maxRetriesPerRequest: null };
  const queue = new Queue('notices', { connection });
  for (let at = 0; at < size; at += 5_000) {
    await queue.addBulk(
      Array.from({ length: Math.min(5_000, size - at) }, (_, n) => ({
        name: 'notice',
        data: payload(at + n),
      })),
    );
  }
  const { cpuMs } = await measure([...bench.servers, redis.pid!], async () => {
    let done = 0;
    const worker = new Worker(
      'notices',
      async () => {
        done += 1;
      },
      { connection, concurrency: 100, removeOnComplete: { count: 0 } },
    );
    while (done < size) await once(worker, 'completed');
    await worker.close();
  });
  await queue.close();
  redis.kill('SIGKILL');
  return (cpuMs * 1000) / size;
}

export const peers: readonly Peer[] = [
  { name: 'pg-boss', most: 0.55, run: pgBoss },
  { name: 'graphile-worker', most: 0.7, run: graphileWorker },
  { name: 'BullMQ', most: 0.4, run: bullMq },
];

const payload = (n: number) => ({ noticeId: `notice_${n}`, phone: '19900000001', template: 'due-obligor' });

async function vacuum(url: string): Promise<void> {
  const db = connect(url, { max: 1 });
  await sql`vacuum analyze`.execute(db);
  await db.destroy();
}

const REDIS_PORT = 8639;

async function startRedis(): Promise<ChildProcess | null> {
  const flags = [
    '--port',
    String(REDIS_PORT),
    '--appendonly',
    'yes',
    '--appendfsync',
    'everysec',
    '--save',
    '',
  ];
  const redis = spawn('redis-server', [...flags, '--dir', '/tmp'], { stdio: ['ignore', 'pipe', 'ignore'] });
  return new Promise((resolve) => {
    redis.once('error', () => resolve(null));
    redis.stdout!.on('data', (text: Buffer) => {
      if (text.includes('Ready to accept connections')) resolve(redis);
    });
  });
}
