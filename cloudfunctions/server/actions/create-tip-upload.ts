import type { PublicHandler } from '../context';
import { ensureMaySend, senderOf } from '../tips/senders';

const LIFETIME_MS = 10 * 60_000;

export const createTipUpload: PublicHandler<'create-tip-upload'> = async (input, context) => {
  const { app, tx, courtId, now } = context;
  const sender = senderOf(context, input.device);
  await ensureMaySend(context, sender, 'photos');
  const fileId = app.newId('tipPhoto');
  await tx
    .insertInto('files')
    .values({
      court_id: courtId,
      file_id: fileId,
      purpose: 'tip-photo',
      // The telephone's own name of a photo can say whose it is.
      file_name: 'photo',
      media_type: input.mediaType,
      bytes: input.bytes,
      owner_account_id: 'public',
      created_at: now,
    })
    .execute();
  await tx
    .insertInto('tip_photos')
    .values({ court_id: courtId, file_id: fileId, sender_index: sender, reserved_at: now })
    .execute();
  await context.audit('court', 'create-tip-upload', { fileId, bytes: input.bytes });
  const expiresAt = new Date(now.getTime() + LIFETIME_MS);
  return {
    fileId,
    url: app.files.signedUrl(fileId, 'PUT', expiresAt),
    method: 'PUT',
    expiresAt: expiresAt.toISOString(),
  };
};
