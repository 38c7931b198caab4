import { sql } from 'kysely';
import { CASE_DAYS, keptFrom } from '../../shared/cases/retention';
import type { App } from './app';
import { appendAudit } from './audit';
import type { Db, Tx } from './storage/connect';

interface Here {
  app: App;
  tx: Tx;
  now: Date;
}

interface Erasing {
  courtId: string;
  caseId: string;
  actor: string;
  /** What of each table is emptied; see `emptyingOf`. */
  empty: ReadonlyMap<string, string>;
  /** Where somebody asked for it. */
  requestId?: string;
}

/** Takes away what is personal in a case whose time has passed, and leaves a line of proof. */
export async function eraseCase({ app, tx, now }: Here, one: Erasing): Promise<void> {
  const { courtId, caseId, actor, empty, requestId } = one;
  const files = await tx
    .selectFrom('files')
    .select('file_id')
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .where('state', '=', 'stored')
    .execute();
  // The bytes go first: where the rest fails, the next run takes it up again.
  for (const { file_id } of files) await app.files.erase(file_id);
  await sql`update files set state = 'erased' where court_id = ${courtId} and case_id = ${caseId}`.execute(
    tx,
  );
  for (const [table, assignments] of empty) {
    await sql`
      update ${sql.table(table)} set ${sql.raw(assignments)}
      where court_id = ${courtId} and case_id = ${caseId}`.execute(tx);
  }
  await sql`
    update party_bindings b set unbound_at = ${now}
    from parties p
    where p.court_id = ${courtId} and p.case_id = ${caseId} and b.court_id = p.court_id and b.party_id = p.party_id
      and b.unbound_at is null`.execute(tx);
  await sql`update cases set erased_at = ${now} where court_id = ${courtId} and case_id = ${caseId}`.execute(
    tx,
  );
  await appendAudit(tx, {
    courtId,
    subject: caseId,
    at: now,
    actor,
    action: 'erase-expired',
    facts: {
      rule: 'case-ended',
      days: CASE_DAYS,
      files: files.length,
      tables: [...empty.keys()],
      ...(requestId ? { requestId } : {}),
    },
  });
}

/** By table: how its personal columns are emptied. What must not be null says that it was erased. */
export async function emptyingOf(db: Db | Tx): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ table: string; column: string; type: string; nullable: boolean }>`
    select c.table_name as table, c.column_name as column, c.data_type as type, c.is_nullable = 'YES' as nullable
    from information_schema.columns c
    where c.table_schema = 'public' and exists (
      select from information_schema.columns k
      where k.table_schema = 'public' and k.table_name = c.table_name and k.column_name = 'case_id')`.execute(
    db,
  );
  const assignments = new Map<string, string>();
  for (const { table, column } of keptFrom('case-ended')) {
    const found = rows.find((one) => one.table === table && one.column === column);
    if (!found) continue;
    const value = found.nullable ? 'null' : "'已清除'";
    assignments.set(table, [assignments.get(table), `${column} = ${value}`].filter(Boolean).join(', '));
  }
  return assignments;
}
