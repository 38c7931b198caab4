import { addDays, type Day } from '../../shared/day';
import type { NoticeStep } from '../../shared/reminders/steps';

/** A notice that must be there at the end, once; an SMS may stand beside a card that was refused. */
export interface Expected {
  caseId: string;
  /** `party:<id>` or `account:<id>` */
  recipient: string;
  step: NoticeStep;
  stepDay: Day;
  nth: number;
}

export const keyOf = ({ caseId, recipient, step, stepDay, nth }: Expected): string =>
  [caseId, recipient, step, stepDay, nth].join(' ');

/** The ladder once more, written down apart from the rule that it checks. */
const RUNGS = [
  { step: 'before-7', after: -7, isForBoth: false },
  { step: 'before-3', after: -3, isForBoth: false },
  { step: 'due', after: 0, isForBoth: false },
  { step: 'after-7', after: 7, isForBoth: true },
  { step: 'after-15', after: 15, isForBoth: false },
  { step: 'after-30', after: 30, isForBoth: false },
  { step: 'after-60', after: 60, isForBoth: false },
] as const;
export const RUNG_OFFSETS = RUNGS.map(({ after }) => after);

/** Days of silence after which a liaison is reminded, and his town told. */
const REMINDED_AFTER = 2;
const TOWN_AFTER = 4;

export interface Span {
  first: Day;
  last: Day;
}

const isWithin = (on: Day, { first, last }: Span) => first <= on && on <= last;

/** The rungs of a case that fall into the days on which sweeps run. */
export function rungsOf(
  of: { caseId: string; obligor: string; obligee: string; dueDay: Day },
  span: Span,
): Expected[] {
  return RUNGS.flatMap(({ step, after, isForBoth }) => {
    const stepDay = addDays(of.dueDay, after);
    if (!isWithin(stepDay, span)) return [];
    const people = isForBoth ? [of.obligor, of.obligee] : [of.obligor];
    return people.map((id) => ({ caseId: of.caseId, recipient: `party:${id}`, step, stepDay, nth: 1 }));
  });
}

/** What a task that nobody answers leads to, with the message of the task itself. */
export function taskNoticesOf(
  of: { caseId: string; liaison: string; town: string; createdDay: Day },
  span: Span,
): Expected[] {
  const steps = [
    { account: of.liaison, step: 'task-new', stepDay: of.createdDay },
    { account: of.liaison, step: 'task-reminder', stepDay: addDays(of.createdDay, REMINDED_AFTER) },
    { account: of.town, step: 'task-silent', stepDay: addDays(of.createdDay, TOWN_AFTER) },
  ] as const;
  return steps
    .filter(({ stepDay }) => isWithin(stepDay, span))
    .map(({ account, step, stepDay }) => ({
      caseId: of.caseId,
      recipient: `account:${account}`,
      step,
      stepDay,
      nth: 1,
    }));
}

/** A task that nobody has done, as its holder's weekly lists see it. */
export interface Waiting {
  caseId: string;
  taskId: string;
  liaison: string;
  createdDay: Day;
}

/** Every Monday each liaison is told of what he was given before it, under the task that is due first. */
export function digestsOf(waiting: readonly Waiting[], span: Span): Expected[] {
  return mondaysOf(span).flatMap((monday) => {
    const first = new Map<string, Waiting>();
    for (const task of waiting.filter(({ createdDay }) => createdDay < monday)) {
      const known = first.get(task.liaison);
      if (!known || isBefore(task, known)) first.set(task.liaison, task);
    }
    return [...first.values()].map(({ caseId, liaison }) => ({
      caseId,
      recipient: `account:${liaison}`,
      step: 'digest' as const,
      stepDay: monday,
      nth: 1,
    }));
  });
}

/** Tasks are due seven days after they are given. */
const isBefore = (one: Waiting, other: Waiting) =>
  one.createdDay === other.createdDay ? one.taskId < other.taskId : one.createdDay < other.createdDay;

function mondaysOf({ first, last }: Span): Day[] {
  const days: Day[] = [];
  for (let on = first; on <= last; on = addDays(on, 1)) {
    if (new Date(`${on}T00:00:00Z`).getUTCDay() === 1) days.push(on);
  }
  return days;
}
