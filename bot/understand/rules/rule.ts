import type { VisitOutcome } from '../../../shared/cases/stages';

/** What a person wants done with tasks of his; `later` only tells that he will. */
export type Verb = 'acknowledge' | 'visit' | 'decline' | 'details' | 'later';

/** What else a whole message can be about; of several in one message the first of these is answered. */
export const TOPIC_ORDER = [
  ...(['person', 'wrong-person', 'objection', 'enforcement', 'unmute', 'mute', 'unbind', 'who'] as const),
  ...(['correction', 'not-received', 'paid', 'plan', 'short-of-money', 'my-case', 'list', 'help'] as const),
  ...(['thanks', 'greeting'] as const),
] as const;

export type Topic = (typeof TOPIC_ORDER)[number];

/** Words that only mean something beside others, or as an answer. */
export type Particle = 'okay' | 'yes' | 'no' | 'all' | 'filler' | 'self' | 'question' | 'code';

export type Meaning = Verb | `outcome:${VisitOutcome}` | 'refusal' | Topic | Particle;

/** One thing that people say in many ways. Whatever is understood stands in such a rule. */
export interface Rule {
  means: Meaning;
  /** Longer ones win over shorter ones: 「没收到」 is not 「收到」. */
  says: readonly string[];
  /** Means it only where nothing else is said beside it: 「中」 is "yes", 「中午」 is not. */
  alone?: true;
  /** The words are themselves the reason or the note, and stay in it. */
  tells?: true;
  /** May be meant otherwise: the bot asks first. */
  asks?: true;
}

/** A list of words, as one reads it. */
export const words = (list: string): string[] => list.trim().split(/\s+/u);
