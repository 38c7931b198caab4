import type { InputOf } from '../../../shared/actions';
import { FILE_RULES } from '../../../shared/cases/files';
import { Refusal } from '../../../shared/refusal';
import { rolesOf } from '../caller';
import type { Handler, SignedIn } from '../context';

const LIFETIME_MS = 10 * 60_000;
const A_DAY_MS = 24 * 3_600_000;
/** A liaison's busy day is a few dozen photos. */
const MOST_A_DAY = 200;

export const createUpload: Handler<'create-upload'> = async (input, context) => {
  checkRule(input, context);
  await refuseFlood(context);
  const { app, tx, courtId, now, caller } = context;
  const fileId = app.newId('file');
  await tx
    .insertInto('files')
    .values({
      court_id: courtId,
      file_id: fileId,
      purpose: input.purpose,
      file_name: input.fileName,
      media_type: input.mediaType,
      bytes: input.bytes,
      owner_account_id: caller.accountId,
      created_at: now,
    })
    .execute();
  await context.audit('court', 'create-upload', { fileId, purpose: input.purpose, bytes: input.bytes });
  const expiresAt = new Date(now.getTime() + LIFETIME_MS);
  return {
    fileId,
    url: app.files.signedUrl(fileId, 'PUT', expiresAt),
    method: 'PUT',
    expiresAt: expiresAt.toISOString(),
  };
};

function checkRule(input: InputOf<'create-upload'>, { caller }: SignedIn): void {
  const rule = FILE_RULES[input.purpose];
  const roles = rolesOf(caller);
  if (!rule.uploaders.some((role) => roles.has(role))) throw new Refusal('upload-not-yours');
  if (!rule.accepts.test(input[rule.by])) throw new Refusal('upload-kind-wrong', { kinds: rule.words });
}

async function refuseFlood({ tx, courtId, caller, now }: SignedIn): Promise<void> {
  const { files } = await tx
    .selectFrom('files')
    .select((e) => e.fn.countAll<number>().as('files'))
    .where('court_id', '=', courtId)
    .where('owner_account_id', '=', caller.accountId)
    .where('created_at', '>', new Date(now.getTime() - A_DAY_MS))
    .executeTakeFirstOrThrow();
  if (files >= MOST_A_DAY) throw new Refusal('upload-too-many');
}
