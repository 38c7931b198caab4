import type { Day } from '../day';
import type { NoticeStep } from './steps';
import type { ChannelName } from './weight';

export type Side = 'obligor' | 'obligee';

/** Who of the liaisons and the court's teams a rung may tell beside the parties. */
export const STAFF_READERS = ['village-liaison', 'town-liaison', 'team'] as const;
export type StaffReader = (typeof STAFF_READERS)[number];

/** The steps that a rung may have, lowest first. */
export const DUE_STEPS = [
  'before-30',
  'before-15',
  'before-7',
  'before-3',
  'due',
  'after-3',
  'after-7',
  'after-15',
  'after-30',
  'after-60',
  'after-90',
] as const satisfies readonly NoticeStep[];
export const INSTALMENT_STEPS = [
  'instalment-before',
  'instalment-due',
  'instalment-missed',
] as const satisfies readonly NoticeStep[];
export type RungStep = (typeof DUE_STEPS)[number] | (typeof INSTALMENT_STEPS)[number];

/** One rung: `after` days from the day it hangs on; before it when negative. */
export interface Rung<Step extends RungStep = RungStep> {
  step: Step;
  after: number;
  sides: readonly Side[];
  /** Told on the same day; nobody when it is missing. */
  staff?: readonly StaffReader[] | undefined;
  /** Tried first; SMS when it is missing. */
  channel?: ChannelName | undefined;
}

/** What the court reminds of, and when. Its own policy, not law: a change appends a version with its first day. */
export interface Ladder {
  from: Day;
  /** Around the day on which a performance period ends. */
  aroundDue: readonly Rung<(typeof DUE_STEPS)[number]>[];
  /** Around an instalment that both sides agreed on; it takes the place of the above. */
  aroundInstalment: readonly Rung<(typeof INSTALMENT_STEPS)[number]>[];
  /** Days of silence on a liaison's task. */
  task: { remindAfter: number; escalateAfter: number };
  /** Days that an answered task may go without a visit until its holder and his town are asked. */
  visitIdleAfter: number;
  /** The liaisons' weekly list: 1 is Monday and 7 Sunday; the hour in Asia/Shanghai. */
  digest: { isOn: boolean; weekday: number; hour: number };
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
    visitIdleAfter: 14,
    digest: { isOn: true, weekday: 1, hour: 9 },
  },
];

/** The version of this day; days before the first go by the first. */
export function ladderOn(today: Day): Ladder {
  return LADDERS.findLast((ladder) => ladder.from <= today) ?? LADDERS[0];
}

const RUNG_STEPS: ReadonlySet<string> = new Set([...DUE_STEPS, ...INSTALMENT_STEPS]);

/** Whether a message of this kind comes from a ladder, and hence goes only while its rung holds. */
export function isRung(step: string): step is RungStep {
  return RUNG_STEPS.has(step);
}
