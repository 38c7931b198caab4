import { sql } from 'kysely';
import type { App } from '../app';

const A_DAY_MS = 24 * 3_600_000;
const AN_HOUR_MS = 3_600_000;

/**
 * Lists that were checked and not imported within a day are emptied; uploads that nobody checked and marked
 * lists whose address has long expired are erased. Returns how many rests were cleared.
 */
export async function expireImports(app: App): Promise<number> {
  const now = app.now().getTime();
  const batches = await expireBatches(app, new Date(now - A_DAY_MS));
  const uploads = await eraseFiles(app, 'case-list', new Date(now - A_DAY_MS));
  return batches + uploads + (await eraseFiles(app, 'marked-list', new Date(now - AN_HOUR_MS)));
}

async function expireBatches({ db }: App, before: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('import_batches')
    .set({ state: 'expired', cases_sealed: null, sheet_sealed: null })
    .where('state', 'in', ['checked', 'committing'])
    .where('checked_at', '<', before)
    // Not one that is being imported at this moment.
    .where(sql<boolean>`pg_try_advisory_xact_lock(hashtextextended('import/' || court_id, 0))`)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** The bytes go first: a process that dies in between leaves a row that the next run takes up again. */
async function eraseFiles({ db, files }: App, purpose: string, before: Date): Promise<number> {
  const old = await db
    .selectFrom('files')
    .select('file_id')
    .where('purpose', '=', purpose)
    .where('state', '=', 'stored')
    .where('created_at', '<', before)
    .execute();
  for (const { file_id } of old) {
    await files.erase(file_id);
    await db.updateTable('files').set({ state: 'erased' }).where('file_id', '=', file_id).execute();
  }
  return old.length;
}
