import type { Selectable } from 'kysely';
import { exportStanding } from '../../../shared/cases/exports';
import { Refusal } from '../../../shared/refusal';
import type { SignedIn } from '../context';
import type { ExportsTable } from '../storage/database';

export type ExportRow = Selectable<ExportsTable>;

/** Locked until the transaction ends: two who decide, or two fetches, take turns. */
export async function exportOf({ tx, courtId }: SignedIn, exportId: string): Promise<ExportRow> {
  const row = await tx
    .selectFrom('exports')
    .selectAll()
    .where('court_id', '=', courtId)
    .where('export_id', '=', exportId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found-or-not-yours');
  return row;
}

export const standingOf = (row: ExportRow, now: Date) =>
  exportStanding({ state: row.state, expiresAt: row.expires_at, downloads: row.downloads }, now);
