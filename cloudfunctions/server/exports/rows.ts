import type { Selectable } from 'kysely';
import { mayCall } from '../../../shared/cases/access';
import { exportStanding } from '../../../shared/cases/exports';
import { Refusal } from '../../../shared/refusal';
import { rolesOf } from '../caller';
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

/** How many wait for this person's answer: others' own, and only for who may decide. */
export async function countWaiting({ tx, courtId, caller }: SignedIn): Promise<number> {
  if (!mayCall('decide-export', rolesOf(caller))) return 0;
  const { waiting } = await tx
    .selectFrom('exports')
    .select((e) => e.fn.countAll<number>().as('waiting'))
    .where('court_id', '=', courtId)
    .where('state', '=', 'asked')
    .where('account_id', '!=', caller.accountId)
    .executeTakeFirstOrThrow();
  return waiting;
}

export const standingOf = (row: ExportRow, now: Date) =>
  exportStanding({ state: row.state, expiresAt: row.expires_at, downloads: row.downloads }, now);
