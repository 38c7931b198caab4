import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { harmless, markCaseList } from '../../cloudfunctions/server/import/mark-case-list';
import { readCaseList } from '../../cloudfunctions/server/import/read-case-list';
import type { RawSheet } from '../../shared/import/types';
import { idOf } from '../seeds/people';
import { check, HEADER, number, sheetOf } from './sheets';

const LIST = sheetOf([
  ['青溪县人民法院清单'],
  [...HEADER, '备注'],
  ['（2026）浙9999民初1号', '何家福', '郑小满', idOf(1), '12.5万元', '民事判决书', '2026-02-10', '=1+1'],
  [
    '（2026）浙9999民初2号',
    '何家福',
    '冯立新',
    number(Number(idOf(2).replace('X', '0'))),
    '5000',
    '民事判决书',
    '2026-02-10',
    '',
  ],
  ['（2026）浙9999民初3号', '何家福', '卢金凤', idOf(3), '5000', '民事判决书', '2026-02-10', '@SUM(A1)'],
]);

async function marked(sheet: RawSheet) {
  const bytes = await markCaseList(sheet, check(sheet));
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  return { bytes, out: workbook.worksheets[0]! };
}

const fillOf = (cell: ExcelJS.Cell): string | undefined =>
  (cell.fill as { fgColor?: { argb: string } } | undefined)?.fgColor?.argb;

test('the court’s own list comes back, every row where it was, behind a first column that says what became of it', async () => {
  const { out } = await marked(LIST);
  const results = [1, 2, 3, 4, 5].map((at) => String(out.getCell(at, 1).value ?? '').split('\n')[0]);
  expect(results).toEqual(['', '检查结果', '可以导入', '不导入', '可以导入']);
  expect(out.getCell('B1').value).toBe('青溪县人民法院清单');
  expect(out.getCell('D3').value).toBe('郑小满');
});

test('a wrong cell is coloured and explained in a note', async () => {
  const { out } = await marked(LIST);
  expect(fillOf(out.getCell('E4'))).toBe('FFFFC7CE');
  expect(fillOf(out.getCell('F3'))).toBe('FFC6EFCE');
  expect(fillOf(out.getCell('E3'))).toBeUndefined();
  expect(JSON.stringify(out.getCell('E4').note)).toContain('请把证件号码列设为文本后重填');
});

test('nothing that goes out can be taken for a formula', async () => {
  const { out } = await marked(LIST);
  expect(out.getCell('I3').value).toBe("'=1+1");
  expect(out.getCell('I5').value).toBe("'@SUM(A1)");
});

test.each([
  ['=1+1', "'=1+1"],
  ['+86', "'+86"],
  ['-1', "'-1"],
  ['@A1', "'@A1"],
  ['\t=1', "'\t=1"],
  ['\r\n=1', "'\r\n=1"],
  [' =1', "' =1"],
  ['＝1+1', "'＝1+1"],
  ['张三=李四', '张三=李四'],
  ['', ''],
])('%j goes out as %j', (text, out) => {
  expect(harmless(text)).toBe(out);
});

test('the list, put right and sent again, is read as before: our marks are no column of it', async () => {
  const { bytes } = await marked(LIST);
  const again = check(await readCaseList(bytes, 'again.xlsx'));
  expect(again).toEqual({ ...check(LIST), cases: again.cases });
  expect(again.cases.map(({ caseNumber, principal }) => [caseNumber, principal])).toEqual(
    check(LIST).cases.map(({ caseNumber, principal }) => [caseNumber, principal]),
  );
});

test('days and serials of a 1904 list keep their day', async () => {
  const sheet = sheetOf([
    HEADER,
    ['（2026）浙9999民初1号', '何家福', '郑小满', idOf(1), '5', '判决书', number(45356 - 1462)],
  ]);
  const { bytes } = await marked({ ...sheet, date1904: true });
  expect(check(await readCaseList(bytes, 'again.xlsx')).cases[0]?.effectiveDay).toBe('2024-03-05');
});
