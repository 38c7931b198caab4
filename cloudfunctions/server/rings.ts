import { sql } from 'kysely';
import type { Role } from '../../shared/cases/roles';
import { dayAt } from '../../shared/day';
import { nextAllowed } from '../../shared/reminders/quiet-hours';
import { type RingKind, ringsAtNight } from '../../shared/reminders/ring-wording';
import type { Context } from './context';
import type { Tx } from './storage/connect';

type Here = Pick<Context, 'app' | 'tx' | 'courtId' | 'now'>;

export interface Ring {
  kind: RingKind;
  /** What waits; it rings once for each step. */
  aboutId: string;
  step?: number;
  facts?: Record<string, string>;
}

/** Puts a call into the queue for each of these accounts, in the transaction of what it tells of. */
export async function ring({ app, tx, courtId, now }: Here, accountIds: readonly string[], one: Ring) {
  if (accountIds.length === 0) return;
  await tx
    .insertInto('rings')
    .values(
      [...new Set(accountIds)].map((accountId) => ({
        court_id: courtId,
        ring_id: app.newId('ring'),
        account_id: accountId,
        kind: one.kind,
        about_id: one.aboutId,
        step: one.step ?? 1,
        facts: JSON.stringify(one.facts ?? {}),
        not_before: ringsAtNight(one.kind) ? now : nextAllowed(now),
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute();
}

/** Whoever holds one of the roles today. */
export async function holdersOf(
  tx: Tx,
  courtId: string,
  roles: readonly Role[],
  now: Date,
): Promise<string[]> {
  const { rows } = await sql<{ account_id: string }>`
    select distinct g.account_id
    from grants_on(${dayAt(now)}::date) g
    join accounts a on a.court_id = g.court_id and a.account_id = g.account_id and a.disabled_at is null
    where g.court_id = ${courtId} and g.role = any(${roles}::text[])
    order by g.account_id`.execute(tx);
  return rows.map((row) => row.account_id);
}

/** Who is on duty at the tips' desk at this moment; all of the desk where nobody is on the list. */
export async function onDuty(tx: Tx, courtId: string, now: Date): Promise<string[]> {
  const shifts = await tx
    .selectFrom('duty_shifts')
    .select('account_id')
    .where('court_id', '=', courtId)
    .where('from_at', '<=', now)
    .where('to_at', '>', now)
    .execute();
  return shifts.length > 0
    ? shifts.map(({ account_id }) => account_id)
    : holdersOf(tx, courtId, ['tip-desk'], now);
}
