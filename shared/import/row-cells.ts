import type { Day } from '../day';
import type { Calendar } from '../law/holidays';
import type { AddressBook } from './address';
import { cellText, isBlank } from './cells';
import { type ColumnKey, isRequired } from './columns';
import { finding, type Reading } from './finding';
import type { Header } from './header';
import { problemIn } from './report';
import type { Problem, RawCell, RawRow } from './types';

/** What the rules of a row need besides its cells. */
export interface ListContext {
  header: Header;
  book: AddressBook;
  today: Day;
  calendar?: Calendar;
  date1904: boolean;
}

/** One row by the meaning of its columns; whatever a rule finds becomes a problem of the row. */
export interface RowCells {
  /** The first cell of this meaning that holds something. */
  cell(key: ColumnKey): RawCell;
  text(key: ColumnKey): string;
  /** Whether the amounts of this column are in 万元. */
  inWan(key: ColumnKey): boolean;
  /** Reads a cell by a rule. An empty one gives null, and a problem where the column is required. */
  take<T>(key: ColumnKey, rule: (cell: RawCell) => Reading<T>): T | null;
  has(key: ColumnKey): boolean;
  note(key: ColumnKey, ...findings: Reading<unknown>['findings']): void;
  problems: Problem[];
}

/** Longer than any remark of a clerk; the rules look at every letter several times. */
const LONGEST_TEXT = 2_000;

export function rowCells(row: RawRow, { header }: ListContext): RowCells {
  const problems: Problem[] = [];
  const cellsOf = (key: ColumnKey): RawCell[] =>
    (header.at[key] ?? []).map((at) => row.cells[at] ?? null).filter((cell) => !isBlank(cell));
  const cell = (key: ColumnKey): RawCell => joined(key, cellsOf(key));
  const note: RowCells['note'] = (key, ...findings) => {
    for (const found of findings) addOnce(problems, problemIn(row, header, key, cell(key), found));
  };
  return {
    cell,
    note,
    problems,
    has: (key) => header.at[key] !== undefined,
    text: (key) => cellText(cell(key)),
    inWan: (key) => header.inWan.has(header.at[key]?.[0] ?? -1),
    take(key, rule) {
      const held = cell(key);
      if (!held) {
        if (isRequired(key)) note(key, finding('required-empty'));
        return null;
      }
      if (held.type === 'error') {
        note(key, finding('cell-broken', { code: held.code }));
        return null;
      }
      if (held.type === 'text' && held.text.length > LONGEST_TEXT) {
        note(key, finding('cell-too-long', { length: held.text.length }));
        return null;
      }
      const { value, findings } = rule(held);
      note(key, ...findings);
      return value;
    },
  };
}

/** Of several people in one cell the same thing is said once. */
function addOnce(problems: Problem[], said: Problem): void {
  const before = problems.some((p) => p.column === said.column && p.problem === said.problem);
  if (!before) problems.push(said);
}

/** Two telephone columns hold two numbers; of two ID columns one is filled. */
function joined(key: ColumnKey, cells: RawCell[]): RawCell {
  if (key !== 'debtorPhone' || cells.length < 2) return cells[0] ?? null;
  return { type: 'text', text: cells.map(cellText).join('、') };
}
