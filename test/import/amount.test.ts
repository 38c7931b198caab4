import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAmount } from '../../shared/import/amount';
import { fen, showYuan, yuan } from '../../shared/money';
import { number, text } from './sheets';

describe('an amount of money', () => {
  test.each([
    ['12.5万元', 12_500_000, ['amount-converted']],
    ['12.5 万', 12_500_000, ['amount-converted']],
    ['¥1,234,567.80', 123_456_780, []],
    ['￥１２５０００', 12_500_000, []],
    ['人民币50000元整', 5_000_000, []],
    ['0.8亿元', 8_000_000_000, ['amount-converted']],
    ['3千元', 300_000, ['amount-converted']],
    ['1234.5', 123_450, []],
    ['0.01', 1, []],
    ['0.125', 13, ['amount-rounded']],
    ['0.00000125万', 1, ['amount-rounded', 'amount-converted']],
  ])('%s', (written, amount, findings) => {
    const read = readAmount(text(written), false);
    expect(read.value).toBe(amount);
    expect(read.findings.map(({ code }) => code)).toEqual(findings);
  });

  test.each([
    ['12.5万+利息', 'amount-with-more'],
    ['5万元及利息', 'amount-with-more'],
    ['本金2万元，另付诉讼费500元', 'amount-with-more'],
    ['约10万元', 'amount-not-sure'],
    ['5-8万元', 'amount-not-sure'],
    ['10余万元', 'amount-not-sure'],
    ['12,34,5', 'amount-unreadable'],
    ['1.2.3', 'amount-unreadable'],
    ['壹拾万元', 'amount-unreadable'],
    ['见判决书', 'amount-unreadable'],
    ['$500', 'amount-foreign'],
    ['500美元', 'amount-foreign'],
    ['-200', 'amount-negative'],
    ['（200）', 'amount-negative'],
    ['200亿', 'amount-too-large'],
  ])('%s goes to a human being', (written, code) => {
    const read = readAmount(text(written), false);
    expect(read.value).toBeNull();
    expect(read.findings.map((found) => found.code)).toEqual([code]);
  });

  test('a day in the amount column is no amount', () => {
    expect(readAmount({ type: 'date', day: '2026-01-02' as never }, false).value).toBeNull();
  });
});

describe('under a header in 万元', () => {
  test.each([
    ['12.5', 12_500_000],
    ['125000元', 12_500_000],
    ['12.5万元', 12_500_000],
  ])('%s: the unit in the cell is nearer than the header’s', (written, amount) => {
    expect(readAmount(text(written), true).value).toBe(amount);
  });

  test('a hundred million is more likely yuan under the wrong header', () => {
    expect(readAmount(number(125_000), true)).toEqual({
      value: null,
      findings: [{ code: 'amount-huge-in-wan', details: { yuan: '1250000000.00' } }],
    });
  });
});

describe('every fen up to ten billion yuan comes through', () => {
  const amounts = fc.integer({ min: 0, max: 1_000_000_000_000 });

  test('as text, with and without separators', () => {
    fc.assert(
      fc.property(amounts, (n) => {
        expect(readAmount(text(yuan(fen(n))), false).value).toBe(n);
        expect(readAmount(text(`¥${showYuan(fen(n))}元`), false).value).toBe(n);
      }),
    );
  });

  test('as a number, as Excel stores it', () => {
    fc.assert(fc.property(amounts, (n) => readAmount(number(Number(yuan(fen(n)))), false).value === n));
  });

  test('in 万元, to the last fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (n) => {
        const digits = String(n).padStart(7, '0');
        const inWan = `${digits.slice(0, -6)}.${digits.slice(-6)}`;
        expect(readAmount(text(inWan), true).value).toBe(n);
      }),
    );
  });
});
