import { sql } from 'kysely';
import type { SignedIn } from '../context';

/** One import a court at a time. The lock ends with its transaction, even when the process dies. */
const lockOf = (courtId: string) => sql`hashtextextended(${`import/${courtId}`}, 0)`;

export async function takeTurn({ tx, courtId }: Pick<SignedIn, 'tx' | 'courtId'>): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(${lockOf(courtId)}) as mine`.execute(tx);
  return rows[0]!.mine;
}

/** Is somebody importing now? Those who only ask do not keep each other out. */
export async function isUnderWay({ tx, courtId }: Pick<SignedIn, 'tx' | 'courtId'>): Promise<boolean> {
  const { rows } = await sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock_shared(${lockOf(courtId)}) as free`.execute(tx);
  return !rows[0]!.free;
}
