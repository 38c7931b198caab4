import { expect, test } from 'vitest';
import { judgeRefresh } from '../../shared/cases/refresh';

test.each([
  ['the first token, for the first time', 1, { newest: 1, seen: 0 }, 'rotate'],
  ['the newest one', 4, { newest: 4, seen: 4 }, 'rotate'],
  ['the newest one, which was never seen in use', 4, { newest: 4, seen: 3 }, 'rotate'],
  ['the one before, whose answer was lost', 3, { newest: 4, seen: 3 }, 'answer-again'],
  ['the one before, though its successor is in use', 3, { newest: 4, seen: 4 }, 'stolen'],
  ['one of long ago', 1, { newest: 4, seen: 3 }, 'stolen'],
  ['one that was never given out', 5, { newest: 4, seen: 4 }, 'stolen'],
])('%s', (_, presented, rotation, verdict) => {
  expect(judgeRefresh(presented, rotation)).toBe(verdict);
});
