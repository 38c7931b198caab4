import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from './context';
import { SEALED } from './sensitive';

type Here = Pick<Context, 'tx' | 'courtId' | 'now' | 'app'>;

const LIFETIME_MS = 7 * 24 * 3_600_000;

/** A one-time code of eight digits for one party, easy to type; only its keyed hash is kept. */
export async function issueAccessCode(
  { tx, courtId, now, app }: Here,
  partyId: string,
): Promise<{ code: string; expiresAt: Date }> {
  const digits = String(randomInt(100_000_000)).padStart(8, '0');
  const expiresAt = new Date(now.getTime() + LIFETIME_MS);
  await tx
    .insertInto('access_codes')
    .values({
      court_id: courtId,
      code_index: indexOfCode({ app }, digits),
      party_id: partyId,
      issued_at: now,
      expires_at: expiresAt,
    })
    // Two parties with the same eight digits at a time: the later one replaces a code nobody can tell apart.
    .onConflict((c) =>
      c.column('code_index').doUpdateSet({
        court_id: courtId,
        party_id: partyId,
        issued_at: now,
        expires_at: expiresAt,
        used_at: null,
      }),
    )
    .execute();
  return { code: `${digits.slice(0, 4)} ${digits.slice(4)}`, expiresAt };
}

export function indexOfCode({ app }: Pick<Context, 'app'>, code: string): string {
  return app.vault.index(SEALED.accessCode, code.replace(/\D/g, ''));
}

const WINDOW_MS = 24 * 3_600_000;
const LIMIT = 5;

/** Counts a failed proof; `what` is hashed, so that the table tells nobody who tried what. */
export async function countAttempt({ tx, now, app }: Here, what: string): Promise<void> {
  await tx
    .insertInto('attempts')
    .values({ subject: app.vault.index(SEALED.attempt, what), at: now })
    .execute();
}

/** Five failures from one place, or about one code, close it for a day. */
export async function isLocked({ tx, now, app }: Here, what: string): Promise<boolean> {
  const { failures } = await tx
    .selectFrom('attempts')
    .select((e) => e.fn.countAll<number>().as('failures'))
    .where('subject', '=', app.vault.index(SEALED.attempt, what))
    .where('at', '>', new Date(now.getTime() - WINDOW_MS))
    .executeTakeFirstOrThrow();
  return failures >= LIMIT;
}

export async function anyLocked(here: Here, subjects: readonly string[]): Promise<boolean> {
  const locked = await Promise.all(subjects.map((subject) => isLocked(here, subject)));
  return locked.includes(true);
}

/** Tries about the same subject follow one another, so that a hundred at once are counted like a hundred in a row. */
export async function takeTurns({ tx, app }: Here, subjects: readonly string[]): Promise<void> {
  const keys = subjects.map((subject) => app.vault.index(SEALED.attempt, subject)).sort();
  for (const key of keys) await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 1))`.execute(tx);
}
