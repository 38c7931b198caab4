import { addDays, type Day } from '../../shared/day';
import { Refusal } from '../../shared/refusal';

const DAYS = 90;
const MOST_DAYS = 731;

/** The days that somebody asked for, both included; the last 90 when he said nothing. */
export function periodOf(asked: { from?: Day; to?: Day }, today: Day): { from: Day; to: Day } {
  const to = asked.to ?? today;
  const from = asked.from ?? addDays(to, 1 - DAYS);
  if (from > to || addDays(from, MOST_DAYS) <= to) throw new Refusal('period-wrong');
  return { from, to };
}
