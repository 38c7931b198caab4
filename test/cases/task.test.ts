import { describe, expect, test } from 'vitest';
import type { CaseStatus } from '../../shared/cases/case-status';
import type { TaskState } from '../../shared/cases/stages';
import { isFuture, isTaskOverdue, taskCan } from '../../shared/cases/task';
import { day } from '../../shared/day';

describe('which buttons of a task work', () => {
  const rows: [TaskState, CaseStatus, boolean, string][] = [
    ['open', 'supervised', true, 'acknowledge report decline'],
    ['acknowledged', 'supervised', true, 'report decline'],
    ['reported', 'planned', true, 'report decline'],
    ['open', 'paused', true, 'acknowledge report decline'],
    ['open', 'supervised', false, ''],
    ['declined', 'supervised', true, ''],
    ['closed', 'performed', true, ''],
    ['acknowledged', 'performed', true, 'decline'],
  ];
  test.each(rows)('%s, the case %s, mine %s: %s', (state, status, mine, expected) => {
    const can = Object.entries(taskCan({ state, status, mine })).filter(([, works]) => works);
    expect(can.map(([button]) => button).join(' ')).toBe(expected);
  });
});

describe('when a task is overdue', () => {
  const due = day('2026-03-09');
  const rows: [TaskState, string, boolean][] = [
    ['open', '2026-03-09', false],
    ['open', '2026-03-10', true],
    ['acknowledged', '2026-03-10', true],
    ['reported', '2026-03-10', false],
    ['declined', '2026-03-10', false],
    ['closed', '2026-03-10', false],
  ];
  test.each(rows)('%s on %s: %s', (state, today, overdue) => {
    expect(isTaskOverdue(state, due, day(today))).toBe(overdue);
  });
});

test.each([
  ['2026-03-02T01:10:00.000Z', false],
  ['2026-03-02T01:10:00.001Z', true],
  ['2020-01-01T00:00:00.000Z', false],
])('a visit said to be at %s, reported at 01:00, is in the future: %s', (visitedAt, future) => {
  expect(isFuture(new Date(visitedAt), new Date('2026-03-02T01:00:00Z'))).toBe(future);
});
