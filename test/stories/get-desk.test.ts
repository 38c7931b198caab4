import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { STUCK_REASONS } from '../../shared/actions/get-desk';
import { day } from '../../shared/day';
import { fen } from '../../shared/money';
import { createCase, createCounty } from '../county';
import { createSupervised } from '../supervised';
import { createWorld, type World } from '../world';

type Reason = (typeof STUCK_REASONS)[number];

describe('the court’s desk shows what is stuck and why', () => {
  let world: World;
  let county: Awaited<ReturnType<typeof createCounty>>;
  beforeAll(async () => {
    world = await createWorld();
    county = await createCounty(world);
  });
  beforeEach(() => world.setNow('2026-03-02T01:00:00Z'));
  afterAll(() => world.close());

  const deskOf = async (accountId = county.clerk) => (await world.as(accountId)).does('get-desk', {});
  const stuckOn = async (caseId: string) => (await deskOf()).stuck.filter((row) => row.caseId === caseId);
  const reasonsFor = async (caseId: string): Promise<Reason[]> => [
    ...new Set((await stuckOn(caseId)).map((row) => row.reason)),
  ];

  /** No carrier could reach him. */
  const leaveUndelivered = async (partyId: string, state: 'permanent' | 'unknown') => {
    const reason = state === 'permanent' ? 'number-invalid' : '';
    const notices = await world.db
      .selectFrom('notices')
      .select(['court_id', 'notice_id', 'case_id', 'party_id'])
      .where('party_id', '=', partyId)
      .execute();
    await world.db
      .insertInto('undelivered')
      .values(notices.map((notice) => ({ ...notice, state, reason, at: world.app.now() })))
      .execute();
  };

  test('a case on its way is not on the desk', async () => {
    const { caseId } = await createSupervised(world, county);
    expect(await reasonsFor(caseId)).toEqual([]);
  });

  test('an objection, until it is answered', async () => {
    const { caseId, obligor } = await createSupervised(world, county);
    const debtor = await world.as(obligor.accountId);
    const { requestId } = await debtor.does('register-objection', { caseId, text: '这笔钱我已经还过' });
    const [row] = await stuckOn(caseId);
    expect(row).toMatchObject({
      reason: 'objection-open',
      requestId,
      obligor: '郑小满',
      place: '虹溪镇宋家村',
      since: '2026-03-02T01:00:00.000Z',
    });
    const judge = await world.as(county.judge);
    await judge.does('decide-request', { requestId, decision: 'dismissed', answer: '没有付款凭证' });
    expect(await reasonsFor(caseId)).toEqual([]);
  });

  test('hardship that a liaison heard of, until the debtor explains it himself, then that', async () => {
    const { caseId, obligor, tasks } = await createSupervised(world, county);
    const liaison = await world.as(county.villageLiaison);
    await liaison.does('record-visit', { taskId: tasks['village-liaison'], outcome: 'hardship' });
    const [heard] = await stuckOn(caseId);
    expect(heard).toMatchObject({
      reason: 'hardship-open',
      requestId: null,
      taskId: tasks['village-liaison'],
    });
    expect(heard!.words).toContain('联络员回报义务人有困难');

    world.setNow('2026-03-02T02:00:00Z');
    const debtor = await world.as(obligor.accountId);
    const { requestId } = await debtor.does('report-hardship', { caseId, text: '家里有人住院' });
    const rows = await stuckOn(caseId);
    expect(rows).toMatchObject([{ reason: 'hardship-open', requestId }]);
    const judge = await world.as(county.judge);
    await judge.does('decide-request', { requestId, decision: 'upheld', answer: '可以分期' });
    expect(await reasonsFor(caseId)).toEqual([]);
  });

  test('a disputed payment, until the court has looked', async () => {
    const { caseId, obligor, obligee } = await createSupervised(world, county);
    const debtor = await world.as(obligor.accountId);
    const { paymentId } = await debtor.does('register-payment', {
      caseId,
      amount: 100_000,
      paidDay: '2026-03-01',
      method: 'cash',
    });
    const creditor = await world.as(obligee.accountId);
    await creditor.does('dispute-payment', { paymentId, reason: '没有收到这笔钱' });
    expect(await stuckOn(caseId)).toMatchObject([{ reason: 'payment-disputed', paymentId }]);
    const judge = await world.as(county.judge);
    await judge.does('reject-payment', { paymentId, reason: '经核实没有到账' });
    expect(await reasonsFor(caseId)).toEqual([]);
  });

  test('a payment that nobody confirms for three days', async () => {
    const { caseId, obligor, obligee } = await createSupervised(world, county, { villageId: null });
    const debtor = await world.as(obligor.accountId);
    const { paymentId } = await debtor.does('register-payment', {
      caseId,
      amount: 100_000,
      paidDay: '2026-03-01',
      method: 'bank',
    });
    world.setNow('2026-03-05T00:59:00Z');
    expect(await reasonsFor(caseId)).toEqual([]);
    world.setNow('2026-03-05T01:01:00Z');
    expect(await stuckOn(caseId)).toMatchObject([{ reason: 'payment-waiting', paymentId }]);
    const creditor = await world.as(obligee.accountId);
    await creditor.does('confirm-payment', { paymentId });
    expect(await reasonsFor(caseId)).toEqual([]);
  });

  test('an application for enforcement, until the filing is recorded', async () => {
    const { caseId, obligee } = await createCase(world, { dueDay: day('2026-02-20') });
    const creditor = await world.as(obligee.accountId);
    await creditor.does('apply-for-enforcement', { caseId });
    expect(await reasonsFor(caseId)).toEqual(['enforcement-applied']);
    const judge = await world.as(county.judge);
    await judge.does('record-enforcement-filing', {
      caseId,
      enforcementNumber: '（2026）浙9999执1号',
      filedDay: '2026-03-02',
    });
    expect(await reasonsFor(caseId)).toEqual([]);
  });

  test('a task that came back, until it is given to the right village', async () => {
    const { caseId, tasks } = await createSupervised(world, county);
    const liaison = await world.as(county.villageLiaison);
    await liaison.does('decline-task', { taskId: tasks['village-liaison'], reason: '他早搬到桥头村了' });
    const [row] = await stuckOn(caseId);
    expect(row).toMatchObject({ reason: 'task-declined', taskId: tasks['village-liaison'] });
    expect(row!.words).toContain('他早搬到桥头村了');
    const clerk = await world.as(county.clerk);
    await clerk.does('reassign-task', { taskId: tasks['village-liaison'], villageId: 'village_qiaotou00' });
    expect(await reasonsFor(caseId)).toEqual([]);
  });

  test('an instalment that was missed, until it is paid', async () => {
    const { caseId, obligor, obligee } = await createSupervised(world, county, {
      dueDay: day('2026-06-30'),
      villageId: null,
    });
    const creditor = await world.as(obligee.accountId);
    const debtor = await world.as(obligor.accountId);
    const { planId } = await debtor.does('propose-plan', {
      caseId,
      instalments: [
        { dueDay: '2026-03-10', amount: 1_000_000 },
        { dueDay: '2026-06-10', amount: 4_000_000 },
      ],
    });
    await creditor.does('accept-plan', { planId });
    world.setNow('2026-03-10T15:59:00Z');
    expect(await reasonsFor(caseId)).toEqual([]);
    world.setNow('2026-03-10T16:00:00Z');
    expect(await stuckOn(caseId)).toMatchObject([
      { reason: 'instalment-missed', since: '2026-03-10T16:00:00.000Z' },
    ]);
    const payer = await world.as(obligor.accountId);
    const { paymentId } = await payer.does('register-payment', {
      caseId,
      amount: 1_000_000,
      paidDay: '2026-03-11',
      method: 'bank',
    });
    const payee = await world.as(obligee.accountId);
    await payee.does('confirm-payment', { paymentId });
    expect(await reasonsFor(caseId)).toEqual([]);
  });

  test('a message that cannot be delivered, until there is another number', async () => {
    const { caseId, obligor } = await createSupervised(world, county);
    await leaveUndelivered(obligor.partyId, 'permanent');
    const [row] = await stuckOn(caseId);
    expect(row).toMatchObject({ reason: 'delivery-failed', partyId: obligor.partyId });
    expect(row!.words).toContain('号码不存在');
    world.setNow('2026-03-02T02:00:00Z');
    const clerk = await world.as(county.clerk);
    await clerk.does('correct-contact', {
      partyId: obligor.partyId,
      phone: '19900001077',
      source: '本人来电',
    });
    expect(await reasonsFor(caseId)).toEqual([]);
  });

  test('a number whose holder is somebody else', async () => {
    const { caseId, obligor } = await createSupervised(world, county);
    await world.db
      .updateTable('parties')
      .set({ contact_state: 'wrong-number' })
      .where('party_id', '=', obligor.partyId)
      .execute();
    const rows = await stuckOn(caseId);
    expect(rows).toMatchObject([{ reason: 'delivery-failed', partyId: obligor.partyId }]);
    expect(rows[0]!.words).toContain('号码不是本人');
  });

  test('a message of unknown fate, until a later one arrives', async () => {
    const { caseId, obligor } = await createSupervised(world, county);
    await leaveUndelivered(obligor.partyId, 'unknown');
    expect(await stuckOn(caseId)).toMatchObject([{ reason: 'outcome-unknown', partyId: obligor.partyId }]);
    await world.db.updateTable('undelivered').set({ handled_at: world.app.now() }).execute();
    expect(await reasonsFor(caseId)).toEqual([]);
  });

  test('a task that nobody answers for two days, until he taps 收到', async () => {
    const { caseId, tasks } = await createSupervised(world, county);
    world.setNow('2026-03-04T01:01:00Z');
    const rows = await stuckOn(caseId);
    expect(rows.map((row) => row.reason)).toEqual(['task-silent', 'task-silent', 'task-silent']);
    expect(rows.map((row) => row.taskId).sort()).toEqual(Object.values(tasks).sort());
    const holders = {
      'village-liaison': county.villageLiaison,
      'town-liaison': county.townLiaison,
      officer: county.officer,
    };
    for (const [role, taskId] of Object.entries(tasks)) {
      const holder = await world.as(holders[role as keyof typeof tasks]);
      await holder.does('acknowledge-task', { taskId });
    }
    expect(await reasonsFor(caseId)).toEqual([]);
  });

  test('a person whom the last visit did not find, until somebody does', async () => {
    const { caseId, obligor, tasks } = await createSupervised(world, county);
    const liaison = await world.as(county.villageLiaison);
    await liaison.does('record-visit', { taskId: tasks['village-liaison'], outcome: 'unreachable' });
    expect(await stuckOn(caseId)).toMatchObject([
      { reason: 'person-unreachable', partyId: obligor.partyId, taskId: tasks['village-liaison'] },
    ]);
    world.setNow('2026-03-02T02:00:00Z');
    const town = await world.as(county.townLiaison);
    await town.does('record-visit', { taskId: tasks['town-liaison'], outcome: 'willing' });
    expect(await reasonsFor(caseId)).toEqual([]);
  });

  test('a debt long overdue that nobody has gone to see about, once the liaison’s own week is over', async () => {
    const { caseId, tasks } = await createSupervised(world, county, { dueDay: day('2026-02-15') });
    const town = await world.as(county.townLiaison);
    const officer = await world.as(county.officer);
    const liaison = await world.as(county.villageLiaison);
    await town.does('acknowledge-task', { taskId: tasks['town-liaison'] });
    await officer.does('acknowledge-task', { taskId: tasks.officer });
    await liaison.does('acknowledge-task', { taskId: tasks['village-liaison'] });
    world.setNow('2026-03-09T01:00:00Z');
    expect(await reasonsFor(caseId)).toEqual([]);
    world.setNow('2026-03-10T01:00:00Z');
    expect(await stuckOn(caseId)).toMatchObject([
      { reason: 'overdue-no-visit', taskId: tasks['village-liaison'], since: '2026-03-09T16:00:00.000Z' },
    ]);
    const later = await world.as(county.villageLiaison);
    await later.does('record-visit', { taskId: tasks['village-liaison'], outcome: 'contacted' });
    expect(await reasonsFor(caseId)).toEqual([]);
  });

  test('the most urgent reason stands first, and each says what the one click does', async () => {
    const { stuck, stuckTotal } = await deskOf();
    const order = ['objection-open', 'hardship-open', 'task-declined', 'task-silent', 'overdue-no-visit'];
    const places = stuck.map((row) => order.indexOf(row.reason)).filter((place) => place >= 0);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(stuckTotal).toBe(stuck.length);
    for (const row of stuck) expect(row.words).toMatch(/点“(去处理|提醒联络员)”/);
  });

  test('every status has its count, and an officer’s desk holds his towns alone', async () => {
    const { caseId } = await createSupervised(world, county, { principal: fen(1) });
    const whole = await deskOf();
    const total = (counts: typeof whole.counts) => counts.reduce((sum, { cases }) => sum + cases, 0);
    expect(whole.counts.map(({ status }) => status)).toContain('withdrawn');
    const { cases } = await world.db
      .selectFrom('cases')
      .select((e) => e.fn.countAll<number>().as('cases'))
      .executeTakeFirstOrThrow();
    expect(total(whole.counts)).toBe(cases);
    world.setNow('2026-03-05T01:00:00Z');
    const ids = (desk: typeof whole) => desk.stuck.map((row) => row.caseId);
    expect(ids(await deskOf(county.officer))).toContain(caseId);
    const other = await deskOf(county.otherOfficer);
    expect(other.stuck).toEqual([]);
    expect(total(other.counts)).toBe(0);
  });
});
