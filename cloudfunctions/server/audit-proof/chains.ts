import { sql } from 'kysely';
import { type AuditFacts, type AuditLine, hashLine } from '../audit';
import type { Tx } from '../storage/connect';

export interface ChainName {
  courtId: string;
  subject: string;
}

/** The first link of a chain that does not hold. */
export interface Break extends ChainName {
  seq: number;
  problem: string;
}

export interface ChainLine extends AuditLine {
  seq: number;
  previousHash: string;
  hash: string;
  /** We write whole milliseconds; anything finer was not written by us. */
  isWhole: boolean;
}

const PAGE = 2000;

/** All lines, or those of one subject, chain by chain, in pages: a book of any size goes through little memory. */
export async function* readChains(tx: Tx, subject?: string): AsyncGenerator<ChainLine> {
  for (let after = ['', '', 0] as [string, string, number]; ; ) {
    const { rows } = await sql<ChainLine>`
      select court_id as "courtId", subject, seq, at, actor, action, facts,
        previous_hash as "previousHash", hash, at = date_trunc('milliseconds', at) as "isWhole"
      from audit_lines
      where (court_id, subject, seq) > (${after[0]}, ${after[1]}, ${after[2]})
        and (${subject ?? null}::text is null or subject = ${subject ?? null})
      order by court_id, subject, seq limit ${PAGE}`.execute(tx);
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = [last.courtId, last.subject, last.seq];
  }
}

/** What is wrong with a line that should follow another; null where nothing is. */
export function wrongWith(line: ChainLine, before: Pick<ChainLine, 'seq' | 'hash'> | null): string | null {
  const wanted = (before?.seq ?? 0) + 1;
  if (line.seq > wanted) return `${spanOf(wanted, line.seq - 1)} missing`;
  if (line.seq < wanted) return 'the line has a number that is not in order';
  const { seq, previousHash, hash, isWhole, ...said } = line;
  if (!isWhole || hashLine(plain(said), seq, previousHash) !== hash) {
    return 'the line is not what was written: it was changed, or put in without its proof';
  }
  if (previousHash !== (before?.hash ?? '')) {
    return 'the line does not follow from the one before it: one of them was put in, exchanged or written anew';
  }
  return null;
}

const spanOf = (from: number, to: number) => (from === to ? `line ${from} is` : `lines ${from} to ${to} are`);

const plain = ({ courtId, subject, at, actor, action, facts }: AuditLine): AuditLine => ({
  courtId,
  subject,
  at,
  actor,
  action,
  facts: facts as AuditFacts,
});
