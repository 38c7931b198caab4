import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Day, day } from '../../shared/day';
import { fen } from '../../shared/money';
import { createCounty } from '../county';
import {
  agreeOn,
  type County,
  pay,
  payAndConfirm,
  queueOf,
  statusOf,
  supervisedCase,
  supervisionOf,
} from '../party-stories';
import { createWorld, type World } from '../world';

const plan = (caseId: string, ...instalments: [string, number][]) => ({
  caseId,
  instalments: instalments.map(([dueDay, amount]) => ({ dueDay: dueDay as Day, amount: fen(amount) })),
});

describe('both sides agree on instalments', () => {
  let world: World;
  let county: County;
  beforeAll(async () => {
    world = await createWorld('2026-04-09T01:00:00Z');
    county = await createCounty(world);
  });
  afterAll(() => world.close());

  test('offer, counter-offer, acceptance: reminders follow the plan, the old ladder stops', async () => {
    world.setNow('2026-04-09T01:00:00Z');
    const { caseId, obligor, obligee } = await supervisedCase(world, county);
    const offer = await obligor.does(
      'propose-plan',
      plan(caseId, ['2026-05-01', 2_000_000], ['2026-06-01', 3_000_000]),
    );
    expect(await queueOf(world, caseId)).toContain('obligee plan-proposed');
    const counter = await obligee.does(
      'propose-plan',
      plan(caseId, ['2026-04-20', 3_000_000], ['2026-05-20', 2_000_000]),
    );
    await expect(obligee.does('accept-plan', { planId: offer.planId })).rejects.toThrow('已被新方案代替');
    await expect(obligee.does('accept-plan', { planId: counter.planId })).rejects.toMatchObject({
      code: 'plan-own',
    });
    expect((await obligee.does('get-my-case', { caseId })).record.can.decidePlan).toBe(false);
    const before = await obligor.does('get-my-case', { caseId });
    expect(before.record.can.decidePlan).toBe(true);
    expect(before.record.plans.map(({ state, proposedBy }) => [state, proposedBy]).sort()).toEqual([
      ['proposed', '权利人'],
      ['replaced', '义务人'],
    ]);

    await obligor.does('accept-plan', { planId: counter.planId });
    expect(await statusOf(world, caseId)).toBe('planned');
    const queue = await queueOf(world, caseId);
    expect(queue).not.toContain('obligor started');
    expect(queue).toContain('obligor plan-accepted');
    expect(queue).toContain('obligee plan-accepted');
    const { next_reminder_at } = await supervisionOf(world, caseId);
    expect(next_reminder_at).toEqual(world.app.now());
    await expect(obligor.does('accept-plan', { planId: counter.planId })).rejects.toThrow('双方已同意');
  });

  test('the other side says no and why; supervision goes on as before', async () => {
    const { caseId, obligor, obligee } = await supervisedCase(world, county);
    const { planId } = await obligor.does('propose-plan', plan(caseId, ['2026-05-01', 5_000_000]));
    await expect(obligor.does('reject-plan', { planId, reason: '反悔了' })).rejects.toMatchObject({
      code: 'plan-own',
    });
    await obligee.does('reject-plan', { planId, reason: '希望早一点' });
    expect(await statusOf(world, caseId)).toBe('supervised');
    expect(await queueOf(world, caseId)).toContain('obligor plan-rejected');
    await obligor.does('propose-plan', plan(caseId, ['2026-04-20', 5_000_000]));
  });

  test.each<[string, [string, number][], string, RegExp]>([
    ['one fen short', [['2026-05-01', 4_999_999]], 'plan-sum-short', /比现在应付的50,000\.00元少0\.01元/],
    [
      'more than all with the doubled part',
      [['2026-05-01', 5_017_501]],
      'plan-sum-over',
      /比现在应付的50,175\.00元多0\.01元/,
    ],
    [
      'days that do not rise',
      [
        ['2026-05-01', 2_000_000],
        ['2026-05-01', 3_000_000],
      ],
      'plan-days-not-rising',
      /第2期/,
    ],
    ['a first day that has passed', [['2026-04-08', 5_000_000]], 'plan-day-past', /第一期/],
    ['a year mistyped', [['2062-05-01', 5_000_000]], 'plan-too-long', /年份/],
  ])('%s is refused with what is wrong', async (_, instalments, code, words) => {
    world.setNow('2026-04-09T01:00:00Z');
    const { caseId, obligor } = await supervisedCase(world, county);
    const refused = obligor.does('propose-plan', plan(caseId, ...instalments));
    await expect(refused).rejects.toMatchObject({ code });
    await expect(refused).rejects.toThrow(words);
  });

  test.each([5_000_000, 5_010_000, 5_017_500])(
    '%i fen, with or without the doubled part, is taken',
    async (sum) => {
      world.setNow('2026-04-09T01:00:00Z');
      const { caseId, obligor } = await supervisedCase(world, county);
      await obligor.does('propose-plan', plan(caseId, ['2026-05-01', sum]));
    },
  );

  test('a plan whose first day passed before the answer is not accepted any more', async () => {
    world.setNow('2026-04-09T01:00:00Z');
    const { caseId, obligor, obligee } = await supervisedCase(world, county);
    const { planId } = await obligor.does('propose-plan', plan(caseId, ['2026-04-10', 5_000_000]));
    world.setNow('2026-04-11T01:00:00Z');
    await expect(obligee.does('accept-plan', { planId })).rejects.toMatchObject({ code: 'plan-out-of-date' });
  });

  test('two answers at once: one counts', async () => {
    world.setNow('2026-04-09T01:00:00Z');
    const { caseId, obligor, obligee } = await supervisedCase(world, county);
    const { planId } = await obligor.does('propose-plan', plan(caseId, ['2026-05-01', 5_000_000]));
    const outcomes = await Promise.allSettled([
      obligee.does('accept-plan', { planId }),
      obligee.does('reject-plan', { planId, reason: '不同意' }),
    ]);
    expect(outcomes.map((o) => o.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('a liaison proposes for the debtor with his consent', async () => {
    const { caseId, obligee } = await supervisedCase(world, county);
    const liaison = await world.as(county.townLiaison);
    const offer = plan(caseId, ['2026-05-01', 5_000_000]);
    await expect(liaison.does('propose-plan', offer)).rejects.toMatchObject({ code: 'consent-needed' });
    await liaison.does('propose-plan', { ...offer, onBehalf: { relation: 'liaison', consent: 'by-phone' } });
    const { record } = await obligee.does('get-my-case', { caseId });
    expect(record.plans).toMatchObject([{ proposedBy: '义务人（联络员代）' }]);
  });

  test('under an objection a plan can be agreed; reminders rest until the court has answered', async () => {
    world.setNow('2026-04-09T01:00:00Z');
    const parties = await supervisedCase(world, county);
    const { requestId } = await parties.obligor.does('register-objection', {
      caseId: parties.caseId,
      text: '利息算得不对',
    });
    await agreeOn(parties, [['2026-05-01', 5_000_000]]);
    expect(await statusOf(world, parties.caseId)).toBe('paused');
    expect((await supervisionOf(world, parties.caseId)).next_reminder_at).toBeNull();
    const judge = await world.as(county.judge);
    await judge.does('decide-request', { requestId, decision: 'dismissed', answer: '计算无误' });
    expect(await statusOf(world, parties.caseId)).toBe('planned');
    expect((await supervisionOf(world, parties.caseId)).next_reminder_at).toEqual(world.app.now());
  });

  test('a newer plan takes the place of the agreed one, and only what is confirmed after it counts', async () => {
    world.setNow('2026-04-09T01:00:00Z');
    const parties = await supervisedCase(world, county);
    await agreeOn(parties, [['2026-05-01', 5_000_000]]);
    await payAndConfirm(parties, 1_000_000, '2026-04-09');
    await agreeOn(parties, [['2026-06-01', 4_000_000]]);
    const { record } = await parties.obligee.does('get-my-case', { caseId: parties.caseId });
    expect(record.plans.map(({ state }) => state).sort()).toEqual(['accepted', 'replaced']);
    expect(record.plans.find(({ state }) => state === 'accepted')?.instalments).toMatchObject([{ paid: 0 }]);
  });

  test('money that was under way when the plan was made fulfils it', async () => {
    world.setNow('2026-04-09T01:00:00Z');
    const parties = await supervisedCase(world, county);
    const { paymentId } = await parties.obligor.does('register-payment', {
      caseId: parties.caseId,
      ...pay(1_000_000, '2026-04-08'),
    });
    await agreeOn(parties, [
      ['2026-04-15', 1_000_000],
      ['2026-05-15', 4_000_000],
    ]);
    await parties.obligee.does('confirm-payment', { paymentId });
    const { record } = await parties.obligor.does('get-my-case', { caseId: parties.caseId });
    expect(record.plans[0]?.instalments.map(({ paid }) => paid)).toEqual([1_000_000, 0]);
  });

  test('a case that nobody supervises has no plan', async () => {
    world.setNow('2026-04-09T01:00:00Z');
    const parties = await supervisedCase(world, county);
    await (await world.as(county.judge)).does('withdraw-supervision', {
      caseId: parties.caseId,
      reason: '权利人请求',
    });
    await expect(
      parties.obligor.does('propose-plan', plan(parties.caseId, [day('2026-05-01'), 5_000_000])),
    ).rejects.toMatchObject({ code: 'status-forbids' });
  });
});
