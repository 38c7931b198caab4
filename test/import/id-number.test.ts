import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { creditCheckLetter, isCreditCode } from '../../shared/import/credit-code';
import { readIdCell, readIdNumber } from '../../shared/import/id-number';
import { creditCodeOf, idEnding, idOf, oldIdOf } from '../seeds/people';
import { number, TODAY, text } from './sheets';

const RIGHT = idOf(7);
const WITH_X = idEnding('X');

describe('a number that can be read', () => {
  test.each([
    ['as it should be', RIGHT, RIGHT, 'natural', []],
    ['a small x', WITH_X.toLowerCase(), WITH_X, 'natural', ['id-tidied']],
    ['Excel’s text mark', `'${RIGHT}`, RIGHT, 'natural', ['id-tidied']],
    ['a tab behind, as web exports leave it', `${RIGHT}\t`, RIGHT, 'natural', []],
    ['blanks between', `${RIGHT.slice(0, 6)} ${RIGHT.slice(6)}`, RIGHT, 'natural', ['id-tidied']],
    ['fifteen digits', oldIdOf(7), RIGHT, 'natural', ['id-fifteen']],
    ['a company', creditCodeOf(3), creditCodeOf(3), 'organisation', []],
    ['a travel permit', 'H12345678', 'H12345678', 'natural', ['id-foreign']],
  ])('%s', (_, written, read, kind, findings) => {
    const reading = readIdNumber(written, TODAY);
    expect(reading.value).toEqual({ number: read, kind });
    expect(reading.findings.map(({ code }) => code)).toEqual(findings);
  });

  test('fifteen digits survive in a number cell, and become eighteen', () => {
    expect(readIdCell(number(Number(oldIdOf(7))), TODAY).value?.number).toBe(RIGHT);
  });

  test('three zeros at the end are right once in eleven times, and are asked about', () => {
    const days = Array.from({ length: 28 }, (_, at) => String(at + 1).padStart(2, '0'));
    const read = days.map((dayOfMonth) => readIdNumber(`999999198001${dayOfMonth}1000`, TODAY));
    for (const { value, findings } of read) {
      expect(findings.map(({ code }) => code)).toEqual([value ? 'id-tail-zeros' : 'id-lost-digits']);
    }
    expect(read.some(({ value }) => value)).toBe(true);
  });

  test('a company’s number of digits alone is not taken for a person’s', () => {
    const code = '91999999000000100';
    const whole = code + creditCheckLetter(code);
    expect(whole).toMatch(/^\d{18}$/);
    expect(readIdNumber(whole, TODAY).value).toEqual({ number: whole, kind: 'organisation' });
  });

  test('a person’s number with a slip is not taken for a company’s', () => {
    // 51 opens companies' numbers too; the birthday tells. Region 51 99 99 does not exist.
    const numbers = Array.from({ length: 999 }, (_, n) => `51999919880808${String(n).padStart(3, '0')}`);
    const slips = numbers
      .map((first17) => first17 + creditCheckLetter(first17))
      .filter((id) => /\d$/.test(id) && isCreditCode(id));
    for (const slip of slips) expect(readIdNumber(slip, TODAY).value?.kind).not.toBe('organisation');
    expect(slips.length).toBeGreaterThan(0);
  });
});

describe('a number that nobody may guess', () => {
  test.each([
    ['one letter too few', RIGHT.slice(0, 17), 'id-length'],
    ['one too many', `${RIGHT}1`, 'id-length'],
    ['a day that does not exist', '99999919880230123X', 'id-date'],
    ['born tomorrow', '99999920260303123X', 'id-date'],
    ['stars', `${RIGHT.slice(0, 6)}********${RIGHT.slice(14)}`, 'id-masked'],
    ['an exponent', '9.99999E+17', 'id-lost-digits'],
    ['a lost tail', `${RIGHT.slice(0, 15)}000`, 'id-lost-digits'],
    ['a company’s number with a slip', creditCodeOf(3).replace(/.$/, '0'), 'id-checksum'],
    ['fifteen digits without a birthday', '999999881301123', 'id-fifteen-wrong'],
    ['words', '身份证遗失', 'id-unreadable'],
    ['a name before it, which may be another’s', `李四${RIGHT}`, 'id-unreadable'],
    ['a few digits', '12345', 'id-unreadable'],
  ])('%s', (_, written, code) => {
    const reading = readIdNumber(written, TODAY);
    expect(reading.value).toBeNull();
    expect(reading.findings.map((found) => found.code)).toEqual([code]);
  });

  test('eighteen digits in a number cell have lost their tail, whatever they end in', () => {
    for (let serial = 1; serial <= 200; serial++) {
      const id = idOf(serial).replace('X', '0');
      const reading = readIdCell(number(Number(id)), TODAY);
      expect(reading).toEqual({ value: null, findings: [{ code: 'id-lost-digits' }] });
    }
  });

  test('one wrong digit never passes', () => {
    const digit = fc.integer({ min: 0, max: 9 }).map(String);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 990 }),
        fc.integer({ min: 0, max: 16 }),
        digit,
        (serial, at, other) => {
          const id = idOf(serial);
          fc.pre(id[at] !== other);
          const slip = id.slice(0, at) + other + id.slice(at + 1);
          // An all-digit credit code is another number altogether, and has a check of its own.
          fc.pre(!isCreditCode(slip));
          expect(readIdNumber(slip, TODAY).value).toBeNull();
        },
      ),
    );
  });
});

test('a number is never altered but for a small x, letters’ case and the fifteen digits', () => {
  const pieces = fc.array(
    fc.constantFrom('9', '0', '1', 'x', 'X', "'", ' ', '　', '９', '-', '（', 'A', '张', '\t'),
  );
  const ids = fc.integer({ min: 1, max: 990 }).map(idOf);
  const old = fc.integer({ min: 1, max: 990 }).map(oldIdOf);
  const written = fc.tuple(pieces, fc.oneof(ids, old, fc.string({ maxLength: 20 })), pieces);
  fc.assert(
    fc.property(written, ([before, id, after]) => {
      const raw = `${before.join('')}${id}${after.join('')}`;
      const read = readIdCell(text(raw), TODAY).value;
      if (!read) return;
      const kept = raw
        .normalize('NFKC')
        .replace(/[^\p{L}\p{N}]/gu, '')
        .toUpperCase();
      if (kept.length === 15) expect(read.number.slice(0, 6) + read.number.slice(8, 17)).toBe(kept);
      else expect(read.number).toBe(kept);
    }),
    { numRuns: 2_000 },
  );
});
