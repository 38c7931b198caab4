import { sql } from 'kysely';
import { dayAt } from '../../../shared/day';
import type { App } from '../app';
import type { Tx } from '../storage/connect';
import { type Anchor, type Head, merkleRoot, readAnchors } from './anchors';
import { tipHeads } from './tips';

/** Once a day writes down, outside the database, where every chain ends: from then on none can be cut unnoticed. */
export async function anchorAudit({ db, now, anchors }: App): Promise<boolean> {
  const at = now();
  const day = dayAt(at);
  const done = await db.selectFrom('audit_anchors').select('day').where('day', '=', day).executeTakeFirst();
  if (done) return false;
  return db.transaction().execute(async (tx) => {
    const heads = [...(await headsOf(tx)), ...(await tipHeads(tx))];
    const root = merkleRoot(heads);
    // Of two that come at once the second waits here, and finds it done.
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('audit_anchors')
      .values({ day, at, root, chains: heads.length })
      .onConflict((c) => c.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) return false;
    const known = await readAnchors(anchors);
    const anchor: Anchor = {
      day,
      at: at.toISOString(),
      previous: known.last,
      chains: heads.length,
      root,
      heads: heads.filter(([court, subject, seq, hash]) => {
        const before = known.heads.get(`${court}/${subject}`)?.head;
        return before?.[2] !== seq || before[3] !== hash;
      }),
    };
    await anchors.append(JSON.stringify(anchor));
    return true;
  });
}

async function headsOf(tx: Tx): Promise<Head[]> {
  const { rows } = await sql<{ courtId: string; subject: string; seq: number; hash: string }>`
    select distinct on (court_id, subject) court_id as "courtId", subject, seq, hash
    from audit_lines order by court_id, subject, seq desc`.execute(tx);
  return rows.map(({ courtId, subject, seq, hash }) => [courtId, subject, seq, hash]);
}
