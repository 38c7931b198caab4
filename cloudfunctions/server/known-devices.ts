import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from './context';

type Here = Pick<Context, 'app' | 'tx' | 'courtId' | 'now'>;

/** The token has 256 random bits, so a plain hash gives nothing away. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** The hash of a browser from which this person signed in before; null for any other. */
export async function knownDevice(
  { tx, courtId }: Here,
  accountId: string | null,
  token: string | undefined,
): Promise<string | null> {
  const found = await tx
    .selectFrom('known_devices')
    .select('token_hash')
    .where('court_id', '=', courtId)
    .where('account_id', '=', accountId ?? '')
    .where('token_hash', '=', hashOf(token ?? ''))
    .executeTakeFirst();
  return found?.token_hash ?? null;
}

/** Remembers the browser, and answers its token: the one it has from this or another person, or a new one. */
export async function rememberDevice(
  { app, tx, courtId, now }: Here,
  accountId: string,
  token: string | undefined,
): Promise<string> {
  const kept = token && /^[\w-]{43}$/.test(token) ? token : Buffer.from(app.random(32)).toString('base64url');
  await tx
    .insertInto('known_devices')
    .values({ court_id: courtId, account_id: accountId, token_hash: hashOf(kept), last_used_at: now })
    .onConflict((c) =>
      c
        .columns(['court_id', 'account_id', 'token_hash'])
        .doUpdateSet({ last_used_at: sql<Date>`excluded.last_used_at` }),
    )
    .execute();
  return kept;
}
