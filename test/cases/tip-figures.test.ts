import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FEWEST_TOLD, toldCounts } from '../../shared/cases/tip-figures';

test.each([
  [
    [20, 7, 2],
    [20, null, null],
  ],
  [
    [20, 3, 4],
    [20, null, null],
  ],
  [
    [5, 6],
    [5, 6],
  ],
  [[4], [null]],
  [
    [9, 1],
    [null, null],
  ],
  [[], []],
])('%j is told as %j', (counts, told) => {
  expect(toldCounts(counts)).toEqual(told);
});

test('nothing small is told, nor follows by subtraction from the total', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 12 }), (counts) => {
      const told = toldCounts(counts);
      expect(told.every((one, at) => one === null || (one === counts[at] && one >= FEWEST_TOLD))).toBe(true);
      const hidden = counts.filter((_, at) => told[at] === null);
      const sum = hidden.reduce((a, b) => a + b, 0);
      expect(hidden.length === 0 || sum >= FEWEST_TOLD || told.every((one) => one === null)).toBe(true);
    }),
  );
});
