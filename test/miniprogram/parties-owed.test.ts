import { describe, expect, test } from 'vitest';
import {
  type CaseRecord,
  dueLine,
  instalmentLine,
  nextInstalment,
  partsOf,
  percentPaid,
  restAfter,
  type Statement,
  waitingWords,
} from '../../miniprogram/src/parties/owed';
import { day } from '../../shared/day';
import { fen } from '../../shared/money';

const today = day('2026-11-23');

const statement: Statement = {
  asOf: today,
  costs: fen(98_500),
  general: fen(0),
  principal: fen(8_635_000),
  doubled: fen(44_323),
  total: fen(8_777_823),
  dailyDoubled: fen(1_528),
  executionFee: fen(121_003),
  confirmedPaid: fen(0),
  waived: fen(0),
  lines: [],
  citations: [],
};

describe('what is owed is said in words', () => {
  test.each([
    ['2026-11-24', '2026年11月24日前付清，还有1天', false],
    ['2026-11-23', '今天（2026年11月23日）是最后一天', false],
    ['2026-11-22', '2026年11月22日到期，已过1天', true],
  ])('due on %s', (dueDay, words, late) => {
    expect(dueLine(day(dueDay), today)).toEqual({ words, late });
  });

  test('only parts that are owed stand there', () => {
    const parts = partsOf(statement);
    expect(parts.map(({ name }) => name)).toEqual(['本金', '诉讼费用', '迟延履行利息（加倍部分）']);
  });

  test('waiting is told as it grows now, or from the day on which it will', () => {
    expect(waitingWords(statement, day('2026-10-25'))[0]).toBe('每多等一天，大约多付15.28元利息。');
    expect(waitingWords(statement, today)[0]).toBe('过了2026年11月23日，每天大约要多付15.28元利息。');
    expect(waitingWords({ ...statement, dailyDoubled: fen(0), executionFee: fen(0) }, today)).toEqual([]);
  });

  test('the next instalment is the first that is not covered, with what is left of it', () => {
    const plan = (state: 'accepted' | 'broken' | 'rejected'): Pick<CaseRecord, 'plans'> => ({
      plans: [
        {
          planId: 'plan_00000001',
          state,
          proposedBy: '义务人',
          proposedAt: '2026-11-20T02:00:00Z',
          note: '',
          instalments: [
            { dueDay: day('2026-11-10'), amount: fen(3_000_000), paid: fen(3_000_000) },
            { dueDay: day('2026-11-20'), amount: fen(3_000_000), paid: fen(500_000) },
            { dueDay: day('2027-02-10'), amount: fen(2_733_500), paid: fen(0) },
          ],
        },
      ],
    });
    const next = nextInstalment(plan('accepted'));
    expect(next).toEqual({ dueDay: '2026-11-20', left: 2_500_000, nth: 2 });
    expect(instalmentLine(next!, today)).toEqual({
      words: '约定的第2期：2026年11月20日前付25,000.00元，已过3天',
      late: true,
    });
    expect(nextInstalment(plan('broken'))).toEqual(next);
    expect(nextInstalment(plan('rejected'))).toBeNull();
  });

  test.each([
    [0, 0, 0],
    [1, 99, 1],
    [99_999, 1, 99],
    [500, 0, 100],
  ])('%s confirmed and %s left are %s percent', (confirmed, left, percent) => {
    expect(percentPaid({ confirmedPaid: fen(confirmed), total: fen(left) })).toBe(percent);
  });

  test.each([
    ['paid today, short', 8_000_000, '2026-11-23', 777_823],
    ['paid on the 13th, what was owed then', 8_777_823 - 10 * 1_528, '2026-11-13', 0],
    ['the same, but 5 yuan short', 8_777_823 - 10 * 1_528 - 500, '2026-11-13', 500],
    ['paid before the due day, when there was no interest yet', 8_733_500, '2026-10-20', 0],
    ['more than is owed', 9_000_000, '2026-11-23', 0],
  ])('%s', (_, amount, paidDay, rest) => {
    const payment = { amount: fen(amount), paidDay: day(paidDay) };
    expect(restAfter(statement, day('2026-10-25'), payment)).toBe(rest);
  });
});
