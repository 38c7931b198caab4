import { describe, expect, test } from 'vitest';
import { answerBy } from '../../shared/cases/data-requests';
import { keepWords, seenByWords } from '../../shared/cases/kept-words';
import { maskAddress } from '../../shared/cases/mask';
import { PERSONAL_DATA } from '../../shared/cases/personal-data';
import { caseStay } from '../../shared/cases/retention';
import type { Day } from '../../shared/day';
import { calendarWith, PUBLISHED_CALENDAR } from '../../shared/law/holidays';

describe('the last day for an answer', () => {
  test.each([
    ['on a Monday', '2026-03-02', '2026-03-23', true],
    ['on a Saturday', '2026-03-07', '2026-03-27', true],
    ['over the National Day holiday and a Saturday that is worked', '2026-09-28', '2026-10-23', true],
    ['into a year whose holidays are not published', '2026-12-21', '2027-01-11', false],
  ])('asked %s', (_what, asked, day, certain) => {
    expect(answerBy(asked as Day, PUBLISHED_CALENDAR)).toEqual({ day, certain });
  });

  test('is certain once that year is loaded', () => {
    const loaded = calendarWith([{ year: 2027, restDays: ['2027-01-01' as Day], workDays: [] }]);
    expect(answerBy('2026-12-21' as Day, loaded)).toEqual({ day: '2027-01-12', certain: true });
  });
});

describe('why a case’s data stays', () => {
  test.each([
    ['supervised', null, '2026-03-02', '案件还没有办结，办结后保存 3 年，到期自动清除'],
    ['filed', '2020-01-01', '2026-03-02', '案件已转入执行程序，随法院卷宗保存'],
    ['performed', '2026-03-02', '2029-03-01', '要保存到2029年3月1日，第二天自动清除'],
    ['performed', '2026-03-02', '2029-03-02', null],
    ['withdrawn', '2026-03-02', '2029-03-02', null],
    ['withdrawn', null, '2036-03-02', '案件还没有办结，办结后保存 3 年，到期自动清除'],
  ] as const)('%s, ended %s, on %s', (status, ended, today, words) => {
    expect(caseStay(status, ended as Day | null, today as Day)).toBe(words);
  });
});

test('who sees it and how long it is kept, in plain words', () => {
  const phone = PERSONAL_DATA['parties.phone_sealed']!;
  expect(seenByWords(phone)).toBe('承办法院、负责您所在村、镇的联络员、发送通知的短信或微信平台、您本人');
  expect(seenByWords({ seenBy: [] })).toBe('谁都看不到');
  expect(keepWords(phone)).toBe('案件办结后保存 3 年，到期清除');
  expect(keepWords({ keep: { days: 180, from: 'account-closed' } })).toBe('账号停用后保存 180 天，到期清除');
});

test('an address is hinted at', () => {
  expect(maskAddress('青溪县虹溪镇宋家村12号')).toBe('青溪县虹溪镇****');
  expect(maskAddress('宋家村12号')).toBe('宋家村****');
});
