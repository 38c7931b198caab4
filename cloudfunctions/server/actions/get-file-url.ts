import type { Selectable } from 'kysely';
import { FILE_RULES, type FilePurpose } from '../../../shared/cases/files';
import { Refusal } from '../../../shared/refusal';
import { openCase } from '../cases';
import type { Handler, SignedIn } from '../context';
import type { FilesTable } from '../storage/database';

const LIFETIME_MS = 10 * 60_000;

export const getFileUrl: Handler<'get-file-url'> = async (input, context) => {
  const { app, now } = context;
  const file = await storedFile(context, input.fileId);
  if (file.owner_account_id !== context.caller.accountId) await askWhoseItIs(context, file);
  await context.audit(file.case_id ?? 'court', 'get-file-url', {
    fileId: file.file_id,
    purpose: file.purpose,
  });
  const expiresAt = new Date(now.getTime() + LIFETIME_MS);
  return { url: app.files.signedUrl(file.file_id, 'GET', expiresAt), expiresAt: expiresAt.toISOString() };
};

type FileRow = Selectable<FilesTable>;

async function storedFile({ tx, courtId }: SignedIn, fileId: string): Promise<FileRow> {
  const file = await tx
    .selectFrom('files')
    .selectAll()
    .where('court_id', '=', courtId)
    .where('file_id', '=', fileId)
    .where('state', '=', 'stored')
    .executeTakeFirst();
  if (!file) throw new Refusal('not-found-or-not-yours');
  return file;
}

/** Another's file is seen only through its case, and only by those whom its purpose lets see it. */
async function askWhoseItIs(context: SignedIn, file: FileRow): Promise<void> {
  const rule = FILE_RULES[file.purpose as FilePurpose];
  if (!file.case_id || !rule) throw new Refusal('not-found-or-not-yours');
  await openCase(context, file.case_id, rule.readers);
}
