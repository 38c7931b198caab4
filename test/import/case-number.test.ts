import { expect, test } from 'vitest';
import { readCaseNumber } from '../../shared/import/case-number';
import { TODAY } from './sheets';

const STANDARD = '（2026）浙9999民初123号';

test.each([
  ['as it should be', '（2026）浙9999民初123号', STANDARD, []],
  ['half-width brackets, too usual to mention', '(2026)浙9999民初123号', STANDARD, []],
  ['square and hollow brackets', '〔2026〕浙9999民初123号', STANDARD, ['case-number-rewritten']],
  ['solid brackets', '【2026】浙9999民初123号', STANDARD, ['case-number-rewritten']],
  ['full-width digits', '（２０２６）浙９９９９民初１２３号', STANDARD, ['case-number-rewritten']],
  ['blanks between', '（2026） 浙9999 民初 123 号', STANDARD, ['case-number-rewritten']],
  ['leading zeros', '（2026）浙9999民初00123号', STANDARD, ['case-number-rewritten']],
  ['no brackets', '2026浙9999民初123号', STANDARD, ['case-number-rewritten']],
  ['no 号', '（2026）浙9999民初123', STANDARD, ['case-number-rewritten']],
  ['a part of a case', '（2025）浙9999民初123号之一', '（2025）浙9999民初123号之一', []],
  ['the supreme court', '（2025）最高法民终1号', '（2025）最高法民终1号', []],
  ['a high court', '（2025）浙民终1号', '（2025）浙民终1号', []],
  ['pre-trial mediation', '（2026）浙9999诉前调9号', '（2026）浙9999诉前调9号', []],
  ['a local kind', '（2026）浙9999执督1号', '（2026）浙9999执督1号', ['case-number-kind']],
  ['an enforcement case', '（2026）浙9999执1号', '（2026）浙9999执1号', ['case-number-enforcement']],
  ['an old number', '曲中法执字第66号', '曲中法执字第66号', ['case-number-old']],
  [
    'an old number with its year',
    '(2015)青民一初字第123号',
    '（2015）青民一初字第123号',
    ['case-number-old'],
  ],
])('%s is read: %s', (_, written, number, findings) => {
  const read = readCaseNumber(written, TODAY);
  expect(read.value).toBe(number);
  expect(read.findings.map(({ code }) => code)).toEqual(findings);
});

test.each([
  ['several serials', '（2026）浙9999民初30063、30062号', 'case-number-list'],
  ['several whole numbers', '（2026）浙9999民初1号，（2026）浙9999民初2号', 'case-number-list'],
  ['stars', '（2026）浙9999民初***号', 'case-number-masked'],
  ['the letters XX', '（2026）浙9999民初XX号', 'case-number-masked'],
  ['a year to come', '（2027）浙9999民初1号', 'case-number-year'],
  ['an address', '虹溪镇宋家村12号', 'case-number-unreadable'],
  ['a court code of three digits', '（2026）浙999民初1号', 'case-number-unreadable'],
  ['no court', '（2026）民初1号', 'case-number-unreadable'],
  ['a name', '郑小满', 'case-number-unreadable'],
  ['a digit alone', '1', 'case-number-unreadable'],
])('%s keep the case out: %s', (_, written, code) => {
  const read = readCaseNumber(written, TODAY);
  expect(read.value).toBeNull();
  expect(read.findings.map((found) => found.code)).toEqual([code]);
});

test('a list of numbers is told one by one, so that the clerk can split it', () => {
  expect(readCaseNumber('（2026）浙9999民初30063、30062号', TODAY).findings[0]?.details).toEqual({
    count: 2,
    numbers: '（2026）浙9999民初30063号、（2026）浙9999民初30062号',
  });
});
