import type { Day } from '../day';
import type { NoticeStep } from './steps';

export type Side = 'obligor' | 'obligee';

/** One rung: `after` days from the day it hangs on; before it when negative. */
export interface Rung {
  step: NoticeStep;
  after: number;
  sides: readonly Side[];
}

/** What the court reminds of, and when. Its own policy, not law: a change appends a version with its first day. */
export interface Ladder {
  from: Day;
  /** Around the day on which a performance period ends. */
  aroundDue: readonly Rung[];
  /** Around an instalment that both sides agreed on; it takes the place of the above. */
  aroundInstalment: readonly Rung[];
  /** Days of silence on a liaison's task. */
  task: { remindAfter: number; escalateAfter: number };
}

const OBLIGOR = ['obligor'] as const;
const BOTH = ['obligor', 'obligee'] as const;

export const LADDERS: readonly [Ladder, ...Ladder[]] = [
  {
    from: '2026-01-01' as Day,
    aroundDue: [
      { step: 'before-7', after: -7, sides: OBLIGOR },
      { step: 'before-3', after: -3, sides: OBLIGOR },
      { step: 'due', after: 0, sides: OBLIGOR },
      // The creditor reads that his road to enforcement is open; that is no pressure on anybody.
      { step: 'after-7', after: 7, sides: BOTH },
      { step: 'after-15', after: 15, sides: OBLIGOR },
      { step: 'after-30', after: 30, sides: OBLIGOR },
      { step: 'after-60', after: 60, sides: OBLIGOR },
    ],
    aroundInstalment: [
      { step: 'instalment-before', after: -3, sides: OBLIGOR },
      { step: 'instalment-due', after: 0, sides: OBLIGOR },
      { step: 'instalment-missed', after: 1, sides: BOTH },
    ],
    task: { remindAfter: 2, escalateAfter: 4 },
  },
];

/** The version of this day; days before the first go by the first. */
export function ladderOn(today: Day): Ladder {
  return LADDERS.findLast((ladder) => ladder.from <= today) ?? LADDERS[0];
}

/** Whether a message of this kind comes from a ladder, and hence goes only while its rung holds. */
export function isRung(step: string): boolean {
  return LADDERS.some(({ aroundDue, aroundInstalment }) =>
    [...aroundDue, ...aroundInstalment].some((rung) => rung.step === step),
  );
}
