import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCaseList } from '../../cloudfunctions/server/import/read-case-list';
import { FINDINGS } from '../../shared/import/wording';
import { DIRT } from '../seeds/dirt';
import expected from '../seeds/dirty-list.expected.json';
import { toGbk } from '../seeds/gbk';
import { CASE_ROWS, dirtyCsv, dirtyWorkbook, seedRows } from '../seeds/make-dirty-list';
import { reportOf } from '../seeds/report';
import { check } from './sheets';

const SEEDS = join(import.meta.dirname, '../seeds');
const read = (name: string) => readCaseList(readFileSync(join(SEEDS, name)), name);

describe('the dirty list of 300 rows', () => {
  test('is what its generator writes', async () => {
    expect(Buffer.from(await dirtyWorkbook()).equals(readFileSync(join(SEEDS, 'dirty-list.xlsx')))).toBe(
      true,
    );
    expect(Buffer.from(toGbk(dirtyCsv())).equals(readFileSync(join(SEEDS, 'dirty-list.gbk.csv')))).toBe(true);
  });

  test('gives the report that was read and agreed to, row for row', async () => {
    expect(reportOf(check(await read('dirty-list.xlsx')))).toEqual(expected.xlsx);
  });

  test('and so does the smaller one in GBK', async () => {
    expect(reportOf(check(await read('dirty-list.gbk.csv')))).toEqual(expected.csv);
  });

  test('holds 300 rows of cases, and totals, headers and hidden rows beside them', async () => {
    const { totals } = check(await read('dirty-list.xlsx'));
    expect(seedRows()).toHaveLength(CASE_ROWS);
    expect(totals.valid + totals.errors).toBe(CASE_ROWS);
    expect(totals.rows - totals.skipped).toBe(CASE_ROWS);
  });

  test('both make the importer say all that it can say, but for a list without addresses', async () => {
    const sheets = [await read('dirty-list.xlsx'), await read('dirty-list.gbk.csv')];
    const said = sheets.flatMap((sheet) => check(sheet).problems.map(({ problem }) => problem));
    const silent = Object.entries(FINDINGS).filter(([, [, sentence]]) => {
      const words = sentence.split(/\{\w+\}/);
      return !said.some((problem) => words.every((word) => problem.includes(word)));
    });
    expect(silent.map(([code]) => code)).toEqual(['address-no-column']);
  });

  test('clean rows are imported and nothing is said of them', async () => {
    const dirty = Object.values(DIRT).flat().length;
    const { problems, cases } = check(await read('dirty-list.xlsx'));
    const firstClean = seedRows()[dirty]!['案 号'];
    const from = cases.find(({ caseNumber }) => caseNumber === firstClean)!.rows[0]!;
    expect(problems.filter(({ row, level }) => row >= from && level === 'error')).toEqual([]);
  });
});
