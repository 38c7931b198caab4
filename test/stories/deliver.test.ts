import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Receipt } from '../../cloudfunctions/server/channels/channel';
import { claimNotices } from '../../cloudfunctions/server/sweeps/claims';
import { deliverClaimed } from '../../cloudfunctions/server/sweeps/deliver-notices';
import { createAccount, createCounty } from '../county';
import { auditOf, type Parties, payAndConfirm, supervisedCase } from '../party-stories';
import { createSupervised } from '../supervised';
import {
  arrivedAt,
  clearPhones,
  kindsAt,
  OBLIGEE_PHONE,
  OBLIGOR_PHONE,
  outboxOf,
  startAfresh,
  sweep,
  sweepOnMornings,
} from '../sweeping';
import { createWorld, type World } from '../world';

let world: World;
let county: Awaited<ReturnType<typeof createCounty>>;
beforeAll(async () => {
  world = await createWorld();
  county = await createCounty(world);
});
beforeEach(() => startAfresh(world, '2026-03-02T01:00:00Z'));
afterAll(() => world.close());

const minutesLater = (minutes: number) =>
  world.setNow(new Date(world.app.now().getTime() + minutes * 60_000).toISOString());

/** The carrier answers so from now on. */
const carrierSays = (receipt: Receipt) => {
  world.sms.next = receipt;
};

/** Started, told, and on the morning of the first reminder: one message to the debtor waits to be planned. */
async function onTheDay(): Promise<Parties> {
  const parties = await supervisedCase(world, county);
  await sweep();
  clearPhones(world);
  await world.db.updateTable('tasks').set({ state: 'acknowledged' }).execute();
  world.setNow('2026-03-13T01:00:00Z');
  return parties;
}

const reminderOf = (caseId: string) =>
  world.db
    .selectFrom('notices')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('step', '=', 'before-7')
    .executeTakeFirstOrThrow();

/** The reminder as it waits in the outbox. */
const waitingOf = async (caseId: string) => {
  const { notice_id } = await reminderOf(caseId);
  return world.db
    .selectFrom('outbox')
    .selectAll()
    .where('notice_id', '=', notice_id)
    .executeTakeFirstOrThrow();
};

/** It waits again, as if it had been queued this moment. */
const requeue = async (caseId: string) => {
  const { court_id, notice_id } = await reminderOf(caseId);
  await world.db
    .updateTable('notices')
    .set({ state: 'pending' })
    .where('notice_id', '=', notice_id)
    .execute();
  await world.db
    .insertInto('outbox')
    .values({
      court_id,
      notice_id,
      channel: 'sms',
      person: 'somebody',
      weight: 1,
      not_before: world.app.now(),
    })
    .execute();
};

describe('at night', () => {
  test('nothing leaves until 08:00', async () => {
    world.setNow('2026-03-02T13:00:00Z');
    await supervisedCase(world, county);
    expect(await sweep()).toMatchObject({ delivered: 0 });
    world.setNow('2026-03-02T23:59:00Z');
    expect(await sweep()).toMatchObject({ delivered: 0 });
    world.setNow('2026-03-03T00:00:00Z');
    expect(await sweep()).toMatchObject({ delivered: 5 });
  });

  test('not even what could have left by day', async () => {
    await supervisedCase(world, county);
    world.setNow('2026-03-02T13:00:00Z');
    expect(await sweep()).toMatchObject({ delivered: 0 });
  });

  test('only the code that somebody has just asked for', async () => {
    await supervisedCase(world, county);
    await sweep();
    clearPhones(world);
    world.setNow('2026-03-02T13:00:00Z');
    await world.anybody.does('request-access-code', { phone: OBLIGOR_PHONE, idLast6: '01004X' });
    await sweep();
    expect(kindsAt(world, OBLIGOR_PHONE)).toEqual(['access-code-obligor']);
  });
});

describe('the carrier answers', () => {
  test.each([
    [{ outcome: 'accepted', serial: '9001' }, 'accepted', { delivered: 1, failed: 0 }],
    [{ outcome: 'delivered' }, 'delivered', { delivered: 1, failed: 0 }],
    [{ outcome: 'permanent', reason: 'content' }, 'permanent', { delivered: 0, failed: 1 }],
    [{ outcome: 'unknown', reason: 'timed-out' }, 'unknown', { delivered: 0, unknown: 1 }],
  ] as const)('%j: the message ends as %s and is on record', async (receipt, state, totals) => {
    const { caseId } = await onTheDay();
    carrierSays(receipt);
    expect(await sweep()).toMatchObject(totals);
    const expected = { state, reason: null, serial: null, decided_at: world.app.now() };
    const { outcome: _, ...given } = { ...receipt };
    expect(await reminderOf(caseId)).toMatchObject({ ...expected, ...given });
    const { outcomes } = (await auditOf(world, 'delivery')).at(-1)!.facts as { outcomes: string[] };
    const reason = 'reason' in receipt ? ` ${receipt.reason}` : '';
    expect(outcomes).toContainEqual(
      expect.stringMatching(new RegExp(`${caseId} sms before-7 ${state}${reason}$`)),
    );
  });

  test.each(['accepted', 'unknown', 'permanent'] as const)('%s: it is never sent again', async (outcome) => {
    await onTheDay();
    carrierSays({ outcome });
    await sweep();
    minutesLater(60);
    await sweep();
    await sweepOnMornings(world, '2026-03-14', '2026-03-16');
    expect(kindsAt(world, OBLIGOR_PHONE)).toEqual(['before-7-obligor']);
  });

  test('not now: it is tried after about 1, 5, 30 and 120 minutes, and then given up', async () => {
    const { caseId } = await onTheDay();
    carrierSays({ outcome: 'temporary', reason: 'number-limit' });
    const waits: number[] = [];
    await sweep();
    for (let attempt = 2; attempt <= 5; attempt += 1) {
      const { state, reason } = await reminderOf(caseId);
      expect({ state, reason }).toEqual({ state: 'temporary', reason: 'number-limit' });
      const { not_before } = await waitingOf(caseId);
      const wait = (not_before.getTime() - world.app.now().getTime()) / 60_000;
      waits.push(wait);
      minutesLater(wait - 0.01);
      await sweep();
      expect(world.sms.sent).toHaveLength(attempt - 1);
      minutesLater(0.02);
      await sweep();
    }
    for (const [index, minutes] of [1, 5, 30, 120].entries()) {
      expect(waits[index]! / minutes).toBeGreaterThanOrEqual(0.8);
      expect(waits[index]! / minutes).toBeLessThanOrEqual(1.2);
    }
    expect(await reminderOf(caseId)).toMatchObject({ state: 'permanent', reason: 'gave-up' });
  });

  test('not now, in the evening: it is tried in the morning', async () => {
    const { caseId } = await onTheDay();
    await sweep();
    await world.db.deleteFrom('told_today').execute();
    await requeue(caseId);
    world.setNow('2026-03-13T11:59:00Z');
    carrierSays({ outcome: 'temporary', retryAfterSeconds: 120 });
    await sweep();
    expect((await waitingOf(caseId)).not_before.toISOString()).toBe('2026-03-14T00:00:00.000Z');
  });

  test('not now, and the debt is paid meanwhile: it stays here', async () => {
    const parties = await onTheDay();
    carrierSays({ outcome: 'temporary' });
    await sweep();
    carrierSays({ outcome: 'accepted' });
    clearPhones(world);
    await payAndConfirm(parties, 5_000_000, '2026-03-13');
    minutesLater(10);
    await sweep();
    expect(kindsAt(world, OBLIGOR_PHONE)).toEqual(['performed-obligor']);
  });

  test('such a number cannot be: the court sees it, and nothing more goes there', async () => {
    const { caseId, obligorPartyId } = await onTheDay();
    carrierSays({ outcome: 'permanent', reason: 'number-invalid' });
    await sweep();
    carrierSays({ outcome: 'accepted' });
    await sweepOnMornings(world, '2026-03-17');
    expect(await outboxOf(world, caseId)).toContain('obligor before-3 sms suppressed (wrong-number)');
    expect(kindsAt(world, OBLIGOR_PHONE)).toEqual(['before-7-obligor']);
    const party = await world.db
      .selectFrom('parties')
      .select('contact_state')
      .where('party_id', '=', obligorPartyId)
      .executeTakeFirstOrThrow();
    expect(party.contact_state).toBe('wrong-number');
  });

  test('such a number cannot be, and the court finds the right one: the last step goes there, once', async () => {
    const { caseId, obligorPartyId } = await onTheDay();
    carrierSays({ outcome: 'permanent', reason: 'number-invalid' });
    await sweep();
    carrierSays({ outcome: 'accepted' });
    world.setNow('2026-03-14T01:00:00Z');
    const phone = '19900001099';
    const clerk = await world.as(county.clerk);
    await clerk.does('correct-contact', { partyId: obligorPartyId, phone, source: '当事人来电' });
    await sweep();
    await sweep();
    expect(kindsAt(world, phone)).toEqual(['before-7-obligor']);
    expect(await reminderOf(caseId)).toMatchObject({ state: 'accepted' });
    await sweepOnMornings(world, '2026-03-15', '2026-03-17');
    expect(kindsAt(world, phone)).toEqual(['before-7-obligor', 'before-3-obligor']);
  });

  test('the person wants no more: no case sends to that number again', async () => {
    const { caseId } = await onTheDay();
    const other = await supervisedCase(world, county);
    carrierSays({ outcome: 'opted-out' });
    await sweep();
    carrierSays({ outcome: 'accepted' });
    clearPhones(world);
    await sweepOnMornings(world, '2026-03-17');
    expect(kindsAt(world, OBLIGOR_PHONE)).toEqual([]);
    expect(await outboxOf(world, caseId)).toContain('obligor before-7 sms opted-out');
    expect(await outboxOf(world, other.caseId)).toContainEqual(
      expect.stringMatching(/^obligor before-3 sms suppressed \(opted-out\)$/),
    );
  });

  test('its client breaks: the others still go, and that one is unknown', async () => {
    const { caseId } = await onTheDay();
    const sendAsBefore = world.sms.send.bind(world.sms);
    world.sms.send = async (message) => {
      if (message.to === OBLIGOR_PHONE) throw new TypeError('a fault of the client');
      return sendAsBefore(message);
    };
    world.setNow('2026-03-27T01:00:00Z');
    const totals = await sweep();
    world.sms.send = sendAsBefore;
    expect(totals).toMatchObject({ delivered: 1, unknown: 1 });
    expect(await outboxOf(world, caseId)).toContain('obligor after-7 sms unknown (client-fault)');
    expect(kindsAt(world, OBLIGEE_PHONE)).toEqual(['after-7-obligee']);
  });
});

describe('WeChat', () => {
  test('a liaison whom it knows gets a card; refused there, the same goes by SMS', async () => {
    const phone = '19900000031';
    const openid = 'openid-of-song';
    const reach = { villageId: 'village_zhulin000' };
    await createAccount(world, { name: '宋二水', phone, role: 'village-liaison', openid, ...reach });
    world.subscribe.next = { outcome: 'permanent', reason: 'no-grant' };
    const { caseId } = await createSupervised(world, county, reach);
    await sweep();
    expect(world.subscribe.sent).toMatchObject([{ to: openid, template: 'task', page: 'pages/home/index' }]);
    expect(await outboxOf(world, caseId)).toContain('liaison task-new subscribe permanent (no-grant)');
    expect(arrivedAt(world, phone)).toHaveLength(1);
    await sweep();
    expect(arrivedAt(world, phone)).toHaveLength(1);
  });
});

describe('a number that is not there or cannot be read', () => {
  test.each([null, 'v1.broken'])('ends as undeliverable and holds up nobody (%s)', async (sealed) => {
    const { caseId, obligorPartyId } = await onTheDay();
    world.setNow('2026-03-27T01:00:00Z');
    await world.db
      .updateTable('parties')
      .set({ phone_sealed: sealed })
      .where('party_id', '=', obligorPartyId)
      .execute();
    expect(await sweep()).toMatchObject({ delivered: 1, failed: 1 });
    expect(await outboxOf(world, caseId)).toContain('obligor after-7 sms permanent (no-address)');
  });
});

describe('paid between the claim and the call', () => {
  test('the message stays here', async () => {
    const parties = await onTheDay();
    carrierSays({ outcome: 'temporary' });
    await sweep();
    carrierSays({ outcome: 'accepted' });
    clearPhones(world);
    minutesLater(5);
    const claimed = await claimNotices(world.app, 'sms', 'run_by_hand', 100);
    expect(claimed).toHaveLength(1);
    await payAndConfirm(parties, 5_000_000, '2026-03-13');
    const totals = { delivered: 0, failed: 0, unknown: 0, suppressed: 0 };
    await deliverClaimed(world.app, 'sms', 'run_by_hand', claimed, totals);
    expect(totals).toEqual({ delivered: 0, failed: 0, unknown: 0, suppressed: 0 });
    expect(world.sms.sent).toEqual([]);
    expect(await outboxOf(world, parties.caseId)).toContain('obligor before-7 sms suppressed (performed)');
  });
});

describe('a sender that dies', () => {
  /** A carrier that takes the call and never answers, as a killed process would leave it. */
  function carrierHangs() {
    let answer: (receipt: Receipt) => void = () => {};
    const answered = new Promise<Receipt>((resolve) => {
      answer = resolve;
    });
    let taken: () => void = () => {};
    const called = new Promise<void>((resolve) => {
      taken = resolve;
    });
    const sendAsBefore = world.sms.send;
    world.sms.send = async (message) => {
      await sendAsBefore.call(world.sms, message);
      taken();
      return answered;
    };
    return {
      called,
      answer,
      recovers: () => {
        world.sms.send = sendAsBefore;
      },
    };
  }

  /** Until a statement waits for a lock that another transaction holds. */
  async function somebodyWaits(): Promise<void> {
    for (;;) {
      const { rows } = await sql`
        select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
        world.db,
      );
      if (rows.length > 0) return;
    }
  }

  test('in mid-call: nobody knows, so it is unknown and never sent again', async () => {
    const { caseId } = await onTheDay();
    const carrier = carrierHangs();
    const dying = sweep();
    await carrier.called;
    carrier.recovers();
    minutesLater(5);
    await sweep();
    expect(await waitingOf(caseId)).toMatchObject({ called_at: expect.any(Date) });
    minutesLater(6);
    expect(await sweep()).toMatchObject({ unknown: 1 });
    await sweepOnMornings(world, '2026-03-14');
    expect(await reminderOf(caseId)).toMatchObject({ state: 'unknown', reason: 'sender-died' });
    expect(kindsAt(world, OBLIGOR_PHONE)).toEqual(['before-7-obligor']);

    // It was only slow: what it learned late is still worth more than not knowing.
    carrier.answer({ outcome: 'accepted', serial: '9002' });
    expect(await dying).toMatchObject({ delivered: 1 });
    expect(await reminderOf(caseId)).toMatchObject({ state: 'accepted', reason: null, serial: '9002' });
  });

  test('is given up for lost in the moment in which its answer comes: the answer counts', async () => {
    const { caseId } = await onTheDay();
    const carrier = carrierHangs();
    const slow = sweep();
    await carrier.called;
    carrier.recovers();
    const { notice_id } = await reminderOf(caseId);
    await world.db.transaction().execute(async (tx) => {
      await tx.deleteFrom('outbox').where('notice_id', '=', notice_id).execute();
      await tx
        .updateTable('notices')
        .set({ state: 'unknown', reason: 'sender-died' })
        .where('notice_id', '=', notice_id)
        .execute();
      carrier.answer({ outcome: 'accepted', serial: '9003' });
      await somebodyWaits();
    });
    expect(await slow).toMatchObject({ delivered: 1 });
    expect(await reminderOf(caseId)).toMatchObject({ state: 'accepted', reason: null, serial: '9003' });
  });

  test('before it called: nothing was sent, so the next sweep sends it', async () => {
    const { caseId } = await onTheDay();
    carrierSays({ outcome: 'temporary' });
    await sweep();
    carrierSays({ outcome: 'accepted' });
    clearPhones(world);
    minutesLater(5);
    await claimNotices(world.app, 'sms', 'run_that_died', 100);
    minutesLater(11);
    expect(await sweep()).toMatchObject({ delivered: 1, failed: 0 });
    expect(kindsAt(world, OBLIGOR_PHONE)).toEqual(['before-7-obligor']);
    expect(await reminderOf(caseId)).toMatchObject({ state: 'accepted' });
  });

  test('wakes after its claim was taken over: it does not send a second time', async () => {
    await onTheDay();
    carrierSays({ outcome: 'temporary' });
    await sweep();
    carrierSays({ outcome: 'accepted' });
    clearPhones(world);
    minutesLater(5);
    const claimed = await claimNotices(world.app, 'sms', 'run_that_slept', 100);
    minutesLater(11);
    await sweep();
    const totals = { delivered: 0, failed: 0, unknown: 0, suppressed: 0 };
    await deliverClaimed(world.app, 'sms', 'run_that_slept', claimed, totals);
    expect(totals).toEqual({ delivered: 0, failed: 0, unknown: 0, suppressed: 0 });
    expect(kindsAt(world, OBLIGOR_PHONE)).toEqual(['before-7-obligor']);
  });
});
