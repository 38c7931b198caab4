import { describe, expect, test } from 'vitest';
import type { RawCell } from '../../shared/import/types';
import { companyOf, creditCodeOf, idOf } from '../seeds/people';
import { check, HEADER, number, sheetOf } from './sheets';

type Row = (string | RawCell)[];

/** Every debtor lives in 宋家村, so that addresses are not the matter. */
const TITLES = [...HEADER, '户籍地址'];

const row = (serial: number, change: Record<string, string | RawCell> = {}): Row => {
  const clean: Record<string, string | RawCell> = {
    案号: `（2026）浙9999民初${serial}号`,
    权利人: '何家福',
    义务人: '郑小满',
    证件号码: idOf(serial),
    标的额: '50000',
    文书类型: '民事判决书',
    生效日期: '2026-02-10',
    户籍地址: '虹溪镇宋家村1号',
  };
  return TITLES.map((title) => change[title] ?? clean[title]!);
};

const problemsOf = (rows: Row[]) =>
  check(sheetOf([TITLES, ...rows])).problems.map(({ row: at, column, level, problem }) => [
    at,
    column,
    level,
    problem,
  ]);

describe('where the header is', () => {
  test('below titles, in any order, under the court’s own names', () => {
    const header = [
      '序号',
      '原告姓名',
      '被告',
      '身份证号码',
      '判决金额(元)',
      '生效时间',
      '法律文书种类',
      '文书种类',
      '原审案号',
    ];
    const line = [
      '1',
      '何家福',
      '郑小满',
      idOf(1),
      '50000',
      '2026-02-10',
      '',
      '民事判决书',
      '（2026）浙9999民初1号',
    ];
    const checked = check(sheetOf([['青溪县人民法院清单'], [], header, line]));
    expect(checked.cases.map(({ caseNumber, principal }) => [caseNumber, principal])).toEqual([
      ['（2026）浙9999民初1号', 5_000_000],
    ]);
  });

  test('a header repeated for printing is no case, and the first one counts', () => {
    const checked = check(sheetOf([TITLES, row(1), TITLES, row(2)]));
    expect(checked.cases).toHaveLength(2);
    expect(checked.totals).toMatchObject({ rows: 3, valid: 2, errors: 0, skipped: 1 });
  });

  test('without a header the list is refused with the columns that are needed', () => {
    expect(() => check(sheetOf([row(1), row(2)]))).toThrow(/前 10 行里没有找到表头/);
    expect(() => check(sheetOf([...Array.from({ length: 10 }, () => ['空']), TITLES, row(1)]))).toThrow(
      /没有找到表头/,
    );
  });

  test('a missing required column is refused by its name', () => {
    const without = HEADER.filter((title) => title !== '标的额' && title !== '权利人');
    expect(() => check(sheetOf([without]))).toThrow('缺少必填的列：权利人、标的额。');
  });

  test('a title row that says 单位：万元 speaks for the amounts', () => {
    const checked = check(
      sheetOf([['单位：万元'], TITLES, row(1, { 标的额: '12.5' }), row(2, { 标的额: '300元' })]),
    );
    expect(checked.cases.map(({ principal }) => principal)).toEqual([12_500_000, 30_000]);
    expect(checked.problems.map(({ problem }) => problem)).toEqual(['这一列按万元换算成元']);
  });

  test('unknown and repeated columns are named, numbering and our own marks are not', () => {
    const header = ['检查结果', '序号', ...TITLES, '标的金额', '案件标签'];
    const checked = check(sheetOf([header, ['可以导入', '1', ...row(1), '99', '重点']]));
    expect(checked.problems.map(({ column, problem }) => [column, problem])).toEqual([
      ['案件标签', '不认识这一列，没有导入'],
      ['标的金额', '与前面的列含义相同，只读取前一列'],
    ]);
    expect(checked.cases[0]?.principal).toBe(5_000_000);
  });

  test('people’s and companies’ numbers may stand in two columns', () => {
    const header = TITLES.flatMap((title) =>
      title === '证件号码' ? ['身份证号', '统一社会信用代码'] : [title],
    );
    const split = (line: Row, at: 0 | 1): Row =>
      line.flatMap((cell, i) => (i === 3 ? (at ? ['', cell] : [cell, '']) : [cell]));
    const company = row(2, { 义务人: companyOf(1), 证件号码: creditCodeOf(1) });
    const checked = check(sheetOf([header, split(row(1), 0), split(company, 1)]));
    expect(checked.cases.map(({ parties }) => parties[0]?.kind)).toEqual(['natural', 'organisation']);
  });
});

test('a list without addresses is told so once', () => {
  const checked = check(sheetOf([HEADER, row(1).slice(0, -1), row(2).slice(0, -1)]));
  expect(checked.problems.map(({ column, problem }) => [column, problem])).toEqual([
    ['工作表', '清单没有户籍地址、送达地址，案件分不到村、社区'],
  ]);
  expect(checked.cases).toHaveLength(2);
});

describe('rows that are no case', () => {
  test.each([
    ['a total', ['合计', '', '', '', '50000']],
    ['a total with blanks', ['本页 小 计', '', '', '', '50000']],
    ['who made the list', ['制表人：林静', '', '审核人：周明']],
    ['numbering for rows to come', ['', '', '', '', '', '', '', '', '31']],
  ])('%s', (_, line) => {
    const checked = check(sheetOf([[...TITLES, '序号'], row(1), line]));
    expect(checked.totals).toMatchObject({ rows: 2, valid: 1, errors: 0, skipped: 1 });
    expect(checked.problems).toEqual([]);
  });

  test('a hidden row is skipped and named', () => {
    const sheet = sheetOf([TITLES, row(1), row(2)]);
    sheet.rows[2]!.hidden = true;
    const checked = check(sheet);
    expect(checked.cases).toHaveLength(1);
    expect(checked.problems).toMatchObject([{ row: 3, column: '整行', level: 'warning' }]);
  });
});

describe('the rows of one case', () => {
  test('come together under one number however it was written', () => {
    const rows = [
      row(1, { 案号: '(2026)浙9999民初1号', 义务人: '吕甲', 证件号码: idOf(61) }),
      row(9),
      row(1, { 案号: '〔2026〕浙9999民初001号', 义务人: '吕乙', 证件号码: idOf(62) }),
    ];
    const checked = check(sheetOf([TITLES, ...rows]));
    expect(
      checked.cases.map((made) => [made.rows, made.parties.map(({ side, name }) => `${side} ${name}`)]),
    ).toEqual([
      [
        [2, 4],
        ['obligor 吕甲', 'obligor 吕乙', 'obligee 何家福'],
      ],
      [[3], ['obligor 郑小满', 'obligee 何家福']],
    ]);
  });

  test('a case is imported whole or not at all, and the others go on', () => {
    const checked = check(sheetOf([TITLES, row(1), row(1, { 义务人: '吕乙', 证件号码: '看不清' }), row(2)]));
    expect(checked.cases.map(({ caseNumber }) => caseNumber)).toEqual(['（2026）浙9999民初2号']);
    expect(checked.problems.map(({ row: at, level, problem }) => [at, level, problem])).toEqual([
      [2, 'error', '同一案件的第3行有错误，整个案件暂不导入'],
      [3, 'error', '看不出是证件号码'],
    ]);
    expect(checked.totals).toMatchObject({ rows: 3, valid: 1, errors: 2 });
  });

  test.each([
    ['标的额', '60000', '50000'],
    ['权利人', '何家禄', '何家福'],
    ['文书类型', '民事调解书', '民事判决书'],
    ['生效日期', '2026-02-11', '2026-02-10'],
  ] as const)('another %s contradicts the first', (column, other, first) => {
    const contradicting = row(1, { 义务人: '吕乙', 证件号码: idOf(62), [column]: other });
    expect(problemsOf([row(1), contradicting])).toEqual([
      [2, '整行', 'error', '同一案件的第3行有错误，整个案件暂不导入'],
      [3, column, 'error', `与同一案件第2行填写的“${first}”不一致`],
    ]);
  });

  test('the same amount written otherwise is no contradiction', () => {
    expect(
      problemsOf([row(1), row(1, { 义务人: '吕乙', 证件号码: idOf(62), 标的额: number(50_000) })]),
    ).toEqual([]);
  });

  test('a row repeated is merged: the second adds what the first left out', () => {
    const header = [...TITLES, '手机'];
    const first = [...row(1, { 户籍地址: '' }), '19900000001'];
    const checked = check(sheetOf([header, first, [...row(1), '19900000002']]));
    expect(checked.cases[0]?.parties[0]).toMatchObject({
      phones: ['19900000001', '19900000002'],
      householdAddress: '虹溪镇宋家村1号',
      townId: 'town_999901101',
      villageId: 'village_999901101201',
    });
    expect(checked.problems.map(({ problem }) => problem)).toContain('与第2行的案号和证件号码相同，已合并');
  });

  test('one number under two names in one case keeps it out; in two cases it is asked about', () => {
    expect(problemsOf([row(1), row(1, { 义务人: '吕乙' })]).at(-1)).toEqual([
      3,
      '证件号码',
      'error',
      '证件号码与第2行相同，姓名却不同',
    ]);
    expect(problemsOf([row(1), row(2, { 义务人: '吕乙', 证件号码: idOf(1) })])).toEqual([
      [3, '证件号码', 'warning', '证件号码在第2行属于另一个姓名'],
    ]);
  });

  test('remarks of all rows are kept', () => {
    const header = [...TITLES, '备注'];
    const second = row(1, { 义务人: '吕乙', 证件号码: idOf(62) });
    const checked = check(sheetOf([header, [...row(1), '已协商'], [...second, '在外务工']]));
    expect(checked.cases[0]?.note).toBe('已协商；在外务工');
  });

  test('a creditor’s own number and telephone come with him', () => {
    const header = [...TITLES, '权利人证件号码', '权利人电话'];
    const checked = check(sheetOf([header, [...row(1), idOf(300), '19900000300']]));
    expect(checked.cases[0]?.parties[1]).toMatchObject({
      side: 'obligee',
      kind: 'natural',
      idNumber: idOf(300),
      phones: ['19900000300'],
    });
  });
});

describe('what the report repeats', () => {
  test('ID numbers and telephones are masked, wherever they stand', () => {
    const header = [...TITLES, '手机', '共同义务人'];
    const wrong = `${idOf(5).slice(0, 17)}?`;
    const rows = [
      [...row(1, { 证件号码: wrong }), '19900000001、1990000', ''],
      [...row(2, { 义务人: idOf(2) }), '', `吕乙${idOf(3)}`],
      [...row(3, { 标的额: `见19900000007` }), '', ''],
    ];
    const report = JSON.stringify(check(sheetOf([header, ...rows])).problems);
    expect(report).not.toMatch(/1990000\d{4}/);
    expect(report).not.toMatch(/\d{9}/);
  });
});
