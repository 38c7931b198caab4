import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { receiveMail } from '../../cloudfunctions/server/carrier-reports/receive';
import type { StatusReport } from '../../cloudfunctions/server/carrier-reports/report';
import type { Day } from '../../shared/day';
import { SWEEP_COURSE } from '../../shared/reminders/wording';
import { createAccount, createCounty } from '../county';
import { auditOf, type Parties, supervisedCase } from '../party-stories';
import { clearPhones, OBLIGOR_PHONE, startAfresh, sweep } from '../sweeping';
import { createWorld, type World } from '../world';

let world: World;
let county: Awaited<ReturnType<typeof createCounty>>;
beforeAll(async () => {
  world = await createWorld();
  county = await createCounty(world);
});
beforeEach(async () => {
  await startAfresh(world, '2026-03-02T01:00:00Z');
  await sql`truncate carrier_reports`.execute(world.db);
});
afterAll(() => world.close());

const minutesLater = (minutes: number) =>
  world.setNow(new Date(world.app.now().getTime() + minutes * 60_000).toISOString());

/** A case whose debtor was told by SMS this morning. */
async function told(): Promise<Parties & { noticeId: string }> {
  const parties = await supervisedCase(world, county);
  await sweep();
  const { notice_id: noticeId } = await world.db
    .selectFrom('notices')
    .select('notice_id')
    .where('case_id', '=', parties.caseId)
    .where('audience', '=', 'obligor')
    .executeTakeFirstOrThrow();
  return { ...parties, noticeId };
}

const noticeOf = (noticeId: string) =>
  world.db.selectFrom('notices').selectAll().where('notice_id', '=', noticeId).executeTakeFirstOrThrow();
const undeliveredOf = (caseId: string) =>
  world.db.selectFrom('undelivered').selectAll().where('case_id', '=', caseId).execute();
const partyOf = (partyId: string) =>
  world.db.selectFrom('parties').selectAll().where('party_id', '=', partyId).executeTakeFirstOrThrow();
const linesOf = async (caseId: string) =>
  (
    await world.db.selectFrom('timeline').select(['words', 'readers']).where('case_id', '=', caseId).execute()
  ).map(({ words, readers }) => `${words} (${readers})`);
const reportsOf = async (caseId: string) =>
  (await auditOf(world, caseId)).filter(({ action }) => action.startsWith('carrier-'));

/** The carrier took it under this number. */
const numbered = (noticeId: string, serial: string, channel: 'sms' | 'subscribe' = 'sms') =>
  world.db
    .insertInto('carrier_serials')
    .values({ channel, serial, court_id: county.courtId, notice_id: noticeId, sent_at: world.app.now() })
    .execute();

const says = (serial: string, outcome: StatusReport['outcome'], reason: string | null = null) =>
  receiveMail(world.app, {
    reports: [{ channel: 'sms', serial, outcome, reason, reportedAt: world.app.now() }],
    replies: [],
  });

let replies = 0;
const replying = (text: string, messageId = `reply-${++replies}`, phone = OBLIGOR_PHONE) =>
  receiveMail(world.app, { reports: [], replies: [{ messageId, phone, text, at: world.app.now() }] });

describe('what the carrier reports of a message', () => {
  test('it was on the phone: the notice says so, with one audit line, however often it is reported', async () => {
    const { caseId, noticeId } = await told();
    await numbered(noticeId, 'S1');
    for (let times = 0; times < 3; times += 1) await says('S1', 'delivered');
    expect(await noticeOf(noticeId)).toMatchObject({ state: 'delivered', reason: null });
    expect(await reportsOf(caseId)).toEqual([
      {
        action: 'carrier-report',
        facts: {
          noticeId,
          channel: 'sms',
          before: 'accepted',
          state: 'delivered',
          reason: null,
          source: 'reported',
        },
      },
    ]);
  });

  test('it never came: somebody is to call, and the number stays as it is', async () => {
    const { caseId, noticeId, obligorPartyId } = await told();
    await numbered(noticeId, 'S1');
    await says('S1', 'permanent');
    await says('S1', 'permanent');
    expect(await noticeOf(noticeId)).toMatchObject({ state: 'permanent', reason: 'undelivered' });
    expect(await undeliveredOf(caseId)).toMatchObject([{ notice_id: noticeId, state: 'permanent' }]);
    expect((await partyOf(obligorPartyId)).contact_state).toBe('ok');
  });

  test('the number does not exist: the court is to find the right one, and told once', async () => {
    const { caseId, noticeId, obligorPartyId } = await told();
    await numbered(noticeId, 'S1');
    await says('S1', 'permanent', 'number-invalid');
    await says('S1', 'permanent', 'number-invalid');
    expect((await partyOf(obligorPartyId)).contact_state).toBe('wrong-number');
    const lines = await linesOf(caseId);
    expect(lines.filter((line) => line === `${SWEEP_COURSE.numberWrong} (court)`)).toHaveLength(1);
  });

  test('it came after all: the call is taken off the list and the number is good again', async () => {
    const { caseId, noticeId, obligorPartyId } = await told();
    await numbered(noticeId, 'S1');
    await says('S1', 'permanent', 'number-invalid');
    await says('S1', 'delivered');
    expect((await noticeOf(noticeId)).state).toBe('delivered');
    expect(await undeliveredOf(caseId)).toMatchObject([{ handled_by: 'sweep', handling: 'delivered-later' }]);
    expect((await partyOf(obligorPartyId)).contact_state).toBe('ok');
    expect(await linesOf(caseId)).toContain(`${SWEEP_COURSE.numberWorks} (court)`);
  });

  test('what a person has handled stays his, and a number that its holder refused stays refused', async () => {
    const { caseId, noticeId, obligorPartyId } = await told();
    await numbered(noticeId, 'S1');
    await says('S1', 'permanent', 'number-invalid');
    await world.db
      .updateTable('undelivered')
      .set({ handled_at: world.app.now(), handled_by: county.clerk, handling: 'called' })
      .execute();
    await replying('号码有误');
    await says('S1', 'delivered');
    expect(await undeliveredOf(caseId)).toMatchObject([{ handled_by: county.clerk, handling: 'called' }]);
    expect((await partyOf(obligorPartyId)).contact_state).toBe('wrong-number');
  });

  test('in any order and doubled, two reports come to the same', async () => {
    const words = ['delivered', 'permanent'] as const;
    for (const order of [words, [...words].reverse(), [...words, ...words], [words[1], words[0], words[1]]]) {
      await startAfresh(world, '2026-03-02T01:00:00Z');
      await sql`truncate carrier_reports`.execute(world.db);
      const { caseId, noticeId, obligorPartyId } = await told();
      await numbered(noticeId, 'S1');
      for (const outcome of order)
        await says('S1', outcome, outcome === 'permanent' ? 'number-invalid' : null);
      expect((await noticeOf(noticeId)).state).toBe('delivered');
      expect((await undeliveredOf(caseId)).filter(({ handled_at }) => !handled_at)).toEqual([]);
      expect((await partyOf(obligorPartyId)).contact_state).toBe('ok');
    }
  });

  test('two calls that bring the same at one moment act once', async () => {
    const { caseId, noticeId } = await told();
    await numbered(noticeId, 'S1');
    await Promise.all(Array.from({ length: 5 }, () => says('S1', 'permanent')));
    expect(await reportsOf(caseId)).toHaveLength(1);
  });

  test('one message told of two cases: both share its fate, each with its line', async () => {
    const first = await told();
    const second = await told();
    await world.db
      .updateTable('notices')
      .set({ told_with: first.noticeId, state: 'accepted' })
      .where('notice_id', '=', second.noticeId)
      .execute();
    await numbered(first.noticeId, 'S1');
    await says('S1', 'permanent');
    for (const { caseId, noticeId } of [first, second]) {
      expect((await noticeOf(noticeId)).state).toBe('permanent');
      expect(await undeliveredOf(caseId)).toHaveLength(1);
      expect(await reportsOf(caseId)).toHaveLength(1);
    }
  });

  test('a message that is to be tried again is left alone', async () => {
    const { caseId, noticeId } = await told();
    await numbered(noticeId, 'S1');
    await world.db
      .updateTable('notices')
      .set({ state: 'temporary' })
      .where('notice_id', '=', noticeId)
      .execute();
    await says('S1', 'permanent');
    expect((await noticeOf(noticeId)).state).toBe('temporary');
    expect(await reportsOf(caseId)).toEqual([]);
  });

  test('a report that is faster than its number waits for it', async () => {
    const { noticeId } = await told();
    await says('S1', 'delivered');
    await sweep();
    expect((await noticeOf(noticeId)).state).toBe('accepted');
    await numbered(noticeId, 'S1');
    await sweep();
    expect((await noticeOf(noticeId)).state).toBe('delivered');
    const [report] = await world.db.selectFrom('carrier_reports').selectAll().execute();
    expect(report).toMatchObject({ serial: 'S1', applied_at: world.app.now() });
  });

  /** A card to a liaison, which WeChat took as M1 this morning; it counts as what he was told today. */
  async function cardTaken() {
    const { caseId, noticeId } = await told();
    const openid = `openid-${noticeId}`;
    const accountId = await createAccount(world, { name: '宋小雨', phone: '19900000021', openid });
    const { phone_index } = await world.db
      .selectFrom('accounts')
      .select('phone_index')
      .where('account_id', '=', accountId)
      .executeTakeFirstOrThrow();
    await world.db
      .updateTable('notices')
      .set({
        channel: 'subscribe',
        party_id: null,
        account_id: accountId,
        recipient: `account:${accountId}`,
        audience: 'liaison',
        step: 'request-decided',
      })
      .where('notice_id', '=', noticeId)
      .execute();
    await world.db
      .insertInto('told_today')
      .values({ person: phone_index!, day: '2026-03-02' as Day, weight: 2, notice_id: noticeId })
      .execute();
    await numbered(noticeId, 'M1', 'subscribe');
    clearPhones(world);
    return { caseId, noticeId };
  }
  const wechatSays = (outcome: 'delivered' | 'permanent') =>
    receiveMail(world.app, {
      reports: [{ channel: 'subscribe', serial: 'M1', outcome, reason: null, reportedAt: world.app.now() }],
      replies: [],
    });

  test('a card that WeChat lost goes by SMS, once, the same day', async () => {
    const { caseId } = await cardTaken();
    await wechatSays('permanent');
    await wechatSays('permanent');
    await sweep();
    expect(world.sms.sent.map(({ to }) => to)).toEqual(['19900000021']);
    expect(await undeliveredOf(caseId)).toEqual([]);
  });

  test('but not when the card was there after all', async () => {
    const { caseId } = await cardTaken();
    await wechatSays('permanent');
    await wechatSays('delivered');
    await sweep();
    expect(world.sms.sent).toEqual([]);
    const states = await world.db
      .selectFrom('notices')
      .select(['channel', 'state', 'reason'])
      .where('case_id', '=', caseId)
      .where('step', '=', 'request-decided')
      .orderBy('channel')
      .execute();
    expect(states).toEqual([
      { channel: 'sms', state: 'suppressed', reason: 'delivered-later' },
      { channel: 'subscribe', state: 'delivered', reason: null },
    ]);
  });
});

describe('what people answer', () => {
  test('「退订」 stops what waits and what comes, in every case of the number', async () => {
    const first = await told();
    const second = await supervisedCase(world, county);
    await replying('“退订”。');
    for (const { caseId, obligorPartyId } of [first, second]) {
      expect((await partyOf(obligorPartyId)).contact_state).toBe('opted-out');
      expect(await linesOf(caseId)).toContain(`${SWEEP_COURSE.optedOut} (court)`);
      expect(await reportsOf(caseId)).toMatchObject([
        { action: 'carrier-reply', facts: { partyId: obligorPartyId, wish: 'opted-out' } },
      ]);
    }
    clearPhones(world);
    await sweep();
    expect(world.sms.sent.filter(({ to }) => to === OBLIGOR_PHONE)).toEqual([]);
  });

  test('「号码有误」 is as if the person had said so in the mini-program', async () => {
    const { caseId, obligorPartyId } = await told();
    await replying('号码有误');
    expect((await partyOf(obligorPartyId)).contact_state).toBe('wrong-number');
    expect(await linesOf(caseId)).toContain('一方反映联系方式有误，等待法院核对 (court)');
    const correct = (await world.as(county.clerk)).does('correct-contact', {
      partyId: obligorPartyId,
      phone: OBLIGOR_PHONE,
      source: '村联络员上门核实',
    });
    await expect(correct).rejects.toMatchObject({ code: 'phone-refused-by-holder' });
  });

  test('the same message a second time does nothing', async () => {
    const { caseId } = await told();
    await replying('退订', 'one-and-the-same');
    const before = [await linesOf(caseId), await reportsOf(caseId)];
    await replying('退订', 'one-and-the-same');
    expect([await linesOf(caseId), await reportsOf(caseId)]).toEqual(before);
  });

  test('a wrong number is not made a mere refusal by a later 「退订」', async () => {
    const { obligorPartyId } = await told();
    await replying('打错了');
    await replying('TD');
    expect((await partyOf(obligorPartyId)).contact_state).toBe('wrong-number');
  });

  test('anything else is for a person: one line a day for the court, without the words', async () => {
    const { caseId, obligorPartyId } = await told();
    await replying('我下周就付，别找我儿子');
    await replying('听见没有');
    const lines = await linesOf(caseId);
    expect(lines.filter((line) => line === `${SWEEP_COURSE.replied} (court)`)).toHaveLength(1);
    expect((await partyOf(obligorPartyId)).contact_state).toBe('ok');
    const kept = await world.db.selectFrom('carrier_reports').selectAll().execute();
    expect(JSON.stringify([kept, await reportsOf(caseId)])).not.toMatch(/下周|儿子|听见|19900001001/);
  });

  test('a liaison stops his own messages, and the court’s audit knows', async () => {
    await supervisedCase(world, county);
    await replying('退订', undefined, '19900000006');
    clearPhones(world);
    await sweep();
    expect(world.sms.sent.filter(({ to }) => to === '19900000006')).toEqual([]);
    const [line] = await world.db
      .selectFrom('audit_lines')
      .select('facts')
      .where('action', '=', 'carrier-reply')
      .where('subject', '=', 'court')
      .execute();
    expect(line?.facts).toMatchObject({ wish: 'opted-out' });
  });

  test('a stranger’s number is stopped and nothing else happens', async () => {
    await told();
    await replying('退订', undefined, '19900009999');
    expect(await world.db.selectFrom('opt_outs').selectAll().execute()).toHaveLength(1);
    expect(
      (await world.db.selectFrom('parties').select('contact_state').execute()).map((p) => p.contact_state),
    ).toEqual(['ok', 'ok']);
  });
});

describe('what carriers leave behind', () => {
  test('goes after its days', async () => {
    const { noticeId } = await told();
    await numbered(noticeId, 'S1');
    await says('S1', 'delivered');
    await says('nobodys', 'delivered');
    const left = async () => [
      (await world.db.selectFrom('carrier_serials').select('serial').execute()).length,
      (await world.db.selectFrom('carrier_reports').select('serial').execute())
        .map(({ serial }) => serial)
        .sort(),
    ];
    minutesLater(6 * 24 * 60);
    await sweep();
    expect(await left()).toEqual([1, ['S1', 'nobodys']]);
    minutesLater(2 * 24 * 60);
    await sweep();
    expect(await left()).toEqual([0, ['S1']]);
    minutesLater(23 * 24 * 60);
    await sweep();
    expect(await left()).toEqual([0, []]);
  });
});
