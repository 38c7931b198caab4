import ExcelJS, { type Cell, type Fill, type Row } from 'exceljs';
import { findHeader } from '../../../shared/import/header';
import type { CheckedList, Level, Problem, RawCell, RawSheet } from '../../../shared/import/types';
import { MARKED } from '../../../shared/import/wording';

const LEVELS: Level[] = ['error', 'warning', 'corrected'];
const COLOURS: Record<Level, string> = { error: 'FFFFC7CE', warning: 'FFFFEB9C', corrected: 'FFC6EFCE' };
const LONGEST_RESULT = 1_000;
const WIDTHS = { result: 44, other: 18 };

/** The court's own list again, every row where it was, wrong cells coloured and explained. */
export async function markCaseList(sheet: RawSheet, checked: CheckedList): Promise<Uint8Array> {
  const header = findHeader(sheet.rows);
  const workbook = new ExcelJS.Workbook();
  workbook.properties.date1904 = sheet.date1904;
  const out = workbook.addWorksheet(sheetName(sheet), { views: [{ state: 'frozen', ySplit: header.row }] });
  const problems = byRow(checked.problems);
  const imported = new Set(checked.cases.flatMap(({ rows }) => rows));
  for (const { number, hidden, cells } of sheet.rows) {
    const row = out.getRow(number);
    row.hidden = hidden;
    cells.forEach((cell, at) => {
      write(row.getCell(at + 2), cell);
    });
    const found = problems.get(number) ?? [];
    if (number === header.row) writeHeader(row.getCell(1), found);
    if (number > header.row) writeResult(row.getCell(1), found, imported.has(number));
    markCells(row, header.titles, found);
  }
  setWidths(out, header.titles.length);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Excel allows 31 letters, and none of these. */
const sheetName = ({ sheetName: name }: RawSheet): string =>
  name.replace(/[\\/?*[\]:']/g, '').slice(0, 31) || '案件清单';

function byRow(problems: Problem[]): Map<number, Problem[]> {
  const rows = new Map<number, Problem[]>();
  for (const problem of problems) rows.set(problem.row, [...(rows.get(problem.row) ?? []), problem]);
  return rows;
}

function write(cell: Cell, raw: RawCell): void {
  if (!raw) return;
  if (raw.type === 'number') cell.value = raw.number;
  else if (raw.type === 'date') {
    cell.value = new Date(`${raw.day}T00:00:00Z`);
    cell.numFmt = 'yyyy-mm-dd';
  } else {
    cell.value = harmless(raw.type === 'text' ? raw.text : raw.code);
    // Text stays text when it is corrected: an ID number typed into the cell keeps its digits.
    cell.numFmt = '@';
  }
}

/** Text that a spreadsheet could take for a formula, now or after it was saved as CSV, gets an apostrophe. */
export function harmless(text: string): string {
  return /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}

/** The header keeps its bare word, so that the list is known again when it comes back; the rest is a note. */
function writeHeader(cell: Cell, found: Problem[]): void {
  cell.value = MARKED.column;
  if (found.length > 0) cell.note = found.map(sentence).join('\n');
}

function writeResult(cell: Cell, found: Problem[], imported: boolean): void {
  const lines = [imported ? MARKED.ready : MARKED.skipped, ...found.map(sentence)];
  cell.value = lines.join('\n').slice(0, LONGEST_RESULT);
  cell.alignment = { wrapText: true, vertical: 'top' };
  const level = worst(found);
  if (level) cell.fill = colour(level);
}

const sentence = ({ level, column, problem, suggestion }: Problem): string =>
  `${MARKED.levels[level]}：${column}，${problem}。${suggestion}。`;

function markCells(row: Row, titles: string[], found: Problem[]): void {
  for (const column of new Set(found.map((problem) => problem.column))) {
    const at = titles.indexOf(column);
    if (at < 0) continue;
    const here = found.filter((problem) => problem.column === column);
    const cell = row.getCell(at + 2);
    cell.fill = colour(worst(here)!);
    cell.note = here.map(({ problem, suggestion }) => `${problem}。${suggestion}。`).join('\n');
  }
}

const worst = (found: Problem[]): Level | undefined =>
  LEVELS.find((level) => found.some((p) => p.level === level));

const colour = (level: Level): Fill => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { argb: COLOURS[level] },
});

function setWidths(out: ExcelJS.Worksheet, columns: number): void {
  out.getColumn(1).width = WIDTHS.result;
  for (let at = 2; at <= columns + 1; at++) out.getColumn(at).width = WIDTHS.other;
}
