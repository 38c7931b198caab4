import type { Selectable } from 'kysely';
import type { OutputOf } from '../../../shared/actions';
import type { ImportedCase, Problem, RawSheet } from '../../../shared/import/types';
import { Refusal } from '../../../shared/refusal';
import type { App } from '../app';
import type { SignedIn } from '../context';
import { SEALED } from '../sensitive';
import type { ImportBatchesTable } from '../storage/database';
import { isUnderWay } from './turn';

export type Batch = Selectable<ImportBatchesTable>;

/** A batch without its payload and its report, which may be megabytes. */
export const SUMMARY = [
  'batch_id',
  'file_name',
  'state',
  'checked_at',
  'committed_at',
  'totals',
  'progress_done',
  'progress_total',
] as const satisfies (keyof Batch)[];
type BatchLine = Pick<Batch, (typeof SUMMARY)[number]>;

export type Summary = OutputOf<'list-imports'>['imports'][number];
export type Outcome = NonNullable<OutputOf<'get-import'>['outcome']>;

const A_DAY_MS = 24 * 3_600_000;

/** An import of the caller's court. */
export async function openImport({ tx, courtId }: SignedIn, batchId: string): Promise<Batch> {
  const batch = await tx
    .selectFrom('import_batches')
    .selectAll()
    .where('court_id', '=', courtId)
    .where('batch_id', '=', batchId)
    .executeTakeFirst();
  if (!batch) throw new Refusal('not-found-or-not-yours');
  return batch;
}

export async function showSummary(context: SignedIn, batch: BatchLine): Promise<Summary> {
  return {
    batchId: batch.batch_id,
    fileName: batch.file_name,
    state: await stateOf(context, batch),
    checkedAt: batch.checked_at.toISOString(),
    committedAt: batch.committed_at?.toISOString() ?? null,
    undoUntil: mayBeUndone(batch, context.now) ? undoEnd(batch).toISOString() : null,
    totals: batch.totals as Summary['totals'],
    progress: { done: batch.progress_done, total: batch.progress_total },
  };
}

/** A commit that died with its process left no trace but this word: the list is as it was checked. */
async function stateOf(context: SignedIn, { state }: BatchLine): Promise<Batch['state']> {
  return state === 'committing' && !(await isUnderWay(context)) ? 'checked' : state;
}

const undoEnd = ({ committed_at }: BatchLine): Date => new Date(committed_at!.getTime() + A_DAY_MS);

export const mayBeUndone = (batch: BatchLine, now: Date): boolean =>
  batch.state === 'committed' && undoEnd(batch) > now;

export const problemsOf = ({ problems }: Batch): Problem[] => problems as Problem[];

/** Names, numbers and addresses rest sealed, and only until the batch is committed or a day has passed. */
export function sealPayload({ vault }: App, cases: ImportedCase[], sheet: RawSheet) {
  return {
    cases_sealed: vault.seal(SEALED.importCases, JSON.stringify(cases)),
    sheet_sealed: vault.seal(SEALED.importSheet, JSON.stringify(sheet)),
  };
}

/** Refuses, with what to do, once a batch has been committed or its payload has expired. */
export function openPayload({ vault }: App, batch: Batch): { cases: ImportedCase[]; sheet: RawSheet } {
  if (!batch.cases_sealed || !batch.sheet_sealed) {
    throw new Refusal(batch.state === 'expired' ? 'import-expired' : 'import-committed');
  }
  return {
    cases: JSON.parse(vault.open(SEALED.importCases, batch.cases_sealed)) as ImportedCase[],
    sheet: JSON.parse(vault.open(SEALED.importSheet, batch.sheet_sealed)) as RawSheet,
  };
}
