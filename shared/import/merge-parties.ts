import { finding } from './finding';
import type { ReadRow } from './row';
import type { ImportedParty } from './types';

interface Seen {
  party: ImportedParty;
  row: number;
}

/** The parties of a case: every debtor once, by ID number; every creditor once, by name. */
export function mergeParties(rows: ReadRow[]): ImportedParty[] {
  const obligors: Seen[] = [];
  const obligees: Seen[] = [];
  for (const row of rows) {
    for (const party of row.obligors) addObligor(obligors, party, row);
    for (const party of row.obligees) addObligee(obligees, party, row);
  }
  nameMissing(rows, obligors);
  return [...obligors, ...obligees].map(({ party }) => party);
}

function addObligor(seen: Seen[], party: ImportedParty, row: ReadRow): void {
  if (party.idNumber === null) return;
  const same = seen.find((other) => other.party.idNumber === party.idNumber);
  if (!same) {
    const namesake = seen.find((other) => other.party.name === party.name);
    if (namesake) row.note('debtor', finding('name-two-ids', { row: namesake.row }));
    seen.push({ party, row: row.number });
  } else if (same.party.name !== party.name) {
    row.note('debtorId', finding('id-two-names', { row: same.row }));
  } else {
    row.note('debtorId', finding('row-duplicate', { row: same.row }));
    same.party = merged(same.party, party);
  }
}

function addObligee(seen: Seen[], party: ImportedParty, row: ReadRow): void {
  const same = seen.find((other) => other.party.name === party.name);
  if (!same) seen.push({ party, row: row.number });
  else if (same.party.idNumber && party.idNumber && same.party.idNumber !== party.idNumber) {
    row.note('creditorId', finding('case-conflict', { row: same.row, other: party.name }));
  } else same.party = merged(same.party, party);
}

/** The first row's word stands; the second adds what the first left out. */
function merged(first: ImportedParty, second: ImportedParty): ImportedParty {
  const placed = first.villageId ? first : second.villageId ? second : first;
  return {
    ...first,
    idNumber: first.idNumber ?? second.idNumber,
    kind: first.idNumber ? first.kind : second.kind,
    phones: [...new Set([...first.phones, ...second.phones])],
    serviceAddress: first.serviceAddress ?? second.serviceAddress,
    householdAddress: first.householdAddress ?? second.householdAddress,
    publicOfficial: first.publicOfficial ?? second.publicOfficial,
    villageId: placed.villageId,
    townId: placed.townId,
  };
}

/** 共同义务人 names people; without a row of their own they have no ID number and cannot come in. */
function nameMissing(rows: ReadRow[], obligors: Seen[]): void {
  const present = new Set(obligors.map(({ party }) => party.name));
  for (const row of rows) {
    for (const name of row.coDebtors) {
      if (!present.has(name)) row.note('coDebtors', finding('co-obligor-missing', { name }));
    }
  }
}
