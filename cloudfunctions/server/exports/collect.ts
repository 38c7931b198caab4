import { CASE_STATUS_WORDS } from '../../../shared/cases/case-status';
import {
  EXPORT_MOST_ROWS,
  type ExportColumn,
  MASKABLE_COLUMNS,
  type MaskableColumn,
} from '../../../shared/cases/exports';
import { maskAddress, maskIdNumber, maskName, maskPhone } from '../../../shared/cases/mask';
import { Refusal } from '../../../shared/refusal';
import { casesWanted } from '../case-filter';
import { type CaseLine, selectCaseLines } from '../case-lines';
import type { SignedIn } from '../context';
import type { PartyRow } from '../parties';
import { addressOf, idNumberOf, phoneOf } from '../party-details';
import type { ExportRow } from './rows';

export type Cell = string | number;
type Wanted = Pick<ExportRow, 'status' | 'town_id' | 'search'>;

/** How many cases an export would hold; none, or more than a person can answer for, is refused. */
export async function countCases(context: SignedIn, wanted: Wanted): Promise<number> {
  const { cases } = await context.tx
    .selectFrom('cases as c')
    .select((e) => e.fn.countAll<number>().as('cases'))
    .where('c.court_id', '=', context.courtId)
    .where(casesWanted(filterOf(wanted), context))
    .executeTakeFirstOrThrow();
  if (cases === 0) throw new Refusal('export-empty');
  if (cases > EXPORT_MOST_ROWS) throw new Refusal('export-too-many', { cases, most: EXPORT_MOST_ROWS });
  return cases;
}

const filterOf = ({ status, town_id, search }: Wanted) => ({ status, townId: town_id, search });

/** What the caller may see now of the cases that were asked for, a row each, in the order of their due days. */
export async function collectCases(
  context: SignedIn,
  row: ExportRow,
): Promise<{ caseIds: string[]; cells: Cell[][] }> {
  const cases = await selectCaseLines(context)
    .where(casesWanted(filterOf(row), context))
    .orderBy('c.due_day')
    .orderBy('c.case_number')
    .execute();
  const caseIds = cases.map(({ caseId }) => caseId);
  const tellsOfParties = row.columns.some((column) => isMaskable(column));
  const parties = tellsOfParties ? await partiesOf(context, caseIds) : new Map<string, Party[]>();
  const show = partyCell(context, new Set(row.clear_granted));
  const cell = (line: CaseLine, column: ExportColumn): Cell =>
    isMaskable(column) ? show(parties.get(line.caseId) ?? [], column) : PLAIN[column](line);
  return { caseIds, cells: cases.map((line) => row.columns.map((column) => cell(line, column))) };
}

const isMaskable = (column: ExportColumn): column is MaskableColumn =>
  (MASKABLE_COLUMNS as readonly ExportColumn[]).includes(column);

const PLAIN: Record<Exclude<ExportColumn, MaskableColumn>, (line: CaseLine) => Cell> = {
  'case-number': (line) => line.caseNumber,
  cause: (line) => line.cause ?? '',
  status: (line) => CASE_STATUS_WORDS[line.status],
  principal: (line) => line.principal / 100,
  'due-day': (line) => line.dueDay,
  town: (line) => line.town ?? '',
  village: (line) => line.village ?? '',
  team: (line) => line.team ?? '',
  judge: (line) => line.judge ?? '',
};

type Party = Pick<
  PartyRow,
  | 'case_id'
  | 'party_id'
  | 'side'
  | 'name'
  | 'phone_sealed'
  | 'id_number_sealed'
  | 'service_address_sealed'
  | 'household_address_sealed'
>;

async function partiesOf({ tx, courtId }: SignedIn, caseIds: string[]): Promise<Map<string, Party[]>> {
  const rows = await tx
    .selectFrom('parties')
    .select(['case_id', 'party_id', 'side', 'name'])
    .select(['phone_sealed', 'id_number_sealed', 'service_address_sealed', 'household_address_sealed'])
    .where('court_id', '=', courtId)
    .where('case_id', 'in', caseIds)
    .orderBy('sort')
    .orderBy('party_id')
    .execute();
  const byCase = new Map<string, Party[]>();
  for (const party of rows) byCase.set(party.case_id, [...(byCase.get(party.case_id) ?? []), party]);
  return byCase;
}

interface OfParty {
  side: Party['side'];
  read: (context: SignedIn, party: Party) => string | null;
  mask: (whole: string) => string;
}

const phones = {
  read: (context: SignedIn, party: Party) => phoneOf(context, party, 'court'),
  mask: maskPhone,
};
const names = { read: (_: SignedIn, party: Party) => party.name, mask: maskName };

const OF_PARTY: Record<MaskableColumn, OfParty> = {
  obligors: { side: 'obligor', ...names },
  'obligor-phones': { side: 'obligor', ...phones },
  'obligor-id-numbers': {
    side: 'obligor',
    read: (context, party) => idNumberOf(context, party, 'court'),
    mask: maskIdNumber,
  },
  'obligor-addresses': {
    side: 'obligor',
    read: (context, party) => addressOf(context, party, 'court'),
    mask: maskAddress,
  },
  obligees: { side: 'obligee', ...names },
  'obligee-phones': { side: 'obligee', ...phones },
};

/** Several of one side stand in one cell, in the order of their names; who has none keeps his place. */
const partyCell =
  (context: SignedIn, clear: ReadonlySet<MaskableColumn>) =>
  (parties: readonly Party[], column: MaskableColumn): string => {
    const { side, read, mask } = OF_PARTY[column];
    const values = parties
      .filter((party) => party.side === side)
      .map((party) => read(context, party))
      .map((whole) => (whole === null ? '—' : clear.has(column) ? whole : mask(whole)));
    return values.join('；');
  };
