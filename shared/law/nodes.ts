import { addDays, type Day } from '../day';
import { Refusal } from '../refusal';
import type { Citation } from './citation';
import type { Calendar } from './holidays';
import { NODE_TABLE, type NodeCode } from './node-table';
import { type LastDay, lastDay, naturalEnd, type PeriodUnit } from './periods';

/**
 * `within`: done by that day. `before`: done that long before the trigger. `not-before`: not done until
 * the time has passed. `lasts`: ends of itself.
 */
export interface NodeLimit {
  kind: 'within' | 'before' | 'not-before' | 'lasts';
  count: number;
  unit: PeriodUnit;
}

/** One step of enforcement. An editable sample: no official list of the 37 nodes was found. */
export interface EnforcementNode {
  name: string;
  trigger: string;
  /** What the law allows at most; null for steps without a national limit, and for mere states. */
  legal: NodeLimit | null;
  /** When the court's own desk warns; stricter than the law, and never shown as the law. */
  warning: NodeLimit | null;
  citations: readonly Citation[];
}

/** A court's own lines; they may be stricter than the law and never looser. */
export type CourtLimits = Partial<Record<NodeCode, { legal?: NodeLimit; warning?: NodeLimit }>>;

export interface NodeDays {
  legal: LastDay | null;
  warning: LastDay | null;
}

/**
 * The days that a node's two lines mean for one case.
 *
 * Application received 2026-04-27: the notice must be out by 2026-05-07 (ten days), the desk warns from
 * 2026-04-30 (three).
 */
export function nodeDays(
  code: NodeCode,
  trigger: Day,
  court: CourtLimits = {},
  calendar?: Calendar,
): NodeDays {
  const node: EnforcementNode = NODE_TABLE[code];
  const own = court[code];
  const dayOf = (limit: NodeLimit | null | undefined) => (limit ? limitDay(limit, trigger, calendar) : null);
  return { legal: dayOf(own?.legal ?? node.legal), warning: dayOf(own?.warning ?? node.warning) };
}

function limitDay({ kind, count, unit }: NodeLimit, trigger: Day, calendar?: Calendar): LastDay {
  const fixed = (day: Day): LastDay => ({ day, rolled: false, certain: true });
  switch (kind) {
    case 'before':
      return fixed(naturalEnd(trigger, -count, unit));
    case 'not-before':
      return fixed(addDays(naturalEnd(trigger, count, unit), 1));
    case 'lasts':
      return fixed(addDays(naturalEnd(trigger, count, unit), -1));
    default:
      return lastDay(naturalEnd(trigger, count, unit), calendar);
  }
}

/** Refuses a court's own limit that gives more time than the law does. */
export function checkCourtLimits(court: CourtLimits): void {
  for (const [code, own] of Object.entries(court)) {
    const { name, legal }: EnforcementNode = NODE_TABLE[code as NodeCode];
    const looser = [own.legal, own.warning].some((limit) => legal && limit && isLooser(limit, legal));
    if (legal && looser) throw new Refusal('limit-looser-than-law', { name, legal: showLimit(legal) });
  }
}

/** The firsts of a leap year's months: months and days differ most around them. */
const STARTS = Array.from({ length: 12 }, (_, month) => naturalEnd('2024-01-01' as Day, month, 'month'));

function isLooser(own: NodeLimit, legal: NodeLimit): boolean {
  if (own.kind !== legal.kind) return true;
  const moreTime = (start: Day) => {
    const [ownEnd, legalEnd] = [own, legal].map(({ count, unit }) => naturalEnd(start, count, unit)) as [
      Day,
      Day,
    ];
    return own.kind === 'before' || own.kind === 'not-before' ? ownEnd < legalEnd : ownEnd > legalEnd;
  };
  return STARTS.some(moreTime);
}

const UNIT_WORDS: Record<PeriodUnit, string> = { day: '日', month: '个月', year: '年' };
export const showLimit = ({ count, unit }: NodeLimit): string => `${count}${UNIT_WORDS[unit]}`;
