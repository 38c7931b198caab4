import { maskNumbers, originalOf } from './cells';
import { COLUMNS, type ColumnKey } from './columns';
import { type Finding, say } from './finding';
import type { Header } from './header';
import type { Level, Problem, RawCell, RawRow, Totals } from './types';
import { FINDINGS, WHOLE_ROW } from './wording';

const HOLD_IDS_OR_PHONES = new Set<ColumnKey>([
  'debtorId',
  'debtorPhone',
  'creditorId',
  'creditorPhone',
  'judgePhone',
]);

/** A finding in a cell of a known column. */
export function problemIn(
  row: RawRow,
  header: Header,
  key: ColumnKey,
  cell: RawCell | undefined,
  found: Finding,
): Problem {
  const at = header.at[key]?.[0];
  const column = at === undefined ? COLUMNS[key].name : header.titles[at]!;
  return problemOf(row.number, column, originalOf(cell, HOLD_IDS_OR_PHONES.has(key)), {
    ...found,
    details: { column: COLUMNS[key].name, ...found.details },
  });
}

export function problemOfRow(row: number, found: Finding): Problem {
  return problemOf(row, WHOLE_ROW, '', found);
}

export function problemOf(
  row: number,
  column: string,
  original: string,
  { code, details }: Finding,
): Problem {
  const [level, problem, suggestion] = FINDINGS[code];
  const fill = (sentence: string) => maskNumbers(say(sentence, details));
  return { row, column, original, level, problem: fill(problem), suggestion: fill(suggestion) };
}

export function hasError(problems: readonly Problem[]): boolean {
  return problems.some(({ level }) => level === 'error');
}

/** Counts the report by rows, as a clerk counts them. */
export function totalsOf(
  rows: number,
  skipped: number,
  imported: number,
  problems: readonly Problem[],
): Totals {
  const rowsWith = (level: Level) =>
    new Set(problems.filter((p) => p.level === level).map((p) => p.row)).size;
  return {
    rows,
    valid: imported,
    errors: rows - skipped - imported,
    warnings: rowsWith('warning'),
    corrected: rowsWith('corrected'),
    skipped,
  };
}
