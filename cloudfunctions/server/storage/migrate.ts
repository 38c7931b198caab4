import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Db, Tx } from './connect';

/** Any number that stays the same: two processes that start together migrate one after the other. */
const LOCK = 812_000_117;

/** Applies the numbered plain-SQL files of `folder` that this database has not seen, each in one transaction. */
export async function migrate(db: Db, folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => /^\d{6}\.sql$/.test(name)).sort();
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
    await sql`create table if not exists migrations (name text primary key, at timestamptz not null default now())`.execute(
      tx,
    );
    const seen = await sql<{ name: string }>`select name from migrations`.execute(tx);
    const known = new Set(seen.rows.map((row) => row.name));
    const applied: string[] = [];
    for (const name of files.filter((file) => !known.has(file))) {
      await sql.raw(await readFile(join(folder, name), 'utf8')).execute(tx);
      await sql`insert into migrations (name) values (${name})`.execute(tx);
      applied.push(name);
    }
    await secureRows(
      tx,
      await readFile(join(folder, '../row-security.sql'), 'utf8'),
      known,
      applied.length > 0,
    );
    return applied;
  });
}

/** The second lock stands on whatever tables there are: put up anew when it or they changed. */
async function secureRows(
  tx: Tx,
  statements: string,
  known: ReadonlySet<string>,
  hasChanged: boolean,
): Promise<void> {
  const name = `row-security ${createHash('sha256').update(statements).digest('hex')}`;
  if (known.has(name) && !hasChanged) return;
  await sql.raw(statements).execute(tx);
  await sql`insert into migrations (name) values (${name}) on conflict do nothing`.execute(tx);
}
