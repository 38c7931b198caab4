import type { Selectable } from 'kysely';
import { Refusal } from '../../../shared/refusal';
import type { SignedIn } from '../context';
import type { FilesTable } from '../storage/database';

type FileRow = Selectable<FilesTable>;

/** The list that the caller himself has just uploaded. */
export async function uploadedList({ tx, courtId, caller }: SignedIn, fileId: string): Promise<FileRow> {
  const file = await tx
    .selectFrom('files')
    .selectAll()
    .where('court_id', '=', courtId)
    .where('file_id', '=', fileId)
    .where('owner_account_id', '=', caller.accountId)
    .where('purpose', '=', 'case-list')
    .where('state', '=', 'stored')
    .executeTakeFirst();
  if (!file) throw new Refusal('case-list-not-there');
  return file;
}

/** The list itself is not kept, whether it could be read or not. */
export async function eraseList({ tx, courtId, app }: SignedIn, fileId: string): Promise<void> {
  await app.files.erase(fileId);
  await tx
    .updateTable('files')
    .set({ state: 'erased' })
    .where('court_id', '=', courtId)
    .where('file_id', '=', fileId)
    .execute();
}
