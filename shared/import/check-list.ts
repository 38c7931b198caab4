import type { Day } from '../day';
import type { Calendar } from '../law/holidays';
import { addressBook } from './address';
import { finding } from './finding';
import { byCase, makeCase } from './group';
import { findHeader, type Header } from './header';
import { problemOf, problemOfRow, totalsOf } from './report';
import { type ReadRow, readRow } from './row';
import { type SkipReason, whySkipped } from './skipped-rows';
import type { AreaTable, CheckedList, ImportedCase, Problem, RawRow, RawSheet } from './types';
import { WHOLE_SHEET } from './wording';

export interface CheckedAgainst {
  areas: AreaTable;
  today: Day;
  /** With the holidays that an administrator loaded; without it, those that are published with us. */
  calendar?: Calendar;
}

/**
 * Checks a whole list: what can be imported, and what is to be said of every row. Nothing is stored.
 * Throws a Refusal when there is no header or a required column is missing.
 */
export function checkList(sheet: RawSheet, world: CheckedAgainst): CheckedList {
  const header = findHeader(sheet.rows);
  const below = sheet.rows.filter(({ number }) => number > header.row);
  const skipped = new Map(below.map((row) => [row, whySkipped(row, header)] as const));
  const book = addressBook(world.areas);
  const { today, calendar } = world;
  const context = { header, book, today, calendar, date1904: sheet.date1904 };
  const rows = below.filter((row) => !skipped.get(row)).map((row) => readRow(row, context));
  nameStrangers(rows);
  const cases = [...byCase(rows)]
    .map(([caseNumber, group]) => makeCase(caseNumber, group))
    .filter((made): made is ImportedCase => made !== null);
  const problems = [
    ...sheetProblems(sheet, header),
    ...hiddenRows(skipped),
    ...rows.flatMap((row) => row.problems),
  ].sort((a, b) => a.row - b.row);
  const imported = cases.reduce((sum, { rows: of }) => sum + of.length, 0);
  const out = [...skipped.values()].filter((reason) => reason !== null).length;
  return { cases, problems, totals: totalsOf(below.length, out, imported, problems) };
}

/** One ID number under two names in different cases: one of them is wrong. */
function nameStrangers(rows: ReadRow[]): void {
  const owners = new Map<string, { name: string; row: number; caseNumber: string | null }>();
  for (const row of rows) {
    for (const { idNumber, name } of row.obligors) {
      const owner = idNumber ? owners.get(idNumber) : undefined;
      if (idNumber && !owner) owners.set(idNumber, { name, row: row.number, caseNumber: row.caseNumber });
      // Within one case it is an error of its own.
      if (owner && owner.name !== name && owner.caseNumber !== row.caseNumber) {
        row.note('debtorId', finding('id-other-name', { row: owner.row }));
      }
    }
  }
}

function sheetProblems(sheet: RawSheet, header: Header): Problem[] {
  const about = (at: number, code: 'column-unknown' | 'column-twice' | 'column-in-wan') =>
    problemOf(header.row, header.titles[at]!, header.titles[at]!, finding(code));
  return [
    ...sheet.skippedSheets.map(({ name, reason }) =>
      problemOf(
        header.row,
        WHOLE_SHEET,
        name,
        reason === 'hidden' ? finding('sheet-hidden') : finding('sheet-not-first', { read: sheet.sheetName }),
      ),
    ),
    ...(header.at.householdAddress || header.at.serviceAddress
      ? []
      : [problemOf(header.row, WHOLE_SHEET, '', finding('address-no-column'))]),
    ...header.unknown.map((at) => about(at, 'column-unknown')),
    ...header.repeated.map((at) => about(at, 'column-twice')),
    ...[...header.inWan].map((at) => about(at, 'column-in-wan')),
  ];
}

function hiddenRows(skipped: Map<RawRow, SkipReason | null>): Problem[] {
  return [...skipped]
    .filter(([, reason]) => reason === 'hidden')
    .map(([row]) => problemOfRow(row.number, finding('row-hidden')));
}
