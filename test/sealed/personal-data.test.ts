import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seedCounty } from '../../cloudfunctions/host/seed';
import { SEALED } from '../../cloudfunctions/server/sensitive';
import { runSweep } from '../../cloudfunctions/server/sweeps/run-sweep';
import { PERSONAL_DATA, sealedColumns } from '../../shared/cases/personal-data';
import { createWorld, type World } from '../world';
import { SOUNDS_PERSONAL_BUT_IS_NOT, WITHOUT_PERSONAL_DATA } from './columns-without';
import { createFinder, type Finder } from './finder';

/** The registry of personal data against a database with a county's history, and against the log. */

let world: World;
let columns: { table: string; column: string; type: string }[];
const logged: unknown[] = [];

beforeAll(async () => {
  world = await createWorld('2026-03-02T01:30:00Z');
  world.app.log = (line) => logged.push(line);
  await seedCounty(world.app, world.app.now());
  const { rows } = await sql<(typeof columns)[number]>`
    select table_name as table, column_name as column, data_type as type from information_schema.columns
    where table_schema = 'public' order by 1, 2`.execute(world.db);
  columns = rows;
}, 300_000);
afterAll(() => world.close());

const at = ({ table, column }: { table: string; column: string }) => `${table}.${column}`;
const isRegistered = (name: string) => Object.hasOwn(PERSONAL_DATA, name);
const isText = (type: string) => /text|char|json|ARRAY|bytea|xml/.test(type);
const isId = (column: string) => /_ids?$/.test(column);

describe('every column that could hold something of a person', () => {
  test('is in the registry, or in the list of those that do not', () => {
    const unknown = columns.filter(({ table, column, type }) => {
      const isClean = isId(column) || WITHOUT_PERSONAL_DATA[table]?.split(' ').includes(column);
      return isText(type) && !isClean && !isRegistered(at({ table, column }));
    });
    expect(unknown.map(at)).toEqual([]);
  });

  test('is in the registry where its name sounds so, whatever its type', () => {
    const sounds =
      /(^|_)(name|phone|phones|mobile|id_number|address|bank|card|birth|birthday|email|openid|note|text|password|secret|official|device)(_|$)/;
    const unknown = columns.filter(
      (one) => sounds.test(one.column) && !isRegistered(at(one)) && !SOUNDS_PERSONAL_BUT_IS_NOT.has(at(one)),
    );
    expect(unknown.map(at)).toEqual([]);
  });

  test('and the registry and the list name no column that is not there, and none twice', () => {
    const there = new Set(columns.map(at));
    const listed = Object.entries(WITHOUT_PERSONAL_DATA).flatMap(([table, names]) =>
      names
        .split(' ')
        .filter(Boolean)
        .map((column) => `${table}.${column}`),
    );
    const named = [...Object.keys(PERSONAL_DATA), ...listed, ...SOUNDS_PERSONAL_BUT_IS_NOT];
    expect(named.filter((name) => !there.has(name))).toEqual([]);
    expect(listed.filter(isRegistered)).toEqual([]);
  });

  test('is sealed when its name says so, by a seal that the vault knows', () => {
    const sealed = columns.filter(({ column }) => column.endsWith('_sealed')).map(at);
    expect(sealed.filter((name) => !PERSONAL_DATA[name]?.seal)).toEqual([]);
    const seals = new Set<string>(Object.values(SEALED));
    expect(sealedColumns().filter(({ field }) => field.seal && !seals.has(field.seal))).toEqual([]);
  });

  test('says what it is for, who sees it, and how long it is kept', () => {
    const wrong = Object.entries(PERSONAL_DATA).filter(
      ([, { what, purpose, seenBy, shown, keep }]) =>
        !what ||
        !purpose ||
        keep.days < 1 ||
        (seenBy.length === 0 && shown === 'whole' && what !== '是否公职人员'),
    );
    expect(wrong).toEqual([]);
  });
});

describe('with a county’s history in it', () => {
  let finder: Finder;
  beforeAll(async () => {
    finder = await createFinder(world);
  });

  test('the county has people enough to look for', () => {
    expect(finder.people).toBeGreaterThan(500);
    expect(finder.find('致 19900001234 的短信')).toEqual(['19900001234']);
  });

  test('no column outside the registry holds a name, a number or an address', async () => {
    const found = await foundIn(
      ({ table, column, type }) => isText(type) && !isRegistered(at({ table, column })),
    );
    expect(found).toEqual([]);
  });

  test('no sealed column and no index holds one in clear', async () => {
    const shut = (name: string) => PERSONAL_DATA[name]?.seal || PERSONAL_DATA[name]?.what.includes('摘要');
    expect(await foundIn((one) => Boolean(shut(at(one))))).toEqual([]);
  });

  test('what is kept to take an import back has its numbers sealed', async () => {
    const found = await foundIn((one) => at(one) === 'import_changes.before');
    expect(found.filter((line) => /\d{11}/.test(line))).toEqual([]);
  });

  async function foundIn(isMeant: (one: (typeof columns)[number]) => boolean): Promise<string[]> {
    const lines: string[] = [];
    for (const one of columns.filter(isMeant)) {
      const { rows } = await sql<{ value: string }>`
        select distinct ${sql.ref(one.column)}::text as value from ${sql.table(one.table)}
        where ${sql.ref(one.column)} is not null`.execute(world.db);
      const found = new Set(rows.flatMap(({ value }) => finder.find(value)));
      if (found.size > 0) lines.push(`${at(one)} holds ${[...found].slice(0, 3).join(', ')}`);
    }
    return lines;
  }

  test('no line of the log holds one, whatever goes wrong', async () => {
    await makeTrouble();
    expect(logged.length).toBeGreaterThan(1);
    expect(finder.find(JSON.stringify(logged))).toEqual([]);
  });
});

/** Carriers whose errors quote the number, and a database whose errors quote the row. */
async function makeTrouble(): Promise<void> {
  const shout = async (message: { to: string }) => {
    throw new Error(`cannot reach ${message.to}`);
  };
  world.app.channels = { sms: { send: shout }, subscribe: { send: shout } } as never;
  world.setNow('2026-03-20T02:00:00Z');
  await runSweep(world.app).catch(() => {});
  const party = await world.db
    .selectFrom('parties')
    .selectAll()
    .where('side', '=', 'obligor')
    .where('phone_sealed', 'is not', null)
    .limit(1)
    .executeTakeFirstOrThrow();
  await sql`alter table parties add constraint never check (contact_source is null) not valid`.execute(
    world.db,
  );
  const clerk = await world.db
    .selectFrom('role_grants')
    .select('account_id')
    .where('role', '=', 'clerk')
    .executeTakeFirstOrThrow();
  const correct = await (await world.as(clerk.account_id)).asks('correct-contact', {
    partyId: party.party_id,
    phone: '19900001234',
    source: `${party.name}的亲属`,
  });
  expect(correct).toMatchObject({ ok: false, fault: expect.anything() });
}
