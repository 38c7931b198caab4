import { sql } from 'kysely';
import type { Context } from './context';
import type { PartyRow } from './parties';

type Here = Pick<Context, 'tx' | 'courtId' | 'now'>;

/** Lets an account act for a party from now on. Proving oneself after having been a proxy makes it one's own. */
export async function bind(
  { tx, courtId, now }: Here,
  partyId: string,
  accountId: string,
  asProxy: boolean,
): Promise<void> {
  await tx
    .insertInto('party_bindings')
    .values({ court_id: courtId, party_id: partyId, account_id: accountId, as_proxy: asProxy, bound_at: now })
    .onConflict((c) =>
      c
        .columns(['court_id', 'party_id', 'account_id'])
        .where('unbound_at', 'is', null)
        .doUpdateSet({ as_proxy: sql`party_bindings.as_proxy and excluded.as_proxy` }),
    )
    .execute();
}

/**
 * The account that a proven party goes on with: the one that called, if it may carry this person; else the
 * one he already has; else a new one.
 */
export async function accountFor(context: Context, party: PartyRow, proxyName?: string): Promise<string> {
  const { caller } = context;
  if (caller && (await mayCarry(context, party, proxyName !== undefined))) return caller.accountId;
  const openid = await freeOpenid(context);
  const own = proxyName === undefined ? await ownAccount(context, party.party_id) : undefined;
  if (own && (openid === null || own.openid === null)) {
    if (openid) await keepOpenid(context, own.account_id, openid);
    return own.account_id;
  }
  return createAccount(context, party, openid, proxyName);
}

/**
 * Staff never become a party by helping at the counter, and two people who share a telephone do not grow
 * into one account; a proxy may carry whom he acts for beside his own cases.
 */
async function mayCarry(
  { tx, courtId, caller }: Context,
  party: PartyRow,
  asProxy: boolean,
): Promise<boolean> {
  if (!caller || caller.grants.length > 0) return false;
  const own = caller.bindings.filter((binding) => !binding.asProxy).map((binding) => binding.partyId);
  if (asProxy || own.length === 0) return true;
  const other = await tx
    .selectFrom('parties')
    .select('party_id')
    .where('court_id', '=', courtId)
    .where('party_id', 'in', own)
    .where('id_number_index', '!=', party.id_number_index)
    .executeTakeFirst();
  return other === undefined;
}

function ownAccount({ tx, courtId }: Context, partyId: string) {
  return tx
    .selectFrom('party_bindings as b')
    .innerJoin('accounts as a', (j) =>
      j.onRef('a.court_id', '=', 'b.court_id').onRef('a.account_id', '=', 'b.account_id'),
    )
    .select(['a.account_id', 'a.openid'])
    .where('b.court_id', '=', courtId)
    .where('b.party_id', '=', partyId)
    .where('b.as_proxy', '=', false)
    .where('b.unbound_at', 'is', null)
    .where('a.disabled_at', 'is', null)
    .orderBy('b.bound_at')
    .executeTakeFirst();
}

/** The caller's WeChat identity, unless an account has it already, be it a disabled one. */
async function freeOpenid({ tx, openid }: Context): Promise<string | null> {
  if (!openid) return null;
  const taken = await tx
    .selectFrom('accounts')
    .select('account_id')
    .where('openid', '=', openid)
    .executeTakeFirst();
  return taken ? null : openid;
}

async function keepOpenid({ tx, courtId }: Context, accountId: string, openid: string): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ openid })
    .where('court_id', '=', courtId)
    .where('account_id', '=', accountId)
    .execute();
}

async function createAccount(
  { app, tx, courtId, now }: Context,
  party: PartyRow,
  openid: string | null,
  proxyName: string | undefined,
): Promise<string> {
  const accountId = app.newId('account');
  await tx
    .insertInto('accounts')
    .values({
      court_id: courtId,
      account_id: accountId,
      name: proxyName ?? party.name,
      phone_sealed: proxyName ? null : party.phone_sealed,
      phone_index: proxyName ? null : party.phone_index,
      openid,
      created_at: now,
    })
    .execute();
  return accountId;
}
