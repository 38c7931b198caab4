import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Db, Tx } from './connect';

/** Any number that stays the same: two processes that start together migrate one after the other. */
const LOCK = 812_000_117;

/**
 * Applies the numbered plain-SQL files of `folder` that this database has not seen. Throws where one that it has seen was
 * changed since: what it did then cannot be told from the file any more.
 */
export async function migrate(db: Db, folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => /^\d{6}\.sql$/.test(name)).sort();
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
    await sql`create table if not exists migrations (name text primary key, at timestamptz not null default now())`.execute(
      tx,
    );
    await sql`alter table migrations add column if not exists checksum text`.execute(tx);
    const seen = await sql<{ name: string; checksum: string | null }>`
      select name, checksum from migrations`.execute(tx);
    const known = new Map(seen.rows.map(({ name, checksum }) => [name, checksum]));
    const applied: string[] = [];
    for (const name of files) {
      const statements = await readFile(join(folder, name), 'utf8');
      const checksum = checksumOf(statements);
      const was = known.get(name);
      if (was === checksum) continue;
      if (was)
        throw new Error(`${name} was changed after this database ran it: put it back, and write a new one`);
      if (!known.has(name)) {
        await sql.raw(statements).execute(tx);
        applied.push(name);
      }
      // One that ran before checksums were kept is taken as it stands.
      await sql`
        insert into migrations (name, checksum) values (${name}, ${checksum})
        on conflict (name) do update set checksum = excluded.checksum`.execute(tx);
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
  known: ReadonlyMap<string, unknown>,
  hasChanged: boolean,
): Promise<void> {
  const name = `row-security ${checksumOf(statements)}`;
  if (known.has(name) && !hasChanged) return;
  await sql.raw(statements).execute(tx);
  await sql`insert into migrations (name) values (${name}) on conflict do nothing`.execute(tx);
}

const checksumOf = (text: string) => createHash('sha256').update(text).digest('hex');
