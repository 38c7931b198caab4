import ExcelJS, { type CellValue } from 'exceljs';
import { day } from '../../shared/day';
import { checkList } from '../../shared/import/check-list';
import type { CheckedList, RawCell, RawSheet } from '../../shared/import/types';
import { AREAS } from '../seeds/areas';

/** The day of every check in these tests. */
export const TODAY = day('2026-03-02');

export const text = (value: string): RawCell => ({ type: 'text', text: value });
export const number = (value: number): RawCell => ({ type: 'number', number: value });

/** The header that a list needs at least, with the columns that most rules look at. */
export const HEADER = ['案号', '权利人', '义务人', '证件号码', '标的额', '文书类型', '生效日期'];

/** A sheet of texts as CSV would give it. */
export function sheetOf(rows: (string | RawCell)[][]): RawSheet {
  return {
    fileName: 'list.csv',
    sheetName: '',
    date1904: false,
    skippedSheets: [],
    rows: rows.map((cells, at) => ({
      number: at + 1,
      hidden: false,
      cells: cells.map((cell) => (typeof cell === 'string' ? (cell === '' ? null : text(cell)) : cell)),
    })),
  };
}

export const check = (sheet: RawSheet): CheckedList => checkList(sheet, { areas: AREAS, today: TODAY });

/** A workbook of one sheet, built by hand. */
export async function workbookOf(
  rows: CellValue[][],
  change: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void = () => {},
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('清单');
  for (const row of rows) sheet.addRow(row);
  change(sheet, workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
