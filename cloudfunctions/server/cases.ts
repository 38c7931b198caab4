import type { Selectable } from 'kysely';
import {
  CASE_STATUS_WORDS,
  type CaseAbility,
  type CaseStatus,
  caseCan,
} from '../../shared/cases/case-status';
import { COURT_ROLES, type Relation } from '../../shared/cases/roles';
import { Refusal } from '../../shared/refusal';
import { type Caller, rolesOf } from './caller';
import type { SignedIn } from './context';
import type { CasesTable } from './storage/database';

export type CaseRow = Selectable<CasesTable>;

/** What the caller is to this case. Null: to him it does not exist. */
export async function relationsTo(context: SignedIn, found: CaseRow): Promise<Set<Relation>> {
  const { caller } = context;
  const relations = new Set<Relation>();
  const roles = rolesOf(caller);
  if (COURT_ROLES.some((role) => roles.has(role))) relations.add('court');
  for (const binding of caller.bindings) {
    if (binding.caseId === found.case_id) relations.add(binding.side);
  }
  if (await hasTask(context, found.case_id)) relations.add('liaison');
  return relations;
}

/** A liaison's cases are those with a task in his village or town that he has not given back. */
async function hasTask({ tx, courtId, caller }: SignedIn, caseId: string): Promise<boolean> {
  const { villages, towns } = placesOf(caller);
  if (villages.length + towns.length === 0) return false;
  const task = await tx
    .selectFrom('tasks')
    .select('task_id')
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .where('state', '!=', 'declined')
    .where((e) =>
      e.or([
        e.and([e('role', '=', 'village-liaison'), e('village_id', 'in', [...villages, ''])]),
        e.and([e('role', '=', 'town-liaison'), e('town_id', 'in', [...towns, ''])]),
      ]),
    )
    .executeTakeFirst();
  return task !== undefined;
}

export function placesOf(caller: Caller) {
  const of = (role: string) => caller.grants.filter((grant) => grant.role === role);
  return {
    villages: of('village-liaison').flatMap((grant) => grant.villageId ?? []),
    towns: of('town-liaison').flatMap((grant) => grant.townId ?? []),
    teams: of('officer').flatMap((grant) => grant.teamId ?? []),
  };
}

export interface OpenCase {
  row: CaseRow;
  relations: Set<Relation>;
}

/**
 * The case, if it is the caller's in one of these relations, locked until the transaction ends, so that
 * two people deciding at once take turns. Not his and not there answer alike.
 */
export async function openCase(
  context: SignedIn,
  caseId: string,
  allowed: readonly Relation[],
): Promise<OpenCase> {
  const row = await context.tx
    .selectFrom('cases')
    .selectAll()
    .where('court_id', '=', context.courtId)
    .where('case_id', '=', caseId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found-or-not-yours');
  const relations = await relationsTo(context, row);
  if (!allowed.some((relation) => relations.has(relation))) throw new Refusal('not-found-or-not-yours');
  return { row, relations };
}

/** Refuses with a sentence that names the status where the one table says no. */
export function ensureCan(ability: CaseAbility, status: CaseStatus, what: string): void {
  if (!caseCan(ability, status))
    throw new Refusal('status-forbids', { status: CASE_STATUS_WORDS[status], what });
}

export async function setStatus(context: SignedIn, caseId: string, status: CaseStatus): Promise<void> {
  await context.tx
    .updateTable('cases')
    .set({ status, updated_at: context.now })
    .where('court_id', '=', context.courtId)
    .where('case_id', '=', caseId)
    .execute();
}
