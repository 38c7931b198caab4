import { describe, expect, test } from 'vitest';
import { day } from '../../shared/day';
import { DUE_STEPS, INSTALMENT_STEPS, LADDERS, ladderOn } from '../../shared/reminders/ladder';
import { ladderProblems } from '../../shared/reminders/ladder-checks';
import {
  type LadderPolicy,
  ladderPolicySchema,
  policyOf,
  readPolicy,
} from '../../shared/reminders/ladder-policy';
import { calendarOf, planForStaff, planReminders, staffStandsOn } from '../../shared/reminders/plan';
import { z } from '../../shared/zod';
import { snapshot } from './snapshots';

const BUILT_IN = policyOf(ladderOn(day('2026-03-02')));
const changed = (change: (policy: LadderPolicy) => void): LadderPolicy => {
  const policy = policyOf(LADDERS[0]);
  change(policy);
  return policy;
};
const rungAt = (step: (typeof DUE_STEPS)[number], after: number) => ({
  step,
  after,
  sides: ['obligor' as const],
});

describe('a ladder that a court may save', () => {
  test.each<[string, (policy: LadderPolicy) => void]>([
    ['ours', () => {}],
    [
      'with one rung only, on the day',
      (p) => {
        p.aroundDue = [rungAt('due', 0)];
      },
    ],
    [
      'that tells the town on the fifteenth day',
      (p) => {
        p.aroundDue[4]!.staff = ['town-liaison'];
      },
    ],
    [
      'that tells only the village',
      (p) => {
        p.aroundDue[4]!.sides = [];
        p.aroundDue[4]!.staff = ['village-liaison'];
      },
    ],
    ['with the first rung two months before', (p) => void p.aroundDue.unshift(rungAt('before-30', -60))],
    ['with the last rung half a year after', (p) => void p.aroundDue.push(rungAt('after-90', 180))],
    ['in any order of the rows', (p) => void p.aroundDue.reverse()],
    [
      'that tries a card first',
      (p) => {
        p.aroundDue[0]!.channel = 'subscribe';
      },
    ],
  ])('%s', (_, change) => {
    const policy = changed(change);
    expect(ladderProblems(policy)).toEqual([]);
    expect(readPolicy(JSON.parse(JSON.stringify(policy)))).toEqual(policy);
  });
});

describe('a ladder that makes no sense is refused with the reason', () => {
  test.each<[string, (policy: LadderPolicy) => void, RegExp]>([
    ['a step twice', (p) => void p.aroundDue.push(rungAt('due', 0)), /^“到期当天提醒”出现了两次/],
    [
      'the last day on another day',
      (p) => {
        p.aroundDue[2]!.after = 1;
      },
      /^“到期当天提醒”要排在到期日当天/,
    ],
    [
      '“in time” after the time',
      (p) => {
        p.aroundDue = [rungAt('before-7', -7), rungAt('before-3', 2)];
      },
      /^“到期前三天提醒”要排在到期日之前/,
    ],
    [
      '“a month has passed” after ten days',
      (p) => {
        p.aroundDue[5]!.after = 29;
      },
      /^“逾期三十天提醒”要排在到期日之后第30天到第180天/,
    ],
    [
      'a later step on an earlier day',
      (p) => {
        p.aroundDue[0]!.after = -2;
      },
      /^“到期前三天提醒”要排在“到期前七天提醒”之后/,
    ],
    [
      'two steps on one day',
      (p) => {
        p.aroundDue[3]!.after = 15;
      },
      /^“逾期十五天提醒”要排在“逾期七天提醒”之后/,
    ],
    [
      'nobody to tell',
      (p) => {
        p.aroundDue[3]!.sides = [];
      },
      /^“逾期七天提醒”没有选择发给谁/,
    ],
    [
      'nothing before it is late',
      (p) => void p.aroundDue.splice(0, 3),
      /^履行期限到期以前或当天，至少要提醒义务人一次/,
    ],
    [
      'only the creditor told in time',
      (p) => {
        for (const rung of p.aroundDue.slice(0, 3)) rung.sides = ['obligee'];
      },
      /^履行期限到期以前或当天，至少要提醒义务人一次/,
    ],
    [
      'no rung at all',
      (p) => {
        p.aroundDue = [];
      },
      /^履行期限到期以前或当天/,
    ],
    [
      'an instalment told of only when it is late',
      (p) => void p.aroundInstalment.splice(0, 2),
      /^约定的分期到期以前/,
    ],
    ['no rung for a missed instalment', (p) => void p.aroundInstalment.pop(), /^“分期逾期提醒”不能删去/],
    [
      'seven in a month',
      (p) => {
        p.aroundDue = [
          rungAt('before-15', -10),
          rungAt('before-7', -7),
          rungAt('before-3', -3),
          rungAt('due', 0),
          rungAt('after-3', 3),
          rungAt('after-7', 7),
          rungAt('after-15', 19),
        ];
      },
      /^履行期限前后三十天里要给义务人发7次，太多了，最多6次/,
    ],
    [
      'the town told before the holder',
      (p) => {
        p.task = { remindAfter: 4, escalateAfter: 4 };
      },
      /^告诉镇联络员的日子要晚于/,
    ],
  ])('%s', (_, change, sentence) => {
    const problems = ladderProblems(changed(change));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(sentence);
    expect(problems[0]).toMatch(/。$/);
  });

  test.each<[string, unknown, RegExp]>([
    [
      'a day too early',
      { ...BUILT_IN, aroundDue: [rungAt('before-30', -61)] },
      /最早提前60天，最晚过后180天/,
    ],
    ['a day too late', { ...BUILT_IN, aroundDue: [rungAt('after-90', 181)] }, /最早提前60天/],
    ['half a day', { ...BUILT_IN, aroundDue: [rungAt('due', 0.5)] }, /日子要填整数/],
    ['an unknown step', { ...BUILT_IN, aroundDue: [rungAt('performed' as never, 0)] }, /没有这一种提醒/],
    [
      'a digest at night',
      { ...BUILT_IN, digest: { isOn: true, weekday: 1, hour: 20 } },
      /8 到 19 的整数，夜里不发/,
    ],
    ['an eighth weekday', { ...BUILT_IN, digest: { isOn: true, weekday: 8, hour: 9 } }, /星期一到星期日/],
    ['no silence at all', { ...BUILT_IN, task: { remindAfter: 0, escalateAfter: 4 } }, /1 到 30 的整数/],
  ])('%s', (_, policy, sentence) => {
    const read = z.safeParse(ladderPolicySchema, policy);
    expect(read.success).toBe(false);
    expect(read.error?.issues[0]?.message).toMatch(sentence);
    expect(readPolicy(policy)).toBeUndefined();
  });
});

test('every step of a rung has a range in our own ladder or beside it', () => {
  for (const [rungs, steps] of [
    [LADDERS[0].aroundDue, DUE_STEPS],
    [LADDERS[0].aroundInstalment, INSTALMENT_STEPS],
  ] as const) {
    for (const { step } of rungs) expect(steps).toContain(step);
  }
});

describe('rungs that tell liaisons and teams', () => {
  const ladder = {
    from: day('2026-01-01'),
    ...changed((p) => {
      p.aroundDue[1]!.staff = ['village-liaison'];
      p.aroundDue[4]!.staff = ['village-liaison', 'town-liaison', 'team'];
      p.aroundDue[4]!.channel = 'subscribe';
    }),
  };

  test.each<[string, string[]]>([
    ['2026-03-16', []],
    ['2026-03-17', ['village-liaison before-3 2026-03-17']],
    ['2026-04-03', ['village-liaison before-3 2026-03-17']],
    [
      '2026-04-04',
      ['village-liaison after-15 2026-04-04', 'town-liaison after-15 2026-04-04', 'team after-15 2026-04-04'],
    ],
  ])('on %s: %j', (today, told) => {
    const planned = planForStaff(snapshot(), day(today), ladder);
    expect(planned.map(({ reader, step, stepDay }) => `${reader} ${step} ${stepDay}`)).toEqual(told);
  });

  test('nobody while reminders rest, and nobody where the ladder names none', () => {
    expect(planForStaff(snapshot({ status: 'paused' }), day('2026-04-04'), ladder)).toEqual([]);
    expect(planForStaff(snapshot(), day('2026-04-04'))).toEqual([]);
  });

  test('a liaison’s message holds while his rung is the latest', () => {
    const steps = (audience: 'liaison' | 'team', today: string) =>
      staffStandsOn(snapshot(), audience, day(today), ladder).map(({ step }) => step);
    expect(steps('liaison', '2026-03-20')).toEqual(['before-3']);
    expect(steps('team', '2026-03-20')).toEqual([]);
    expect(steps('liaison', '2026-04-10')).toEqual(['after-15', 'after-15']);
  });

  test('the channel tried first goes along, for the parties too', () => {
    const [obligor] = planReminders(snapshot(), day('2026-04-04'), ladder).notices;
    expect(obligor).toMatchObject({ step: 'after-15', channel: 'subscribe' });
    expect(planReminders(snapshot(), day('2026-04-04')).notices[0]).not.toHaveProperty('channel');
  });

  test('a look ahead shows every rung on its day', () => {
    expect(calendarOf(snapshot(), ladder).map(({ step, stepDay }) => `${step} ${stepDay}`)).toEqual([
      'before-7 2026-03-13',
      'before-3 2026-03-17',
      'due 2026-03-20',
      'after-7 2026-03-27',
      'after-15 2026-04-04',
      'after-30 2026-04-19',
      'after-60 2026-05-19',
    ]);
  });
});
