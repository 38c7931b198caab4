import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '../../shared/day';
import { fen } from '../../shared/money';
import { createCounty } from '../county';
import {
  agreeOn,
  auditOf,
  type County,
  pay,
  payAndConfirm,
  queueOf,
  statusOf,
  supervisedCase,
  supervisionOf,
  waitingCase,
} from '../party-stories';
import { createWorld, type World } from '../world';

describe('a payment is confirmed', () => {
  let world: World;
  let county: County;
  beforeAll(async () => {
    world = await createWorld('2026-03-02T01:00:00Z');
    county = await createCounty(world);
  });
  afterAll(() => world.close());

  test('paid in full before the due day: the case closes, the liaisons are thanked, a certificate is issued', async () => {
    const parties = await supervisedCase(world, county);
    const { caseId, obligor, obligee } = parties;
    const { paymentId } = await obligor.does('register-payment', { caseId, ...pay(5_000_000, '2026-03-02') });
    const answer = await obligee.does('confirm-payment', { paymentId });
    expect(answer).toMatchObject({ status: 'performed', left: 0 });
    expect(answer.certificateNumber).toMatch(/^青溪履证〔2026〕\d+号$/);
    expect(await supervisionOf(world, caseId)).toMatchObject({ ending: 'performed', next_reminder_at: null });

    const tasks = await world.db
      .selectFrom('tasks')
      .select(['state', 'ending'])
      .where('case_id', '=', caseId)
      .execute();
    expect(tasks).toHaveLength(3);
    for (const task of tasks) expect(task).toEqual({ state: 'closed', ending: '已履行，谢谢' });
    expect(await queueOf(world, caseId)).toEqual([
      'liaison performed',
      'liaison performed',
      'obligee performed',
      'obligor performed',
      'team performed',
    ]);
    const { record } = await obligor.does('get-my-case', { caseId });
    expect(record.statement).toMatchObject({
      total: 0,
      waived: 0,
      dailyDoubled: 0,
      confirmedPaid: 5_000_000,
    });
    expect(record.certificate?.number).toBe(answer.certificateNumber);
    expect(Object.values(record.can)).not.toContain(true);
    expect((await auditOf(world, caseId)).map((line) => line.action)).toContain('confirm-payment');
  });

  test('a part: the case goes on, and what is left is told to the fen', async () => {
    world.setNow('2026-04-09T01:00:00Z');
    const parties = await supervisedCase(world, county);
    // 20 days late on 50,000: 50,000 × 0.0175% × 20 = 175.00; 20,000 go to principal.
    const first = await payAndConfirm(parties, 2_000_000, '2026-04-09');
    expect(first).toEqual({ status: 'supervised', left: 3_017_500, certificateNumber: null });
    expect(await queueOf(world, parties.caseId)).toContain('obligor payment-confirmed');

    world.setNow('2026-04-19T01:00:00Z');
    // 10 more days on 30,000: 52.50.
    const { record } = await parties.obligor.does('get-my-case', { caseId: parties.caseId });
    expect(record.statement).toMatchObject({
      principal: 3_000_000,
      doubled: 22_750,
      total: 3_022_750,
      dailyDoubled: 525,
    });
    const last = await payAndConfirm(parties, 3_022_750, '2026-04-19');
    expect(last).toMatchObject({ status: 'performed', left: 0 });
  });

  test('one fen short is not performed', async () => {
    world.setNow('2026-03-02T01:00:00Z');
    const parties = await supervisedCase(world, county);
    expect(await payAndConfirm(parties, 4_999_999, '2026-03-02')).toMatchObject({
      status: 'supervised',
      left: 1,
    });
  });

  test('it is counted on the day it was paid, not on the day it is confirmed', async () => {
    world.setNow('2026-03-20T01:00:00Z');
    const { caseId, obligor, obligee } = await supervisedCase(world, county);
    const { paymentId } = await obligor.does('register-payment', { caseId, ...pay(5_000_000, '2026-03-20') });
    world.setNow('2026-05-20T01:00:00Z');
    expect(await obligee.does('confirm-payment', { paymentId })).toMatchObject({ status: 'performed' });
  });

  test('the creditor lets the rest go: it closes, and what he waived is on record', async () => {
    world.setNow('2026-04-09T01:00:00Z');
    const { caseId, obligor, obligee } = await supervisedCase(world, county);
    const { paymentId } = await obligor.does('register-payment', { caseId, ...pay(5_000_000, '2026-04-09') });
    const answer = await obligee.does('confirm-payment', { paymentId, settlesInFull: true });
    expect(answer).toMatchObject({ status: 'performed', left: 0 });
    const confirmed = (await auditOf(world, caseId)).find((line) => line.action === 'confirm-payment');
    expect(confirmed?.facts).toMatchObject({ waivedFen: 17_500, performed: 'waived' });
    const { record } = await obligor.does('get-my-case', { caseId });
    expect(record.statement).toMatchObject({ total: 0, waived: 17_500 });
    expect(record.timeline.map((line) => line.words)).toContain('权利人表示其余175.00元不再要求，案件办结');
  });

  test('too much was paid: the surplus is told at registration and stands in the record', async () => {
    world.setNow('2026-03-02T01:00:00Z');
    const { caseId, obligor, obligee } = await supervisedCase(world, county);
    const { paymentId, surplus } = await obligor.does('register-payment', {
      caseId,
      ...pay(5_000_100, '2026-03-02'),
    });
    expect(surplus).toBe(100);
    expect(await obligee.does('confirm-payment', { paymentId })).toMatchObject({ status: 'performed' });
    const { record } = await obligee.does('get-my-case', { caseId });
    expect(record.statement.lines).toMatchObject([{ surplus: 100 }]);
    expect(record.timeline.map((line) => line.words).join()).toContain('多1.00元');
  });

  test('what was registered twice is answered after the case closed, and changes nothing of the certificate', async () => {
    world.setNow('2026-03-02T01:00:00Z');
    const { caseId, obligor, obligee } = await supervisedCase(world, county);
    const register = (note: string) =>
      obligor.does('register-payment', { caseId, ...pay(5_000_000, '2026-03-02'), note });
    const [first, second] = [await register('第一笔'), await register('第二笔')];
    await obligee.does('confirm-payment', { paymentId: first.paymentId });
    const certificate = await obligor.does('get-certificate', { caseId });
    world.setNow('2026-03-03T01:00:00Z');
    expect((await obligee.does('get-my-case', { caseId })).record.can.decidePayment).toBe(true);
    expect(await obligee.does('confirm-payment', { paymentId: second.paymentId })).toEqual({
      status: 'performed',
      left: 0,
      certificateNumber: null,
    });
    const { record } = await obligor.does('get-my-case', { caseId });
    expect(record.statement.lines.map(({ surplus }) => surplus)).toEqual([0, 5_000_000]);
    expect(await obligor.does('get-certificate', { caseId })).toEqual(certificate);
    expect(await queueOf(world, caseId)).toContain('obligor payment-confirmed');
  });

  test('two confirmations at the same instant count once, and the second is told the state', async () => {
    const { caseId, obligor, obligee } = await supervisedCase(world, county);
    const { paymentId } = await obligor.does('register-payment', { caseId, ...pay(1_000_000, '2026-03-02') });
    const clerk = await world.as(county.clerk);
    const outcomes = await Promise.allSettled([
      obligee.does('confirm-payment', { paymentId }),
      clerk.does('confirm-payment', { paymentId, evidence: '银行回单原件' }),
      obligee.does('confirm-payment', { paymentId }),
    ]);
    const failed = outcomes.filter((o) => o.status === 'rejected');
    expect(failed).toHaveLength(2);
    for (const { reason } of failed) {
      expect(reason).toMatchObject({ code: 'payment-state-forbids' });
      expect(reason.message).toContain('已确认收到');
    }
    const { record } = await obligor.does('get-my-case', { caseId });
    expect(record.statement.confirmedPaid).toBe(1_000_000);
  });

  test('twenty closings at once: the certificates are numbered without a gap', async () => {
    const cases = [];
    for (let i = 0; i < 20; i++) {
      const parties = await waitingCase(world, { principal: fen(100_000) });
      const { paymentId } = await parties.obligor.does('register-payment', {
        caseId: parties.caseId,
        ...pay(100_000, '2026-03-02'),
      });
      cases.push({ ...parties, paymentId });
    }
    await Promise.all(cases.map(({ obligee, paymentId }) => obligee.does('confirm-payment', { paymentId })));
    const rows = await world.db.selectFrom('certificates').select('number').execute();
    const serials = rows.map((row) => Number(/〕(\d+)号/.exec(row.number)?.[1])).sort((a, b) => a - b);
    expect(serials.length).toBeGreaterThanOrEqual(20);
    expect(serials).toEqual(serials.map((_, index) => index + 1));
  });

  test('the same submission sent again is answered again and not done again', async () => {
    const { caseId, obligor, obligee } = await supervisedCase(world, county);
    const input = { caseId, ...pay(5_000_000, '2026-03-02') };
    const key = { idempotencyKey: 'press-of-a-button-1' };
    const first = await obligor.does('register-payment', input, key);
    expect(await obligor.does('register-payment', input, key)).toEqual(first);
    const confirm = { paymentId: first.paymentId };
    const confirmed = await obligee.does('confirm-payment', confirm, {
      idempotencyKey: 'press-of-a-button-2',
    });
    expect(await obligee.does('confirm-payment', confirm, { idempotencyKey: 'press-of-a-button-2' })).toEqual(
      confirmed,
    );
    await expect(obligor.does('register-payment', { ...input, amount: fen(1) }, key)).rejects.toMatchObject({
      code: 'key-used-otherwise',
    });
  });

  test('the court confirms on evidence that it names, and waives nothing for the creditor', async () => {
    const { caseId, obligor } = await supervisedCase(world, county);
    const { paymentId } = await obligor.does('register-payment', { caseId, ...pay(5_000_000, '2026-03-02') });
    const judge = await world.as(county.judge);
    await expect(judge.does('confirm-payment', { paymentId })).rejects.toMatchObject({
      code: 'evidence-needed',
    });
    await expect(
      judge.does('confirm-payment', { paymentId, evidence: '案款到账', settlesInFull: true }),
    ).rejects.toMatchObject({ code: 'only-obligee-waives' });
    await judge.does('confirm-payment', { paymentId, evidence: '案款账户到账凭证' });
    const certificate = await obligor.does('get-certificate', { caseId });
    expect(certificate.confirmedBy).toBe('法院核实确认');
  });

  test('who acts for both sides confirms nothing, and the debtor never does', async () => {
    const { caseId, obligor, obligee, obligeePartyId } = await supervisedCase(world, county);
    const { paymentId } = await obligor.does('register-payment', { caseId, ...pay(5_000_000, '2026-03-02') });
    await expect(obligor.does('confirm-payment', { paymentId })).rejects.toMatchObject({
      code: 'not-for-your-role',
    });
    const { accountId } = await obligor.does('get-me', {});
    await world.db
      .insertInto('party_bindings')
      .values({
        court_id: county.courtId,
        party_id: obligeePartyId,
        account_id: accountId,
        bound_at: world.app.now(),
        as_proxy: true,
      })
      .execute();
    await expect(obligor.does('confirm-payment', { paymentId })).rejects.toMatchObject({
      code: 'acts-for-both-sides',
    });
    expect(await obligee.does('confirm-payment', { paymentId })).toMatchObject({ status: 'performed' });
  });

  test('once enforcement is filed, a full payment closes the case without a certificate', async () => {
    const parties = await supervisedCase(world, county);
    const clerk = await world.as(county.clerk);
    await clerk.does('record-enforcement-filing', {
      caseId: parties.caseId,
      filedDay: day('2026-03-02'),
      enforcementNumber: '（2026）浙9999执1号',
    });
    expect(await payAndConfirm(parties, 5_000_000, '2026-03-02')).toEqual({
      status: 'performed',
      left: 0,
      certificateNumber: null,
    });
    await expect(parties.obligor.does('get-certificate', { caseId: parties.caseId })).rejects.toMatchObject({
      code: 'certificate-not-issued',
    });
  });

  test('once filed, the instalments of a broken plan settle nothing: the instrument is what is owed', async () => {
    world.setNow('2026-04-09T01:00:00Z');
    const parties = await supervisedCase(world, county);
    const planId = await agreeOn(parties, [['2026-04-20', 5_000_000]]);
    await world.db.updateTable('plans').set({ state: 'broken' }).where('plan_id', '=', planId).execute();
    world.setNow('2026-04-29T01:00:00Z');
    await (await world.as(county.clerk)).does('record-enforcement-filing', {
      caseId: parties.caseId,
      filedDay: day('2026-04-29'),
      enforcementNumber: '（2026）浙9999执2号',
    });
    // 40 days late on 50,000: 350.00 are still owed.
    expect(await payAndConfirm(parties, 5_000_000, '2026-04-29')).toMatchObject({
      status: 'filed',
      left: 35_000,
    });
    const { record } = await parties.obligor.does('get-my-case', { caseId: parties.caseId });
    expect(record.statement.executionFee).toBe(0);
  });

  test('a liaison who gave his task back is not thanked, and the task does not stay open', async () => {
    world.setNow('2026-03-02T01:00:00Z');
    const parties = await supervisedCase(world, county);
    const { task_id } = await world.db
      .selectFrom('tasks')
      .select('task_id')
      .where('case_id', '=', parties.caseId)
      .where('role', '=', 'village-liaison')
      .executeTakeFirstOrThrow();
    const liaison = await world.as(county.villageLiaison);
    await liaison.does('decline-task', { taskId: task_id, reason: '人不在本村' });
    await payAndConfirm(parties, 5_000_000, '2026-03-02');
    const states = await world.db
      .selectFrom('tasks')
      .select('state')
      .where('case_id', '=', parties.caseId)
      .execute();
    expect(states.map(({ state }) => state)).toEqual(['closed', 'closed', 'closed']);
    const thanked = await world.db
      .selectFrom('notices')
      .select('account_id')
      .where('case_id', '=', parties.caseId)
      .where('audience', '=', 'liaison')
      .where('step', '=', 'performed')
      .execute();
    expect(thanked).toEqual([{ account_id: county.townLiaison }]);
  });

  test('every instalment of an agreed plan is paid: it is performed, the doubled part is let go', async () => {
    world.setNow('2026-04-09T01:00:00Z');
    const parties = await supervisedCase(world, county);
    await payAndConfirm(parties, 1_000_000, '2026-04-09');
    await agreeOn(parties, [
      ['2026-04-20', 1_500_000],
      ['2026-05-20', 2_500_000],
    ]);
    expect(await statusOf(world, parties.caseId)).toBe('planned');
    world.setNow('2026-04-20T01:00:00Z');
    expect(await payAndConfirm(parties, 1_500_000, '2026-04-20')).toMatchObject({ status: 'planned' });
    const { record } = await parties.obligor.does('get-my-case', { caseId: parties.caseId });
    expect(record.plans[0]?.instalments.map((instalment) => instalment.paid)).toEqual([1_500_000, 0]);
    world.setNow('2026-05-25T01:00:00Z');
    expect(await payAndConfirm(parties, 2_500_000, '2026-05-25')).toMatchObject({
      status: 'performed',
      left: 0,
    });
    const closed = await parties.obligor.does('get-my-case', { caseId: parties.caseId });
    expect(closed.record.plans[0]?.state).toBe('completed');
    expect(closed.record.statement.waived).toBeGreaterThan(0);
    expect(closed.record.certificate).not.toBeNull();
  });
});
