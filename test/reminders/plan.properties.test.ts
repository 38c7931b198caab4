import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day } from '../../shared/day';
import { fen } from '../../shared/money';
import { type PlannedNotice, planReminders, type ReminderSnapshot } from '../../shared/reminders/plan';
import { agreed, snapshot } from './snapshots';

const START = day('2026-03-02');

const keyOf = ({ partyId, step, stepDay }: PlannedNotice) => `${partyId} ${step} ${stepDay}`;

/** Sweeps on these days after the start; what was planned before stays as it is, as in the outbox. */
function sweepOn(days: readonly number[], from: (today: Day) => ReminderSnapshot) {
  const planned = new Map<string, PlannedNotice & { on: Day }>();
  for (const offset of [...days].sort((a, b) => a - b)) {
    const on = addDays(START, offset);
    for (const notice of planReminders(from(on), on).notices) {
      if (!planned.has(keyOf(notice))) planned.set(keyOf(notice), { ...notice, on });
    }
  }
  return [...planned.values()];
}

const everyDay = Array.from({ length: 120 }, (_, n) => n);
const someDays = fc.uniqueArray(fc.nat(119), { maxLength: 40 });
const cases = fc.constantFrom(snapshot(), agreed());

describe('whatever days are swept', () => {
  test('asked twice on a day, it says the same: the outbox sees nothing new', () => {
    fc.assert(
      fc.property(cases, fc.nat(119), (one, offset) => {
        const today = addDays(START, offset);
        const keys = planReminders(one, today).notices.map(keyOf);
        expect(planReminders(one, today).notices.map(keyOf)).toEqual(keys);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  test('nothing goes out after the case stopped, and nothing before its day', () => {
    fc.assert(
      fc.property(
        cases,
        someDays,
        fc.nat(119),
        fc.constantFrom('performed' as const, 'paused' as const, 'withdrawn' as const, 'filed' as const),
        (one, days, stop, status) => {
          const stopDay = addDays(START, stop);
          const sent = sweepOn(days, (today) => (today < stopDay ? one : { ...one, status }));
          expect(sent.filter((n) => n.on >= stopDay)).toEqual([]);
          expect(sent.filter((n) => n.on < n.stepDay)).toEqual([]);
        },
      ),
    );
  });

  test('a person hears at most once a sweep, and of what was missed only the latest', () => {
    fc.assert(
      fc.property(cases, someDays, (one, days) => {
        const sent = sweepOn(days, () => one);
        const perPersonAndDay = sent.map(({ partyId, on }) => `${partyId} ${on}`);
        expect(new Set(perPersonAndDay).size).toBe(perPersonAndDay.length);
        const all = sweepOn(everyDay, () => one);
        for (const { partyId, on, stepDay } of sent) {
          const later = all.filter((n) => n.partyId === partyId && n.stepDay > stepDay && n.stepDay <= on);
          expect(later).toEqual([]);
        }
      }),
    );
  });

  test('whoever sweeps only on the days that the rule names misses nothing', () => {
    fc.assert(
      fc.property(cases, fc.nat(5_000_000), (one, confirmed) => {
        const paid = { ...one, confirmed: fen(confirmed) };
        const daily = sweepOn(everyDay, () => paid).map(keyOf);
        const named = new Set<string>();
        let today: Day | null = START;
        while (today && today < addDays(START, 120)) {
          const plan: ReturnType<typeof planReminders> = planReminders(paid, today);
          for (const notice of plan.notices) named.add(keyOf(notice));
          today = plan.nextDay;
        }
        expect([...named]).toEqual(daily);
      }),
    );
  });
});
