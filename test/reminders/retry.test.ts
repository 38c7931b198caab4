import fc from 'fast-check';
import { expect, test } from 'vitest';
import { waitBeforeRetry } from '../../shared/reminders/retry';

const MINUTE = 60_000;

test.each([
  [1, 1],
  [2, 5],
  [3, 30],
  [4, 120],
])('after attempt %i about %i minutes pass', (attempts, minutes) => {
  expect(waitBeforeRetry(attempts, 0.5)).toBe(minutes * MINUTE);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), (chance) => {
      const wait = waitBeforeRetry(attempts, chance)!;
      expect(wait).toBeGreaterThanOrEqual(0.8 * minutes * MINUTE);
      expect(wait).toBeLessThanOrEqual(1.2 * minutes * MINUTE);
    }),
  );
});

test('after the fifth there is no other', () => {
  expect(waitBeforeRetry(5, 0.5)).toBeNull();
});

test('a carrier that asks for more time gets it', () => {
  expect(waitBeforeRetry(1, 0.5, 3600)).toBe(60 * MINUTE);
  expect(waitBeforeRetry(4, 0.5, 30)).toBe(120 * MINUTE);
});
