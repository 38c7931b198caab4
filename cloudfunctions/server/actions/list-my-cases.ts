import { maskName } from '../../../shared/cases/mask';
import type { Handler, SignedIn } from '../context';

export const listMyCases: Handler<'list-my-cases'> = async (_input, context) => {
  const bindings = context.caller.bindings;
  const cases = await casesOf(context, [...new Set(bindings.map((binding) => binding.caseId))]);
  const parties = await partiesOf(context, [...cases.keys()]);
  const seen = new Set<string>();
  const lines = bindings.flatMap(({ caseId, side, asProxy }) => {
    const found = cases.get(caseId);
    const key = `${caseId} ${side}`;
    if (!found || seen.has(key)) return [];
    seen.add(key);
    const others = parties.filter((party) => party.case_id === caseId && party.side !== side);
    return [{ ...found, side, asProxy, counterpart: others.map((party) => maskName(party.name)).join('、') }];
  });
  return { cases: lines.sort((a, b) => order(a) - order(b) || (a.dueDay < b.dueDay ? -1 : 1)) };
};

/** What is over comes last. */
const order = ({ status }: { status: string }): number =>
  status === 'performed' ? 2 : status === 'filed' ? 1 : 0;

async function casesOf({ tx, courtId }: SignedIn, caseIds: string[]) {
  if (caseIds.length === 0) return new Map<string, never>();
  const rows = await tx
    .selectFrom('cases')
    .select(['case_id as caseId', 'task_number as taskNumber', 'status', 'due_day as dueDay'])
    .where('court_id', '=', courtId)
    .where('case_id', 'in', caseIds)
    .execute();
  return new Map(rows.map((row) => [row.caseId, row]));
}

async function partiesOf({ tx, courtId }: SignedIn, caseIds: string[]) {
  if (caseIds.length === 0) return [];
  return tx
    .selectFrom('parties')
    .select(['case_id', 'side', 'name'])
    .where('court_id', '=', courtId)
    .where('case_id', 'in', caseIds)
    .orderBy('sort')
    .execute();
}
