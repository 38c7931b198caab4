import { ERRAND_STATE_WORDS } from '../../../shared/cases/tip';
import { Refusal } from '../../../shared/refusal';
import type { Handler, SignedIn } from '../context';
import { onDuty, ring } from '../rings';
import { SEALED } from '../sensitive';
import { type ErrandRow, evidenceOf, openErrand, tipsOfErrand } from '../tips/errands';
import { setTipState } from '../tips/rows';

export const reportErrand: Handler<'report-errand'> = async (input, context) => {
  const { app, tx, courtId, now } = context;
  const errand = await openErrand(context, input.errandId);
  if (errand.state !== 'on-site' && errand.state !== 'taken')
    throw new Refusal('errand-state-forbids', { state: ERRAND_STATE_WORDS[errand.state] });
  const tips = await tipsOfErrand(context, errand);
  await keepEvidence(context, errand, input.fileIds);
  await tx
    .updateTable('tip_errands')
    .set({
      state: 'done',
      outcome: input.outcome,
      done_at: now,
      due_at: null,
      note_sealed: input.note ? app.tipVault.seal(SEALED.tipWords, input.note) : null,
    })
    .where('court_id', '=', courtId)
    .where('errand_id', '=', errand.errand_id)
    .execute();
  await setTipState(context, tips, 'done');
  await ring(context, await onDuty(tx, courtId, now), { kind: 'desk', aboutId: errand.errand_id, step: 2 });
  const { errandId, outcome, fileIds } = input;
  await context.audit('court', 'report-errand', { errandId, outcome, fileIds });
  const evidence = await evidenceOf(context, errandId);
  return { evidence: evidence.map(({ url: _url, ...one }) => one) };
};

/** His own photos, that arrived, with the fingerprint of the bytes as they are kept. */
async function keepEvidence(
  { tx, courtId, caller, now }: SignedIn,
  errand: ErrandRow,
  fileIds: readonly string[],
): Promise<void> {
  if (fileIds.length === 0) return;
  const files = await tx
    .selectFrom('files')
    .select(['file_id', 'sha256'])
    .where('court_id', '=', courtId)
    .where('file_id', 'in', [...fileIds])
    .where('owner_account_id', '=', caller.accountId)
    .where('purpose', '=', 'tip-evidence')
    .where('state', '=', 'stored')
    .execute();
  if (files.length !== new Set(fileIds).size) throw new Refusal('file-not-there');
  await tx
    .insertInto('tip_evidence')
    .values(
      files.map(({ file_id, sha256 }) => ({
        court_id: courtId,
        file_id,
        errand_id: errand.errand_id,
        sha256: sha256!,
        at: now,
      })),
    )
    .execute();
}
