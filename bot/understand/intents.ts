import type { VisitOutcome } from '../../shared/cases/stages';
import type { NumberSaid } from './clauses';
import type { Topic } from './rules/rule';

/** Of which tasks something was said. */
export interface Which {
  numbers: readonly NumberSaid[];
  all: boolean;
}

interface OfTasks {
  which: Which;
  /** Clear enough to be done; otherwise the bot asks first. */
  sure: boolean;
}

export type Act =
  | ({ kind: 'acknowledge' } & OfTasks)
  | ({ kind: 'visit'; outcomes: readonly VisitOutcome[]; note: string } & OfTasks)
  | ({ kind: 'decline'; reason: string } & OfTasks);

export type Intent =
  | Act
  | ({ kind: 'details' | 'later' } & OfTasks)
  | { kind: 'distress' }
  | { kind: 'code'; code: string }
  | { kind: 'topic'; topic: Topic; which: Which }
  /** 「好」, 「嗯」: an answer, or politeness. */
  | { kind: 'okay' }
  | { kind: 'no'; which: Which }
  /** Numbers and nothing else. */
  | { kind: 'numbers'; which: Which }
  | { kind: 'unknown' };
