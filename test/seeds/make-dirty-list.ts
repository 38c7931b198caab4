import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ExcelJS, { type CellValue, type Worksheet } from 'exceljs';
import { COUNTY } from '../../cloudfunctions/host/seed/areas';
import { pack } from '../../cloudfunctions/server/import/pack';
import { unpack } from '../../cloudfunctions/server/import/unpack';
import { DIRT, type SeedRow, TITLES, type Title } from './dirt';
import { toGbk } from './gbk';
import { idOf, nameOf, phoneOf } from './people';

/** Writes the dirty list of 300 rows: `npx tsx test/seeds/make-dirty-list.ts`. The same bytes every time. */

export const CASE_ROWS = 300;
/** Three rows of one case whose shared cells are merged, as courts like it. */
const MERGED: Title[] = ['案 号', '原告', '标的额（元）', '法律文书类型', '生效时间'];

export function seedRows(): SeedRow[] {
  const dirty = Object.values(DIRT).flat();
  const rows = dirty.map((row, at) => ({ ...cleanRow(at), ...row }));
  for (let at = rows.length; at < CASE_ROWS; at++) rows.push(cleanRow(at));
  return rows;
}

function cleanRow(serial: number): SeedRow {
  const town = COUNTY.towns[serial % COUNTY.towns.length]!;
  const village = town.villages[(serial * 7) % town.villages.length]!;
  return {
    序号: serial + 1,
    '案 号': `（2026）浙9999民初${1001 + serial}号`,
    原告: nameOf(serial + 400),
    被告: nameOf(serial + 100),
    当事人类型: '自然人',
    '身份证号/统一社会信用代码': idOf(serial + 100),
    手机号码: phoneOf(serial + 1000),
    户籍所在地: `青溪县${town.name}${village.name}${1 + (serial % 60)}号`,
    '标的额（元）': 10_000 + serial * 137,
    法律文书类型: '民事判决书',
    生效时间: new Date(Date.UTC(2026, 0, 5 + (serial % 20))),
    案由: '民间借贷纠纷',
    承办法官: '周明',
    书记员: '林静',
  };
}

export async function dirtyWorkbook(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = workbook.modified = new Date(Date.UTC(2026, 0, 1));
  const sheet = workbook.addWorksheet('执前督促清单');
  writeTop(sheet);
  writeRows(sheet, seedRows());
  workbook.addWorksheet('去年的旧表', { state: 'hidden' }).addRow(['案号', '被告', '身份证号']);
  workbook.addWorksheet('填表说明').addRow(['请各庭于每月五日前报送']);
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  // The writer stamps every part with the time of day; ours has none.
  return pack(await unpack(bytes, /./));
}

function writeTop(sheet: Worksheet): void {
  sheet.addRow(['青溪县人民法院执前督促案件清单（2026年第一季度）']);
  sheet.mergeCells(1, 1, 1, TITLES.length);
  sheet.addRow(['报送部门：立案庭', null, null, '报送日期：2026年3月1日']);
  sheet.addRow([...TITLES]);
}

function writeRows(sheet: Worksheet, rows: SeedRow[]): void {
  rows.forEach((row, at) => {
    if (at === 100) addNoise(sheet, ['小计', ...blanks(8), 1_000_000]);
    if (at === 150) addNoise(sheet, [...TITLES]);
    if (at === 200) addHidden(sheet, cleanRow(900));
    addSeedRow(sheet, row);
  });
  mergeCase(sheet, CASE_ROWS - 40);
  addNoise(sheet, []);
  addNoise(sheet, [301]);
  addNoise(sheet, ['合  计', ...blanks(8), { formula: 'SUM(J4:J305)', result: 12_345_678 }]);
  addNoise(sheet, ['制表人：林静', null, null, '审核人：周明']);
}

const blanks = (count: number): null[] => Array.from({ length: count }, () => null);
const addNoise = (sheet: Worksheet, values: CellValue[]) => sheet.addRow(values);

function addHidden(sheet: Worksheet, row: SeedRow): void {
  addSeedRow(sheet, row).hidden = true;
}

function addSeedRow(sheet: Worksheet, row: SeedRow) {
  const added = sheet.addRow(TITLES.map((title) => row[title] ?? null));
  for (const cell of cellsOf(added)) if (cell.value instanceof Date) cell.numFmt = 'yyyy-mm-dd';
  return added;
}

function cellsOf(row: ExcelJS.Row): ExcelJS.Cell[] {
  return TITLES.map((_, at) => row.getCell(at + 1));
}

/** The second and third row of a clean case lose their own cells to the first one's merge. */
function mergeCase(sheet: Worksheet, serial: number): void {
  const top = sheet.getColumn(1).values.indexOf(serial + 1);
  for (const title of MERGED) {
    const column = TITLES.indexOf(title) + 1;
    sheet.mergeCells(top, column, top + 2, column);
  }
}

/** A smaller list as another court's system writes it: other headers, amounts in 万元, GBK. */
export function dirtyCsv(): string {
  const header = '案件编号,申请人,被申请人,证件号,联系方式,户籍,标的额（万元）,文书类型,生效日期,备注';
  const lines = Array.from({ length: 24 }, (_, at) => csvLine(at));
  return `执前督促清单,,,,,,,,,\r\n${header}\r\n${lines.join('\r\n')}\r\n合计,,,,,,30.5,,,\r\n`;
}

function csvLine(at: number): string {
  const id = at === 3 ? '9.99999E+17' : at === 4 ? `="${idOf(704)}"` : idOf(700 + at);
  const amount = at === 5 ? '"1,000元"' : at === 6 ? '125000' : String(1 + at / 4);
  const note = at === 7 ? '"分两行\n写的备注，带""引号"""' : at === 8 ? '=1+1' : '';
  const day = at === 9 ? '2026年1月15日' : at === 10 ? '1/5/26' : '2026/1/15';
  return [
    `(2026)浙9999民初${8001 + at}号`,
    nameOf(500 + at),
    nameOf(700 + at),
    id,
    phoneOf(2000 + at),
    `"青溪县虹溪镇宋家村,${at + 1}号"`,
    amount,
    '民事调解书',
    day,
    note,
  ].join(',');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(join(import.meta.dirname, 'dirty-list.xlsx'), await dirtyWorkbook());
  writeFileSync(join(import.meta.dirname, 'dirty-list.gbk.csv'), toGbk(dirtyCsv()));
}
