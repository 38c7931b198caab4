import { addDays, type Day } from '../day';
import { type Ladder, ladderOn } from './ladder';

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

/** A task that was answered and has no visit yet. */
export interface IdleTask {
  acknowledgedDay: Day;
  /** When its holder was asked for the visit. */
  nudgedDay: Day | null;
}

/**
 * What an idle visit deserves: its holder is asked once, and when as long has passed again, his town. Each once.
 *
 * Answered on 2026-03-02, fourteen days: asked on 03-16, the town on 03-30.
 */
export function idleDeserves(
  { acknowledgedDay, nudgedDay }: IdleTask,
  today: Day,
  { visitIdleAfter }: Pick<Ladder, 'visitIdleAfter'> = ladderOn(today),
): 'holder' | 'town' | null {
  if (nudgedDay === null) return addDays(acknowledgedDay, visitIdleAfter) <= today ? 'holder' : null;
  return addDays(nudgedDay, visitIdleAfter) <= today ? 'town' : null;
}
