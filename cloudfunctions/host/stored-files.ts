import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import { FILE_RULES, type FilePurpose } from '../../shared/cases/files';
import { Refusal } from '../../shared/refusal';
import type { App } from '../server/app';
import { appendAudit } from '../server/audit';
import { isPhotoType, redraw } from '../server/photos';
import type { FilesTable } from '../server/storage/database';

export type FileRow = Selectable<FilesTable>;

/** What was reserved for these bytes; one that has arrived may be sent again, when its answer was lost. */
export async function reservedFile(app: App, fileId: string): Promise<FileRow> {
  const file = await fileOf(app, fileId);
  if (!file || file.state === 'erased') throw new Refusal('file-link-over');
  return file;
}

/**
 * Keeps what was sent, a photo drawn anew, and says so in the books. The same bytes again are the same file. What
 * somebody reads is never what came over the line before this has looked at it.
 */
export async function storeFile(app: App, file: FileRow, bytes: Uint8Array, mediaType: string) {
  const sha256 = fingerprint(bytes);
  if (file.state === 'stored') {
    if (file.sha256 === sha256) return;
    throw new Refusal('file-already-there');
  }
  const kept = await examined(file, bytes, mediaType);
  await app.files.put(file.file_id, kept);
  await app.db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('files')
      .set({ state: 'stored', sha256 })
      .where('court_id', '=', file.court_id)
      .where('file_id', '=', file.file_id)
      .where('state', '=', 'reserved')
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Refusal('file-already-there');
    await appendAudit(tx, {
      courtId: file.court_id,
      subject: file.case_id ?? 'court',
      at: app.now(),
      actor: file.owner_account_id,
      action: 'store-file',
      facts: { fileId: file.file_id, sha256, keptSha256: fingerprint(kept), bytes: kept.byteLength },
    });
  });
}

const fingerprint = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** What the first bytes of a file are; a name and a header are only what somebody says. */
const MAGIC: Record<string, (bytes: Buffer) => boolean> = {
  'image/jpeg': (b) => b.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  'image/png': (b) => b.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  'image/webp': (b) => b.toString('latin1', 0, 4) === 'RIFF' && b.toString('latin1', 8, 12) === 'WEBP',
  'application/pdf': (b) => b.toString('latin1', 0, 5) === '%PDF-',
};

/** The bytes to keep. */
async function examined(file: FileRow, bytes: Uint8Array, mediaType: string): Promise<Uint8Array> {
  // A list's own reader says what is wrong with it, and browsers disagree on its media type.
  if (FILE_RULES[file.purpose as FilePurpose]?.by !== 'mediaType') return bytes;
  const said = mediaType.split(';')[0]!.trim().toLowerCase();
  const looksRight = MAGIC[file.media_type]?.(Buffer.from(bytes)) ?? false;
  if (said !== file.media_type || !looksRight) throw new Refusal('file-kind-wrong');
  if (!isPhotoType(file.media_type)) return bytes;
  const photo = await redraw(bytes, file.media_type);
  if (!photo) throw new Refusal('photo-unreadable');
  return photo;
}

export async function readStored(app: App, fileId: string) {
  const file = await fileOf(app, fileId);
  if (file?.state !== 'stored') throw new Refusal('file-link-over');
  return {
    bytes: new Uint8Array(await app.files.get(fileId)) as Uint8Array<ArrayBuffer>,
    mediaType: file.media_type,
    fileName: file.file_name,
    showable: isPhotoType(file.media_type),
  };
}

function fileOf(app: App, fileId: string): Promise<FileRow | undefined> {
  return app.db.selectFrom('files').selectAll().where('file_id', '=', fileId).executeTakeFirst();
}
