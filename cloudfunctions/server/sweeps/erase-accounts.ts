import { sql } from 'kysely';
import { erasedUpTo, keptFrom } from '../../../shared/cases/retention';
import { addDays, type Day, instantOf } from '../../../shared/day';
import type { App } from '../app';
import { appendAudit } from '../audit';
import type { Tx } from '../storage/connect';
import { SWEEP } from './actor';

/**
 * An account that was only a party's is closed when the last of his cases was erased; a closed account loses what is
 * personal in it when its time has passed. Sign-ins that are long over go with it.
 */
export async function eraseAccounts({ db, now }: App, today: Day): Promise<void> {
  const days = Math.max(...keptFrom('account-closed').map((one) => one.days));
  const before = instantOf(addDays(erasedUpTo(today, days), 1));
  await db.transaction().execute(async (tx) => {
    await closeLeft(tx, now());
    const erased = await emptyClosed(tx, before);
    await sql`delete from sessions where expires_at < ${before}`.execute(tx);
    await sql`delete from known_devices where last_used_at < ${before}`.execute(tx);
    for (const [courtId, count] of erased) {
      await appendAudit(tx, {
        courtId,
        subject: 'court',
        at: now(),
        actor: SWEEP,
        action: 'erase-accounts',
        facts: { rule: 'account-closed', days, accounts: count },
      });
    }
  });
}

/** Nobody's role, and party of nothing but cases that were erased. */
async function closeLeft(tx: Tx, now: Date): Promise<void> {
  await sql`
    update accounts a set disabled_at = ${now}
    where a.disabled_at is null
      and exists (
        select from party_bindings b join parties p on p.court_id = b.court_id and p.party_id = b.party_id
        join cases c on c.court_id = p.court_id and c.case_id = p.case_id
        where b.court_id = a.court_id and b.account_id = a.account_id and c.erased_at is not null)
      and not exists (
        select from party_bindings b
        where b.court_id = a.court_id and b.account_id = a.account_id and b.unbound_at is null)
      and not exists (select from role_grants g where g.court_id = a.court_id and g.account_id = a.account_id)`.execute(
    tx,
  );
}

/** By court: how many lost their name, number and sign-in. */
async function emptyClosed(tx: Tx, before: Date): Promise<[courtId: string, count: number][]> {
  const { rows } = await sql<{ courtId: string; accountId: string }>`
    update accounts set name = '已注销', phone_sealed = null, phone_index = null, openid = null
    where disabled_at < ${before} and name <> '已注销'
    returning court_id as "courtId", account_id as "accountId"`.execute(tx);
  const ids = rows.map(({ accountId }) => accountId);
  for (const table of [
    'recovery_codes',
    'credentials',
    'known_devices',
    'sessions',
    'chat_codes',
    'chat_numbers',
    'chat_bindings',
  ]) {
    await sql`delete from ${sql.table(table)} where account_id = any (${ids}::text[])`.execute(tx);
  }
  const counts = new Map<string, number>();
  for (const { courtId } of rows) counts.set(courtId, (counts.get(courtId) ?? 0) + 1);
  return [...counts];
}
