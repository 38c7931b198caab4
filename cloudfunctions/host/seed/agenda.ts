import { momentOf, type Stage } from './stage';

/** Something that happens to a case at a moment of its history. */
export interface Event {
  at: Date;
  /** Whose messages must have left before something else happens to it. */
  caseNumber: string;
  run: () => Promise<unknown>;
}

/** What will have happened by the first start. What would come later has not happened yet. */
export interface Agenda {
  add(offset: number, caseNumber: string, run: Event['run'], hours?: [number, number]): void;
  /** By day, counted from the first start, in the order of the day. */
  days(): [offset: number, events: Event[]][];
}

export function createAgenda(stage: Stage): Agenda {
  const byDay = new Map<number, Event[]>();
  return {
    add: (offset, caseNumber, run, hours) => {
      const at = momentOf(stage, offset, hours);
      if (offset >= 0) return;
      byDay.set(offset, [...(byDay.get(offset) ?? []), { at, caseNumber, run }]);
    },
    days: () => {
      const first = Math.min(...byDay.keys());
      const offsets = Array.from({ length: -first }, (_, at) => first + at);
      return offsets.map((offset) => [
        offset,
        (byDay.get(offset) ?? []).sort((a, b) => a.at.getTime() - b.at.getTime()),
      ]);
    },
  };
}
