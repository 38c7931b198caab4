import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '../../shared/day';
import { fen } from '../../shared/money';
import { createCounty } from '../county';
import {
  agreeOn,
  auditOf,
  type County,
  payAndConfirm,
  queueOf,
  statusOf,
  supervisedCase,
  supervisionOf,
  waitingCase,
} from '../party-stories';
import { createWorld, type World } from '../world';

describe('the creditor’s road to enforcement stays open', () => {
  let world: World;
  let county: County;
  beforeAll(async () => {
    world = await createWorld('2026-03-02T01:00:00Z');
    county = await createCounty(world);
  });
  afterAll(() => world.close());

  test('before the due day has passed he is told from which day', async () => {
    world.setNow('2026-03-20T01:00:00Z');
    const { caseId, obligee, obligor } = await supervisedCase(world, county);
    await expect(obligee.does('apply-for-enforcement', { caseId })).rejects.toThrow(
      '从2026年3月21日起可以申请执行',
    );
    const { enforcementRoad, record } = await obligee.does('get-my-case', { caseId });
    expect(enforcementRoad).toMatchObject({ openFrom: '2026-03-21', open: false, appliedOn: null });
    expect(enforcementRoad.words[0]).toContain('不必等督促结束');
    expect(record.can.applyForEnforcement).toBe(false);
    expect((await obligor.does('get-my-case', { caseId })).enforcementRoad.words).toEqual([]);
  });

  test('the day after he applies, supervised or not; a second tap changes nothing', async () => {
    world.setNow('2026-03-21T01:00:00Z');
    const { caseId, obligee, obligor } = await supervisedCase(world, county);
    expect((await obligee.does('get-my-case', { caseId })).record.can.applyForEnforcement).toBe(true);
    await obligee.does('apply-for-enforcement', { caseId });
    await obligee.does('apply-for-enforcement', { caseId });
    const rows = await world.db
      .selectFrom('enforcement_applications')
      .selectAll()
      .where('case_id', '=', caseId)
      .execute();
    expect(rows).toHaveLength(1);
    expect(await statusOf(world, caseId)).toBe('supervised');
    const { enforcementRoad, record } = await obligee.does('get-my-case', { caseId });
    expect(enforcementRoad).toMatchObject({ open: false, appliedOn: '2026-03-21' });
    expect(record.timeline.at(-1)?.words).toBe('权利人提出了申请执行');
    // Nobody threatens the debtor with it.
    const seen = await obligor.does('get-my-case', { caseId });
    expect(JSON.stringify(seen)).not.toContain('申请执行');
    const waiting = await waitingCase(world);
    await waiting.obligee.does('apply-for-enforcement', { caseId: waiting.caseId });
  });

  test('of several portions the first that is overdue opens it; the two years run from the last', async () => {
    world.setNow('2026-03-02T01:00:00Z');
    const { caseId, obligee } = await supervisedCase(world, county, {
      portions: [
        { amount: fen(1_000_000), dueDay: day('2026-03-01') },
        { amount: fen(4_000_000), dueDay: day('2026-09-01') },
      ],
    });
    const { enforcementRoad } = await obligee.does('get-my-case', { caseId });
    expect(enforcementRoad).toMatchObject({
      openFrom: '2026-03-02',
      open: true,
      applyBefore: '2028-09-01',
      applyBeforeCertain: false,
    });
    await obligee.does('apply-for-enforcement', { caseId });
  });

  test('a missed instalment opens it although the judgment gives more time', async () => {
    world.setNow('2026-03-02T01:00:00Z');
    const parties = await supervisedCase(world, county, { dueDay: day('2026-12-31') });
    await agreeOn(parties, [
      ['2026-03-10', 1_000_000],
      ['2026-04-10', 4_000_000],
    ]);
    const apply = () => parties.obligee.does('apply-for-enforcement', { caseId: parties.caseId });
    world.setNow('2026-03-10T01:00:00Z');
    await expect(apply()).rejects.toMatchObject({ code: 'enforcement-not-yet' });
    world.setNow('2026-03-11T01:00:00Z');
    await apply();
  });

  test('an agreed plan that is kept does not block it once the due day has passed', async () => {
    world.setNow('2026-03-21T01:00:00Z');
    const parties = await supervisedCase(world, county);
    await agreeOn(parties, [['2026-06-01', 5_000_000]]);
    await parties.obligee.does('apply-for-enforcement', { caseId: parties.caseId });
  });

  test.each(['supervised', 'paused', 'planned'] as const)(
    'a filing is recorded of a %s case: all of it ends',
    async (status) => {
      world.setNow('2026-03-21T01:00:00Z');
      const parties = await supervisedCase(world, county);
      const { caseId, obligor } = parties;
      if (status === 'paused') await obligor.does('report-hardship', { caseId, text: '生活困难' });
      if (status === 'planned') await agreeOn(parties, [['2026-06-01', 5_000_000]]);
      expect(await statusOf(world, caseId)).toBe(status);

      const clerk = await world.as(county.clerk);
      const filing = { caseId, filedDay: day('2026-03-21'), enforcementNumber: '（2026）浙9999执7号' };
      await clerk.does('record-enforcement-filing', filing);
      expect(await statusOf(world, caseId)).toBe('filed');
      expect(await supervisionOf(world, caseId)).toMatchObject({ ending: 'filed', next_reminder_at: null });
      expect(await queueOf(world, caseId)).toEqual([
        'liaison filed',
        'liaison filed',
        'obligee filed',
        'obligor filed',
        'team filed',
      ]);
      const { record } = await obligor.does('get-my-case', { caseId });
      expect(record.timeline.at(-1)?.words).toBe('案件已转入执行程序，督促结束');
      for (const request of record.requests) expect(request.state).toBe('lapsed');
      for (const plan of record.plans) expect(plan.state).toBe('lapsed');
      expect(record.can.registerPayment).toBe(true);
      await expect(clerk.does('record-enforcement-filing', filing)).rejects.toMatchObject({
        code: 'status-forbids',
      });
    },
  );

  test.each(['2026-03-22', '2026-02-09'])('a filing on %s cannot be', async (filedDay) => {
    world.setNow('2026-03-21T01:00:00Z');
    const { caseId } = await waitingCase(world);
    const clerk = await world.as(county.clerk);
    await expect(
      clerk.does('record-enforcement-filing', {
        caseId,
        filedDay: day(filedDay),
        enforcementNumber: '（2026）浙9999执8号',
      }),
    ).rejects.toMatchObject({ code: 'filed-day-wrong' });
  });

  test('the filing keeps the day on which the creditor applied', async () => {
    world.setNow('2026-03-21T01:00:00Z');
    const { caseId, obligee } = await waitingCase(world);
    await obligee.does('apply-for-enforcement', { caseId });
    world.setNow('2026-03-25T01:00:00Z');
    const clerk = await world.as(county.clerk);
    await clerk.does('record-enforcement-filing', {
      caseId,
      filedDay: day('2026-03-25'),
      enforcementNumber: '（2026）浙9999执9号',
    });
    const { enforcementRoad } = await obligee.does('get-my-case', { caseId });
    expect(enforcementRoad.appliedOn).toBe('2026-03-21');
  });

  test('the court withdraws: the liaisons are told, and only the court reads why', async () => {
    world.setNow('2026-03-21T01:00:00Z');
    const parties = await supervisedCase(world, county);
    const { caseId, obligor } = parties;
    const judge = await world.as(county.judge);
    await judge.does('withdraw-supervision', { caseId, reason: '义务人已进入破产程序' });
    expect(await supervisionOf(world, caseId)).toMatchObject({ ending: 'withdrawn', next_reminder_at: null });
    expect(await queueOf(world, caseId)).toEqual([
      'liaison withdrawn',
      'liaison withdrawn',
      'obligee withdrawn',
      'obligor withdrawn',
      'team withdrawn',
    ]);
    expect(JSON.stringify(await obligor.does('get-my-case', { caseId }))).not.toContain('破产');
    expect(JSON.stringify(await auditOf(world, caseId))).not.toContain('破产');
    await expect(judge.does('withdraw-supervision', { caseId, reason: '再结束一次' })).rejects.toMatchObject({
      code: 'status-forbids',
    });
    // Money that comes later is still registered, confirmed and certified.
    expect(await payAndConfirm(parties, 5_000_875, '2026-03-21')).toMatchObject({ status: 'performed' });
  });
});
