import type { Insertable } from 'kysely';
import { newPartyKeptOut } from '../../../shared/cases/imported-case';
import type { ImportedCase, ImportedParty, Problem } from '../../../shared/import/types';
import type { SignedIn } from '../context';
import type { CasesTable, PartiesTable } from '../storage/database';
import { type Change, caseDiff, isEmpty, partyDiff, portionsDiff, sameParty } from './change';
import type { CountyMap } from './county-map';
import { partyRow } from './create-cases';
import type { KnownCase } from './known-cases';

export interface Update {
  updated: boolean;
  /** What the list asked for and did not get. */
  remark: Problem | null;
}

/** A known case takes from the list what is the court's to say; status, money and field work stay as they are. */
export async function updateCase(
  context: SignedIn,
  batchId: string,
  known: KnownCase,
  imported: ImportedCase,
  map: CountyMap,
): Promise<Update> {
  const strangers = imported.parties.filter((party) => !sameParty(context.app, known.parties, party));
  const addable = known.row.status === 'waiting' ? strangers : [];
  const change = changeOf(context, known, imported, map);
  const remark = strangers.length > addable.length ? newPartyKeptOut(imported) : null;
  if (isNothing(change) && addable.length === 0) return { updated: false, remark };
  await writeChange(context, known.row.case_id, change);
  change.addedParties = await addParties(context, known, addable, map);
  await keepChange(context, batchId, known.row.case_id, change);
  return { updated: true, remark };
}

function changeOf({ app }: SignedIn, known: KnownCase, imported: ImportedCase, map: CountyMap): Change {
  const parties = imported.parties.flatMap((wanted) => {
    const party = sameParty(app, known.parties, wanted);
    if (!party) return [];
    const diff = partyDiff(app, known, party, wanted, map);
    return isEmpty(diff) ? [] : [{ partyId: party.party_id, ...diff }];
  });
  return {
    status: known.row.status,
    case: caseDiff(known, imported, map),
    parties,
    portions: portionsDiff(known, imported),
    addedParties: [],
  };
}

const isNothing = (change: Change): boolean =>
  isEmpty(change.case) && change.parties.length === 0 && change.portions === null;

/** Writes the columns of a change: those that it put there, or, to take it back, those that stood there. */
export async function writeChange(
  context: SignedIn,
  caseId: string,
  change: Change,
  side: 'before' | 'after' = 'after',
): Promise<void> {
  const { tx, courtId, now } = context;
  await tx
    .updateTable('cases')
    .set({ ...(change.case[side] as Partial<Insertable<CasesTable>>), updated_at: now })
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .execute();
  for (const party of change.parties) {
    await tx
      .updateTable('parties')
      .set(party[side] as Partial<Insertable<PartiesTable>>)
      .where('court_id', '=', courtId)
      .where('party_id', '=', party.partyId)
      .execute();
  }
  if (change.portions) await replacePortions(context, caseId, change.portions[side]);
}

async function replacePortions(
  { tx, courtId }: SignedIn,
  caseId: string,
  portions: NonNullable<Change['portions']>['after'],
): Promise<void> {
  await tx
    .deleteFrom('obligation_portions')
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .execute();
  if (portions.length === 0) return;
  const rows = portions.map((portion, sort) => ({ court_id: courtId, case_id: caseId, sort, ...portion }));
  await tx.insertInto('obligation_portions').values(rows).execute();
}

async function addParties(
  context: SignedIn,
  { row, parties }: KnownCase,
  added: ImportedParty[],
  map: CountyMap,
): Promise<string[]> {
  if (added.length === 0) return [];
  const rows = added.map((party, at) => partyRow(context, row.case_id, party, parties.length + at, map));
  await context.tx.insertInto('parties').values(rows).execute();
  return rows.map(({ party_id }) => party_id);
}

async function keepChange(context: SignedIn, batchId: string, caseId: string, change: Change): Promise<void> {
  await context.tx
    .insertInto('import_changes')
    .values({
      court_id: context.courtId,
      batch_id: batchId,
      case_id: caseId,
      kind: 'updated',
      before: JSON.stringify(change),
    })
    .execute();
  const columns = [...Object.keys(change.case.after), ...(change.portions ? ['portions'] : [])];
  await context.audit(caseId, 'import-case', { batchId, columns, parties: change.parties.length });
}
