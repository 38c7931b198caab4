import { sql } from 'kysely';
import { PERSONAL_DATA } from '../../../shared/cases/personal-data';
import { erasedUpTo } from '../../../shared/cases/retention';
import { addDays, type Day, instantOf } from '../../../shared/day';
import type { App } from '../app';
import { appendAudit } from '../audit';
import type { Tx } from '../storage/connect';
import { SWEEP } from './actor';

const BATCH = 100;
const KEPT_DAYS = PERSONAL_DATA['tips.content_sealed']!.keep.days;
/** A photo that hangs on nothing after so long was never sent with anything. */
const STRAY_PHOTO_DAYS = 1;

interface Old {
  court_id: string;
  tip_id: string;
}

/** Empties what its time of keeping has passed of. The row stays, and with it the proof of the order. Returns how many. */
export async function eraseTips(app: App, today: Day): Promise<number> {
  const before = instantOf(addDays(erasedUpTo(today, KEPT_DAYS), 1));
  await eraseStrayPhotos(app, instantOf(addDays(today, -STRAY_PHOTO_DAYS)));
  for (let erased = 0; ; ) {
    const files: string[] = [];
    const batch = await app.db.transaction().execute(async (tx) => {
      const tips = await takeOld(tx, before);
      for (const tip of tips) files.push(...(await empty(app, tx, tip)));
      return tips.length;
    });
    for (const fileId of files) await app.files.erase(fileId);
    erased += batch;
    if (batch < BATCH) return erased;
  }
}

/** None whose reward is still under way. */
async function takeOld(tx: Tx, before: Date): Promise<Old[]> {
  const { rows } = await sql<Old>`
    select t.court_id, t.tip_id from tips t
    where t.content_sealed is not null and t.received_at < ${before} and not exists (
      select from rewards r where r.court_id = t.court_id and r.tip_id = t.tip_id
        and (r.state not in ('paid', 'refused', 'void') or (r.dispute_at is not null and r.dispute_answer is null)))
    order by t.court_id, t.seq limit ${BATCH} for update of t skip locked`.execute(tx);
  return rows;
}

/** Answers the photos whose bytes are to go when this is done. */
async function empty(app: App, tx: Tx, { court_id, tip_id }: Old): Promise<string[]> {
  const of = sql`court_id = ${court_id} and tip_id = ${tip_id}`;
  const { rows: photos } = await sql<{ file_id: string }>`
    select file_id from tip_photos where ${of}
    union all
    select v.file_id from tip_evidence v join tip_errands e using (court_id, errand_id)
    where e.court_id = ${court_id} and e.tip_id = ${tip_id}`.execute(tx);
  const fileIds = photos.map(({ file_id }) => file_id);
  await sql`update tips set content_sealed = null, note_sealed = null where ${of}`.execute(tx);
  await sql`delete from tip_photos where ${of}`.execute(tx);
  await sql`delete from tip_messages where ${of}`.execute(tx);
  await sql`delete from tipsters where ${of}`.execute(tx);
  await sql`delete from tip_blocks where ${of}`.execute(tx);
  await sql`delete from tip_false_marks where ${of}`.execute(tx);
  await sql`update tipster_openings set words = '', note = null where ${of}`.execute(tx);
  await sql`update tip_errands set orders_sealed = null, note_sealed = null where ${of}`.execute(tx);
  await sql`update rewards set basis = '', note = null, dispute_sealed = null, dispute_answer = null where ${of}`.execute(
    tx,
  );
  await sql`update files set state = 'erased' where court_id = ${court_id} and file_id = any(${fileIds}::text[])`.execute(
    tx,
  );
  const facts = { tipId: tip_id, files: fileIds.length };
  await appendAudit(tx, {
    courtId: court_id,
    subject: 'court',
    at: app.now(),
    actor: SWEEP,
    action: 'erase-tip',
    facts,
  });
  return fileIds;
}

async function eraseStrayPhotos(app: App, before: Date): Promise<void> {
  const { rows } = await sql<{ file_id: string }>`
    delete from tip_photos where tip_id is null and reserved_at < ${before} returning file_id`.execute(
    app.db,
  );
  for (const { file_id } of rows) {
    await app.files.erase(file_id);
    await app.db.updateTable('files').set({ state: 'erased' }).where('file_id', '=', file_id).execute();
  }
}
