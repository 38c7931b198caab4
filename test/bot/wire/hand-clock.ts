import type { Clock } from '../../../bot/clock';

export interface HandClock extends Clock {
  /** Lets so much time pass; what is due happens in its order. */
  advance(ms: number): void;
}

/** A clock that a test moves by hand. */
export function handClock(): HandClock {
  let now = Date.parse('2026-03-02T01:00:00Z');
  const timers = new Set<{ at: number; everyMs?: number; work: () => void }>();
  const add = (timer: { at: number; everyMs?: number; work: () => void }) => {
    timers.add(timer);
    return () => void timers.delete(timer);
  };
  const nextBy = (end: number) => [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  return {
    now: () => new Date(now),
    every: (everyMs, work) => add({ at: now + everyMs, everyMs, work }),
    after: (ms, work) => add({ at: now + ms, work }),
    advance: (ms) => {
      const end = now + ms;
      for (let timer = nextBy(end); timer; timer = nextBy(end)) {
        now = timer.at;
        if (timer.everyMs) timer.at += timer.everyMs;
        else timers.delete(timer);
        timer.work();
      }
      now = end;
    },
  };
}
