import { NOTICE_STEP_WORDS } from '../cases/notice-words';
import { DUE_STEPS, INSTALMENT_STEPS, type RungStep } from './ladder';
import type { LadderPolicy } from './ladder-policy';

/** So many messages of one matter at most within 30 days to one person: reminded, not pursued. */
export const MOST_A_MONTH = 6;
const MONTH_DAYS = 30;

type Rung = LadderPolicy['aroundDue'][number] | LadderPolicy['aroundInstalment'][number];

/** From which day to which a step's words are true. */
const RANGES: Record<RungStep, readonly [earliest: number, latest: number]> = {
  'before-30': [-60, -1],
  'before-15': [-60, -1],
  'before-7': [-60, -1],
  'before-3': [-60, -1],
  due: [0, 0],
  'after-3': [1, 180],
  'after-7': [1, 180],
  'after-15': [1, 180],
  // Their words say that one, two or three months have passed.
  'after-30': [30, 180],
  'after-60': [60, 180],
  'after-90': [90, 180],
  'instalment-before': [-60, -1],
  'instalment-due': [0, 0],
  'instalment-missed': [1, 15],
};

/** What does not make sense in a ladder, a sentence each, in the words of the court's page; none when all is well. */
export function ladderProblems(policy: LadderPolicy): string[] {
  return [
    ...rungProblems(policy.aroundDue, DUE_STEPS, '履行期限'),
    ...rungProblems(policy.aroundInstalment, INSTALMENT_STEPS, '约定的分期'),
    ...missedProblems(policy.aroundInstalment),
    ...taskProblems(policy.task),
  ];
}

function rungProblems(rungs: readonly Rung[], order: readonly RungStep[], around: string): string[] {
  return [
    ...twice(rungs),
    ...rungs.flatMap(ownProblems),
    ...disorder(rungs, order),
    ...tooLate(rungs, around),
    ...tooMany(rungs, around),
  ];
}

const nameOf = ({ step }: { step: RungStep }): string => `“${NOTICE_STEP_WORDS[step]}”`;

function twice(rungs: readonly Rung[]): string[] {
  const repeated = rungs.filter(({ step }, index) => rungs.findIndex((one) => one.step === step) < index);
  return repeated.map((rung) => `${nameOf(rung)}出现了两次，请删去一档。`);
}

function ownProblems(rung: Rung): string[] {
  const [earliest, latest] = RANGES[rung.step];
  const problems: string[] = [];
  if (rung.after < earliest || rung.after > latest) {
    problems.push(
      `${nameOf(rung)}要排在${rangeWords(earliest, latest)}，否则短信里的话对不上日子，请改天数。`,
    );
  }
  if (rung.sides.length === 0 && !rung.staff?.length) {
    problems.push(`${nameOf(rung)}没有选择发给谁，请至少选一方，或者删去这一档。`);
  }
  return problems;
}

function rangeWords(earliest: number, latest: number): string {
  if (latest < 0) return '到期日之前';
  if (earliest === 0) return '到期日当天';
  return earliest === 1 ? `到期日之后${latest}天以内` : `到期日之后第${earliest}天到第${latest}天`;
}

/** A later step's words on an earlier day would take back what was said. */
function disorder(rungs: readonly Rung[], order: readonly RungStep[]): string[] {
  const rising = [...rungs].sort((a, b) => order.indexOf(a.step) - order.indexOf(b.step));
  return rising.slice(1).flatMap((rung, index) => {
    const before = rising[index]!;
    if (rung.step === before.step || rung.after > before.after) return [];
    return [`${nameOf(rung)}要排在${nameOf(before)}之后，请调整天数。`];
  });
}

/** Nobody hears of it for the first time when it is too late. */
function tooLate(rungs: readonly Rung[], around: string): string[] {
  const isInTime = rungs.some(({ after, sides }) => after <= 0 && sides.includes('obligor'));
  return isInTime ? [] : [`${around}到期以前或当天，至少要提醒义务人一次，请加上一档。`];
}

function tooMany(rungs: readonly Rung[], around: string): string[] {
  const readers = [
    ['义务人', (rung: Rung) => rung.sides.includes('obligor')],
    ['权利人', (rung: Rung) => rung.sides.includes('obligee')],
    ['村联络员', (rung: Rung) => rung.staff?.includes('village-liaison')],
    ['镇联络员', (rung: Rung) => rung.staff?.includes('town-liaison')],
    ['执行团队', (rung: Rung) => rung.staff?.includes('team')],
  ] as const;
  return readers.flatMap(([words, reads]) => {
    const days = rungs.filter(reads).map(({ after }) => after);
    const most = Math.max(0, ...days.map((from) => countFrom(days, from)));
    if (most <= MOST_A_MONTH) return [];
    return [`${around}前后三十天里要给${words}发${most}次，太多了，最多${MOST_A_MONTH}次，请减少几档。`];
  });
}

const countFrom = (days: readonly number[], from: number): number =>
  days.filter((one) => one >= from && one < from + MONTH_DAYS).length;

/** The court learns from this rung that an instalment was not kept. */
function missedProblems(rungs: readonly Rung[]): string[] {
  const isThere = rungs.some(({ step }) => step === 'instalment-missed');
  return isThere ? [] : ['“分期逾期提醒”不能删去：法院靠它发现有一期没有按约履行。'];
}

function taskProblems({ remindAfter, escalateAfter }: LadderPolicy['task']): string[] {
  if (escalateAfter > remindAfter) return [];
  return ['告诉镇联络员的日子要晚于提醒本人的日子，请先给本人答复的时间。'];
}
