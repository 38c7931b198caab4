import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dayAt } from '../../shared/day';
import { createCase, createCounty } from '../county';
import { auditOf } from '../party-stories';
import { createSupervised } from '../supervised';
import { OBLIGOR_PHONE, startAfresh, sweep, VILLAGE_LIAISON_PHONE } from '../sweeping';
import { createWorld, type World } from '../world';

let world: World;
let county: Awaited<ReturnType<typeof createCounty>>;
beforeAll(async () => {
  world = await createWorld();
  county = await createCounty(world);
});
beforeEach(() => startAfresh(world, '2026-03-02T01:00:00Z'));
afterAll(() => world.close());

/** The carrier refuses one telephone and takes all others. */
async function sweepWithout(phone: string, reason = 'number-invalid'): Promise<void> {
  const sendAsBefore = world.sms.send.bind(world.sms);
  world.sms.send = async (message) =>
    message.to === phone ? { outcome: 'permanent', reason } : sendAsBefore(message);
  await sweep();
  world.sms.send = sendAsBefore;
}

/** Further messages to the same party that came to nothing, a minute apart. */
async function missAlso(partyId: string, howMany: number, from = 0): Promise<void> {
  const { case_id } = await world.db
    .selectFrom('parties')
    .select('case_id')
    .where('party_id', '=', partyId)
    .executeTakeFirstOrThrow();
  const now = world.app.now();
  const numbers = Array.from({ length: howMany }, (_, n) => from + n);
  const own = { court_id: county.courtId, case_id, party_id: partyId };
  const notices = numbers.map((n) => ({
    ...own,
    ...{ notice_id: `notice_more${1000 + n}`, recipient: `party:${partyId}`, channel: 'sms' as const },
    ...{ step: 'due', step_day: dayAt(now), nth: n + 1, audience: 'obligor' as const, created_at: now },
    state: 'permanent' as const,
  }));
  await world.db.insertInto('notices').values(notices).execute();
  const rows = notices.map(({ notice_id }, n) => ({
    ...{ ...own, notice_id, state: 'permanent' as const, reason: 'unreachable' },
    at: new Date(now.getTime() + numbers[n]! * 60_000 + 60_000),
  }));
  await world.db.insertInto('undelivered').values(rows).execute();
}

const listFor = async (accountId: string, input = {}) =>
  (await world.as(accountId)).does('list-undelivered', input);

describe('the list of calls', () => {
  test('who, why, since when, and the whole number to call; the look is audited', async () => {
    const { caseId, obligor } = await createSupervised(world, county);
    world.setNow('2026-03-02T01:05:00Z');
    await sweepWithout(OBLIGOR_PHONE);
    const { undelivered, ...rest } = await listFor(county.clerk);
    expect(rest).toMatchObject({ total: 1, page: 1, pages: 1, watermark: expect.stringContaining('林静') });
    expect(undelivered).toEqual([
      {
        noticeId: expect.any(String),
        messages: 1,
        caseId,
        caseNumber: expect.stringContaining('民初'),
        partyId: obligor.partyId,
        name: '郑小满',
        role: '义务人',
        phone: OBLIGOR_PHONE,
        warning: '这个号码可能已不是本人，打通后先核对身份',
        channel: 'sms',
        step: '发起督促',
        reason: '号码不存在',
        since: '2026-03-02T01:05:00.000Z',
        handled: null,
      },
    ]);
    const line = (await auditOf(world, 'court')).at(-1)!;
    expect(line).toMatchObject({
      action: 'list-undelivered',
      facts: { filter: 'open', page: 1, noticeIds: [undelivered[0]!.noticeId] },
    });
    expect(JSON.stringify(line)).not.toContain(OBLIGOR_PHONE);
  });

  test('a liaison who is not reached stands there by his role', async () => {
    await createSupervised(world, county);
    await sweepWithout(VILLAGE_LIAISON_PHONE, 'unreachable');
    expect((await listFor(county.judge)).undelivered).toMatchObject([
      { partyId: null, name: '宋大山', role: '村联络员', phone: VILLAGE_LIAISON_PHONE, warning: null },
    ]);
  });

  test.each([null, 'v1.broken'])(
    'a number that is not there or cannot be read holds up nobody (%s)',
    async (sealed) => {
      const { obligor } = await createSupervised(world, county);
      const change = world.db.updateTable('parties').set({ phone_sealed: sealed });
      await change.where('party_id', '=', obligor.partyId).execute();
      await sweep();
      expect((await listFor(county.clerk)).undelivered).toMatchObject([
        { phone: null, warning: '没有电话，请上门或通过村里联系', reason: '没有可以发送的号码' },
      ]);
    },
  );

  test('what is of unknown fate says so', async () => {
    await createSupervised(world, county);
    await sweepWithout(OBLIGOR_PHONE);
    await world.db.updateTable('undelivered').set({ state: 'unknown', reason: 'timed-out' }).execute();
    const [row] = (await listFor(county.chief)).undelivered;
    expect(row!.reason).toBe('不确定是否送到：等不到运营商答复');
  });

  test('one call is for all that a person missed of one case; it waits since the first, and closes as one', async () => {
    const { obligor } = await createSupervised(world, county);
    await createSupervised(world, county);
    await sweepWithout(OBLIGOR_PHONE, 'unreachable');
    const missed = await listFor(county.clerk);
    expect(missed).toMatchObject({ total: 2, undelivered: [{ messages: 1 }, { messages: 1 }] });
    await missAlso(obligor.partyId, 3);
    const { undelivered, total } = await listFor(county.clerk);
    expect(total).toBe(2);
    expect(undelivered.find(({ partyId }) => partyId === obligor.partyId)).toMatchObject({
      messages: 4,
      noticeId: 'notice_more1002',
      since: '2026-03-02T01:00:00.000Z',
    });
    const clerk = await world.as(county.clerk);
    expect((await clerk.does('get-desk', {})).undelivered).toBe(2);
    await clerk.does('handle-undelivered', {
      noticeId: 'notice_more1002',
      outcome: 'told',
      note: '家人接的',
    });
    expect((await listFor(county.clerk)).total).toBe(1);
    const handled = await listFor(county.clerk, { filter: 'handled' });
    expect(handled.undelivered).toMatchObject([
      {
        messages: 4,
        phone: null,
        handled: { at: '2026-03-02T01:00:00.000Z', by: '林静', words: '电话告知了', note: '家人接的' },
      },
    ]);
  });

  test('fifty a page, who waits longest first', async () => {
    for (let n = 0; n < 51; n += 1) {
      const { obligor } = await createCase(world);
      await missAlso(obligor.partyId, 1, n);
    }
    const one = await listFor(county.clerk);
    expect(one).toMatchObject({ total: 51, page: 1, pages: 2 });
    const two = await listFor(county.clerk, { page: 2 });
    const order = [...one.undelivered, ...two.undelivered].map(({ noticeId }) => noticeId);
    expect(two.undelivered).toHaveLength(1);
    expect(order).toEqual(Array.from({ length: 51 }, (_, n) => `notice_more${1000 + n}`));
  });

  test('a case that has ended asks for no call any more', async () => {
    const { caseId } = await createSupervised(world, county);
    await sweepWithout(OBLIGOR_PHONE);
    const judge = await world.as(county.judge);
    await judge.does('withdraw-supervision', { caseId, reason: '双方已另行和解' });
    expect((await listFor(county.clerk)).total).toBe(0);
    expect((await listFor(county.clerk, { filter: 'handled' })).undelivered).toMatchObject([
      { handled: { by: null, words: '案件已经结束，不用再打' } },
    ]);
  });

  test('it is the court’s own list, and nobody else’s', async () => {
    await createSupervised(world, county);
    await sweepWithout(OBLIGOR_PHONE);
    for (const accountId of [county.officer, county.villageLiaison]) {
      await expect(listFor(accountId)).rejects.toMatchObject({ code: 'not-for-your-role' });
    }
    await world.db
      .insertInto('courts')
      .values({ court_id: 'court_other000', name: '别院', county: '别县', phone: '0' })
      .execute();
    await world.db
      .insertInto('accounts')
      .values({ ...stranger, created_at: world.app.now() })
      .execute();
    await world.db
      .insertInto('role_grants')
      .values({
        court_id: 'court_other000',
        account_id: stranger.account_id,
        role: 'clerk',
        valid_from: '2025-01-01' as never,
      })
      .execute();
    expect(await listFor(stranger.account_id)).toMatchObject({ undelivered: [], total: 0 });
    const { noticeId } = (await listFor(county.clerk)).undelivered[0]!;
    const other = await world.as(stranger.account_id);
    await expect(other.does('handle-undelivered', { noticeId, outcome: 'told' })).rejects.toMatchObject({
      code: 'not-found-or-not-yours',
    });
  });
});

const stranger = {
  court_id: 'court_other000',
  account_id: 'acc_stranger01',
  name: '别人',
  phone_sealed: null,
  phone_index: null,
  openid: null,
};
