import { sql } from 'kysely';
import { erasedUpTo, type Kept, keptFrom } from '../../../shared/cases/retention';
import { addDays, type Day, dayAt, instantOf } from '../../../shared/day';
import type { App } from '../app';
import { appendAudit } from '../audit';
import type { Tx } from '../storage/connect';
import { SWEEP } from './actor';
import { eraseAccounts } from './erase-accounts';

const BATCH = 100;
const MARK = 'erase-expired';

/** Once a day: erases what the registry's time has passed of, each case with a line of proof. Returns the cases. */
export async function eraseExpired(app: App): Promise<number> {
  const now = app.now();
  const today = dayAt(now);
  const done = await app.db
    .selectFrom('sweep_marks')
    .select('day')
    .where('mark', '=', MARK)
    .where('day', '=', today)
    .executeTakeFirst();
  if (done) return 0;
  const cases = await eraseCases(app, today);
  await eraseAccounts(app, today);
  await forgetAged(app, today);
  await app.db
    .insertInto('sweep_marks')
    .values({ mark: MARK, day: today, at: now })
    .onConflict((c) => c.doNothing())
    .execute();
  return cases;
}

/** A filed case goes on with enforcement and is kept with the court's own file; a running one is kept anyway. */
async function eraseCases(app: App, today: Day): Promise<number> {
  const kept = keptFrom('case-ended');
  const days = Math.max(...kept.map((one) => one.days));
  const empty = await emptyingOf(app, kept);
  for (let erased = 0; ; ) {
    const batch = await app.db.transaction().execute(async (tx) => {
      const cases = await takeEnded(tx, instantOf(addDays(erasedUpTo(today, days), 1)));
      for (const { courtId, caseId } of cases)
        await eraseCase({ app, tx, today, days, empty }, courtId, caseId);
      return cases.length;
    });
    erased += batch;
    if (batch < BATCH) return erased;
  }
}

async function takeEnded(tx: Tx, before: Date) {
  const { rows } = await sql<{ courtId: string; caseId: string }>`
    select c.court_id as "courtId", c.case_id as "caseId"
    from cases c
    where c.status in ('performed', 'withdrawn') and c.erased_at is null
      and (select max(s.ended_at) from supervisions s where s.court_id = c.court_id and s.case_id = c.case_id) < ${before}
    order by c.court_id, c.case_id limit ${BATCH}
    for update of c skip locked`.execute(tx);
  return rows;
}

interface Erasing {
  app: App;
  tx: Tx;
  today: Day;
  days: number;
  empty: ReadonlyMap<string, string>;
}

async function eraseCase({ app, tx, days, empty }: Erasing, courtId: string, caseId: string): Promise<void> {
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
    update party_bindings b set unbound_at = ${app.now()}
    from parties p
    where p.court_id = ${courtId} and p.case_id = ${caseId} and b.court_id = p.court_id and b.party_id = p.party_id
      and b.unbound_at is null`.execute(tx);
  await sql`update cases set erased_at = ${app.now()} where court_id = ${courtId} and case_id = ${caseId}`.execute(
    tx,
  );
  await appendAudit(tx, {
    courtId,
    subject: caseId,
    at: app.now(),
    actor: SWEEP,
    action: 'erase-expired',
    facts: { rule: 'case-ended', days, files: files.length, tables: [...empty.keys()] },
  });
}

/** By table: how its personal columns are emptied. What must not be null says that it was erased. */
async function emptyingOf({ db }: App, kept: readonly Kept[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ table: string; column: string; type: string; nullable: boolean }>`
    select c.table_name as table, c.column_name as column, c.data_type as type, c.is_nullable = 'YES' as nullable
    from information_schema.columns c
    where c.table_schema = 'public' and exists (
      select from information_schema.columns k
      where k.table_schema = 'public' and k.table_name = c.table_name and k.column_name = 'case_id')`.execute(
    db,
  );
  const assignments = new Map<string, string>();
  for (const { table, column } of kept) {
    const found = rows.find((one) => one.table === table && one.column === column);
    if (!found) continue;
    const value = found.nullable ? 'null' : "'已清除'";
    assignments.set(table, [assignments.get(table), `${column} = ${value}`].filter(Boolean).join(', '));
  }
  return assignments;
}

/** Rows that are of no use after their days; of most the registry keeps nothing but a hash. */
const AGED = [
  ['attempts', 'at'],
  ['sign_in_failures', 'last_at'],
  ['code_asks', 'asked_at'],
  ['access_codes', 'expires_at'],
  ['answered', 'at'],
  ['feedback', 'at'],
] as const;

async function forgetAged({ db }: App, today: Day): Promise<void> {
  const kept = [...keptFrom('given'), ...keptFrom('answered')];
  const before = (table: string) => {
    const days = Math.max(...kept.filter((one) => one.table === table).map((one) => one.days));
    return instantOf(addDays(erasedUpTo(today, days), 1));
  };
  for (const [table, at] of AGED) {
    await sql`delete from ${sql.table(table)} where ${sql.ref(at)} < ${before(table)}`.execute(db);
  }
  await sql`delete from told_today where day < ${today}`.execute(db);
}
