import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '../../shared/day';
import { fen } from '../../shared/money';
import { createCounty } from '../county';
import { auditOf, type County, payAndConfirm, supervisedCase, waitingCase } from '../party-stories';
import { createWorld, type World } from '../world';

describe('a party opens his case', () => {
  let world: World;
  let county: County;
  beforeAll(async () => {
    world = await createWorld('2026-03-02T01:00:00Z');
    county = await createCounty(world);
  });
  afterAll(() => world.close());

  test('before the due day the debtor reads what waiting will cost and what performing now saves', async () => {
    world.setNow('2026-03-02T01:00:00Z');
    const { caseId, obligor } = await supervisedCase(world, county, { costs: fen(52_500) });
    const { record, howToPay, counterpart, name, side, courtPhone } = await obligor.does('get-my-case', {
      caseId,
    });
    // 50,525 × 0.0175% = 8.841875 a day; execution fee 50 + 40,525 × 1.5% = 657.875.
    expect(record.statement).toMatchObject({
      asOf: '2026-03-02',
      costs: 52_500,
      principal: 5_000_000,
      doubled: 0,
      total: 5_052_500,
      dailyDoubled: 884,
      executionFee: 65_788,
    });
    expect(record.statement.citations.length).toBeGreaterThan(0);
    expect({ side, name, counterpart }).toEqual({ side: 'obligor', name: '郑小满', counterpart: '何**' });
    expect(howToPay.join()).toContain('联络员和本系统都不收款');
    expect(howToPay.join()).toContain(courtPhone);
  });

  test('after it the days are counted to the fen', async () => {
    world.setNow('2026-06-28T01:00:00Z');
    const { caseId, obligor } = await supervisedCase(world, county);
    const { record } = await obligor.does('get-my-case', { caseId });
    // 100 days: 50,000 × 0.0175% × 100 = 875.00.
    expect(record.statement).toMatchObject({ doubled: 87_500, dailyDoubled: 875, total: 5_087_500 });
  });

  test('of several portions only those that are late cost more by the day', async () => {
    world.setNow('2026-05-01T01:00:00Z');
    const portions = ['2026-03-20', '2026-04-20', '2026-06-20'].map((dueDay, index) => ({
      amount: fen([1_000_000, 1_500_000, 2_500_000][index]!),
      dueDay: day(dueDay),
    }));
    const { caseId, obligor } = await supervisedCase(world, county, { portions });
    const { record } = await obligor.does('get-my-case', { caseId });
    // 10,000 for 42 days and 15,000 for 11: 73.50 + 28.875; each day more 25,000 × 0.0175%.
    expect(record.statement).toMatchObject({ principal: 5_000_000, doubled: 10_238, dailyDoubled: 438 });
    expect(record.portions).toEqual(portions);
  });

  test('a performed case stands still', async () => {
    world.setNow('2026-03-02T01:00:00Z');
    const parties = await supervisedCase(world, county);
    await payAndConfirm(parties, 5_000_000, '2026-03-02');
    world.setNow('2026-12-02T01:00:00Z');
    const { record } = await parties.obligor.does('get-my-case', { caseId: parties.caseId });
    expect(record.statement).toMatchObject({
      asOf: '2026-03-02',
      total: 0,
      dailyDoubled: 0,
      executionFee: 0,
    });
  });

  test('the buttons are those of his side and of the case’s status', async () => {
    world.setNow('2026-03-02T01:00:00Z');
    const { caseId, obligor, obligee } = await supervisedCase(world, county);
    const pressable = async (who: typeof obligor) => {
      const { record } = await who.does('get-my-case', { caseId });
      return Object.entries(record.can).flatMap(([button, works]) => (works ? [button] : []));
    };
    expect(await pressable(obligor)).toEqual(['registerPayment', 'proposePlan', 'object', 'reportHardship']);
    expect(await pressable(obligee)).toEqual(['proposePlan']);
    const waiting = await waitingCase(world);
    const { record } = await waiting.obligor.does('get-my-case', { caseId: waiting.caseId });
    expect(record.can).toMatchObject({ registerPayment: true, proposePlan: false, object: false });
  });

  test('what is written for the creditor alone does not reach the debtor', async () => {
    world.setNow('2026-03-21T01:00:00Z');
    const { caseId, obligor, obligee } = await supervisedCase(world, county);
    await obligee.does('apply-for-enforcement', { caseId });
    const words = async (who: typeof obligor) =>
      (await who.does('get-my-case', { caseId })).record.timeline.map((line) => line.words);
    expect(await words(obligee)).toContain('权利人提出了申请执行');
    expect(await words(obligor)).not.toContain('权利人提出了申请执行');
    expect(await words(obligor)).toContain('法院发起执前督促，通知了双方和联络员');
  });

  test('every look leaves an audit line, and the page carries who looked', async () => {
    const { caseId, obligor } = await supervisedCase(world, county);
    const { watermark } = await obligor.does('get-my-case', { caseId });
    expect(watermark).toContain('郑小满');
    expect((await auditOf(world, caseId)).map(({ action }) => action)).toContain('get-my-case');
  });

  test('the list shows what runs first, and masks the other side', async () => {
    world.setNow('2026-03-02T01:00:00Z');
    const parties = await supervisedCase(world, county);
    const { cases } = await parties.obligee.does('list-my-cases', {});
    expect(cases).toEqual([
      {
        caseId: parties.caseId,
        taskNumber: expect.any(String),
        side: 'obligee',
        status: 'supervised',
        dueDay: '2026-03-20',
        counterpart: '郑**',
        asProxy: false,
      },
    ]);
  });
});
