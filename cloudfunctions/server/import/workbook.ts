import ExcelJS, { type CellValue, type Worksheet } from 'exceljs';
import { isDay } from '../../../shared/day';
import type { RawCell, RawRow } from '../../../shared/import/types';
import { Refusal } from '../../../shared/refusal';
import { pack } from './pack';
import { unpack } from './unpack';

export interface ReadSheet {
  name: string;
  hidden: boolean;
  rows: RawRow[];
}

/** All that a list needs. Drawings, comments and tables of WPS make the reader fall over, and hold no cases. */
const PARTS =
  /^(?:_rels\/\.rels|xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/sheet\d+\.xml))$/;
const SHEET = /^xl\/worksheets\//;
/** Parts of a sheet that are not cells; several of them the reader expands cell by cell. */
const NOT_CELLS = [
  'cols',
  'conditionalFormatting',
  'dataValidations',
  'drawing',
  'extLst',
  'hyperlinks',
  'picture',
  'tableParts',
];
const MOST_MERGED_CELLS = 200_000;
/** Beyond XFD or 9,999,999: no such cell exists, and the reader would reserve room up to it. */
const IMPOSSIBLE_ADDRESS = /\br=["'](?:[A-Z]{4,}\d*|[A-Z]*\d{8,})["']/;
const MOST_COLUMNS = 200;

export async function readWorkbook(bytes: Uint8Array): Promise<{ sheets: ReadSheet[]; date1904: boolean }> {
  const parts = await unpack(bytes, PARTS);
  if (!parts.has('xl/workbook.xml')) throw new Refusal('case-list-not-a-list');
  const safe = new Map([...parts].map(([name, part]) => [name, prepared(name, part)] as const));
  const workbook = await load(pack(safe));
  return {
    date1904: workbook.properties.date1904 === true,
    sheets: workbook.worksheets.map((sheet) => ({
      name: sheet.name,
      hidden: sheet.state !== 'visible',
      rows: rowsOf(sheet),
    })),
  };
}

async function load(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer, { ignoreNodes: NOT_CELLS });
    return workbook;
  } catch {
    throw new Refusal('case-list-damaged');
  }
}

function prepared(name: string, part: Uint8Array): Uint8Array {
  if (name === 'xl/workbook.xml')
    return rewritten(part, (xml) => xml.replace(/date1904="(?:true|on)"/, 'date1904="1"'));
  return SHEET.test(name) ? rewritten(part, preparedSheet) : part;
}

function preparedSheet(xml: string): string {
  if (IMPOSSIBLE_ADDRESS.test(xml)) throw new Refusal('case-list-damaged');
  if (mergedCells(xml) > MOST_MERGED_CELLS) throw new Refusal('case-list-merge-too-large');
  return keepEmptyTexts(xml);
}

function mergedCells(xml: string): number {
  let total = 0;
  for (const [, left, top, right, bottom] of xml.matchAll(
    /<mergeCell\s[^<>]{0,200}ref=["']([A-Z]+)(\d+):([A-Z]+)(\d+)["']/g,
  )) {
    total += (columnNumber(right!) - columnNumber(left!) + 1) * (Number(bottom) - Number(top) + 1);
  }
  return total;
}

const columnNumber = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/**
 * The reader drops an empty text, and the formula behind it would look as if it had never been calculated.
 * A zero-width space keeps them apart; the rules take it for nothing.
 */
function keepEmptyTexts(xml: string): string {
  return xml.replace(
    /(<c\s[^<>]{0,200}t="str"[^<>]{0,200}><f(?:\s[^<>]{0,200})?(?:\/>|>[^<]*<\/f>))<v\s*(?:\/>|><\/v>)/g,
    '$1<v>\u200b</v>',
  );
}

function rewritten(part: Uint8Array, change: (xml: string) => string): Uint8Array {
  return new TextEncoder().encode(change(new TextDecoder().decode(part)));
}

function rowsOf(sheet: Worksheet): RawRow[] {
  const rows: RawRow[] = [];
  sheet.eachRow((row, number) => {
    const cells: RawCell[] = [];
    for (let column = 1; column <= Math.min(row.cellCount, MOST_COLUMNS); column++) {
      cells.push(cellOf(row.getCell(column)));
    }
    if (cells.some((cell) => cell !== null)) rows.push({ number, hidden: row.hidden, cells });
  });
  return rows;
}

/** A merge fills down its own column; sideways it would put one person's name into another's column. */
function cellOf(cell: ExcelJS.Cell): RawCell {
  if (cell.type !== ExcelJS.ValueType.Merge) return plainValue(cell.value);
  return cell.master.col === cell.col ? plainValue(cell.master.value) : null;
}

function plainValue(value: CellValue): RawCell {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return { type: 'text', text: value };
  if (typeof value === 'number') return { type: 'number', number: value };
  if (typeof value === 'boolean') return { type: 'text', text: value ? '是' : '否' };
  if (value instanceof Date) return dateOf(value);
  if ('error' in value) return { type: 'error', code: value.error };
  if ('richText' in value) return { type: 'text', text: value.richText.map(({ text }) => text).join('') };
  if ('formula' in value || 'sharedFormula' in value) return resultOf(value.result as CellValue);
  return plainValue(value.text as CellValue);
}

/** The value that Excel saved beside the formula; we calculate nothing. */
function resultOf(result: CellValue): RawCell {
  return result === undefined ? { type: 'error', code: '没有保存结果' } : plainValue(result);
}

function dateOf(date: Date): RawCell {
  const text = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
  return isDay(text) ? { type: 'date', day: text } : { type: 'error', code: '#NUM!' };
}
