import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runSweep } from '../../cloudfunctions/server/sweeps/run-sweep';
import type { Day } from '../../shared/day';
import { LADDERS } from '../../shared/reminders/ladder';
import { type LadderPolicy, policyOf } from '../../shared/reminders/ladder-policy';
import { createAccount, createCounty } from '../county';
import { auditOf, type County, faithful, supervisedCase } from '../party-stories';
import { createWorld, type World } from '../world';

const ours = (): LadderPolicy => policyOf(LADDERS[0]);
const withRungs = (aroundDue: LadderPolicy['aroundDue']): LadderPolicy => ({ ...ours(), aroundDue });
const TEN_DAYS_BEFORE: LadderPolicy['aroundDue'] = [
  {
    step: 'before-7',
    after: -10,
    sides: ['obligor'],
    staff: ['village-liaison', 'team'],
    channel: 'subscribe',
  },
];

let world: World;
let county: County;
beforeAll(async () => {
  world = await createWorld('2026-03-02T01:00:00Z');
  county = await createCounty(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setNow('2026-03-02T01:00:00Z');
  await world.db.deleteFrom('ladders').execute();
  await world.db.deleteFrom('told_today').execute();
});

const judge = () => faithful(world, county.judge);

describe('a court makes its own ladder', () => {
  test('from its first day on sweeps go by it, and not before', async () => {
    const { caseId } = await supervisedCase(world, county, { dueDay: '2026-03-20' as Day });
    await runSweep(world.app);
    await judge().does('save-ladder', { validFrom: '2026-03-10' as Day, policy: withRungs(TEN_DAYS_BEFORE) });
    world.sms.sent.length = 0;
    world.subscribe.sent.length = 0;
    await world.db
      .updateTable('supervisions')
      .set({ next_reminder_at: new Date('2026-03-03T00:00:00Z') })
      .where('case_id', '=', caseId)
      .execute();
    world.setNow('2026-03-09T01:00:00Z');
    await runSweep(world.app);
    expect(await rungsOf(caseId)).toEqual([]);

    world.setNow('2026-03-10T01:00:00Z');
    await world.db
      .updateTable('supervisions')
      .set({ next_reminder_at: world.app.now() })
      .where('case_id', '=', caseId)
      .execute();
    await runSweep(world.app);
    expect(await rungsOf(caseId)).toEqual(['liaison sms', 'obligor sms', 'team sms']);
  });

  test('a debtor who reads in WeChat is told there first, where the court wishes it', async () => {
    await judge().does('save-ladder', { validFrom: '2026-03-03' as Day, policy: withRungs(TEN_DAYS_BEFORE) });
    const { caseId, obligor } = await supervisedCase(world, county, { dueDay: '2026-03-20' as Day });
    await runSweep(world.app);
    const { accountId } = await obligor.does('get-me', {});
    await world.db
      .updateTable('accounts')
      .set({ openid: 'openid-of-a-debtor' })
      .where('account_id', '=', accountId)
      .execute();
    world.setNow('2026-03-10T01:00:00Z');
    await world.db
      .updateTable('supervisions')
      .set({ next_reminder_at: world.app.now() })
      .where('case_id', '=', caseId)
      .execute();
    await runSweep(world.app);
    expect(await rungsOf(caseId)).toContain('obligor subscribe');
    expect(world.subscribe.sent.map(({ to }) => to)).toContain('openid-of-a-debtor');
  });

  test('its own days of silence hold for its tasks', async () => {
    const { caseId } = await supervisedCase(world, county);
    const policy = { ...ours(), task: { remindAfter: 5, escalateAfter: 9 } };
    await judge().does('save-ladder', { validFrom: '2026-03-03' as Day, policy });
    world.setNow('2026-03-05T01:00:00Z');
    await runSweep(world.app);
    expect(await stepsOf(caseId)).not.toContain('task-reminder');
    world.setNow('2026-03-07T01:00:00Z');
    await runSweep(world.app);
    expect(await stepsOf(caseId)).toContain('task-reminder');
  });

  test('versions follow one another; what was saved stays readable, with who saved it', async () => {
    await judge().does('save-ladder', { validFrom: '2026-03-03' as Day, policy: ours() });
    const second = await judge().does('save-ladder', {
      validFrom: '2026-03-05' as Day,
      policy: withRungs(TEN_DAYS_BEFORE),
    });
    expect(second).toEqual({ version: 2, validFrom: '2026-03-05' });
    world.setNow('2026-03-04T01:00:00Z');
    const seen = await faithful(world, county.clerk).does('get-ladder', {});
    expect(seen).toMatchObject({
      mayChange: false,
      inUse: { version: 1 },
      draft: { aroundDue: TEN_DAYS_BEFORE },
    });
    expect(seen.versions.map(({ version, state, savedBy }) => [version, state, savedBy])).toEqual([
      [2, 'coming', '周明'],
      [1, 'in-use', '周明'],
    ]);
    expect((await auditOf(world, 'court')).map(({ action }) => action)).toContain('save-ladder');
  });
});

describe('what does not make sense is not saved, and a sentence says why', () => {
  const WRONG: [string, LadderPolicy, string][] = [
    [
      'nobody hears before it is too late',
      withRungs([{ step: 'after-7', after: 7, sides: ['obligor'] }]),
      '至少要提醒义务人一次',
    ],
    ['a rung that tells nobody', withRungs([{ step: 'due', after: 0, sides: [] }]), '没有选择发给谁'],
    [
      'words that do not fit the day',
      withRungs([{ step: 'due', after: 2, sides: ['obligor'] }]),
      '到期日当天',
    ],
    ['the town before the holder', { ...ours(), task: { remindAfter: 5, escalateAfter: 5 } }, '晚于提醒本人'],
  ];
  test.each(WRONG)('%s', async (_, policy, words) => {
    await expect(judge().does('save-ladder', { validFrom: '2026-03-10' as Day, policy })).rejects.toThrow(
      words,
    );
    expect(await world.db.selectFrom('ladders').selectAll().execute()).toEqual([]);
  });

  test('today is too early: what left this morning went by the old one', async () => {
    await expect(
      judge().does('save-ladder', { validFrom: '2026-03-02' as Day, policy: ours() }),
    ).rejects.toMatchObject({ code: 'ladder-day-too-early' });
  });

  test('who may not change it', async () => {
    const change = { validFrom: '2026-03-10' as Day, policy: ours() };
    for (const account of [county.clerk, county.officer, county.villageLiaison]) {
      await expect(faithful(world, account).does('save-ladder', change)).rejects.toMatchObject({
        code: 'not-for-your-role',
      });
    }
    const admin = await createAccount(world, { name: '管理员', phone: '19900000031', role: 'admin' });
    expect(await faithful(world, admin).does('save-ladder', change)).toMatchObject({ version: 1 });
  });
});

test('one court neither sees nor changes what another decided', async () => {
  const there = await createCounty(world, 'court_elsewhere');
  const neighbour = faithful(world, there.judge);
  await neighbour.does('save-ladder', {
    validFrom: '2026-03-03' as Day,
    policy: withRungs(TEN_DAYS_BEFORE),
  });
  expect((await judge().does('get-ladder', {})).versions).toEqual([]);
  const change = { validFrom: '2026-03-04' as Day, policy: ours() };
  expect(await judge().does('save-ladder', change)).toMatchObject({ version: 1 });
  const seen = await neighbour.does('get-ladder', {});
  expect(seen).toMatchObject({ draft: { aroundDue: TEN_DAYS_BEFORE } });
  expect(seen.versions.map(({ version }) => version)).toEqual([1]);
});

async function rungsOf(caseId: string): Promise<string[]> {
  const rows = await world.db
    .selectFrom('notices')
    .select(['audience', 'channel'])
    .where('case_id', '=', caseId)
    .where('step', '=', 'before-7')
    .execute();
  return rows.map(({ audience, channel }) => `${audience} ${channel}`).sort();
}

const stepsOf = async (caseId: string) =>
  (await world.db.selectFrom('notices').select('step').where('case_id', '=', caseId).execute()).map(
    ({ step }) => step,
  );
