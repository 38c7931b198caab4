import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import type { Day } from '../../../shared/day';

/** A place outside the database that is only added to, a line a day. */
export interface AnchorStore {
  append(line: string): Promise<void>;
  lines(): AsyncIterable<string>;
}

/** Where a chain ended: its court, its subject, the number and the hash of its last line. */
export type Head = [courtId: string, subject: string, seq: number, hash: string];

/** What is known of all chains at the end of a day. Each line proves the one before it. */
export interface Anchor {
  day: Day;
  at: string;
  /** The hash of the file's line before this one. */
  previous: string;
  chains: number;
  /** Of the heads of all chains, those of earlier days included. */
  root: string;
  /** The chains that grew since the line before. */
  heads: Head[];
}

export function diskAnchors(path: string): AnchorStore {
  return {
    async append(line) {
      await mkdir(dirname(path), { recursive: true });
      const file = await open(path, 'a+', 0o600);
      try {
        const { size } = await file.stat();
        const last = size > 0 ? (await file.read(Buffer.alloc(1), 0, 1, size - 1)).buffer.toString() : '\n';
        // A writer that died in mid-line must not spoil the next one.
        await file.appendFile(`${last === '\n' ? '' : '\n'}${line}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
    },
    async *lines() {
      const input = createReadStream(path, 'utf8');
      try {
        yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      }
    },
  };
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const nameOf = ([courtId, subject]: Head) => `${courtId}/${subject}`;

/** The root of a Merkle tree over the heads in the order of their names, so that one chain can be proven alone. */
export function merkleRoot(heads: Iterable<Head>): string {
  const ordered = [...heads].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  let level = ordered.map((head) => hashOf(`head ${JSON.stringify(head)}`));
  while (level.length > 1) {
    level = level.flatMap((left, at) => {
      if (at % 2 === 1) return [];
      const right = level[at + 1];
      return [right === undefined ? left : hashOf(`node ${left} ${right}`)];
    });
  }
  return level[0] ?? hashOf('no chains');
}

/** What a whole file of anchors says. */
export interface Anchored {
  /** By name of the chain: where it ended when it was anchored last, and on which day. */
  heads: Map<string, { head: Head; day: Day }>;
  days: Map<Day, string>;
  /** The hash of the last line. */
  last: string;
  problems: string[];
}

/** Reads the anchors from the first to the last and tries each against those before it. */
export async function readAnchors(store: AnchorStore): Promise<Anchored> {
  const told: Anchored = { heads: new Map(), days: new Map(), last: '', problems: [] };
  let number = 0;
  for await (const line of store.lines()) {
    number += 1;
    const anchor = parse(line);
    if (anchor) take(told, anchor, number);
    told.last = hashOf(line);
  }
  return told;
}

function take(told: Anchored, anchor: Anchor, number: number): void {
  const { day, previous, root, heads } = anchor;
  if (previous !== told.last)
    told.problems.push(`line ${number} (${day}) does not follow from the one before it`);
  for (const head of heads) told.heads.set(nameOf(head), { head, day });
  const all = [...told.heads.values()].map(({ head }) => head);
  if (merkleRoot(all) !== root)
    told.problems.push(`line ${number} (${day}) does not have the root of its heads`);
  told.days.set(day, root);
}

/** Null for the rest of a line whose writer died; the next line still proves it. */
function parse(line: string): Anchor | null {
  try {
    return JSON.parse(line) as Anchor;
  } catch {
    return null;
  }
}
