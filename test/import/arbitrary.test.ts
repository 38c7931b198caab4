import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { harmless } from '../../cloudfunctions/server/import/mark-case-list';
import { COLUMN_KEYS, COLUMNS } from '../../shared/import/columns';
import type { RawCell } from '../../shared/import/types';
import { check, sheetOf } from './sheets';

/** Text that people, programs and attackers put into cells: pieces that rules look for, thrown together. */
const pieces = fc.constantFrom(
  ...'（）()〔〕【】0123456789０１xX*、，,；;\n\t 年月日号第字之元万亿¥￥.-/+=@\'"等人村镇县社区〇二十'.split(
    '',
  ),
  ...[
    '（2026）浙9999民初1号',
    '2026年3月5日',
    '1990000',
    '999999',
    '判决生效后',
    '每月',
    '付',
    '分3期',
    '虹溪镇',
    '宋家村',
    '#REF!',
    'E+17',
  ],
);
const words = fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join(''));
const anyText = fc.oneof(
  words,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const cell: fc.Arbitrary<RawCell> = fc.oneof(
  fc.constant(null),
  anyText.map((text): RawCell => ({ type: 'text', text })),
  fc
    .oneof(fc.double(), fc.integer(), fc.double({ min: 0, max: 1e18 }))
    .map((n): RawCell => ({ type: 'number', number: n })),
  fc.constant<RawCell>({ type: 'date', day: '2026-01-02' as never }),
  fc.constant<RawCell>({ type: 'error', code: '#REF!' }),
);

const TITLES = COLUMN_KEYS.map((key) => COLUMNS[key].name);

describe('whatever stands in a cell', () => {
  test('the check answers with a report, and every row is counted once', () => {
    const row = fc.tuple(...TITLES.map(() => cell));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
        const { totals, cases, problems } = check(sheetOf([TITLES, ...rows]));
        expect(totals.valid + totals.errors + totals.skipped).toBe(totals.rows);
        expect(totals.valid).toBe(cases.flatMap((made) => made.rows).length);
        for (const problem of problems)
          expect(problem.problem + problem.suggestion).not.toMatch(/\{|undefined|NaN/);
      }),
      { numRuns: 400 },
    );
  });

  test('a very long text takes no long time to refuse', () => {
    const long = ['1、', '（', '第1期', '2026年', '和1', ' ', '1,', '*'].map((piece) => piece.repeat(15_000));
    for (const text of long) {
      const { cases } = check(sheetOf([TITLES, TITLES.map(() => text)]));
      expect(cases).toEqual([]);
    }
  });

  test('what goes out never begins like a formula', () => {
    fc.assert(
      fc.property(anyText, (text) => !/^[\s\u200b\ufeff]*[=+\-@＝＋－＠]/.test(harmless(text))),
      { numRuns: 1_000 },
    );
  });
});
