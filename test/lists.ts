import ExcelJS from 'exceljs';
import type { World } from './world';

/** Puts a list where an upload of this person would have put it. */
export async function uploadList(
  world: World,
  owner: string,
  bytes: Uint8Array,
  fileName = '清单.xlsx',
): Promise<string> {
  const { fileId } = await (await world.as(owner)).does('create-upload', {
    purpose: 'case-list',
    fileName,
    mediaType: 'application/octet-stream',
    bytes: bytes.length,
  });
  await world.app.files.put(fileId, bytes);
  await world.db.updateTable('files').set({ state: 'stored' }).where('file_id', '=', fileId).execute();
  return fileId;
}

export interface Line {
  number: string;
  name?: string;
  id?: string;
  phone?: string;
  address?: string;
  principal?: string;
  paid?: string;
  cause?: string;
  due?: string;
  judge?: string;
}

const HEADER = [
  '案号',
  '案由',
  '权利人',
  '义务人',
  '证件号码',
  '联系电话',
  '户籍地址',
  '标的额',
  '已履行额',
  '文书类型',
  '生效日期',
  '履行期限',
  '承办人',
];

/** A tidy list as a court exports it. */
export async function writeList(lines: Line[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('案件');
  sheet.addRow(HEADER);
  for (const line of lines) {
    sheet.addRow([
      line.number,
      line.cause ?? '民间借贷纠纷',
      '何家福',
      line.name ?? '郑小满',
      line.id ?? '999999198001010010',
      line.phone ?? '',
      line.address ?? '青溪县虹溪镇宋家村12号',
      line.principal ?? '50000',
      line.paid ?? '',
      '民事判决书',
      '2026-02-10',
      line.due ?? '2026-03-20',
      line.judge ?? '周明',
    ]);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A fictional ID number of region 999999 whose check letter is right. */
export function fictionalId(serial: number): string {
  const day = String((serial % 28) + 1).padStart(2, '0');
  const month = String((Math.floor(serial / 28) % 12) + 1).padStart(2, '0');
  const year = 1960 + (Math.floor(serial / 336) % 40);
  const body = `999999${year}${month}${day}${String(serial % 1000).padStart(3, '0')}`;
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * WEIGHTS[at]!, 0);
  return `${body}${'10X98765432'[sum % 11]}`;
}
