import { sql } from 'kysely';
import { COURT_ROLES, type Role } from '../../shared/cases/roles';
import { type Day, dayAt } from '../../shared/day';
import { markSeen } from './sessions';
import type { Tx } from './storage/connect';
import type { Session, SignInRef } from './tokens';

export interface Grant {
  role: Role;
  villageId: string | null;
  townId: string | null;
  teamId: string | null;
  /** Whose role it is, where it was handed over for some days. */
  standsInFor?: string | null;
}

export interface Binding {
  partyId: string;
  caseId: string;
  side: 'obligor' | 'obligee';
  asProxy: boolean;
}

export type SetUp = 'password' | 'one-time-codes';

/** Who is calling, with what the database says of him at this moment. */
export interface Caller {
  courtId: string;
  accountId: string;
  name: string;
  grants: Grant[];
  bindings: Binding[];
  signIn?: SignInRef;
  /** What somebody who signed in with a password must still do before anything opens to him. */
  setUp?: SetUp | null;
  /** The chat that he writes from, where the bot speaks for him. */
  viaChat?: string;
}

export function rolesOf(caller: Caller): Set<Role> {
  return new Set<Role>([...caller.grants.map((g) => g.role), ...caller.bindings.map((b) => b.side)]);
}

/** Null when the account is gone or disabled, or the session was ended: what is open ends with it. */
export async function loadCaller(tx: Tx, session: Session, now: Date): Promise<Caller | null> {
  const account = await accountOf(tx, session);
  if (!account) return null;
  if (session.signIn && (account.seen ?? 0) < session.signIn.rotation) await markSeen({ tx, now }, session);
  const who = {
    courtId: account.court_id,
    accountId: account.account_id,
    name: account.name,
    signIn: session.signIn,
    ...(session.viaChat ? { viaChat: session.viaChat } : {}),
  };
  if (session.viaChat && !(await isChatLive(tx, session, session.viaChat))) return null;
  const setUp = setUpOf(account);
  if (setUp) return { ...who, setUp, grants: [], bindings: [] };
  const grants = await loadGrants(tx, session, dayAt(now));
  return {
    ...who,
    setUp,
    grants:
      session.viaWechat || session.viaChat ? grants.filter(({ role }) => !NEEDS_PASSWORD.has(role)) : grants,
    bindings: await loadBindings(tx, session),
  };
}

/** A token outlives its binding by two minutes at most, and opens nothing then. */
async function isChatLive(tx: Tx, { courtId, accountId }: Session, chatId: string): Promise<boolean> {
  const chat = await tx
    .selectFrom('chat_bindings')
    .select('chat_id')
    .where('court_id', '=', courtId)
    .where('chat_id', '=', chatId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return chat !== undefined;
}

/** WeChat alone says who holds the telephone, which is not enough for the court's own desk. */
const NEEDS_PASSWORD = new Set<Role>([...COURT_ROLES, 'admin']);

/** The account, its session and its credentials, in one question. */
function accountOf(tx: Tx, { courtId, accountId, signIn }: Session) {
  return tx
    .selectFrom('accounts as a')
    .leftJoin('sessions as s', (j) =>
      j
        .onRef('s.court_id', '=', 'a.court_id')
        .onRef('s.account_id', '=', 'a.account_id')
        .on('s.session_id', '=', signIn?.sessionId ?? ''),
    )
    .leftJoin('credentials as k', (j) =>
      j.onRef('k.court_id', '=', 'a.court_id').onRef('k.account_id', '=', 'a.account_id'),
    )
    .select(['a.court_id', 'a.account_id', 'a.name', 's.how', 's.seen_rotation as seen'])
    .select(['k.must_change', 'k.totp_confirmed_at'])
    .where('a.court_id', '=', courtId)
    .where('a.account_id', '=', accountId)
    .where('a.disabled_at', 'is', null)
    .where(signIn ? sql<boolean>`s.session_id is not null and s.revoked_at is null` : sql<boolean>`true`)
    .executeTakeFirst();
}

function setUpOf(of: {
  how: string | null;
  must_change: boolean | null;
  totp_confirmed_at: Date | null;
}): SetUp | null {
  if (of.how !== 'password') return null;
  if (of.must_change !== false) return 'password';
  return of.totp_confirmed_at === null ? 'one-time-codes' : null;
}

/** His own roles, and those that were handed over to him. */
function loadGrants(tx: Tx, session: Session, today: Day): Promise<Grant[]> {
  return tx
    .selectFrom(sql<GrantOnDay>`grants_on(${today}::date)`.as('g'))
    .select(['g.role', 'g.village_id as villageId', 'g.town_id as townId', 'g.team_id as teamId'])
    .select('g.stands_in_for as standsInFor')
    .where('g.court_id', '=', session.courtId)
    .where('g.account_id', '=', session.accountId)
    .execute();
}

/** A row of the function `grants_on`. */
export interface GrantOnDay {
  court_id: string;
  account_id: string;
  role: Role;
  village_id: string | null;
  town_id: string | null;
  team_id: string | null;
  stands_in_for: string | null;
}

function loadBindings(tx: Tx, session: Session): Promise<Binding[]> {
  return tx
    .selectFrom('party_bindings as b')
    .innerJoin('parties as p', (join) =>
      join.onRef('p.court_id', '=', 'b.court_id').onRef('p.party_id', '=', 'b.party_id'),
    )
    .select(['b.party_id as partyId', 'p.case_id as caseId', 'p.side', 'b.as_proxy as asProxy'])
    .where('b.court_id', '=', session.courtId)
    .where('b.account_id', '=', session.accountId)
    .where('b.unbound_at', 'is', null)
    .orderBy('b.bound_at')
    .execute();
}
