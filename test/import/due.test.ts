import { describe, expect, test } from 'vitest';
import { day } from '../../shared/day';
import { readDue } from '../../shared/import/due';
import { calendarWith } from '../../shared/law/holidays';
import { fen } from '../../shared/money';
import { number, text } from './sheets';

/** A judgment of 30,000 yuan that took effect on Tuesday 10 February 2026; Spring Festival is 15 to 23 February. */
const BASIS = { effectiveDay: day('2026-02-10'), principal: fen(3_000_000), paid: fen(0), date1904: false };
const read = (written: string, basis: Partial<typeof BASIS> = {}) =>
  readDue(text(written), { ...BASIS, ...basis });
const codes = (reading: ReturnType<typeof readDue>) => reading.findings.map(({ code }) => code);

describe('a day to perform', () => {
  test.each([
    ['2026-12-31', '2026-12-31', []],
    ['2026年12月31日前', '2026-12-31', []],
    ['于2026年12月31日之前一次性付清', '2026-12-31', []],
    ['二〇二六年五月一日前履行完毕', '2026-05-01', []],
    ['判决生效后10日内', '2026-02-24', ['due-rolled']],
    ['本判决生效之日起十五日内', '2026-02-25', ['due-computed']],
    ['自本判决发生法律效力之日起三十日内一次性付清', '2026-03-12', ['due-computed']],
    ['调解书生效后三个月内履行完毕', '2026-05-11', ['due-rolled']],
    ['判决生效后10个工作日内', '2026-03-02', ['due-computed']],
    ['判决生效后一年内付清', '2027-02-10', ['due-uncertain']],
  ])('%s', (written, dueDay, findings) => {
    const reading = read(written);
    expect(reading.value).toEqual({ dueDay, instalments: [] });
    expect(codes(reading)).toEqual(findings);
  });

  test('a serial number', () => {
    expect(readDue(number(46143), BASIS).value?.dueDay).toBe('2026-05-01');
  });

  test.each([
    ['判决送达之日起10日内', 'due-after-service'],
    ['立即履行', 'due-unreadable'],
    ['2026年4月1日至2026年6月30日', 'due-unreadable'],
    ['2026年4月1日前腾退房屋', 'due-unreadable'],
    ['判决生效后100年内', 'due-unreadable'],
    ['判决生效后10个工作日内，逾期加倍', 'due-unreadable'],
    ['判决生效后300个工作日内', 'due-year-unknown'],
    ['6/30/26', 'date-ambiguous'],
    ['2026年2月30日前', 'date-impossible'],
  ])('%s goes to a human being', (written, code) => {
    const reading = read(written);
    expect(reading.value).toBeNull();
    expect(codes(reading)).toEqual([code]);
  });

  test('once the notice of a year is loaded its days are counted, and a holiday at the end moves it', () => {
    const festival = ['05', '06', '07', '08', '09', '10', '11'].map((d) => day(`2027-02-${d}`));
    const calendar = calendarWith([{ year: 2027, restDays: festival, workDays: [] }]);
    const year = readDue(text('判决生效后一年内付清'), { ...BASIS, calendar });
    expect(year.value?.dueDay).toBe('2027-02-12');
    expect(codes(year)).toEqual(['due-rolled']);
    const working = readDue(text('判决生效后250个工作日内'), { ...BASIS, calendar });
    expect(working.value?.dueDay).toBe('2027-02-18');
    expect(codes(working)).toEqual(['due-computed']);
  });

  test('without a day of effect nothing is counted from it, and nothing new is said', () => {
    expect(readDue(text('判决生效后10日内'), { ...BASIS, effectiveDay: null })).toEqual({
      value: null,
      findings: [],
    });
  });
});

describe('instalments', () => {
  const THREE = [
    { dueDay: '2026-04-05', amount: 1_000_000 },
    { dueDay: '2026-05-05', amount: 1_000_000 },
    { dueDay: '2026-06-05', amount: 1_000_000 },
  ];

  test.each([
    '分3期，自2026年4月起每月5日前付1万元',
    '自2026年4月起每月5日前支付10000元，共三期',
    '自2026年4月起，每月5日付1万元，至付清为止',
    '2026年4月5日前付1万元；2026年5月5日前付1万元；2026年6月5日前付余款',
    '第一期：2026年4月5日付1万元，第二期：5月5日付1万元，第三期：6月5日付1万元。',
  ])('%s', (written) => {
    const reading = read(written);
    expect(reading.value).toEqual({ dueDay: '2026-06-05', instalments: THREE });
    expect(codes(reading)).toEqual(['due-instalments']);
  });

  test('the last one is what is left, and a month’s end is its last day', () => {
    expect(read('自2026年1月起每月底前付1.2万元，至付清为止').value?.instalments).toEqual([
      { dueDay: '2026-01-31', amount: 1_200_000 },
      { dueDay: '2026-02-28', amount: 1_200_000 },
      { dueDay: '2026-03-31', amount: 600_000 },
    ]);
  });

  test('what was paid before counts', () => {
    const written = '2026年4月5日付1万元；2026年5月5日付1万元';
    expect(read(written, { paid: fen(1_000_000) }).value?.instalments).toHaveLength(2);
    expect(codes(read(written))).toEqual(['due-sum']);
  });

  test.each([
    ['分3期，每月5日付1万元', 'due-no-start'],
    ['每月5日付1万元，至付清为止', 'due-no-start'],
    ['分3期，自2026年4月起每月5日前付2万元', 'due-sum'],
    ['自2026年4月起每月5日前付1万元', 'due-unreadable'],
    ['自2026年4月起每月32日前付1万元，共3期', 'due-unreadable'],
    ['4月5日付1万元；5月5日付2万元', 'due-unreadable'],
    ['2026年12月5日付1万元；1月5日付2万元', 'due-order'],
    ['2026年4月5日付1万元；以后每月协商', 'due-unreadable'],
    ['自2026年4月起每月5日前付1元，至付清为止', 'due-unreadable'],
  ])('%s goes to a human being', (written, code) => {
    const reading = read(written);
    expect(reading.value).toBeNull();
    expect(codes(reading)).toEqual([code]);
  });
});
