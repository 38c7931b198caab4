import type { VisitOutcome } from '../shared/cases/stages';
import type { Clock } from './clock';

/** Something to be done with tasks, as far as it was said. */
export interface Deed {
  kind: 'acknowledge' | 'visit' | 'decline';
  numbers: readonly number[];
  /** What came of a visit: one when it is clear. */
  outcomes: readonly VisitOutcome[];
  /** The note of a visit, the reason of a task that is given back. */
  text: string;
  sure: boolean;
  /** The same was recorded a moment ago, and is to be recorded once more. */
  again?: true;
}

/** What the bot asked back, because it guesses nothing that would change a record. */
export interface Question {
  asks: 'yes-or-no' | 'which' | 'outcome' | 'reason';
  deed: Deed;
  /** The numbers of tasks among which he chooses. */
  options: readonly number[];
  times: number;
}

/** What is known of a talk while it lasts. */
export interface Talk {
  /** The first was asked; the others wait for their turn. */
  questions: Question[];
  /** The tasks named by what the bot said last of its own accord, and in how many messages. */
  told: { numbers: number[]; messages: number; isNotice: boolean } | null;
  /** Whether two examples were given already for something that was not understood. */
  confused: boolean;
  /** How often this talk was handed to a person. */
  handed: number;
  distress: boolean;
  /** Messages that were answered to the end. */
  done: string[];
  /** Visits that were recorded. */
  visits: string[];
}

export interface Memory {
  /** A copy: what is not kept did not happen. */
  recall(who: string): Talk;
  keep(who: string, talk: Talk): void;
}

const LIFE_MS = 30 * 60_000;
const MOST_TALKS = 2_000;
const MOST_EACH = 50;

/** In memory only, and for half an hour after the last word; to lose it is safe: the bot asks again. */
export function createMemory(clock: Pick<Clock, 'now' | 'after'>, most = MOST_TALKS): Memory {
  // The one that was silent longest comes first.
  const talks = new Map<string, { talk: Talk; until: number }>();
  let isWaiting = false;

  function forgetStale(): void {
    const now = clock.now().getTime();
    for (const [who, { until }] of talks) {
      if (until > now && talks.size <= most) return;
      talks.delete(who);
    }
  }

  /** Nothing stays only because nobody writes any more. */
  function forgetLater(): void {
    if (isWaiting || talks.size === 0) return;
    isWaiting = true;
    clock.after(LIFE_MS, () => {
      isWaiting = false;
      forgetStale();
      forgetLater();
    });
  }

  return {
    recall: (who) => {
      forgetStale();
      const kept = talks.get(who);
      return kept ? structuredClone(kept.talk) : newTalk();
    },
    keep: (who, talk) => {
      talks.delete(who);
      const short = { ...talk, done: talk.done.slice(-MOST_EACH), visits: talk.visits.slice(-MOST_EACH) };
      talks.set(who, { talk: structuredClone(short), until: clock.now().getTime() + LIFE_MS });
      forgetStale();
      forgetLater();
    },
  };
}

const newTalk = (): Talk => ({
  questions: [],
  told: null,
  confused: false,
  handed: 0,
  distress: false,
  done: [],
  visits: [],
});
