import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../storage/connect';

/** What is proven of a tip: where it stands in the court's order, when it came, and that its content is what it was. */
export interface Placed {
  courtId: string;
  tipId: string;
  seq: number;
  receivedAt: Date;
  /** A keyed hash of the content; tells nothing to whoever lacks the key. */
  contentDigest: string;
  previousHash: string;
}

export const hashOfTip = (tip: Placed): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        tip.courtId,
        tip.tipId,
        tip.seq,
        tip.receivedAt.toISOString(),
        tip.contentDigest,
        tip.previousHash,
      ]),
    )
    .digest('hex');

/**
 * The next place in the court's order (法释〔2017〕8号 23). The counter's row is locked to the end of the transaction: a tip
 * that is undone leaves no gap, and two that come at once take turns.
 */
export async function takePlace(
  tx: Tx,
  tip: Omit<Placed, 'seq' | 'previousHash'>,
): Promise<{ seq: number; previousHash: string; hash: string }> {
  const { rows } = await sql<{ last: number; last_hash: string }>`
    insert into tip_counters (court_id, last, last_hash) values (${tip.courtId}, 0, '')
    on conflict (court_id) do update set last = tip_counters.last
    returning last, last_hash`.execute(tx);
  const { last, last_hash: previousHash } = rows[0]!;
  const seq = last + 1;
  const hash = hashOfTip({ ...tip, seq, previousHash });
  await tx
    .updateTable('tip_counters')
    .set({ last: seq, last_hash: hash })
    .where('court_id', '=', tip.courtId)
    .execute();
  return { seq, previousHash, hash };
}
