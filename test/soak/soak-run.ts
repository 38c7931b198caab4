import { setTimeout as pause } from 'node:timers/promises';
import type { App } from '../../cloudfunctions/server/app';
import { addDays, type Day, instantOf } from '../../shared/day';
import { type Book, daysOf } from './book';
import type { Clock } from './clock';
import type { Span } from './expected';
import { addExtras, endPlanning, spreadOverDay } from './extras';
import type { Herd, Sweeper } from './herd';
import { nextAsk, nextSend, patiently } from './outbox-watch';
import type { OwnPostgres } from './own-postgres';
import type { Chance } from './random';
import type { SoakCarriers } from './soak-carriers';

export interface Stage {
  app: App;
  book: Book;
  carriers: SoakCarriers;
  chance: Chance;
  clock: Clock;
  herd: Herd;
  postgres: OwnPostgres;
  say(words: string): void;
}

export interface Course {
  span: Span;
  /** Full hours at which something falls due, rising, from 8 to 18. */
  hours: readonly number[];
  kills: number;
  restarts: number;
  extras: { tasks: number; codes: number; news: number };
}

export interface Done {
  kills: number;
  restarts: { at: number; until: number }[];
}

const MINUTE = 60_000;
/** After this nothing is tried any more before the next morning. */
const [LAST_HOUR, LAST_MINUTE] = [19, 50];

/** Day by day, hour by hour: work falls due, sweepers are killed over it, and it comes to rest before the next. */
export async function runCourse(stage: Stage, course: Course, whenAllIsPlanned: () => void): Promise<Done> {
  const { app, clock, say } = stage;
  const done: Done = { kills: 0, restarts: [] };
  const days = daysOf(course.span);
  const waves = days.length * course.hours.length;
  let wave = 0;
  for (const day of days) {
    clock.moveTo(instantOf(day, 7, 30));
    await spreadOverDay(
      app,
      course.hours.map((hour) => hour - 8),
    );
    for (const [index, hour] of course.hours.entries()) {
      wave += 1;
      const upTo = (whole: number) => Math.round((whole * wave) / waves);
      await runWave(stage, course, done, {
        at: instantOf(day, hour),
        until: untilOf(day, course.hours[index + 1]),
        kills: upTo(course.kills) - done.kills,
        restarts: upTo(course.restarts) - done.restarts.length,
      });
    }
    say(
      `${day}: ${done.kills} kills, ${done.restarts.length} restarts, ${stage.carriers.taken.length} taken`,
    );
  }
  await patiently(() => endPlanning(app));
  whenAllIsPlanned();
  await runLastMornings(stage, addDays(course.span.last, 1));
  return done;
}

const untilOf = (day: Day, nextHour: number | undefined) =>
  nextHour ? instantOf(day, nextHour - 1, 58) : instantOf(day, LAST_HOUR, LAST_MINUTE);

interface Wave {
  at: Date;
  until: Date;
  kills: number;
  restarts: number;
}

async function runWave(stage: Stage, course: Course, done: Done, wave: Wave): Promise<void> {
  const { app, book, carriers, chance, clock, herd } = stage;
  await addExtras(app, book, chance, course.span, course.extras);
  clock.moveTo(wave.at);
  const wanted = chance.pick([1, 1, 1, 2, 2, 4]);
  const fill = () => {
    while (herd.alive().length < wanted) herd.start();
  };
  fill();
  const refused = chance.happens(0.1) ? refuseSoon(carriers, chance) : null;
  const blows = shuffled(chance, [
    ...Array(wave.kills).fill('kill'),
    ...Array(wave.restarts).fill('restart'),
  ]);
  for (const [index, blow] of blows.entries()) {
    // Half of the time what the last one left behind has come up again.
    if (index > 0 && chance.happens(0.5)) clock.moveTo(earlier(inMinutes(clock, 11), wave.until));
    await momentToStrike(stage);
    if (blow === 'kill') {
      await herd.kill(chance.pick(herd.alive()));
      done.kills += 1;
    } else await restart(stage, done);
    fill();
  }
  await refused;
  await comeToRest(stage, wave.until);
}

const earlier = (one: Date, other: Date) => (one < other ? one : other);
const inMinutes = ({ now }: Clock, minutes: number) => new Date(now().getTime() + minutes * MINUTE);

function shuffled<T>({ between }: Chance, items: T[]): T[] {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = between(0, at);
    [items[at], items[other]] = [items[other]!, items[at]!];
  }
  return items;
}

async function refuseSoon(carriers: SoakCarriers, chance: Chance): Promise<void> {
  await pause(chance.between(0, 300));
  await carriers.refuse(chance.between(50, 300));
}

async function restart({ chance, postgres }: Stage, done: Done): Promise<void> {
  const at = Date.now();
  await postgres.restart(chance.pick(['fast', 'immediate']));
  done.restarts.push({ at, until: Date.now() });
}

/** At a random one of the next calls, or a random while after a sweeper is there: while it plans, claims or settles. */
async function momentToStrike({ carriers, chance, clock, herd }: Stage): Promise<void> {
  const ready = (async () => {
    while (!herd.alive().some(({ isReady }) => isReady)) await herd.anyWord();
  })();
  if (chance.happens(0.4)) {
    await ready;
    await pause(chance.between(0, 250));
    return;
  }
  const nth = carriers.calls.length + chance.between(1, 30);
  const lag = chance.between(0, 12);
  const called = new Promise<void>((resolve) => {
    carriers.onCall((count) => {
      if (count === nth) resolve();
    });
  });
  await ready;
  await Promise.race([called, untilAllIdle({ clock, herd }).catch(() => {})]);
  await pause(lag);
}

/** Until nothing more can be done before that instant; the clock jumps from one thing that waits to the next. */
async function comeToRest(stage: Stage, until: Date, nextOf = nextSend): Promise<void> {
  for (;;) {
    await untilAllIdle(stage);
    const next = await nextOf(stage.app);
    if (next === null || next > until) return;
    stage.clock.moveTo(new Date(Math.max(next.getTime(), stage.clock.now().getTime()) + 1_000));
  }
}

const PATIENCE_MS = 120_000;

async function untilAllIdle({ clock, herd }: Pick<Stage, 'clock' | 'herd'>): Promise<void> {
  const from = Date.now();
  const isIdle = ({ idleAt }: Sweeper) => idleAt === clock.move().move;
  if (herd.alive().length === 0) herd.start();
  while (!herd.alive().every(isIdle)) {
    await Promise.race([herd.anyWord(), pause(1_000)]);
    if (herd.alive().length === 0) throw new Error(`no sweeper lives: ${herd.died.join(', ')}`);
    if (Date.now() - from > PATIENCE_MS) throw new Error('the sweepers do not come to rest');
  }
}

/** What the daily cap or the evening put off comes on the next mornings, and carriers are asked what became of the rest. */
async function runLastMornings(stage: Stage, from: Day): Promise<void> {
  for (let day = from; day <= addDays(from, 8); day = addDays(day, 1)) {
    stage.clock.moveTo(instantOf(day, 8, 0));
    await comeToRest(stage, instantOf(day, LAST_HOUR, LAST_MINUTE), nextOfAny);
    if ((await nextOfAny(stage.app)) === null) return;
  }
}

async function nextOfAny(app: App): Promise<Date | null> {
  const waiting = (await Promise.all([nextSend(app), nextAsk(app)])).filter((at) => at !== null);
  return waiting.length > 0 ? waiting.reduce(earlier) : null;
}
