import { Refusal } from '../../../shared/refusal';
import type { Handler, SignedIn } from '../context';
import { type Batch, type Outcome, openImport, openPayload, problemsOf } from '../imports/batch';
import { importCases } from '../imports/import-cases';
import { takeTurn } from '../imports/turn';

export const commitImport: Handler<'commit-import'> = async ({ batchId }, context) => {
  if (!(await takeTurn(context))) throw new Refusal('import-under-way');
  const batch = await openImport(context, batchId);
  const { cases } = openPayload(context.app, batch);
  if (cases.length === 0) throw new Refusal('import-nothing-valid');
  await say(context, batchId, { state: 'committing', progress_done: 0, progress_total: cases.length });
  const { outcome, remarks } = await importCases(context, batchId, cases, (done) =>
    say(context, batchId, { progress_done: done }),
  );
  const whole = { ...outcome, unmatchedAddresses: await countUnmatched(context, batchId) };
  await finish(context, batch, whole, [...problemsOf(batch), ...remarks]);
  await context.audit('court', 'commit-import', { batchId, ...whole });
  return { batchId, ...whole };
};

/** Written beside our transaction, so that who asks meanwhile sees how far we are. */
async function say(
  { app, courtId }: SignedIn,
  batchId: string,
  progress: Partial<Pick<Batch, 'state' | 'progress_done' | 'progress_total'>>,
): Promise<void> {
  await app.db
    .updateTable('import_batches')
    .set(progress)
    .where('court_id', '=', courtId)
    .where('batch_id', '=', batchId)
    .execute();
}

async function countUnmatched({ tx, courtId }: SignedIn, batchId: string): Promise<number> {
  const { parties } = await tx
    .selectFrom('import_changes as i')
    .innerJoin('parties as p', (j) =>
      j.onRef('p.court_id', '=', 'i.court_id').onRef('p.case_id', '=', 'i.case_id'),
    )
    .select((e) => e.fn.countAll<number>().as('parties'))
    .where('i.court_id', '=', courtId)
    .where('i.batch_id', '=', batchId)
    .where('p.side', '=', 'obligor')
    .where('p.village_id', 'is', null)
    .executeTakeFirstOrThrow();
  return parties;
}

/** The list itself has served: what is left are the cases and the report. */
async function finish(
  { tx, courtId, now }: SignedIn,
  batch: Batch,
  outcome: Outcome,
  problems: unknown[],
): Promise<void> {
  await tx
    .updateTable('import_batches')
    .set({
      state: 'committed',
      committed_at: now,
      outcome: JSON.stringify(outcome),
      problems: JSON.stringify(problems),
      cases_sealed: null,
      sheet_sealed: null,
    })
    .where('court_id', '=', courtId)
    .where('batch_id', '=', batch.batch_id)
    .execute();
}
