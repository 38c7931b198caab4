import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { pack } from '../../cloudfunctions/server/import/pack';
import { readCaseList } from '../../cloudfunctions/server/import/read-case-list';
import { unpack } from '../../cloudfunctions/server/import/unpack';
import { toGbk } from '../seeds/gbk';
import { HEADER, workbookOf } from './sheets';

const read = (bytes: Uint8Array, name = 'list.xlsx') => readCaseList(bytes, name);
const bytesOf = (text: string) => new TextEncoder().encode(text);
const refusedAs = (code: string) => expect.objectContaining({ code });

/** A zip of one deflated part, with whatever its directory is made to say. */
function zipOf(
  name: string,
  content: Uint8Array,
  says: { unpacked?: number; flags?: number; method?: number } = {},
) {
  const packed = deflateRawSync(content);
  const zip = Buffer.from(pack(new Map([[name, packed]])));
  const listed = zip.lastIndexOf(Buffer.from('504b0102', 'hex'));
  zip.writeUInt16LE(says.flags ?? 0, listed + 8);
  zip.writeUInt16LE(says.method ?? 8, listed + 10);
  zip.writeUInt32LE(says.unpacked ?? content.length, listed + 24);
  return new Uint8Array(zip);
}

/** A compound file with these streams in its directory. */
function compoundFile(...streams: string[]) {
  const file = Buffer.alloc(2048);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  streams.forEach((name, at) => {
    Buffer.from(name, 'utf16le').copy(file, 1024 + at * 128);
  });
  return new Uint8Array(file);
}

async function changed(bytes: Uint8Array, part: string, change: (xml: string) => string) {
  const parts = await unpack(bytes, /./);
  parts.set(part, bytesOf(change(new TextDecoder().decode(parts.get(part)))));
  return pack(parts);
}

const SHEET = 'xl/worksheets/sheet1.xml';
const small = () => workbookOf([HEADER, ['（2026）浙9999民初1号']]);

describe('files that are refused, each in its own words', () => {
  const bomb = new Uint8Array(60 * 1024 * 1024);

  test.each<[string, string, Uint8Array]>([
    ['nothing at all', 'case-list-empty', new Uint8Array()],
    ['more than ten megabytes', 'case-list-too-large', new Uint8Array(10 * 1024 * 1024 + 1)],
    ['a workbook with a password', 'case-list-password', compoundFile('EncryptionInfo', 'EncryptedPackage')],
    ['old Excel', 'case-list-old-excel', compoundFile('Workbook')],
    ['very old Excel', 'case-list-old-excel', compoundFile('Book')],
    ['a Word file of old', 'case-list-not-a-list', compoundFile('WordDocument')],
    [
      'a web page named .xls',
      'case-list-web-page',
      bytesOf('\ufeff<html><table><tr><td>案号</td></tr></table></html>'),
    ],
    ['a PDF', 'case-list-not-a-list', bytesOf('%PDF-1.7')],
    ['a picture', 'case-list-not-a-list', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0)],
    ['a zip of other things', 'case-list-not-a-list', pack(new Map([['a.txt', bytesOf('hello')]]))],
    ['a bomb that tells its size', 'case-list-unpacks-too-large', zipOf('xl/workbook.xml', bomb)],
    ['a bomb that lies', 'case-list-unpacks-too-large', zipOf('xl/workbook.xml', bomb, { unpacked: 100 })],
    [
      'a smaller bomb, packed a thousandfold',
      'case-list-unpacks-too-large',
      zipOf('xl/a', bomb.subarray(0, 30_000_000)),
    ],
    ['an encrypted zip', 'case-list-password', zipOf('xl/workbook.xml', bytesOf('x'), { flags: 1 })],
    ['a strange method', 'case-list-damaged', zipOf('xl/workbook.xml', bytesOf('x'), { method: 14 })],
    [
      'a zip with its end cut off',
      'case-list-damaged',
      pack(new Map([['xl/workbook.xml', bytesOf('x')]])).subarray(0, 60),
    ],
    [
      'a workbook of nonsense',
      'case-list-damaged',
      pack(new Map([['xl/workbook.xml', bytesOf('<workbook><')]])),
    ],
    ['letters of no known code', 'case-list-letters-damaged', Uint8Array.of(0xb0, 0xb8, 0xff, 0xff, 0x2c)],
    ['a quote that never ends', 'case-list-damaged', bytesOf('案号,"权利人\n1,2')],
    ['blank lines', 'case-list-empty', bytesOf('\r\n , \r\n')],
  ])('%s', async (_, code, bytes) => {
    await expect(read(bytes)).rejects.toEqual(refusedAs(code));
  });

  test('a zip of thousands of parts', async () => {
    const parts = new Map(Array.from({ length: 2_001 }, (_, at) => [`xl/${at}`, new Uint8Array()]));
    await expect(read(pack(parts))).rejects.toEqual(refusedAs('case-list-unpacks-too-large'));
  });

  test('a merge over the whole sheet, which would be filled cell by cell', async () => {
    const merge = '<mergeCells count="1"><mergeCell ref="A3:XFD1048576"/></mergeCells>';
    const bytes = await changed(await small(), SHEET, (xml) =>
      xml.replace('</sheetData>', `</sheetData>${merge}`),
    );
    await expect(read(bytes)).rejects.toEqual(refusedAs('case-list-merge-too-large'));
  });

  test('a row that cannot exist, up to which room would be reserved', async () => {
    const bytes = await changed(await small(), SHEET, (xml) => xml.replaceAll('r="2"', 'r="99999999999"'));
    await expect(read(bytes)).rejects.toEqual(refusedAs('case-list-damaged'));
  });

  test('an empty workbook', async () => {
    await expect(read(await workbookOf([]))).rejects.toEqual(refusedAs('case-list-empty'));
  });

  test('5,001 cases, while 5,000 and a total pass', async () => {
    const line = (at: number) => `（2026）浙9999民初${at}号,何家福,郑小满,1,1,判决书,2026-01-01`;
    const lines = (count: number) => Array.from({ length: count }, (_, at) => line(at + 1));
    const csv = (count: number) => bytesOf([HEADER.join(), ...lines(count), '合计,,,,5000,,'].join('\n'));
    await expect(read(csv(5_001))).rejects.toEqual(refusedAs('case-list-too-many-rows'));
    expect((await read(csv(5_000))).rows).toHaveLength(5_002);
  });
});

describe('cells of a workbook', () => {
  const cellsOf = async (bytes: Uint8Array, at = 1) => (await read(bytes)).rows[at]?.cells;

  test('keep their kind', async () => {
    const cells = await cellsOf(
      await workbookOf([
        HEADER,
        [
          '文字',
          12.5,
          { richText: [{ text: '郑' }, { text: '小满' }] },
          { text: '见卷宗', hyperlink: 'http://example.invalid/' },
          { error: '#REF!' },
          { formula: '1+1', result: 2 },
          { formula: 'A9&""', result: '文字' },
          { formula: 'A9/0', result: { error: '#DIV/0!' } },
          { formula: 'A9' } as never,
          true,
          null,
          '',
        ],
      ]),
    );
    expect(cells).toEqual([
      { type: 'text', text: '文字' },
      { type: 'number', number: 12.5 },
      { type: 'text', text: '郑小满' },
      { type: 'text', text: '见卷宗' },
      { type: 'error', code: '#REF!' },
      { type: 'number', number: 2 },
      { type: 'text', text: '文字' },
      { type: 'error', code: '#DIV/0!' },
      { type: 'error', code: '没有保存结果' },
      { type: 'text', text: '是' },
      null,
      null,
    ]);
  });

  test('a formula that gave an empty text is empty, and not uncalculated', async () => {
    const bytes = await changed(await small(), SHEET, (xml) =>
      xml.replace('</row></sheetData>', '<c r="B2" t="str"><f>IF(1,"","")</f><v></v></c></row></sheetData>'),
    );
    const { rows } = await read(bytes);
    expect(rows[1]?.cells[1]).toEqual({ type: 'text', text: '\u200b' });
  });

  test.each([
    ['1', false],
    ['1', true],
    ['true', true],
  ])('a day is the same day in a workbook that counts from 1904 (%s, %s)', async (flag, from1904) => {
    const bytes = await workbookOf([HEADER, [new Date('2024-03-05T00:00:00Z')]], (sheet, workbook) => {
      workbook.properties.date1904 = from1904;
      sheet.getCell('A2').numFmt = 'yyyy"年"m"月"d"日"';
    });
    const sheet = await read(
      await changed(bytes, 'xl/workbook.xml', (xml) => xml.replace('date1904="1"', `date1904="${flag}"`)),
    );
    expect(sheet.rows[1]?.cells[0]).toEqual({ type: 'date', day: '2024-03-05' });
    expect(sheet.date1904).toBe(from1904);
  });

  test('a merge fills down its column, and never sideways into another meaning', async () => {
    const bytes = await workbookOf([HEADER, ['案', '权', '义'], ['', '', '丁'], ['', '', '']], (sheet) => {
      sheet.mergeCells('A2:A4');
      sheet.mergeCells('B2:B3');
      sheet.mergeCells('B4:C4');
      sheet.getCell('B4').value = '横';
    });
    const { rows } = await read(bytes);
    const words = rows
      .slice(1)
      .map(({ cells }) => cells.map((cell) => (cell?.type === 'text' ? cell.text : '')));
    expect(words).toEqual([
      ['案', '权', '义'],
      ['案', '权', '丁'],
      ['案', '横', ''],
    ]);
  });

  test('hidden rows are marked; hidden and further sheets are named and not read', async () => {
    const bytes = await workbookOf([['题'], HEADER, ['a'], ['b']], (sheet, workbook) => {
      sheet.getRow(3).hidden = true;
      workbook.addWorksheet('旧', { state: 'veryHidden' }).addRow(HEADER);
      workbook.addWorksheet('说明').addRow(['请按时报送']);
      workbook.addWorksheet('空白');
    });
    const sheet = await read(bytes);
    expect(sheet.rows.map(({ number, hidden }) => [number, hidden])).toEqual([
      [1, false],
      [2, false],
      [3, true],
      [4, false],
    ]);
    expect(sheet.skippedSheets).toEqual([
      { name: '旧', reason: 'hidden' },
      { name: '说明', reason: 'not-first' },
    ]);
  });

  test('the list may stand on the second sheet', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('封面').addRow(['青溪县人民法院']);
    workbook.addWorksheet('清单').addRow(HEADER);
    const sheet = await read(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(sheet.sheetName).toBe('清单');
    expect(sheet.skippedSheets).toEqual([{ name: '封面', reason: 'not-first' }]);
  });

  test('a drawing that leads nowhere, as WPS leaves it, does not hinder', async () => {
    const bytes = await changed(await small(), SHEET, (xml) =>
      xml.replace(
        '</worksheet>',
        '<drawing r:id="rId9"/><tableParts count="1"><tablePart r:id="rId8"/></tableParts></worksheet>',
      ),
    );
    expect((await read(bytes)).rows).toHaveLength(2);
  });
});

describe('a text file', () => {
  const TEXT =
    '案号,权利人,备注\r\n（2026）浙9999民初1号,何家福,"两行\n与""引号"",逗号"\r\n\r\n2,="0012",a"b"\r\n';
  const ROWS = [
    [1, ['案号', '权利人', '备注']],
    [2, ['（2026）浙9999民初1号', '何家福', '两行\n与"引号",逗号']],
    [4, ['2', '0012', 'a"b"']],
  ];
  const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

  test.each<[string, Uint8Array]>([
    ['UTF-8', bytesOf(TEXT)],
    ['UTF-8 with its mark', bytesOf(`\ufeff${TEXT}`)],
    ['GBK', toGbk(TEXT)],
    ['UTF-16, as Excel’s Unicode text', utf16(TEXT)],
    ['UTF-16 the other way round', new Uint8Array(Buffer.from(utf16(TEXT)).swap16())],
  ])('in %s', async (_, bytes) => {
    const { rows } = await read(bytes, 'list.csv');
    expect(
      rows.map(({ number, cells }) => [
        number,
        cells.map((cell) => (cell?.type === 'text' ? cell.text : null)),
      ]),
    ).toEqual(ROWS);
  });

  test.each(['\t', ';'])('separated by %j', async (mark) => {
    const { rows } = await read(bytesOf(`案号${mark}权利人\n1,5${mark}2`));
    expect(rows[1]?.cells).toEqual([
      { type: 'text', text: '1,5' },
      { type: 'text', text: '2' },
    ]);
  });
});
