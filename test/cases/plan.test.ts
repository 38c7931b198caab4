import { describe, expect, test } from 'vitest';
import { checkInstalments, fulfil, isFulfilled, missedInstalment } from '../../shared/cases/plan';
import { type Day, day } from '../../shared/day';
import { fen } from '../../shared/money';

const TODAY = day('2026-04-09');
const plan = (...rows: [string, number][]) =>
  rows.map(([dueDay, amount]) => ({ dueDay: dueDay as Day, amount: fen(amount) }));

describe('instalments are checked against the debt', () => {
  const owed = { base: fen(1_000), doubled: fen(50) };

  test.each([
    ['exactly what is owed without the doubled part', plan(['2026-05-01', 1_000])],
    ['with half of it', plan(['2026-05-01', 500], ['2026-06-01', 525])],
    ['with all of it', plan(['2026-05-01', 1_050])],
    ['beginning today', plan(['2026-04-09', 1_000])],
    ['ending in ten years to the day', plan(['2036-04-09', 1_000])],
  ])('%s: taken', (_, instalments) => {
    expect(() => checkInstalments(instalments, owed, TODAY)).not.toThrow();
  });

  test.each([
    ['one fen short', plan(['2026-05-01', 999]), /9\.99元，比现在应付的10\.00元少0\.01元/],
    ['one fen over', plan(['2026-05-01', 1_051]), /10\.51元，比现在应付的10\.50元多0\.01元/],
    ['the same day twice', plan(['2026-05-01', 500], ['2026-05-01', 500]), /第2期/],
    ['days that go back', plan(['2026-05-01', 300], ['2026-06-01', 300], ['2026-05-15', 400]), /第3期/],
    ['yesterday', plan(['2026-04-08', 1_000]), /已经过去/],
    ['ten years and a day', plan(['2036-04-10', 1_000]), /超过了十年/],
  ])('%s: refused', (_, instalments, words) => {
    expect(() => checkInstalments(instalments, owed, TODAY)).toThrow(words);
  });

  test('with nothing owed there is nothing to plan', () => {
    const nothing = { base: fen(0), doubled: fen(0) };
    expect(() => checkInstalments(plan(['2026-05-01', 1]), nothing, TODAY)).toThrow(/不必分期/);
  });
});

describe('confirmed money fulfils instalments in their order', () => {
  const three = plan(['2026-04-01', 100], ['2026-05-01', 200], ['2026-06-01', 300]);

  test.each([
    [0, [0, 0, 0]],
    [99, [99, 0, 0]],
    [100, [100, 0, 0]],
    [250, [100, 150, 0]],
    [600, [100, 200, 300]],
    [700, [100, 200, 300]],
  ])('%i fen', (confirmed, paid) => {
    const progress = fulfil(three, fen(confirmed));
    expect(progress.map((instalment) => instalment.paid)).toEqual(paid);
    expect(isFulfilled(progress)).toBe(confirmed >= 600);
  });

  test.each<[number, string, string | undefined]>([
    [0, '2026-04-01', undefined],
    [0, '2026-04-02', '2026-04-01'],
    [100, '2026-04-02', undefined],
    [99, '2026-04-02', '2026-04-01'],
    [100, '2026-05-02', '2026-05-01'],
    [600, '2027-01-01', undefined],
  ])('after %i fen, on %s the missed one is that of %s', (confirmed, today, missed) => {
    expect(missedInstalment(fulfil(three, fen(confirmed)), day(today))?.dueDay).toBe(missed);
  });
});
