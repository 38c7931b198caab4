import { type Day, dayAt } from '../../shared/day';
import type { ClockMove } from './sweeper';

/** The runner's clock: it runs with the machine's, and only ever jumps forward. */
export interface Clock {
  now(): Date;
  today(): Day;
  /** The place of the clock after its last move. */
  move(): ClockMove;
  /** Never back. */
  moveTo(instant: Date): void;
  onMove(listener: (move: ClockMove) => void): void;
}

export function createClock(start: Date): Clock {
  let last: ClockMove = { offsetMs: start.getTime() - Date.now(), move: 0 };
  const listeners = new Set<(move: ClockMove) => void>();
  const now = () => new Date(Date.now() + last.offsetMs);
  return {
    now,
    today: () => dayAt(now()),
    move: () => last,
    moveTo: (instant) => {
      const offsetMs = Math.max(instant.getTime() - Date.now(), last.offsetMs);
      last = { offsetMs, move: last.move + 1 };
      for (const listener of listeners) listener(last);
    },
    onMove: (listener) => {
      listeners.add(listener);
    },
  };
}
