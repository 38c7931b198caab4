import { sql } from 'kysely';
import { SEALED, type Vault } from '../sensitive';
import type { Tx } from '../storage/connect';
import { hashOfTip } from '../tips/order';
import type { Anchored, Head } from './anchors';
import type { Break } from './chains';

/** The name of a court's chain of tips among the anchors. */
export const TIPS = 'tips';
const PAGE = 2000;

interface Link {
  court_id: string;
  tip_id: string;
  seq: number;
  received_at: Date;
  content_digest: string;
  content_sealed: string | null;
  previous_hash: string;
  hash: string;
}

/** Where each court's order of tips ends. */
export async function tipHeads(tx: Tx): Promise<Head[]> {
  const rows = await tx
    .selectFrom('tip_counters')
    .select(['court_id', 'last', 'last_hash'])
    .where('last', '>', 0)
    .execute();
  return rows.map(({ court_id, last, last_hash }) => [court_id, TIPS, last, last_hash]);
}

/**
 * Proves the order in which tips were received, court by court: no place is missing, none was exchanged or moved, the
 * last is the counter's, and with the key of tips each content is the one that was received. Names the first break.
 */
export async function verifyTips(tx: Tx, anchored: Anchored, vault: Vault | null) {
  const counters = await tipHeads(tx);
  const ends = new Map(counters.map(([courtId, , last, hash]) => [courtId, { last, hash }]));
  for (const { head } of anchored.heads.values()) {
    const [courtId, subject] = head;
    if (subject === TIPS && !ends.has(courtId)) ends.set(courtId, { last: 0, hash: '' });
  }
  const breaks: Break[] = [];
  let tips = 0;
  for (const [courtId, end] of ends) {
    const walked = await walk(tx, courtId, anchored, vault);
    tips += walked.tips;
    const { before } = walked;
    const anchor = anchored.heads.get(`${courtId}/${TIPS}`);
    const isShort = before.seq < Math.max(end.last, anchor?.head[2] ?? 0);
    const problem =
      walked.problem ??
      (isShort ? 'the end was cut off' : null) ??
      (before.hash === end.hash ? null : 'the counter does not end where the tips end');
    if (problem)
      breaks.push({ courtId, subject: TIPS, seq: walked.problem ? walked.at : before.seq + 1, problem });
  }
  return { tips, breaks };
}

async function walk(tx: Tx, courtId: string, anchored: Anchored, vault: Vault | null) {
  let before = { seq: 0, hash: '' };
  let tips = 0;
  for (;;) {
    const { rows } = await sql<Link>`
      select court_id, tip_id, seq, received_at, content_digest, content_sealed, previous_hash, hash
      from tips where court_id = ${courtId} and seq > ${before.seq} order by seq limit ${PAGE}`.execute(tx);
    for (const link of rows) {
      const problem = wrongWith(link, before, vault) ?? writtenAnew(link, anchored);
      if (problem) return { problem, at: before.seq + 1, before, tips };
      before = { seq: link.seq, hash: link.hash };
      tips += 1;
    }
    if (rows.length < PAGE) return { problem: null, at: 0, before, tips };
  }
}

function wrongWith(link: Link, before: { seq: number; hash: string }, vault: Vault | null): string | null {
  if (link.seq !== before.seq + 1) return `tip ${before.seq + 1} is missing`;
  const hash = hashOfTip({
    courtId: link.court_id,
    tipId: link.tip_id,
    seq: link.seq,
    receivedAt: link.received_at,
    contentDigest: link.content_digest,
    previousHash: link.previous_hash,
  });
  if (hash !== link.hash || link.previous_hash !== before.hash)
    return 'the tip is not what was received: it was changed, moved or put in';
  if (!vault || link.content_sealed === null) return null;
  return digestOf(vault, link.content_sealed) === link.content_digest
    ? null
    : 'the content is not the one that was received';
}

/** A content that does not open was changed too. */
function digestOf(vault: Vault, sealed: string): string | null {
  try {
    return vault.index(SEALED.tipContent, vault.open(SEALED.tipContent, sealed));
  } catch {
    return null;
  }
}

function writtenAnew({ court_id, seq, hash }: Link, anchored: Anchored): string | null {
  const anchor = anchored.heads.get(`${court_id}/${TIPS}`);
  if (!anchor || anchor.head[2] !== seq || anchor.head[3] === hash) return null;
  return `the order up to here was written anew: it is not the one that was anchored on ${anchor.day}`;
}
