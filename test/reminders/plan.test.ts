import { describe, expect, test } from 'vitest';
import { CASE_STATUSES } from '../../shared/cases/case-status';
import { day } from '../../shared/day';
import { fen } from '../../shared/money';
import { planReminders, type ReminderSnapshot, standsOn } from '../../shared/reminders/plan';
import { agreed, snapshot } from './snapshots';

/** `obligor before-7 2026-03-13`, one a line. */
function told(from: ReminderSnapshot, today: string): string[] {
  return planReminders(from, day(today)).notices.map((n) => `${n.side} ${n.step} ${n.stepDay}`);
}

const nextDay = (from: ReminderSnapshot, today: string) => planReminders(from, day(today)).nextDay;

describe('a debt due on 20 March, supervised since 2 March', () => {
  test.each([
    ['2026-03-02', [], '2026-03-13'],
    ['2026-03-12', [], '2026-03-13'],
    ['2026-03-13', ['obligor before-7 2026-03-13'], '2026-03-17'],
    ['2026-03-17', ['obligor before-3 2026-03-17'], '2026-03-20'],
    ['2026-03-20', ['obligor due 2026-03-20'], '2026-03-27'],
    ['2026-03-27', ['obligor after-7 2026-03-27', 'obligee after-7 2026-03-27'], '2026-04-04'],
    ['2026-04-04', ['obligor after-15 2026-04-04', 'obligee after-7 2026-03-27'], '2026-04-19'],
    ['2026-04-19', ['obligor after-30 2026-04-19', 'obligee after-7 2026-03-27'], '2026-05-19'],
    ['2026-05-19', ['obligor after-60 2026-05-19', 'obligee after-7 2026-03-27'], null],
  ])('first looked at on %s: %j, then on %s', (today, notices, next) => {
    expect(told(snapshot(), today)).toEqual(notices);
    expect(nextDay(snapshot(), today)).toBe(next);
  });

  test('after a week without a sweep only the latest rung goes out', () => {
    expect(told(snapshot(), '2026-03-22')).toEqual(['obligor due 2026-03-20']);
  });

  test('each of two debtors is told', () => {
    const parties = [
      { partyId: 'first', side: 'obligor' as const },
      { partyId: 'second', side: 'obligor' as const },
    ];
    const { notices } = planReminders(snapshot({ parties }), day('2026-03-20'));
    expect(notices.map((n) => n.partyId)).toEqual(['first', 'second']);
  });

  test('a supervision that starts late tells no rung from before its start, nor one on its first day', () => {
    expect(told(snapshot({ startedDay: day('2026-03-27') }), '2026-03-27')).toEqual([]);
    expect(nextDay(snapshot({ startedDay: day('2026-03-27') }), '2026-03-27')).toBe('2026-04-04');
  });

  test('when the due day is put right, the new day is reminded of', () => {
    const portions = [{ dueDay: day('2026-03-25'), amount: fen(5_000_000) }];
    expect(told(snapshot({ portions }), '2026-03-22')).toEqual(['obligor before-3 2026-03-22']);
  });
});

describe('reminders rest', () => {
  test.each(CASE_STATUSES.filter((status) => status !== 'supervised' && status !== 'planned'))(
    'when the case is %s',
    (status) => {
      const plan = { notices: [], nextDay: null, planBroken: false };
      expect(planReminders(snapshot({ status }), day('2026-03-20'))).toEqual(plan);
      expect(planReminders({ ...agreed(), status }, day('2026-04-01'))).toEqual(plan);
    },
  );
});

describe('an instrument that fixes portions', () => {
  const portions = [
    { dueDay: day('2026-03-20'), amount: fen(2_000_000) },
    { dueDay: day('2026-06-20'), amount: fen(3_000_000) },
  ];
  test('each is reminded of on its day', () => {
    expect(told(snapshot({ portions }), '2026-03-20')).toEqual(['obligor due 2026-03-20']);
    expect(told(snapshot({ portions }), '2026-06-20')).toContain('obligor due 2026-06-20');
  });
  test('a portion that confirmed money covers is left alone', () => {
    const paid = snapshot({ portions, confirmed: fen(2_000_000) });
    expect(told(paid, '2026-03-27')).toEqual([]);
    expect(nextDay(paid, '2026-03-27')).toBe('2026-06-13');
  });
  test('when all are covered and interest is left, the last day counts', () => {
    expect(told(snapshot({ portions, confirmed: fen(5_000_000) }), '2026-06-20')).toEqual([
      'obligor due 2026-06-20',
    ]);
  });
});

describe('a plan of 20,000 by 31 March and 30,000 by 30 April, agreed on 10 March', () => {
  test.each([
    ['2026-03-20', [], '2026-03-28'],
    ['2026-03-28', ['obligor instalment-before 2026-03-28'], '2026-03-31'],
    ['2026-03-31', ['obligor instalment-due 2026-03-31'], '2026-04-01'],
    [
      '2026-04-01',
      ['obligor instalment-missed 2026-04-01', 'obligee instalment-missed 2026-04-01'],
      '2026-04-27',
    ],
  ])('unpaid, on %s: %j, then on %s', (today, notices, next) => {
    expect(told(agreed(), today)).toEqual(notices);
    expect(nextDay(agreed(), today)).toBe(next);
  });

  test.each([
    ['on its last day', '2026-03-31', 0, 'accepted', false],
    ['the day after', '2026-04-01', 0, 'accepted', true],
    ['the day after, half of it confirmed', '2026-04-01', 1_000_000, 'accepted', true],
    ['the day after, all of it confirmed', '2026-04-01', 2_000_000, 'accepted', false],
    ['once it was noted', '2026-04-02', 0, 'broken', false],
  ] as const)('is broken %s: %s', (_, today, confirmed, state, broken) => {
    const from = { ...agreed({ state }), confirmed: fen(confirmed) };
    expect(planReminders(from, day(today)).planBroken).toBe(broken);
  });

  test('a paid instalment is passed over, the next one is reminded of', () => {
    const paid = { ...agreed(), confirmed: fen(2_000_000) };
    expect(told(paid, '2026-04-01')).toEqual([]);
    expect(nextDay(paid, '2026-04-01')).toBe('2026-04-27');
  });

  test('money that was confirmed before the plan is no money under it', () => {
    const paid = { ...agreed({ confirmedBefore: fen(2_000_000) }), confirmed: fen(2_000_000) };
    expect(told(paid, '2026-04-01')).toContain('obligor instalment-missed 2026-04-01');
  });

  test('what falls on the day of the agreement is not said twice', () => {
    expect(told(agreed({ acceptedDay: day('2026-03-28') }), '2026-03-28')).toEqual([]);
  });
});

describe('the rung on which a case stands', () => {
  test('is the one that a waiting message must still be of', () => {
    expect(standsOn(snapshot(), 'obligor', day('2026-03-18'))).toMatchObject({ step: 'before-3' });
    expect(standsOn(snapshot(), 'obligee', day('2026-03-18'))).toBeUndefined();
    expect(standsOn(snapshot({ status: 'performed' }), 'obligor', day('2026-03-18'))).toBeUndefined();
  });
});
