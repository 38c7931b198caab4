import type { FilePurpose } from '../../shared/cases/files';
import { Refusal } from '../../shared/refusal';
import type { SignedIn } from './context';

/**
 * Ties uploaded files to a case. Only files that the caller himself uploaded, that arrived, and that hang
 * on nothing yet; with a purpose, only those uploaded for it, because the purpose says who may look.
 */
export async function attachFiles(
  context: SignedIn,
  caseId: string,
  fileIds: string[],
  purpose?: FilePurpose,
): Promise<void> {
  if (fileIds.length === 0) return;
  let files = context.tx
    .updateTable('files')
    .set({ case_id: caseId })
    .where('court_id', '=', context.courtId)
    .where('file_id', 'in', fileIds)
    .where('owner_account_id', '=', context.caller.accountId)
    .where('state', '=', 'stored')
    .where((e) => e.or([e('case_id', 'is', null), e('case_id', '=', caseId)]));
  if (purpose) files = files.where('purpose', '=', purpose);
  const { numUpdatedRows } = await files.executeTakeFirst();
  if (Number(numUpdatedRows) !== new Set(fileIds).size) throw new Refusal('file-not-there');
}
