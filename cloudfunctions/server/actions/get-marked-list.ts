import { createHash } from 'node:crypto';
import type { Totals } from '../../../shared/import/types';
import type { Handler, SignedIn } from '../context';
import { markCaseList } from '../import/mark-case-list';
import { openImport, openPayload, problemsOf } from '../imports/batch';

const LIFETIME_MS = 10 * 60_000;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const getMarkedList: Handler<'get-marked-list'> = async ({ batchId }, context) => {
  const batch = await openImport(context, batchId);
  const { cases, sheet } = openPayload(context.app, batch);
  const checked = { cases, problems: problemsOf(batch), totals: batch.totals as Totals };
  const bytes = await markCaseList(sheet, checked);
  const fileName = `${batch.file_name.replace(/\.\w+$/, '')}-已标注.xlsx`;
  const fileId = await keepForDownload(context, fileName, bytes);
  await context.audit('court', 'get-marked-list', { batchId, fileId });
  const expiresAt = new Date(context.now.getTime() + LIFETIME_MS);
  return { fileName, url: context.app.files.signedUrl(fileId, 'GET', expiresAt) };
};

/** A temporary file: the sweep erases it once its address has expired. */
async function keepForDownload(context: SignedIn, fileName: string, bytes: Uint8Array): Promise<string> {
  const { app, tx, courtId, caller, now } = context;
  const fileId = app.newId('file');
  await app.files.put(fileId, bytes);
  await tx
    .insertInto('files')
    .values({
      court_id: courtId,
      file_id: fileId,
      purpose: 'marked-list',
      file_name: fileName,
      media_type: XLSX,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      owner_account_id: caller.accountId,
      state: 'stored',
      created_at: now,
    })
    .execute();
  return fileId;
}
