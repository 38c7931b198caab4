import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { connect } from '../../cloudfunctions/server/storage/connect';
import { migrate } from '../../cloudfunctions/server/storage/migrate';
import { addDays, type Day, instantOf } from '../../shared/day';
import { writeBook } from './book';
import { judge, tally, type Verdict } from './check';
import { createClock } from './clock';
import { bundleSweeper, createHerd } from './herd';
import { watchOutbox } from './outbox-watch';
import { startOwnPostgres } from './own-postgres';
import { chanceFrom } from './random';
import { soakApp } from './soak-app';
import { startSoakCarriers } from './soak-carriers';
import { type Course, runCourse, type Stage } from './soak-run';
import { trouble } from './troubles';

export interface SoakWish {
  notices: number;
  kills: number;
  restarts: number;
  days: number;
  hours: readonly number[];
  seed: number;
  say?: (words: string) => void;
}

export interface Soaked extends Verdict {
  kills: number;
  restarts: number;
  calls: number;
  taken: number;
  faults: Record<string, number>;
}

const FIRST_DAY = '2026-03-02' as Day;
const MIGRATIONS = join(import.meta.dirname, '../../cloudfunctions/server/storage/migrations');

/** Kills sweepers over so many notices, and says what is wrong with what they left. Needs nothing but this machine. */
export async function soak(wish: SoakWish): Promise<Soaked> {
  const folder = await mkdtemp(join(tmpdir(), 'zhiqian-soak-'));
  // As root the server runs as another user, who must be able to enter.
  await chmod(folder, 0o755);
  const ends: (() => Promise<unknown>)[] = [];
  try {
    const soaked = await soakIn(folder, wish, ends);
    if (soaked.problems.length === 0) ends.push(() => rm(folder, { recursive: true, force: true }));
    return soaked;
  } finally {
    for (const end of ends) await end();
  }
}

async function soakIn(folder: string, wish: SoakWish, ends: (() => Promise<unknown>)[]): Promise<Soaked> {
  const { seed, say = () => {} } = wish;
  const chance = chanceFrom(seed);
  const course = courseOf(wish);
  const clock = createClock(instantOf(course.span.first, 7));
  const postgres = await startOwnPostgres(join(folder, 'postgres'));
  ends.unshift(postgres.stop);
  const carriers = await startSoakCarriers(clock);
  ends.unshift(carriers.close);
  const where = { databaseUrl: postgres.url, carriersUrl: carriers.url };
  const app = soakApp(where, clock.now);
  ends.unshift(() => app.db.destroy());
  await prepare(postgres.url);
  await watchOutbox(app);
  const book = await writeBook(app, chance, course.span, Math.round(wish.notices * 0.75));
  const herd = createHerd(await bundleSweeper(folder), where, clock, join(folder, 'sweepers.log'));
  ends.unshift(herd.killAll);
  let isOn = true;
  trouble(carriers, chance, { oneOf: 25, slow: Math.ceil(wish.kills / 6) }, () => isOn);
  const stage: Stage = { app, book, carriers, chance, clock, herd, postgres, say };
  const done = await runCourse(stage, course, () => {
    isOn = false;
  });
  await herd.killAll();
  const verdict = await judge({ app, book, carriers, herd, done, span: course.span });
  return {
    ...verdict,
    kills: done.kills,
    restarts: done.restarts.length,
    calls: carriers.calls.length,
    taken: carriers.taken.length,
    faults: tally(carriers.calls.flatMap(({ fault }) => (fault ? [fault.kind] : []))),
  };
}

async function prepare(databaseUrl: string): Promise<void> {
  const db = connect(databaseUrl, { max: 1 });
  await migrate(db, MIGRATIONS);
  await db.destroy();
}

/** Three quarters are rungs of ladders, a sixth comes from tasks, the rest is asked for and news. */
function courseOf({ notices, kills, restarts, days, hours }: SoakWish): Course {
  const waves = days * hours.length;
  const each = (share: number) => Math.max(1, Math.round((notices * share) / waves));
  return {
    span: { first: FIRST_DAY, last: addDays(FIRST_DAY, days - 1) },
    hours,
    kills,
    restarts,
    extras: { tasks: each(0.07), codes: each(0.05), news: each(0.05) },
  };
}

const HOURS = [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18];

/** `npm run soak`, as long as it takes: `--notices 10000 --kills 200 --restarts 20 --days 16 --seed 1` */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      notices: { type: 'string', default: '10000' },
      kills: { type: 'string', default: '200' },
      restarts: { type: 'string', default: '20' },
      days: { type: 'string', default: '16' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    },
  });
  const { notices, kills, restarts, days, seed } = Object.fromEntries(
    Object.entries(values).map(([name, text]) => [name, Number(text)]),
  ) as Record<keyof typeof values, number>;
  console.log(`seed ${seed}`);
  const from = performance.now();
  const soaked = await soak({ notices, kills, restarts, days, hours: HOURS, seed, say: console.log });
  const { problems, ...numbers } = soaked;
  console.log(
    JSON.stringify({ ...numbers, seconds: Math.round((performance.now() - from) / 1000) }, null, 2),
  );
  for (const problem of problems.slice(0, 50)) console.error(problem);
  console.log(problems.length === 0 ? 'Every notice has one outcome.' : `${problems.length} problems`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

if (import.meta.filename === process.argv[1]) await main();
