import type { App } from '../app';
import type { Rotated, Rotation } from './rotate';

const BATCH = 100;

/** Files lie outside the database, each sealed whole; one that is done says so itself, so that no place is kept. */
export async function resealFiles(app: App, rotation: Rotation, total: Rotated): Promise<void> {
  const of = await countStored(app);
  let looked = 0;
  for (let after = ''; ; ) {
    const fileIds = await nextStored(app, after);
    for (const fileId of fileIds) await resealFile(app, fileId, total);
    looked += fileIds.length;
    if (fileIds.length > 0) await rotation.onProgress?.({ what: 'files on disk', looked, of });
    if (fileIds.length < BATCH) return;
    after = fileIds.at(-1)!;
    if (rotation.isStopped?.()) {
      total.isInterrupted = true;
      return;
    }
  }
}

async function resealFile(app: App, fileId: string, total: Rotated): Promise<void> {
  try {
    if (await app.files.reseal(fileId)) total.resealed += 1;
  } catch {
    total.left += 1;
    app.log({ level: 'error', at: 'rotate-keys', fileId });
  }
}

async function countStored({ db }: App): Promise<number> {
  const { count } = await db
    .selectFrom('files')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('state', '=', 'stored')
    .executeTakeFirstOrThrow();
  return count;
}

async function nextStored({ db }: App, after: string): Promise<string[]> {
  const rows = await db
    .selectFrom('files')
    .select('file_id')
    .where('state', '=', 'stored')
    .where('file_id', '>', after)
    .orderBy('file_id')
    .limit(BATCH)
    .execute();
  return rows.map(({ file_id }) => file_id);
}
