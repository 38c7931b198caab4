import { Refusal } from '../../../shared/refusal';
import type { Handler } from '../context';
import { mayBeUndone, openImport } from '../imports/batch';
import { takeTurn } from '../imports/turn';
import { undoCases } from '../imports/undo-cases';

export const undoImport: Handler<'undo-import'> = async ({ batchId }, context) => {
  if (!(await takeTurn(context))) throw new Refusal('import-under-way');
  const batch = await openImport(context, batchId);
  if (!mayBeUndone(batch, context.now)) throw new Refusal('import-undo-too-late');
  const undone = await undoCases(context, batchId);
  await context.tx
    .updateTable('import_batches')
    .set({ state: 'undone', undone_at: context.now })
    .where('court_id', '=', context.courtId)
    .where('batch_id', '=', batchId)
    .execute();
  const { removed, restored, kept } = undone;
  await context.audit('court', 'undo-import', { batchId, removed, restored, kept: kept.length });
  return undone;
};
