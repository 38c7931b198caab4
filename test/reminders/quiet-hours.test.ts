import { describe, expect, test } from 'vitest';
import { day, instantOf } from '../../shared/day';
import { calendarWith, PUBLISHED_CALENDAR } from '../../shared/law/holidays';
import { isQuiet, nextAllowed, nextSendable } from '../../shared/reminders/quiet-hours';

describe('nobody’s telephone rings at night', () => {
  test.each([
    ['07:59', '2026-03-01T23:59:00Z', '2026-03-02T00:00:00.000Z'],
    ['08:00', '2026-03-02T00:00:00Z', '2026-03-02T00:00:00.000Z'],
    ['19:59', '2026-03-02T11:59:00Z', '2026-03-02T11:59:00.000Z'],
    ['20:00', '2026-03-02T12:00:00Z', '2026-03-03T00:00:00.000Z'],
    ['00:30', '2026-03-02T16:30:00Z', '2026-03-03T00:00:00.000Z'],
  ])('at %s in Shanghai (%s) the next moment is %s', (_, instant, allowed) => {
    const at = new Date(instant);
    expect(nextAllowed(at).toISOString()).toBe(allowed);
    expect(isQuiet(at)).toBe(nextAllowed(at) > at);
  });
});

describe('what presses somebody waits until the holiday is over', () => {
  test.each([
    ['an ordinary Monday', '2026-03-02', 9, '2026-03-02', 9],
    ['an ordinary Saturday', '2026-03-07', 9, '2026-03-07', 9],
    ['an ordinary Sunday, too early', '2026-03-08', 6, '2026-03-08', 8],
    ['the Saturday worked before the Spring Festival', '2026-02-14', 19, '2026-02-14', 19],
    ['that Saturday at night', '2026-02-14', 20, '2026-02-24', 8],
    ['the first day of the Spring Festival', '2026-02-15', 9, '2026-02-24', 8],
    ['New Year’s Eve of the lunar calendar', '2026-02-16', 23, '2026-02-24', 8],
    ['the night into the National Day', '2026-09-30', 21, '2026-10-08', 8],
    ['the weekend in the National Day holiday', '2026-10-03', 12, '2026-10-08', 8],
    ['the Friday of the Mid-autumn Festival', '2026-09-25', 9, '2026-09-28', 8],
    ['a year that nobody has loaded: the National Day', '2031-10-01', 9, '2031-10-04', 8],
    ['a year that nobody has loaded: an ordinary day', '2031-03-03', 9, '2031-03-03', 9],
    ['New Year’s Eve into such a year', '2030-12-31', 22, '2031-01-02', 8],
  ])('%s (%s, %i:00) waits until %s, %i:00', (_, on, hour, until, untilHour) => {
    const sendable = nextSendable(instantOf(day(on), hour), PUBLISHED_CALENDAR);
    expect(sendable).toEqual(instantOf(day(until), untilHour));
  });

  test('a loaded notice that leaves out the weekend of its holiday', () => {
    const calendar = calendarWith([
      { year: 2027, restDays: [day('2027-01-01')], workDays: [day('2027-01-09')] },
    ]);
    expect(nextSendable(instantOf(day('2027-01-01'), 9), calendar)).toEqual(instantOf(day('2027-01-04'), 8));
    expect(nextSendable(instantOf(day('2027-01-10'), 9), calendar)).toEqual(instantOf(day('2027-01-10'), 9));
  });
});
