import { expect, test } from 'vitest';
import { day } from '../../shared/day';
import { silenceDeserves } from '../../shared/reminders/silence';

test.each([
  ['on the next day', null, '2026-03-03', null],
  ['after two days', null, '2026-03-04', 'task-reminder'],
  ['after a week, when nobody swept', null, '2026-03-09', 'task-reminder'],
  ['the day after the reminder', '2026-03-04', '2026-03-05', null],
  ['four days after it was given', '2026-03-04', '2026-03-06', 'task-silent'],
  ['four days after, reminded only yesterday', '2026-03-05', '2026-03-06', null],
  ['reminded by the court on the first day', '2026-03-02', '2026-03-05', null],
  ['reminded by the court on the first day', '2026-03-02', '2026-03-06', 'task-silent'],
])('a task given on 2 March, unanswered, %s (reminded %s, today %s): %s', (_, reminded, today, step) => {
  const task = { createdDay: day('2026-03-02'), remindedDay: reminded === null ? null : day(reminded) };
  expect(silenceDeserves(task, day(today))).toBe(step);
});
