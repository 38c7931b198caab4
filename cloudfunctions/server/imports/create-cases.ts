import type { Insertable } from 'kysely';
import { obligationOf } from '../../../shared/cases/imported-case';
import { makeTaskNumber } from '../../../shared/ids';
import type { ImportedCase, ImportedParty } from '../../../shared/import/types';
import { openChains } from '../audit';
import type { SignedIn } from '../context';
import type {
  CasesTable,
  ImportChangesTable,
  ObligationPortionsTable,
  PartiesTable,
} from '../storage/database';
import type { CountyMap } from './county-map';
import { sealParty } from './seal-party';

interface Rows {
  cases: Insertable<CasesTable>[];
  parties: Insertable<PartiesTable>[];
  portions: Insertable<ObligationPortionsTable>[];
  changes: Insertable<ImportChangesTable>[];
}

/** PostgreSQL takes 65,535 parameters in one statement. */
const ROWS_A_STATEMENT = 1_000;

/** New cases, in a few statements however many they are. */
export async function createCases(
  context: SignedIn,
  batchId: string,
  cases: ImportedCase[],
  map: CountyMap,
): Promise<void> {
  if (cases.length === 0) return;
  const rows: Rows = { cases: [], parties: [], portions: [], changes: [] };
  for (const imported of cases) addRows(rows, context, batchId, imported, map);
  const { tx } = context;
  await inPieces(rows.cases, (piece) => tx.insertInto('cases').values(piece).execute());
  await inPieces(rows.parties, (piece) => tx.insertInto('parties').values(piece).execute());
  await inPieces(rows.portions, (piece) => tx.insertInto('obligation_portions').values(piece).execute());
  await inPieces(rows.changes, (piece) => tx.insertInto('import_changes').values(piece).execute());
  await openChains(
    tx,
    rows.cases.map(({ case_id }) => auditOf(context, batchId, case_id)),
  );
}

async function inPieces<T>(rows: T[], insert: (piece: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT) {
    await insert(rows.slice(at, at + ROWS_A_STATEMENT));
  }
}

const auditOf = ({ courtId, now, caller }: SignedIn, batchId: string, caseId: string) => ({
  courtId,
  subject: caseId,
  at: now,
  actor: caller.accountId,
  action: 'import-case',
  facts: { batchId },
});

function addRows(rows: Rows, context: SignedIn, batchId: string, imported: ImportedCase, map: CountyMap) {
  const { courtId, app } = context;
  const caseId = app.newId('case');
  rows.cases.push(caseRow(context, caseId, batchId, imported, map));
  rows.parties.push(...imported.parties.map((party, sort) => partyRow(context, caseId, party, sort, map)));
  rows.portions.push(...portionRows(courtId, caseId, imported));
  rows.changes.push({ court_id: courtId, batch_id: batchId, case_id: caseId, kind: 'created' });
}

function caseRow(
  { courtId, app, now }: SignedIn,
  caseId: string,
  batchId: string,
  imported: ImportedCase,
  map: CountyMap,
): Insertable<CasesTable> {
  const { claimed, paidBefore, principal, dueDay } = obligationOf(imported);
  const { villageId, townId, teamId } = map.placeOf(imported.parties);
  return {
    court_id: courtId,
    case_id: caseId,
    case_number: imported.caseNumber,
    task_number: makeTaskNumber(app.random),
    instrument_number: imported.instrumentNumber,
    instrument_type: imported.instrumentType,
    cause: imported.cause,
    effective_day: imported.effectiveDay,
    due_day: dueDay,
    claimed_fen: claimed,
    paid_before_fen: paidBefore,
    principal_fen: principal,
    judge_name: imported.judgeName,
    clerk_name: imported.clerkName,
    guarantee: imported.guarantee,
    note: imported.note,
    village_id: villageId,
    town_id: townId,
    team_id: teamId,
    import_batch_id: batchId,
    created_at: now,
    updated_at: now,
  };
}

export function partyRow(
  { courtId, app }: SignedIn,
  caseId: string,
  party: ImportedParty,
  sort: number,
  map: CountyMap,
): Insertable<PartiesTable> {
  return {
    court_id: courtId,
    party_id: app.newId('party'),
    case_id: caseId,
    side: party.side,
    kind: party.kind,
    name: party.name,
    ...sealParty(app, party),
    village_id: map.villageOf(party),
    public_official: party.publicOfficial,
    contact_state: party.phones.length > 0 ? 'ok' : 'no-phone',
    sort,
  };
}

export function portionRows(
  courtId: string,
  caseId: string,
  imported: ImportedCase,
): Insertable<ObligationPortionsTable>[] {
  return obligationOf(imported).portions.map(({ dueDay, amount }, sort) => ({
    court_id: courtId,
    case_id: caseId,
    sort,
    amount_fen: amount,
    due_day: dueDay,
  }));
}
