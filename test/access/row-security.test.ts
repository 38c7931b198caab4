import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCaller } from '../../cloudfunctions/server/caller';
import { createContext } from '../../cloudfunctions/server/context';
import { reachOf } from '../../cloudfunctions/server/reach';
import { confine } from '../../cloudfunctions/server/storage/confine';
import type { Tx } from '../../cloudfunctions/server/storage/connect';
import { createWorld, type World } from '../world';
import { CASES, type Country, createCountry, type Persona } from './people';

/** The database as it answers a handler that forgot to ask whose case it is. */

let world: World;
let country: Country;
beforeAll(async () => {
  world = await createWorld('2026-03-02T01:00:00Z');
  country = await createCountry(world);
});
afterAll(() => world.close());

async function asIn<T>({ accountId }: Persona, work: (tx: Tx) => Promise<T>): Promise<T> {
  const now = world.app.now();
  return world.db.transaction().execute(async (tx) => {
    const account = await tx
      .selectFrom('accounts')
      .select('court_id')
      .where('account_id', '=', accountId!)
      .executeTakeFirstOrThrow();
    const courtId = account.court_id;
    const caller = await loadCaller(tx, { courtId, accountId: accountId! }, now);
    const from = { action: 'get-me', caller, courtId, now, openid: null, clientAddress: '' } as const;
    await confine(tx, reachOf(createContext(world.app, tx, from)));
    return work(tx);
  });
}

const tablesWith = async (column: string) => {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = ${column} order by 1`.execute(world.db);
  return rows.map(({ name }) => name);
};
const signedIn = () => country.people.filter(({ accountId }) => accountId);

describe('without a where clause', () => {
  test('nobody reads a row of another court, in any table', async () => {
    const tables = await tablesWith('court_id');
    expect(tables.length).toBeGreaterThan(30);
    const wrong: string[] = [];
    for (const persona of signedIn()) {
      await asIn(persona, async (tx) => {
        for (const table of tables) {
          const { rows } = await sql<{ strangers: number }>`
            select count(*)::int as strangers from ${sql.table(table)}
            where court_id <> current_setting('zhiqian.court')`.execute(tx);
          if (rows[0]!.strangers > 0) wrong.push(`${persona.name} reads ${table} of another court`);
        }
      });
    }
    expect(wrong).toEqual([]);
  });

  test('everybody reads of the cases exactly his, in every table that hangs on one', async () => {
    const tables = (await tablesWith('case_id')).filter((table) => table !== 'import_changes');
    const caseIds = Object.fromEntries(CASES.map((which) => [country.cases[which].caseId, which]));
    const wrong: string[] = [];
    for (const persona of signedIn()) {
      await asIn(persona, async (tx) => {
        for (const table of tables) {
          const { rows } = await sql<{ case_id: string }>`
            select distinct case_id from ${sql.table(table)} where case_id is not null`.execute(tx);
          const read = rows.map(({ case_id }) => caseIds[case_id]!);
          const strange = read.filter((which) => !persona.his.includes(which));
          if (strange.length > 0) wrong.push(`${persona.name} reads ${table} of the ${strange} case`);
          // The tips' desk sees cases where it asks about tips, and nowhere else.
          const seen = persona.role === 'tip-desk' ? 0 : persona.his.length;
          if (table === 'cases' && read.length !== seen)
            wrong.push(`${persona.name} reads ${read.length} cases instead of ${seen}`);
        }
      });
    }
    expect(wrong).toEqual([]);
  });
});

test('nobody writes into a case that is not his', async () => {
  const debtor = country.people.find(({ name }) => name === 'debtor')!;
  const { caseId } = country.cases.neighbour;
  await asIn(debtor, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('cases')
      .set({ status: 'performed' })
      .where('case_id', '=', caseId)
      .executeTakeFirst();
    expect(numUpdatedRows).toBe(0n);
  });
  const write = asIn(debtor, (tx) =>
    tx
      .insertInto('timeline')
      .values({ court_id: 'court_qingxi', case_id: caseId, at: world.app.now(), words: '已履行' })
      .execute(),
  );
  await expect(write).rejects.toThrow(/row-level security/);
});

test('nobody who acts changes or removes an audit line', async () => {
  const judge = country.people.find(({ name }) => name === 'judge')!;
  for (const statement of [
    sql`update audit_lines set actor = 'nobody'`,
    sql`delete from audit_lines`,
    sql`truncate audit_lines`,
  ]) {
    await expect(asIn(judge, (tx) => statement.execute(tx))).rejects.toThrow(/permission denied/);
  }
});

test('every table that belongs to a court is locked', async () => {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'court_id'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'demo_personas'
      and not (c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))`.execute(
    world.db,
  );
  expect(rows).toEqual([]);
});
