import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CaseStatus } from '../../shared/cases/case-status';
import type { Day } from '../../shared/day';
import { LADDERS } from '../../shared/reminders/ladder';
import { type LadderPolicy, policyOf } from '../../shared/reminders/ladder-policy';
import { createCounty } from '../county';
import { agreeOn, type County, faithful, statusOf, supervisedCase, waitingCase } from '../party-stories';
import { createWorld, type World } from '../world';

const withRungs = (aroundDue: LadderPolicy['aroundDue']): LadderPolicy => ({
  ...policyOf(LADDERS[0]),
  aroundDue,
});
const TEN_DAYS_BEFORE = withRungs([
  {
    step: 'before-7',
    after: -10,
    sides: ['obligor'],
    staff: ['village-liaison', 'team'],
    channel: 'subscribe',
  },
]);

let world: World;
let county: County;
beforeAll(async () => {
  world = await createWorld('2026-03-02T01:00:00Z');
  county = await createCounty(world);
});
afterAll(() => world.close());
beforeEach(() => world.setNow('2026-03-02T01:00:00Z'));

const judge = () => faithful(world, county.judge);
const DUE = { dueDay: '2026-03-20' as Day };
const AROUND_DUE = ['2026-03-13', '2026-03-17', '2026-03-20', '2026-03-27', '2026-03-27'];

async function lookAt(caseId: string, policy?: LadderPolicy) {
  const seen = await judge().does('preview-ladder', { caseId, policy });
  return { ...seen, days: seen.calendar.map(({ day }) => day) };
}

describe('a ladder is looked at for a case before it is saved', () => {
  test('day by day, to whom, by which channel, in which words', async () => {
    const { caseId } = await supervisedCase(world, county, DUE);
    const { calendar, problems, rests, stops } = await lookAt(caseId, TEN_DAYS_BEFORE);
    expect(problems).toEqual([]);
    expect(rests).toBeNull();
    expect(stops).toHaveLength(6);
    expect(calendar.map(({ day, what, to, channel }) => [day, what, to, channel])).toEqual([
      ['2026-03-10', expect.any(String), '义务人', 'subscribe'],
      ['2026-03-10', expect.any(String), '村联络员', 'subscribe'],
      ['2026-03-10', expect.any(String), '执行团队', 'subscribe'],
    ]);
    expect(calendar[0]!.text).toContain('3月20日');
    expect(await world.db.selectFrom('ladders').selectAll().execute()).toEqual([]);
  });

  test('what would fall on holidays stands on the day after them', async () => {
    const { caseId } = await supervisedCase(world, county, { dueDay: '2026-04-24' as Day });
    const { calendar } = await lookAt(caseId, withRungs([{ step: 'after-7', after: 7, sides: ['obligor'] }]));
    expect(calendar.map(({ day, putOffFrom }) => [day, putOffFrom])).toEqual([['2026-05-06', '2026-05-01']]);
  });

  test('without a draft it is what the court saved, from the day on which that holds', async () => {
    const { caseId } = await supervisedCase(world, county, DUE);
    await judge().does('save-ladder', { validFrom: '2026-03-03' as Day, policy: TEN_DAYS_BEFORE });
    expect((await lookAt(caseId)).days.slice(0, 5)).toEqual(AROUND_DUE);
    world.setNow('2026-03-12T01:00:00Z');
    const { calendar } = await lookAt(caseId);
    expect(calendar.map(({ day, isPast }) => [day, isPast])).toEqual(Array(3).fill(['2026-03-10', true]));
    await world.db.deleteFrom('ladders').execute();
  });

  test('in the court’s own words where it has some, and never with a name, an amount or a case number', async () => {
    const { caseId } = await supervisedCase(world, county, DUE);
    const body = '履行期限{day}截止，请凭查询码{code}查看，编号{task}。';
    await judge().does('save-wording', { template: 'due-obligor', channel: 'sms', body });
    const { calendar, caseNumber } = await lookAt(caseId);
    const own = calendar.filter(({ version }) => version > 0);
    expect(own.map(({ day, version }) => [day, version])).toEqual([['2026-03-20', 1]]);
    expect(own[0]!.text).toContain('履行期限2026年3月20日截止');
    const said = JSON.stringify(calendar);
    for (const kept of ['郑小满', '何家福', '19900001001', '50000', '50,000', caseNumber]) {
      expect(said).not.toContain(kept);
    }
  });

  test('of a draft that does not make sense it says so beside the calendar', async () => {
    const { caseId } = await supervisedCase(world, county, DUE);
    const { problems, days } = await lookAt(
      caseId,
      withRungs([{ step: 'after-7', after: 7, sides: ['obligor'] }]),
    );
    expect(problems).toEqual([expect.stringContaining('至少要提醒义务人一次')]);
    expect(days).toEqual(['2026-03-27']);
  });
});

describe('what rests or has ended says why', () => {
  test('a case that waits is shown as if it began today', async () => {
    const { caseId } = await waitingCase(world, DUE);
    world.setNow('2026-03-18T01:00:00Z');
    const { rests, days } = await lookAt(caseId);
    expect(rests).toContain('待发起督促');
    expect(days.slice(0, 3)).toEqual(['2026-03-20', '2026-03-27', '2026-03-27']);
    expect(await statusOf(world, caseId)).toBe('waiting');
  });

  test('hardship is pending: what goes on once the court has answered', async () => {
    const { caseId, obligor } = await supervisedCase(world, county, DUE);
    await obligor.does('report-hardship', { caseId, text: '住院' });
    const { rests, days } = await lookAt(caseId);
    expect(rests).toContain('暂停提醒');
    expect(days.slice(0, 5)).toEqual(AROUND_DUE);
  });

  test('an agreed plan takes the place of the due day, also while a report is pending', async () => {
    const parties = await supervisedCase(world, county, DUE);
    await agreeOn(parties, [
      ['2026-04-10', 2_000_000],
      ['2026-05-10', 3_000_000],
    ]);
    const around = ['2026-04-07', '2026-04-10', '2026-04-11', '2026-04-11'];
    const running = await lookAt(parties.caseId);
    expect(running.rests).toBeNull();
    expect(running.days.slice(0, 4)).toEqual(around);
    await parties.obligor.does('report-hardship', { caseId: parties.caseId, text: '住院' });
    const resting = await lookAt(parties.caseId);
    expect(resting.rests).toContain('暂停提醒');
    expect(resting.days.slice(0, 4)).toEqual(around);
  });

  const ENDED: [CaseStatus, (caseId: string) => Promise<unknown>, boolean][] = [
    [
      'filed',
      (caseId) =>
        judge().does('record-enforcement-filing', {
          caseId,
          filedDay: '2026-03-02' as Day,
          enforcementNumber: '（2026）浙9999执1号',
        }),
      false,
    ],
    ['withdrawn', (caseId) => judge().does('withdraw-supervision', { caseId, reason: '当事人已和解' }), true],
  ];
  test.each(ENDED)('%s', async (status, end, mayBeginAgain) => {
    const { caseId } = await supervisedCase(world, county, DUE);
    await end(caseId);
    expect(await statusOf(world, caseId)).toBe(status);
    const { rests, days } = await lookAt(caseId);
    expect(rests).toContain(mayBeginAgain ? '发起督促以后才会提醒' : '不再提醒');
    expect(days.length > 0).toBe(mayBeginAgain);
  });
});

test('only the court looks, and only at its own cases', async () => {
  const { caseId, obligor } = await supervisedCase(world, county, DUE);
  const { judge: elsewhere } = await createCounty(world, 'court_elsewhere');
  const look = { caseId };
  for (const person of [obligor, faithful(world, county.villageLiaison)]) {
    await expect(person.does('preview-ladder', look)).rejects.toMatchObject({ code: 'not-for-your-role' });
  }
  await expect(faithful(world, elsewhere).does('preview-ladder', look)).rejects.toMatchObject({
    code: 'not-found-or-not-yours',
  });
  expect((await faithful(world, county.officer).does('preview-ladder', look)).calendar).not.toEqual([]);
});
