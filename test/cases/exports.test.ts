import { expect, test } from 'vitest';
import {
  columnWords,
  EXPORT_FETCHES,
  EXPORT_HOURS,
  exportExpiry,
  exportFilterWords,
  exportMark,
  exportStanding,
} from '../../shared/cases/exports';

const GRANTED = new Date('2026-03-02T01:00:00Z');
const END = exportExpiry(GRANTED);
const before = new Date(END.getTime() - 1);

test('a grant ends a day after it was given', () => {
  expect(END.getTime() - GRANTED.getTime()).toBe(EXPORT_HOURS * 3_600_000);
  expect(END.toISOString()).toBe('2026-03-03T01:00:00.000Z');
});

test.each([
  ['asked', null, 0, before, 'asked'],
  ['refused', null, 0, before, 'refused'],
  ['granted', END, 0, GRANTED, 'ready'],
  ['granted', END, EXPORT_FETCHES - 1, before, 'ready'],
  ['granted', END, EXPORT_FETCHES, before, 'used-up'],
  ['granted', END, 0, END, 'expired'],
  ['granted', END, EXPORT_FETCHES, END, 'expired'],
  ['granted', null, 0, GRANTED, 'expired'],
] as const)('%s until %s, fetched %i times, at %s: %s', (state, expiresAt, downloads, now, standing) => {
  expect(exportStanding({ state, expiresAt, downloads }, now)).toBe(standing);
});

test('which cases and columns, in words', () => {
  expect(exportFilterWords({ status: null, town: null, search: null })).toBe('全部案件');
  expect(exportFilterWords({ status: 'waiting', town: '虹溪镇', search: '民初1' })).toBe(
    '待发起督促，虹溪镇，含“民初1”',
  );
  expect(columnWords(['obligors', 'obligor-phones'])).toBe('义务人、义务人电话');
});

test('the mark says who took it out, when and what for', () => {
  const mark = exportMark({
    court: '青溪县人民法院',
    number: '导出〔2026〕3号',
    name: '林静',
    accountEnding: 'a1b2',
    at: '2026年3月2日 09:00',
    why: '季度报表',
  });
  expect(mark).toBe(
    '青溪县人民法院 导出〔2026〕3号 林静（a1b2）2026年3月2日 09:00导出，用途：季度报表。含当事人信息，不得外传。',
  );
});
