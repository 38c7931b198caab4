import { bestHeader } from '../../../shared/import/header';
import { whySkipped } from '../../../shared/import/skipped-rows';
import type { RawRow, RawSheet } from '../../../shared/import/types';
import { Refusal } from '../../../shared/refusal';
import { csvRows, decodeText } from './csv';
import { fileKind } from './file-kind';
import { type ReadSheet, readWorkbook } from './workbook';

const MOST_ROWS = 5_000;

/** Reads an uploaded list, .xlsx or CSV, into plain cells. Throws a Refusal that says what to do with the file. */
export async function readCaseList(bytes: Uint8Array, fileName: string): Promise<RawSheet> {
  const sheet = fileKind(bytes) === 'xlsx' ? await fromWorkbook(bytes, fileName) : fromText(bytes, fileName);
  if (sheet.rows.length === 0) throw new Refusal('case-list-empty');
  if (caseRows(sheet.rows) > MOST_ROWS) throw new Refusal('case-list-too-many-rows', { most: MOST_ROWS });
  return sheet;
}

function fromText(bytes: Uint8Array, fileName: string): RawSheet {
  const rows = csvRows(decodeText(bytes));
  return { fileName, sheetName: '', date1904: false, rows, skippedSheets: [] };
}

/** The first visible sheet with a header; what the others hold is named, not read. */
async function fromWorkbook(bytes: Uint8Array, fileName: string): Promise<RawSheet> {
  const { sheets, date1904 } = await readWorkbook(bytes);
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  const visible = filled.filter(({ hidden }) => !hidden);
  const chosen = visible.find(({ rows }) => bestHeader(rows)) ?? visible[0];
  if (!chosen) throw new Refusal('case-list-empty');
  const skippedSheets = filled.filter((sheet) => sheet !== chosen).map(whyNotRead);
  return { fileName, sheetName: chosen.name, date1904, rows: chosen.rows, skippedSheets };
}

const whyNotRead = ({ name, hidden }: ReadSheet): RawSheet['skippedSheets'][number] => ({
  name,
  reason: hidden ? 'hidden' : 'not-first',
});

function caseRows(rows: RawRow[]): number {
  const header = bestHeader(rows);
  if (!header) return rows.length;
  const skipped = (row: RawRow) => !['hidden', null].includes(whySkipped(row, header));
  return rows.filter((row) => row.number > header.row && !skipped(row)).length;
}
