import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCounty } from '../county';
import { type County, pay, queueOf, supervisedCase } from '../party-stories';
import { createWorld, type World } from '../world';

describe('the creditor disputes a payment', () => {
  let world: World;
  let county: County;
  beforeAll(async () => {
    world = await createWorld('2026-03-02T01:00:00Z');
    county = await createCounty(world);
  });
  afterAll(() => world.close());

  const disputed = async () => {
    const parties = await supervisedCase(world, county);
    const { caseId, obligor, obligee } = parties;
    const { paymentId } = await obligor.does('register-payment', { caseId, ...pay(5_000_000, '2026-03-02') });
    await obligee.does('dispute-payment', { paymentId, reason: '账户没有收到这笔钱' });
    return { ...parties, paymentId };
  };

  test('the debtor is told and reads why; nothing is counted', async () => {
    const { caseId, obligor } = await disputed();
    const { record } = await obligor.does('get-my-case', { caseId });
    expect(record.payments).toMatchObject([{ state: 'disputed', disputeReason: '账户没有收到这笔钱' }]);
    expect(record.statement.total).toBe(5_000_000);
    expect(await queueOf(world, caseId)).toContain('obligor payment-disputed');
  });

  test('the court confirms it on evidence, and the case closes', async () => {
    const { paymentId } = await disputed();
    const judge = await world.as(county.judge);
    expect(await judge.does('confirm-payment', { paymentId, evidence: '银行流水' })).toMatchObject({
      status: 'performed',
    });
  });

  test('the court finds that it never arrived: both are told, and nobody decides it again', async () => {
    const { caseId, obligor, obligee, paymentId } = await disputed();
    const judge = await world.as(county.judge);
    await judge.does('reject-payment', { paymentId, reason: '回单所载账户不是权利人的' });
    const queue = await queueOf(world, caseId);
    expect(queue).toContain('obligor payment-rejected');
    expect(queue).toContain('obligee payment-rejected');
    const { record } = await obligor.does('get-my-case', { caseId });
    expect(record.payments).toMatchObject([{ state: 'rejected', disputeReason: '回单所载账户不是权利人的' }]);
    for (const again of [
      () => judge.does('reject-payment', { paymentId, reason: '再来一次' }),
      () => judge.does('confirm-payment', { paymentId, evidence: '银行流水' }),
      () => obligee.does('confirm-payment', { paymentId }),
      () => obligee.does('dispute-payment', { paymentId, reason: '再来一次' }),
    ]) {
      await expect(again()).rejects.toMatchObject({
        code: 'payment-state-forbids',
        message: expect.stringContaining('核实未收到'),
      });
    }
  });

  test('the creditor finds the money after all and confirms it himself', async () => {
    const { obligee, paymentId } = await disputed();
    expect(await obligee.does('confirm-payment', { paymentId })).toMatchObject({ status: 'performed' });
  });

  test('a payment that nobody disputed is not rejected over the creditor’s head', async () => {
    const { caseId, obligor } = await supervisedCase(world, county);
    const { paymentId } = await obligor.does('register-payment', { caseId, ...pay(100, '2026-03-02') });
    const judge = await world.as(county.judge);
    await expect(judge.does('reject-payment', { paymentId, reason: '没有收到' })).rejects.toThrow(
      '已登记，等待确认',
    );
  });

  test('without a reason there is no dispute', async () => {
    const { caseId, obligor, obligee } = await supervisedCase(world, county);
    const { paymentId } = await obligor.does('register-payment', { caseId, ...pay(100, '2026-03-02') });
    await expect(obligee.does('dispute-payment', { paymentId, reason: ' ' })).rejects.toMatchObject({
      code: 'input-wrong',
    });
  });
});
