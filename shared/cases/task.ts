import { type Day, daysBetween } from '../day';
import { type CaseStatus, caseCan } from './case-status';
import type { TaskState } from './stages';

/** So long a liaison has to report, from the day he was given the task. */
export const TASK_DAYS = 7;

export interface TaskFacts {
  state: TaskState;
  status: CaseStatus;
  /** The reader's to do, not only to look at. */
  mine: boolean;
}

/** Which buttons of a task work now. */
export function taskCan({ state, status, mine }: TaskFacts) {
  const running = mine && isRunning(state);
  return {
    acknowledge: running && state === 'open',
    report: running && caseCan('visit', status),
    // Also after a visit: it is there that a liaison learns that the person has moved away.
    decline: running,
  };
}

/** Somebody still has it in hand. */
export const isRunning = (state: TaskState): boolean =>
  state === 'open' || state === 'acknowledged' || state === 'reported';

/** Nothing was reported although its day has passed. */
export const isTaskOverdue = (state: TaskState, dueDay: Day, today: Day): boolean =>
  (state === 'open' || state === 'acknowledged') && daysBetween(dueDay, today) > 0;

/** A telephone's clock may run ahead a little; a visit tomorrow is a wrong date. */
export const CLOCK_TOLERANCE_MINUTES = 10;

export const isFuture = (visitedAt: Date, now: Date): boolean =>
  visitedAt.getTime() > now.getTime() + CLOCK_TOLERANCE_MINUTES * 60_000;
