import type { CaseStatus } from '../../../shared/cases/case-status';
import { obligationOf } from '../../../shared/cases/imported-case';
import type { ImportedCase, ImportedParty } from '../../../shared/import/types';
import type { App } from '../app';
import type { CaseRow } from '../cases';
import type { PartyRow } from '../parties';
import { SEALED, type Vault } from '../sensitive';
import type { CountyMap } from './county-map';
import type { KnownCase, PortionRow } from './known-cases';
import { sealParty } from './seal-party';

type Fields = Record<string, unknown>;

/** Columns with what stood there and what the list put there. */
export interface Diff {
  before: Fields;
  after: Fields;
}

type Portion = Pick<PortionRow, 'amount_fen' | 'due_day'>;

/** Everything that one list changed in one known case: enough to take it back. */
export interface Change {
  status: CaseStatus;
  case: Diff;
  parties: ({ partyId: string } & Diff)[];
  portions: { before: Portion[]; after: Portion[] } | null;
  addedParties: string[];
}

/** Before anybody worked on it a case is what the court's list says; afterwards only its labels are. */
const isUntouched = ({ row, hasPayments }: KnownCase): boolean => row.status === 'waiting' && !hasPayments;

export function caseDiff(known: KnownCase, imported: ImportedCase, map: CountyMap): Diff {
  return diff(known.row, {
    ...labelsOf(imported),
    ...(isUntouched(known) ? owedBy(imported) : {}),
    ...(known.row.status === 'waiting' ? missingPlace(known.row, imported, map) : {}),
  });
}

const labelsOf = (imported: ImportedCase): Partial<CaseRow> => ({
  instrument_number: imported.instrumentNumber,
  instrument_type: imported.instrumentType,
  cause: imported.cause,
  judge_name: imported.judgeName,
  clerk_name: imported.clerkName,
  guarantee: imported.guarantee,
  note: imported.note,
});

function owedBy(imported: ImportedCase): Partial<CaseRow> {
  const { claimed, paidBefore, principal, dueDay } = obligationOf(imported);
  return {
    effective_day: imported.effectiveDay,
    due_day: dueDay,
    claimed_fen: claimed,
    paid_before_fen: paidBefore,
    principal_fen: principal,
  };
}

/** A place that somebody settled stays; a missing one may come from the list. */
function missingPlace(row: CaseRow, { parties }: ImportedCase, map: CountyMap): Partial<CaseRow> {
  const { villageId, townId, teamId } = map.placeOf(parties);
  if (row.village_id || (row.town_id && !villageId)) return {};
  return { village_id: villageId, town_id: townId, team_id: teamId };
}

export function portionsDiff(known: KnownCase, imported: ImportedCase): Change['portions'] {
  if (!isUntouched(known)) return null;
  const before = known.portions.map(({ amount_fen, due_day }) => ({ amount_fen, due_day }));
  const after = obligationOf(imported).portions.map(({ amount, dueDay }) => ({
    amount_fen: amount,
    due_day: dueDay,
  }));
  return JSON.stringify(before) === JSON.stringify(after) ? null : { before, after };
}

/** The person in the book whom the list means: by ID number; where one side has none, by name. */
export function sameParty(app: App, parties: PartyRow[], wanted: ImportedParty): PartyRow | undefined {
  const side = parties.filter((party) => party.side === wanted.side);
  const index = wanted.idNumber && app.vault.index(SEALED.idNumber, wanted.idNumber);
  return (
    side.find((party) => index !== null && party.id_number_index === index) ??
    side.find((party) => (!index || !party.id_number_index) && party.name === wanted.name)
  );
}

/** The list adds what nobody knew of a person, and corrects nothing: a number may have been put right by hand. */
export function partyDiff(
  app: App,
  { row }: KnownCase,
  party: PartyRow,
  wanted: ImportedParty,
  map: CountyMap,
): Diff {
  const sealed = sealParty(app, wanted);
  const { phone_sealed, phone_index, other_phones_sealed } = sealed;
  const hasPhone = party.phone_sealed !== null || party.contact_state === 'wrong-number' || !phone_sealed;
  return diff(party, {
    ...(hasPhone ? {} : { phone_sealed, phone_index, other_phones_sealed, contact_state: 'ok' }),
    ...(party.id_number_sealed
      ? {}
      : { id_number_sealed: sealed.id_number_sealed, id_number_index: sealed.id_number_index }),
    ...(party.service_address_sealed ? {} : { service_address_sealed: sealed.service_address_sealed }),
    ...(party.household_address_sealed ? {} : { household_address_sealed: sealed.household_address_sealed }),
    ...(party.village_id || row.status !== 'waiting' ? {} : { village_id: map.villageOf(wanted) }),
    ...(party.public_official === null ? { public_official: wanted.publicOfficial } : {}),
  });
}

/** An empty cell takes nothing away. */
function diff(row: object, wanted: Fields): Diff {
  const current = row as Fields;
  const changed = Object.entries(wanted).filter(([key, value]) => value !== null && value !== current[key]);
  return {
    before: Object.fromEntries(changed.map(([key]) => [key, current[key]])),
    after: Object.fromEntries(changed),
  };
}

export const isEmpty = ({ after }: Diff): boolean => Object.keys(after).length === 0;

/** Do the columns still hold what the list put there? What was sealed anew since still says the same. */
export const stillHolds = ({ vault }: App, row: object, { after }: Diff): boolean =>
  Object.entries(after).every(([key, value]) => {
    const now = (row as Fields)[key];
    return (
      now === value || (key.endsWith('_sealed') && saySame(vault, key.replace('_sealed', ''), now, value))
    );
  });

const saySame = (vault: Vault, field: string, one: unknown, other: unknown): boolean =>
  typeof one === 'string' && typeof other === 'string' && vault.open(field, one) === vault.open(field, other);
