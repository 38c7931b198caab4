import type { Role } from '../../shared/cases/roles';
import { type Day, dayAt } from '../../shared/day';
import type { Tx } from './storage/connect';
import type { Session } from './tokens';

export interface Grant {
  role: Role;
  villageId: string | null;
  townId: string | null;
  teamId: string | null;
}

export interface Binding {
  partyId: string;
  caseId: string;
  side: 'obligor' | 'obligee';
  asProxy: boolean;
}

/** Who is calling, with what the database says of him at this moment. */
export interface Caller {
  courtId: string;
  accountId: string;
  name: string;
  grants: Grant[];
  bindings: Binding[];
}

export function rolesOf(caller: Caller): Set<Role> {
  return new Set<Role>([...caller.grants.map((g) => g.role), ...caller.bindings.map((b) => b.side)]);
}

/** Null when the account is gone or disabled: its open sessions end with it. */
export async function loadCaller(tx: Tx, session: Session, now: Date): Promise<Caller | null> {
  const account = await tx
    .selectFrom('accounts')
    .select(['court_id', 'account_id', 'name'])
    .where('court_id', '=', session.courtId)
    .where('account_id', '=', session.accountId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (!account) return null;
  return {
    courtId: account.court_id,
    accountId: account.account_id,
    name: account.name,
    grants: await loadGrants(tx, session, dayAt(now)),
    bindings: await loadBindings(tx, session),
  };
}

function loadGrants(tx: Tx, session: Session, today: Day): Promise<Grant[]> {
  return tx
    .selectFrom('role_grants')
    .select(['role', 'village_id as villageId', 'town_id as townId', 'team_id as teamId'])
    .where('court_id', '=', session.courtId)
    .where('account_id', '=', session.accountId)
    .where('valid_from', '<=', today)
    .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>=', today)]))
    .execute();
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
