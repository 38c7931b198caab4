import { sql } from 'kysely';
import { Refusal } from '../../shared/refusal';
import type { Context } from './context';
import { reachOf } from './storage/areas';

type Here = Pick<Context, 'tx' | 'courtId'>;

/** Somebody who works with the system, locked; a party's account is none of the administrator's. */
export async function staffAccount({ tx, courtId }: Here, accountId: string) {
  const found = await tx
    .selectFrom('accounts as a')
    .select(['a.account_id', 'a.name', 'a.disabled_at'])
    .where('a.court_id', '=', courtId)
    .where('a.account_id', '=', accountId)
    .where(sql<boolean>`not is_party_account(a.court_id, a.account_id)`)
    .forUpdate()
    .executeTakeFirst();
  if (!found) throw new Refusal('account-unknown');
  return found;
}

/** The roles that these accounts have or will have, in words, by account. */
export async function grantsOf({ tx, courtId }: Here, accountIds: readonly string[], today: string) {
  const rows = await tx
    .selectFrom('role_grants')
    .select(['grant_id', 'account_id', 'role', 'valid_from', 'valid_to'])
    .select(['village_id as villageId', 'town_id as townId', 'team_id as teamId'])
    .where('court_id', '=', courtId)
    .where('account_id', '=', sql<string>`any(${accountIds}::text[])`)
    .where('revoked_at', 'is', null)
    .where(sql<boolean>`(valid_to is null or valid_to >= ${today})`)
    .orderBy('valid_from')
    .execute();
  const grants = await Promise.all(
    rows.map(async (row) => ({
      accountId: row.account_id,
      grantId: row.grant_id,
      role: row.role,
      reach: await reachOf(tx, courtId, row),
      from: row.valid_from,
      to: row.valid_to,
    })),
  );
  return (accountId: string) =>
    grants.filter((grant) => grant.accountId === accountId).map(({ accountId: _, ...grant }) => grant);
}
