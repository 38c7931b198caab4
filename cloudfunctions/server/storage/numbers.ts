import { sql } from 'kysely';
import type { Tx } from './connect';

/** The next number of a kind of paper in a year. Gapless: the row stays locked until the paper is in. */
export async function nextPaperNumber(
  tx: Tx,
  courtId: string,
  kind: 'notice' | 'certificate' | 'export' | 'bounty' | 'reward',
  year: number,
) {
  const { rows } = await sql<{ last: number }>`
    insert into paper_numbers (court_id, kind, year, last) values (${courtId}, ${kind}, ${year}, 1)
    on conflict (court_id, kind, year) do update set last = paper_numbers.last + 1
    returning last`.execute(tx);
  return rows[0]!.last;
}
