import { addDays, type Day } from '../day';
import { ladderOn } from './ladder';

/** A liaison's task that nobody has answered yet. */
export interface SilentTask {
  createdDay: Day;
  /** When its holder was reminded, by us or by the court. */
  remindedDay: Day | null;
}

/**
 * What silence deserves: first the holder once more, then, when he has had as long again, his town. Each once.
 *
 * Given on 2026-03-02, reminded on 03-04: the town hears on 03-06.
 */
export function silenceDeserves(
  { createdDay, remindedDay }: SilentTask,
  today: Day,
  { remindAfter, escalateAfter } = ladderOn(today).task,
): 'task-reminder' | 'task-silent' | null {
  if (remindedDay === null) return addDays(createdDay, remindAfter) <= today ? 'task-reminder' : null;
  const isLate = addDays(createdDay, escalateAfter) <= today;
  return isLate && addDays(remindedDay, escalateAfter - remindAfter) <= today ? 'task-silent' : null;
}
