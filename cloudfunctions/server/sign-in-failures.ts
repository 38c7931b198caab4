import { sql } from 'kysely';
import { FORGET_AFTER_MS, secondsToWait, waitWords } from '../../shared/cases/lock-out';
import { Refusal } from '../../shared/refusal';
import type { Context } from './context';
import { SEALED } from './sensitive';

type Here = Pick<Context, 'app' | 'tx' | 'now'>;

/** The table tells nobody who was tried from where. */
const indexOf = ({ app }: Here, subject: string) => app.vault.index(SEALED.attempt, `sign-in ${subject}`);

/**
 * Refuses while the last failures still have to be waited for. One try at a time: whoever sends a hundred at
 * once is not let in a hundred times, and does not hold a hundred connections waiting.
 */
export async function refuseHaste(here: Here, subject: string): Promise<void> {
  const key = indexOf(here, subject);
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${key}, 2)) as mine`.execute(here.tx);
  if (!rows[0]?.mine) throw tooOften(1);
  const row = await here.tx
    .selectFrom('sign_in_failures')
    .select(['failures', 'last_at'])
    .where('subject', '=', key)
    .executeTakeFirst();
  const wait = secondsToWait(row ? { count: row.failures, lastAt: row.last_at } : null, here.now);
  if (wait > 0) throw tooOften(wait);
}

const tooOften = (seconds: number) =>
  new Refusal('sign-in-too-often', { wait: waitWords(seconds) }).after(seconds);

export async function countFailure(here: Here, subject: string): Promise<void> {
  const forgotten = new Date(here.now.getTime() - FORGET_AFTER_MS);
  await here.tx
    .insertInto('sign_in_failures')
    .values({ subject: indexOf(here, subject), failures: 1, last_at: here.now })
    .onConflict((c) =>
      c.column('subject').doUpdateSet({
        failures: sql<number>`case when sign_in_failures.last_at < ${forgotten}::timestamptz then 1
          else sign_in_failures.failures + 1 end`,
        last_at: here.now,
      }),
    )
    .execute();
}

export async function forgetFailures(here: Here, subject: string): Promise<void> {
  await here.tx.deleteFrom('sign_in_failures').where('subject', '=', indexOf(here, subject)).execute();
}
