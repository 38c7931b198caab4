import { type CaseFacts, readCaseFacts, readNumberOfCase } from './case-facts';
import { originalOf } from './cells';
import type { ColumnKey } from './columns';
import type { Finding } from './finding';
import { readObligees, readObligors } from './parties';
import { type ListContext, rowCells } from './row-cells';
import type { ImportedParty, Problem, RawRow } from './types';

/** One row, read by every rule. */
export interface ReadRow {
  number: number;
  caseNumber: string | null;
  facts: CaseFacts;
  obligors: ImportedParty[];
  obligees: ImportedParty[];
  coDebtors: string[];
  problems: Problem[];
  /** Adds a problem to a cell of this row. */
  note(key: ColumnKey, found: Finding): void;
  /** What the row says in a column, for the report of another row. */
  said(key: ColumnKey): string;
}

export function readRow(row: RawRow, context: ListContext): ReadRow {
  const cells = rowCells(row, context);
  return {
    number: row.number,
    caseNumber: readNumberOfCase(cells, context),
    facts: readCaseFacts(cells, context),
    obligors: readObligors(cells, context),
    obligees: readObligees(cells, context),
    coDebtors: cells
      .text('coDebtors')
      .split(/[、，,；;\n\s]+/)
      .filter(Boolean),
    problems: cells.problems,
    note: (key, found) => cells.note(key, found),
    said: (key) => originalOf(cells.cell(key), false),
  };
}
