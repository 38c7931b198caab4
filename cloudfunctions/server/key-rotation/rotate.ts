import type { App } from '../app';
import { appendAudit } from '../audit';
import type { Vault } from '../sensitive';
import type { Tx } from '../storage/connect';
import { resealFiles } from './files';
import { resealValue } from './reseal';
import {
  countAwaiting,
  putChanges,
  type SealedRow,
  type SealedTable,
  sealedTables,
  takeRows,
} from './tables';

export interface Rotation {
  /** Asked after every batch; what was done until then is kept. */
  isStopped?: () => boolean;
  onProgress?: (progress: Progress) => void | Promise<void>;
  batch?: number;
}

export interface Progress {
  what: string;
  looked: number;
  of: number;
}

export interface Rotated {
  isInterrupted: boolean;
  resealed: number;
  /** Still sealed otherwise: unreadable, or written meanwhile by a process that has older keys. */
  left: number;
}

/**
 * Seals everything anew that is not sealed by today's key and cipher, beside a running system, batch by batch. A run
 * that was interrupted goes on where it ended; where nothing awaits its turn nothing happens.
 */
export async function rotateKeys(app: App, rotation: Rotation = {}): Promise<Rotated> {
  const total: Rotated = { isInterrupted: false, resealed: 0, left: 0 };
  for (const table of await sealedTables(app.db)) {
    const target = vaultOf(app, table).currentPrefix;
    const awaiting = await countAwaiting(app.db, table, target);
    if (awaiting === 0) continue;
    if (!total.isInterrupted) await walk(app, table, awaiting, rotation, total);
    total.left += await countAwaiting(app.db, table, target);
  }
  if (!total.isInterrupted) await resealFiles(app, rotation, total);
  await tellAudit(app, total);
  return total;
}

/** The vault whose seals stand in a table. */
const vaultOf = (app: App, { vault }: SealedTable): Vault =>
  vault === 'tips' ? app.tipVault : vault === 'tipsters' ? app.tipsterVault : app.vault;

const BATCH = 200;

async function walk(app: App, table: SealedTable, of: number, rotation: Rotation, total: Rotated) {
  let place = await placeOf(app, table);
  for (let looked = 0; ; ) {
    const done = await app.db
      .transaction()
      .execute((tx) => resealBatch(app, tx, table, place, rotation.batch ?? BATCH));
    looked += done.rows;
    total.resealed += done.resealed;
    if (done.rows > 0) await rotation.onProgress?.({ what: table.name, looked, of });
    place = done.place;
    if (!place) return;
    if (rotation.isStopped?.()) {
      total.isInterrupted = true;
      return;
    }
  }
}

/** Where an interrupted run stopped; null from the beginning. */
async function placeOf(app: App, table: SealedTable): Promise<string[] | null> {
  const row = await app.db
    .selectFrom('key_rotations')
    .select(['last_key', 'finished_at'])
    .where('target', '=', vaultOf(app, table).currentPrefix)
    .where('table_name', '=', table.name)
    .executeTakeFirst();
  return row && !row.finished_at ? row.last_key : null;
}

async function resealBatch(app: App, tx: Tx, table: SealedTable, after: string[] | null, most: number) {
  const rows = await takeRows(tx, table, vaultOf(app, table).currentPrefix, after, most);
  let resealed = 0;
  for (const [at, column] of table.columns.entries()) {
    const changes = rows.flatMap((row) => changeOf(app, table, row, at));
    resealed += await putChanges(tx, table, column, changes);
  }
  const place = rows.length < most ? null : rows.at(-1)!.key;
  await keepPlace(app, tx, table, place, rows.length, resealed);
  return { rows: rows.length, resealed, place };
}

/** Nothing where nothing is to do, or where a value cannot be opened: one must not keep the others from their turn. */
function changeOf(app: App, table: SealedTable, { key, values }: SealedRow, at: number) {
  const before = values[at];
  if (!before) return [];
  try {
    const after = resealValue(vaultOf(app, table), table.columns[at]!.field, before);
    return after === before ? [] : [{ key, before, after }];
  } catch {
    app.log({ level: 'error', at: 'rotate-keys', table: table.name, key });
    return [];
  }
}

async function keepPlace(
  app: App,
  tx: Tx,
  table: SealedTable,
  place: string[] | null,
  looked: number,
  resealed: number,
): Promise<void> {
  const finished_at = place ? null : app.now();
  await tx
    .insertInto('key_rotations')
    .values({
      target: vaultOf(app, table).currentPrefix,
      table_name: table.name,
      last_key: place,
      looked_at: looked,
      resealed,
      finished_at,
    })
    .onConflict((c) =>
      c.columns(['target', 'table_name']).doUpdateSet((e) => ({
        last_key: place,
        finished_at,
        looked_at: e('key_rotations.looked_at', '+', looked),
        resealed: e('key_rotations.resealed', '+', resealed),
      })),
    )
    .execute();
}

async function tellAudit({ db, now, vault }: App, { resealed, left, isInterrupted }: Rotated): Promise<void> {
  if (resealed === 0) return;
  await db.transaction().execute(async (tx) => {
    for (const { court_id } of await tx
      .selectFrom('courts')
      .select('court_id')
      .orderBy('court_id')
      .execute()) {
      await appendAudit(tx, {
        courtId: court_id,
        subject: 'court',
        at: now(),
        actor: 'operator',
        action: 'rotate-keys',
        facts: { target: vault.currentPrefix, resealed, left, isInterrupted },
      });
    }
  });
}
