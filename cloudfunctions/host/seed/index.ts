import type { App } from '../../server/app';
import type { Db, Tx } from '../../server/storage/connect';
import type { Ending } from '../../server/sweeps/settle';
import { createAgenda } from './agenda';
import { enter, importList, type SeedCase } from './book';
import { type County, settleCounty } from './county';
import { plotCounty } from './county-book';
import type { Fates } from './deliveries';
import { createDice } from './dice';
import { lookAtTables, type Played, play } from './history';
import { createPeople } from './people';
import { castPersonas } from './personas';
import { createStage, type Stage } from './stage';
import { tellTips } from './tips';

/** The same county for everybody who starts: one can say "look at case 317". */
const SEED = 20_260_301;

export async function isSeeded(db: Db): Promise<boolean> {
  return (await db.selectFrom('demo_personas').select('persona').executeTakeFirst()) !== undefined;
}

/**
 * The fictional county with a history up to `first`: 400 cases in every state, made by the same handlers that
 * make real ones, with the clock set back. All of it in one transaction: half a county is none.
 */
export function seedCounty(app: App, first: Date): Promise<Played> {
  return app.db.transaction().execute(async (tx) => seedIn(app, tx, first));
}

async function seedIn(real: App, tx: Tx, first: Date): Promise<Played> {
  const stage = createStage(real, tx, createDice(SEED), first);
  const people = createPeople(stage.dice);
  const county = await settleCounty(stage, people);
  const agenda = createAgenda(stage);
  const cast = castPersonas(stage, county, people);
  const plots = [...cast.plots, ...plotCounty(stage, county, people)];
  const cases = plots.map(({ wish, course }, at) => {
    const one = enter(stage, county, wish, 101 + at);
    course({ stage, county, agenda }, one);
    return one;
  });
  const fates: Fates = new Map();
  addLists(stage, county, agenda, cases, fates);
  const played = await play(stage, agenda.days(), fates);
  stage.setNow(first);
  await cast.enrol(county, await tellTips(stage, county, cases));
  await lookAtTables(stage);
  return played;
}

/** The court's lists, in the morning of their days; with them it is fixed whose messages will not arrive. */
function addLists(
  stage: Stage,
  county: County,
  agenda: ReturnType<typeof createAgenda>,
  cases: SeedCase[],
  fates: Fates,
): void {
  for (const day of new Set(cases.map(({ imported }) => imported))) {
    const list = cases.filter(({ imported }) => imported === day);
    agenda.add(
      day,
      'list',
      async () => {
        await importList(stage, county, list);
        for (const one of list) decideFate(cases.indexOf(one), one, fates);
      },
      [8, 8],
    );
  }
}

const ENDINGS: Ending[] = [
  { state: 'permanent', reason: 'number-invalid' },
  { state: 'permanent', reason: 'undelivered' },
  { state: 'opted-out', reason: 'number-blocked' },
  { state: 'unknown', reason: 'timed-out' },
];

/** Every twentieth debtor, but none of the personas': a number that is wrong, refused or in doubt. */
function decideFate(nth: number, one: SeedCase, fates: Fates): void {
  if (nth % 20 === 19) fates.set(one.obligorId, ENDINGS[Math.floor(nth / 20) % ENDINGS.length]!);
}
