import { sql } from 'kysely';
import type { Day } from '../../../shared/day';
import type { Vault } from '../sensitive';
import type { Db, Tx } from '../storage/connect';
import { type Anchored, type AnchorStore, readAnchors } from './anchors';
import { type Break, type ChainLine, readChains, wrongWith } from './chains';
import { TIPS, verifyTips } from './tips';

export interface Verdict {
  chains: number;
  lines: number;
  /** Tips whose order was proven; none where one case alone is asked for. */
  tips: number;
  /** Chains that stood in the anchors. */
  anchored: number;
  /** The first broken link of every chain that has one. */
  breaks: Break[];
  /** What is wrong with the anchors themselves. */
  anchorProblems: string[];
}

/** Proves every chain, or that of one subject, link by link and against the anchors. */
export async function verifyAudit(
  db: Db,
  store: AnchorStore,
  subject?: string,
  /** With the key of tips their contents are proven too. */
  tipVault: Vault | null = null,
): Promise<Verdict> {
  const anchored = await readAnchors(store);
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => {
      const verdict = await walkChains(tx, anchored, subject);
      if (!subject) {
        const { tips, breaks } = await verifyTips(tx, anchored, tipVault);
        verdict.tips = tips;
        verdict.breaks.push(...breaks);
      }
      verdict.anchorProblems.push(...(await missingDays(tx, anchored)));
      return verdict;
    });
}

async function walkChains(tx: Tx, anchored: Anchored, subject?: string): Promise<Verdict> {
  const verdict: Verdict = {
    chains: 0,
    lines: 0,
    tips: 0,
    anchored: 0,
    breaks: [],
    anchorProblems: [...anchored.problems],
  };
  const unseen = new Map(
    [...anchored.heads].filter(([, { head }]) => head[1] !== TIPS && (!subject || head[1] === subject)),
  );
  let before: ChainLine | null = null;
  let isBroken = false;
  const end = () => {
    if (!before) return;
    const name = `${before.courtId}/${before.subject}`;
    const anchor = unseen.get(name);
    unseen.delete(name);
    if (!anchor) return;
    verdict.anchored += 1;
    const [, , seq] = anchor.head;
    if (!isBroken && before.seq < seq) verdict.breaks.push(cut(before, before.seq + 1, seq, anchor.day));
  };
  for await (const line of readChains(tx, subject)) {
    if (!before || before.courtId !== line.courtId || before.subject !== line.subject) {
      end();
      before = null;
      isBroken = false;
      verdict.chains += 1;
    }
    const problem = isBroken ? null : (wrongWith(line, before) ?? writtenAnew(line, anchored));
    if (problem) {
      isBroken = true;
      verdict.breaks.push({ ...nameOf(line), seq: line.seq, problem });
    }
    verdict.lines += 1;
    before = line;
  }
  end();
  for (const { head, day } of unseen.values()) {
    const [courtId, gone, seq] = head;
    verdict.breaks.push(cut({ courtId, subject: gone }, 1, seq, day));
  }
  return verdict;
}

const nameOf = ({ courtId, subject }: Pick<ChainLine, 'courtId' | 'subject'>) => ({ courtId, subject });

function cut(chain: Pick<ChainLine, 'courtId' | 'subject'>, from: number, to: number, day: Day): Break {
  const problem = `the end was cut off: on ${day} the chain went on to line ${to}`;
  return { ...nameOf(chain), seq: from, problem };
}

/** A chain that was written anew from some line on holds in itself, and not against what was anchored. */
function writtenAnew({ courtId, subject, seq, hash }: ChainLine, anchored: Anchored): string | null {
  const anchor = anchored.heads.get(`${courtId}/${subject}`);
  if (!anchor || anchor.head[2] !== seq || anchor.head[3] === hash) return null;
  return `the chain up to here was written anew: it is not the one that was anchored on ${anchor.day}`;
}

/** The database knows which days were anchored, and with which root; one of the two places alone cannot be changed. */
async function missingDays(tx: Tx, { days }: Anchored): Promise<string[]> {
  const { rows } = await sql<{
    day: Day;
    root: string;
  }>`select day, root from audit_anchors order by day`.execute(tx);
  const known = new Map(rows.map(({ day, root }) => [day, root]));
  return [
    ...rows.filter(({ day }) => !days.has(day)).map(({ day }) => `the file has no anchor of ${day}`),
    ...[...days.keys()]
      .filter((day) => !known.has(day))
      .map((day) => `the database has lost its note of ${day}`),
    ...rows
      .filter(({ day, root }) => days.has(day) && days.get(day) !== root)
      .map(({ day }) => `file and database do not agree on ${day}`),
  ];
}
