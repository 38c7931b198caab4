import type { Selectable } from 'kysely';
import { relationOf, rolesFor } from '../../shared/cases/access';
import {
  CASE_STATUS_WORDS,
  type CaseAbility,
  type CaseStatus,
  caseCan,
} from '../../shared/cases/case-status';
import type { Relation } from '../../shared/cases/roles';
import { Refusal } from '../../shared/refusal';
import { rolesOf } from './caller';
import type { SignedIn } from './context';
import { casesInReach, ownTasks } from './reach';
import { absentFor } from './standing-in';
import { keepInReach } from './storage/confine';
import type { CasesTable } from './storage/database';

export type CaseRow = Selectable<CasesTable>;

/** All that the caller is to this case. Nothing: to him it does not exist. */
export async function relationsTo(context: SignedIn, found: CaseRow): Promise<Set<Relation>> {
  const relations = new Set<Relation>();
  if (await seesAsCourt(context, found.case_id)) relations.add('court');
  for (const binding of context.caller.bindings) {
    if (binding.caseId === found.case_id) relations.add(binding.side);
  }
  if (await hasTask(context, found.case_id)) relations.add('liaison');
  return relations;
}

/** What he may be to a case in order to do this, by the table of access. */
const allowedFor = ({ action, caller }: SignedIn): (Relation | null)[] =>
  [...rolesFor(action, rolesOf(caller))].map(relationOf);

/** A member of the court sees the whole court; an officer what his team serves. */
async function seesAsCourt(context: SignedIn, caseId: string): Promise<boolean> {
  if (![...rolesOf(context.caller)].some((role) => relationOf(role) === 'court')) return false;
  const found = await context.tx
    .selectFrom('cases as c')
    .select('c.case_id')
    .where('c.court_id', '=', context.courtId)
    .where('c.case_id', '=', caseId)
    .where(casesInReach(context))
    .executeTakeFirst();
  return found !== undefined;
}

/** A liaison's cases are those with a running task of his own that he has not given back. */
async function hasTask(context: SignedIn, caseId: string): Promise<boolean> {
  const task = await context.tx
    .selectFrom('tasks as t')
    .select('t.task_id')
    .where('t.court_id', '=', context.courtId)
    .where('t.case_id', '=', caseId)
    .where('t.role', '!=', 'officer')
    .where('t.state', '!=', 'closed')
    .where('t.decline_reason', 'is', null)
    .where(ownTasks(context))
    .executeTakeFirst();
  return task !== undefined;
}

export interface OpenCase {
  row: CaseRow;
  relations: Set<Relation>;
}

/**
 * The case, if it is the caller's in a role that may do what he asks, locked until the transaction ends, so that
 * two people deciding at once take turns. Not his and not there answer alike.
 */
export async function openCase(
  context: SignedIn,
  caseId: string,
  /** Where not everybody who may do this may see all of it. */
  only?: readonly Relation[],
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
  const allowed = allowedFor(context).filter((relation) => !only || only.includes(relation!));
  const isAllowed = (found: Set<Relation>) => allowed.some((relation) => found.has(relation!));
  if (!isAllowed(relations)) throw new Refusal('not-found-or-not-yours');
  const absent = await absentFor(context, async (as) => isAllowed(await relationsTo(as, row)));
  context.inPlaceOf(caseId, absent);
  await keepInReach(context.tx, caseId);
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
