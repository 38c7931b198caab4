import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCounty } from '../county';
import { type County, pay, queueOf, statusOf, supervisedCase, supervisionOf } from '../party-stories';
import { createWorld, type World } from '../world';

describe.each([
  { action: 'register-objection', words: '异议' },
  { action: 'report-hardship', words: '困难说明' },
] as const)('the debtor tells the court ($action)', ({ action, words }) => {
  let world: World;
  let county: County;
  beforeAll(async () => {
    world = await createWorld('2026-03-02T01:00:00Z');
    county = await createCounty(world);
  });
  afterAll(() => world.close());

  test('reminders rest at once, and what was queued for him stays here', async () => {
    const { caseId, obligor } = await supervisedCase(world, county);
    expect(await queueOf(world, caseId)).toContain('obligor started');
    await obligor.does(action, { caseId, text: '钱已经还过了' });
    expect(await statusOf(world, caseId)).toBe('paused');
    expect((await supervisionOf(world, caseId)).next_reminder_at).toBeNull();
    const queue = await queueOf(world, caseId);
    expect(queue).not.toContain('obligor started');
    // The creditor and the liaisons still learn that the supervision began.
    expect(queue).toContain('obligee started');
    expect(queue).toContain('liaison task-new');
  });

  test('the creditor reads that it happened, not what a household told the court', async () => {
    const { caseId, obligor, obligee } = await supervisedCase(world, county);
    await obligor.does(action, { caseId, text: '家里有人生病' });
    const seen = (await obligee.does('get-my-case', { caseId })).record;
    expect(JSON.stringify(seen)).not.toContain('生病');
    expect(seen.requests).toMatchObject([{ state: 'open', text: '内容由法院处理' }]);
    expect(seen.timeline.at(-1)?.words).toContain('暂停提醒');
    const own = (await obligor.does('get-my-case', { caseId })).record;
    expect(own.requests).toMatchObject([{ text: '家里有人生病' }]);
  });

  test.each(['upheld', 'dismissed'] as const)(
    'answered (%s), reminders go on and he is told',
    async (decision) => {
      const { caseId, obligor } = await supervisedCase(world, county);
      const { requestId } = await obligor.does(action, { caseId, text: '请法院核实' });
      const judge = await world.as(county.judge);
      await judge.does('decide-request', { requestId, decision, answer: '已经核实' });
      expect(await statusOf(world, caseId)).toBe('supervised');
      expect((await supervisionOf(world, caseId)).next_reminder_at).toEqual(world.app.now());
      expect(await queueOf(world, caseId)).toContain('obligor request-decided');
      const { record } = await obligor.does('get-my-case', { caseId });
      expect(record.requests).toMatchObject([{ state: decision, answer: '已经核实' }]);
      await expect(
        judge.does('decide-request', { requestId, decision: 'upheld', answer: '再答复一次' }),
      ).rejects.toMatchObject({ code: 'request-decided' });
    },
  );

  test('two judges answer at once: one answer stands', async () => {
    const { caseId, obligor } = await supervisedCase(world, county);
    const { requestId } = await obligor.does(action, { caseId, text: '请法院核实' });
    const [judge, chief] = [await world.as(county.judge), await world.as(county.chief)];
    const outcomes = await Promise.allSettled([
      judge.does('decide-request', { requestId, decision: 'upheld', answer: '采纳' }),
      chief.does('decide-request', { requestId, decision: 'dismissed', answer: '不采纳' }),
    ]);
    expect(outcomes.map((o) => o.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('while one waits, the same again is refused with a sentence', async () => {
    const { caseId, obligor } = await supervisedCase(world, county);
    await obligor.does(action, { caseId, text: '请法院核实' });
    await expect(obligor.does(action, { caseId, text: '请法院核实' })).rejects.toThrow(
      `您提出的${words}法院正在处理`,
    );
  });

  test('a liaison writes it down for the debtor with his consent; he can pay all the while', async () => {
    const { caseId, obligor, obligee } = await supervisedCase(world, county);
    const liaison = await world.as(county.villageLiaison);
    await expect(liaison.does(action, { caseId, text: '本人口述' })).rejects.toMatchObject({
      code: 'consent-needed',
    });
    await liaison.does(action, {
      caseId,
      text: '本人口述',
      onBehalf: { relation: 'liaison', consent: 'in-person' },
    });
    const { paymentId } = await obligor.does('register-payment', { caseId, ...pay(5_000_000, '2026-03-02') });
    expect(await obligee.does('confirm-payment', { paymentId })).toMatchObject({ status: 'performed' });
    const { record } = await obligor.does('get-my-case', { caseId });
    expect(record.requests).toMatchObject([{ state: 'lapsed' }]);
  });
});

describe('an objection and a hardship report at the same time', () => {
  let world: World;
  let county: County;
  beforeAll(async () => {
    world = await createWorld('2026-03-02T01:00:00Z');
    county = await createCounty(world);
  });
  afterAll(() => world.close());

  test('reminders go on only when both are answered', async () => {
    const { caseId, obligor } = await supervisedCase(world, county);
    const objection = await obligor.does('register-objection', { caseId, text: '金额不对' });
    const hardship = await obligor.does('report-hardship', { caseId, text: '正在住院' });
    const judge = await world.as(county.judge);
    const decide = (requestId: string) =>
      judge.does('decide-request', { requestId, decision: 'dismissed', answer: '已经核实' });
    await decide(objection.requestId);
    expect(await statusOf(world, caseId)).toBe('paused');
    await decide(hardship.requestId);
    expect(await statusOf(world, caseId)).toBe('supervised');
  });
});
