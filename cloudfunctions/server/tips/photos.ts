import { Refusal } from '../../../shared/refusal';
import type { Context } from '../context';
import { photoUrl } from './messages';
import type { TipRow } from './rows';

/** Ties photos to a tip: those that this device sent, that arrived, and that hang on nothing yet. */
export async function attachTipPhotos(
  { tx, courtId }: Context,
  { tipId, messageId }: { tipId: string; messageId: string | null },
  sender: string,
  fileIds: readonly string[],
): Promise<void> {
  if (fileIds.length === 0) return;
  const { numUpdatedRows } = await tx
    .updateTable('tip_photos as h')
    .from('files as f')
    .set({ tip_id: tipId, message_id: messageId })
    .whereRef('f.court_id', '=', 'h.court_id')
    .whereRef('f.file_id', '=', 'h.file_id')
    .where('f.state', '=', 'stored')
    .where('h.court_id', '=', courtId)
    .where('h.file_id', 'in', [...fileIds])
    .where('h.sender_index', '=', sender)
    .where('h.tip_id', 'is', null)
    .executeTakeFirst();
  if (Number(numUpdatedRows) !== new Set(fileIds).size) throw new Refusal('tip-photo-missing');
}

/** The photos of what was told first, with fingerprint and time; those of later messages stand with these. */
export async function photosOf(context: Context, row: TipRow) {
  const rows = await context.tx
    .selectFrom('tip_photos as h')
    .innerJoin('files as f', (j) =>
      j.onRef('f.court_id', '=', 'h.court_id').onRef('f.file_id', '=', 'h.file_id'),
    )
    .select(['h.file_id', 'f.sha256', 'h.reserved_at'])
    .where('h.court_id', '=', context.courtId)
    .where('h.tip_id', '=', row.tip_id)
    .where('f.state', '=', 'stored')
    .orderBy('h.reserved_at')
    .orderBy('h.file_id')
    .execute();
  return rows.map(({ file_id, sha256, reserved_at }) => ({
    fileId: file_id,
    sha256: sha256 ?? '',
    at: reserved_at.toISOString(),
    url: photoUrl(context, file_id),
  }));
}
