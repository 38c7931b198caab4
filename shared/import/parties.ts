import { cellText, compact } from './cells';
import type { ColumnKey } from './columns';
import { type Finding, finding, nothing, once, type Reading, reads } from './finding';
import { type IdNumber, readIdCell } from './id-number';
import { looksLikeOrganisation, readNames } from './people';
import { readPhones } from './phone';
import { findPlace } from './place';
import type { ListContext, RowCells } from './row-cells';
import type { ImportedParty, RawCell } from './types';

type Kind = ImportedParty['kind'];

const OBLIGOR = { name: 'debtor', id: 'debtorId', phone: 'debtorPhone' } as const;
const OBLIGEE = { name: 'creditor', id: 'creditorId', phone: 'creditorPhone' } as const;
const BETWEEN_NUMBERS = /[、，,；;\n|/]+/;
const BETWEEN_ADDRESSES = /[；;\n]+/;

/** The debtors of a row: usually one, several where names and numbers stand in the same order. */
export function readObligors(row: RowCells, context: ListContext): ImportedParty[] {
  const people = readPeople(row, context, OBLIGOR);
  const declared = row.take('debtorKind', readKind);
  const official = row.take('publicOfficial', readYesNo);
  const household = addressesFor(row, 'householdAddress', people.length);
  const service = addressesFor(row, 'serviceAddress', people.length);
  return people.map((person, at) => {
    const addresses = { household: household[at] ?? null, service: service[at] ?? null };
    return {
      side: 'obligor',
      ...person,
      kind: kindOf(row, person, declared),
      householdAddress: addresses.household,
      serviceAddress: addresses.service,
      publicOfficial: official,
      ...findPlace(row, addresses, context.book),
    };
  });
}

export function readObligees(row: RowCells, context: ListContext): ImportedParty[] {
  return readPeople(row, context, OBLIGEE).map((person) => ({
    side: 'obligee',
    ...person,
    kind: person.kind ?? (looksLikeOrganisation(person.name) ? 'organisation' : 'natural'),
    serviceAddress: null,
    householdAddress: null,
    publicOfficial: null,
    villageId: null,
    townId: null,
  }));
}

interface Person {
  name: string;
  idNumber: string | null;
  kind: Kind | null;
  phones: string[];
}

function readPeople(row: RowCells, context: ListContext, columns: typeof OBLIGOR | typeof OBLIGEE): Person[] {
  const names = row.take(columns.name, (cell) => readNames(cellText(cell))) ?? [];
  const ids = row.take(columns.id, (cell) => readIds(cell, names.length, context)) ?? [];
  if (names.length > 1 && ids.length === names.length) {
    row.note(columns.name, finding('people-split', { count: names.length }));
  }
  const phones = phonesFor(row, columns.phone, names);
  return names.map((name, at) => ({
    name,
    idNumber: ids[at]?.number ?? null,
    kind: ids[at]?.kind ?? null,
    phones: phones[at] ?? [],
  }));
}

/** As many numbers as names, in their order; otherwise nobody knows whose is whose. */
function readIds(cell: RawCell, names: number, { today }: ListContext): Reading<IdNumber[]> {
  const pieces = splitNumbers(cell);
  if (names > 0 && pieces.length !== names) {
    return nothing(finding('people-uneven', { names, ids: pieces.length }));
  }
  const readings = pieces.map((piece) => readIdCell(piece, today));
  const ids = readings.flatMap(({ value }) => (value ? [value] : []));
  return reads(
    ids.length === pieces.length ? ids : null,
    ...once(readings.flatMap(({ findings }) => findings)),
  );
}

function splitNumbers(cell: RawCell): RawCell[] {
  if (cell?.type !== 'text') return [cell];
  const pieces = cellText(cell)
    .split(BETWEEN_NUMBERS)
    .filter((piece) => piece.trim() !== '');
  return pieces.length > 1 ? pieces.map((text) => ({ type: 'text', text: text.trim() })) : [cell];
}

function phonesFor(row: RowCells, key: ColumnKey, names: string[]): string[][] {
  if (names.length < 2) return [row.take(key, (cell) => readPhones(cell, names[0] ?? null)) ?? []];
  return row.take(key, (cell) => pairedPhones(cell, names)) ?? [];
}

/** A number given to the wrong person tells him of another's debt: only equal counts are paired. */
function pairedPhones(cell: RawCell, names: string[]): Reading<string[][]> {
  const pieces = splitNumbers(cell);
  if (pieces.length !== names.length) {
    return nothing(finding('people-phones-uneven', { names: names.length, phones: pieces.length }));
  }
  const readings = pieces.map((piece, at) => readPhones(piece, names[at]!));
  const findings: Finding[] = [finding('people-phones-paired', { count: names.length })];
  return reads(
    readings.map(({ value }) => value ?? []),
    ...findings,
    ...once(readings.flatMap(({ findings: found }) => found)),
  );
}

function addressesFor(row: RowCells, key: ColumnKey, people: number): string[] {
  return row.take(key, (cell) => pairedAddresses(cellText(cell), people)) ?? [];
}

/** One address serves all of a row's people; several must be as many as they are. */
function pairedAddresses(text: string, people: number): Reading<string[]> {
  const pieces = text
    .split(BETWEEN_ADDRESSES)
    .map((piece) => piece.trim())
    .filter(Boolean);
  if (people < 2) return reads([text.replace(/\s*\n\s*/g, ' ')]);
  if (pieces.length === 1) return reads(Array.from({ length: people }, () => pieces[0]!));
  if (pieces.length === people) return reads(pieces);
  return nothing(finding('people-addresses-uneven', { names: people, addresses: pieces.length }));
}

function kindOf(row: RowCells, person: Person, declared: Kind | null): Kind {
  const read = person.kind ?? declared ?? 'natural';
  if (person.kind && declared && person.kind !== declared) {
    row.note('debtorKind', finding('kind-conflict', { kind: declared === 'natural' ? '自然人' : '单位' }));
  } else if (person.kind === 'natural' && !declared && looksLikeOrganisation(person.name)) {
    row.note('debtorId', finding('kind-name-conflict'));
  }
  return read;
}

/** 个体工商户 says nothing: the person behind it owes. */
function readKind(cell: RawCell): Reading<Kind> {
  const text = compact(cellText(cell));
  if (/个体/.test(text)) return nothing();
  if (/非自然人|单位|法人|公司|企业|组织|机构/.test(text)) return reads('organisation' as const);
  if (/自然人|个人|公民/.test(text)) return reads('natural' as const);
  return nothing(finding('kind-unknown'));
}

function readYesNo(cell: RawCell): Reading<boolean> {
  const text = compact(cellText(cell)).toUpperCase();
  if (/^(?:是|Y|YES|1|√|✓|TRUE|公职人员|有)$/.test(text)) return reads(true);
  if (/^(?:否|不是|非|N|NO|0|×|X|FALSE|非公职人员)$/.test(text)) return reads(false);
  return nothing(finding('official-unknown'));
}
