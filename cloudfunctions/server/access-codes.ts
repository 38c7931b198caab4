import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from './context';
import { SEALED } from './sensitive';
import type { Db, Tx } from './storage/connect';

type Here = Pick<Context, 'tx' | 'courtId' | 'now' | 'app'>;

const LIFETIME_MS = 7 * 24 * 3_600_000;

/** A one-time code of eight digits, easy to type; `shown` leaves, and only the keyed hash is kept. */
export function makeAccessCode(here: Pick<Context, 'app'>): { shown: string; index: string } {
  const digits = String(randomInt(100_000_000)).padStart(8, '0');
  return { shown: `${digits.slice(0, 4)} ${digits.slice(4)}`, index: indexOfCode(here, digits) };
}

export const expiryOfCode = (now: Date): Date => new Date(now.getTime() + LIFETIME_MS);

/** A code for one party, to be given on paper. */
export async function issueAccessCode(
  { tx, courtId, now, app }: Here,
  partyId: string,
): Promise<{ code: string; expiresAt: Date }> {
  const { shown, index } = makeAccessCode({ app });
  const code = { courtId, index, partyId, noticeId: null };
  await keepAccessCodes(tx, [code], now);
  return { code: shown, expiresAt: expiryOfCode(now) };
}

export interface KeptCode {
  courtId: string;
  index: string;
  partyId: string;
  /** The message that it left in. */
  noticeId: string | null;
}

/** Of two parties with the same eight digits at a time the later replaces a code that nobody can tell apart. */
export async function keepAccessCodes(db: Db | Tx, codes: readonly KeptCode[], now: Date): Promise<void> {
  if (codes.length === 0) return;
  await sql`
    insert into access_codes (court_id, code_index, party_id, issued_at, expires_at, notice_id)
    select distinct on (index) court_id, index, party_id, ${now}::timestamptz, ${expiryOfCode(now)}::timestamptz, notice_id
    from unnest(${codes.map((c) => c.courtId)}::text[], ${codes.map((c) => c.index)}::text[],
                ${codes.map((c) => c.partyId)}::text[], ${codes.map((c) => c.noticeId)}::text[])
      as c(court_id, index, party_id, notice_id)
    on conflict (code_index) do update
    set court_id = excluded.court_id, party_id = excluded.party_id, issued_at = excluded.issued_at,
        expires_at = excluded.expires_at, notice_id = excluded.notice_id, used_at = null`.execute(db);
}

export function indexOfCode({ app }: Pick<Context, 'app'>, code: string): string {
  return app.vault.index(SEALED.accessCode, code.replace(/\D/g, ''));
}

const WINDOW_MS = 24 * 3_600_000;
const LIMIT = 5;
/** Behind one address may stand a town: high enough for it, and too low for guessing a code and six letters of an ID. */
const LIMIT_OF_ADDRESS = 60;
const limitOf = (what: string): number => (/^(ask-)?from:/.test(what) ? LIMIT_OF_ADDRESS : LIMIT);

/** Counts a failed proof; `what` is hashed, so that the table tells nobody who tried what. */
export async function countAttempt({ tx, now, app }: Here, what: string): Promise<void> {
  await tx
    .insertInto('attempts')
    .values({ subject: app.vault.index(SEALED.attempt, what), at: now })
    .execute();
}

/** So many failures from one place, or about one code or number, close it for a day. */
export async function isLocked({ tx, now, app }: Here, what: string): Promise<boolean> {
  const { failures } = await tx
    .selectFrom('attempts')
    .select((e) => e.fn.countAll<number>().as('failures'))
    .where('subject', '=', app.vault.index(SEALED.attempt, what))
    .where('at', '>', new Date(now.getTime() - WINDOW_MS))
    .executeTakeFirstOrThrow();
  return failures >= limitOf(what);
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
