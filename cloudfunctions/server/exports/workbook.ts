import ExcelJS, { type Worksheet } from 'exceljs';
import { EXPORT_COLUMN_WORDS, type ExportColumn } from '../../../shared/cases/exports';
import type { Cell } from './collect';

interface ExportSheet {
  mark: string;
  columns: readonly ExportColumn[];
  cells: readonly Cell[][];
  madeAt: Date;
}

const WIDTHS: Partial<Record<ExportColumn, number>> = {
  'case-number': 26,
  'obligor-id-numbers': 22,
  'obligor-addresses': 34,
  cause: 20,
};
const USUAL_WIDTH = 14;
/** Excel takes no longer footer. */
const LONGEST_FOOTER = 250;

/** The file: the mark, the titles, a row a case, the mark again; and the mark at the foot of each printed page. */
export async function makeWorkbook({ mark, columns, cells, madeAt }: ExportSheet): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '执前通';
  workbook.created = madeAt;
  workbook.modified = madeAt;
  const sheet = workbook.addWorksheet('案件清单', {
    views: [{ state: 'frozen', ySplit: 2 }],
    pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: footer(mark) },
  });
  sheet.columns = columns.map((column) => ({ width: WIDTHS[column] ?? USUAL_WIDTH }));
  addMark(sheet, mark, columns.length);
  sheet.addRow(columns.map((column) => EXPORT_COLUMN_WORDS[column])).font = { bold: true };
  for (const row of cells) sheet.addRow(row);
  const money = columns.indexOf('principal');
  if (money >= 0) sheet.getColumn(money + 1).numFmt = '#,##0.00';
  addMark(sheet, mark, columns.length);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addMark(sheet: Worksheet, mark: string, width: number): void {
  const row = sheet.addRow([mark]);
  row.font = { italic: true, color: { argb: 'FF9C2A2A' } };
  if (width > 1) sheet.mergeCells(row.number, 1, row.number, width);
}

/** `&` begins a command in a footer. */
const footer = (mark: string): string =>
  `&L${Array.from(mark.replaceAll('&', '＆'))
    .slice(0, LONGEST_FOOTER - 12)
    .join('')}&R&P/&N`;
