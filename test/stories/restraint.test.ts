import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { day } from '../../shared/day';
import { createCounty } from '../county';
import { payAndConfirm, supervisedCase } from '../party-stories';
import {
  clearPhones,
  kindsAt,
  OBLIGOR_PHONE,
  outboxOf,
  startAfresh,
  sweep,
  sweepOnMornings,
  VILLAGE_LIAISON_PHONE,
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

describe('a debtor with nine cases', () => {
  async function nineCases() {
    const cases = [];
    for (let n = 0; n < 9; n += 1) cases.push(await supervisedCase(world, county));
    return cases;
  }

  test('reads one message a day, and every case is told', async () => {
    const cases = await nineCases();
    await sweep();
    expect(kindsAt(world, OBLIGOR_PHONE)).toHaveLength(1);
    expect(kindsAt(world, VILLAGE_LIAISON_PHONE)).toHaveLength(1);
    clearPhones(world);
    await sweepOnMornings(world, '2026-03-13', '2026-03-17');
    expect(kindsAt(world, OBLIGOR_PHONE)).toHaveLength(2);
    for (const { caseId } of cases) {
      expect(await outboxOf(world, caseId)).toContain('obligor before-7 sms accepted');
      expect(await outboxOf(world, caseId)).toContain('obligor before-3 sms accepted');
    }
  });

  test('the message that was for all of them says so, and the others name it', async () => {
    await nineCases();
    await sweep();
    const told = await world.db
      .selectFrom('notices')
      .select(['notice_id', 'told_with', 'serial'])
      .where('audience', '=', 'obligor')
      .execute();
    const [leader] = told.filter(({ told_with }) => told_with === null);
    expect(told.filter(({ told_with }) => told_with === leader!.notice_id)).toHaveLength(8);
  });

  test('what comes up later on the same day waits for the morning', async () => {
    await supervisedCase(world, county);
    await sweep();
    clearPhones(world);
    minutesLater(60);
    const late = await supervisedCase(world, county);
    await sweep();
    expect(kindsAt(world, OBLIGOR_PHONE)).toEqual([]);
    await sweepOnMornings(world, '2026-03-03');
    expect(kindsAt(world, OBLIGOR_PHONE)).toEqual(['started-obligor']);
    expect(await outboxOf(world, late.caseId)).toContain('obligor started sms accepted');
  });

  test('news of a case is counted by itself, and the code that he asks for not at all', async () => {
    const parties = await supervisedCase(world, county);
    await sweep();
    clearPhones(world);
    await payAndConfirm(parties, 1_000_000, '2026-03-02');
    await world.anybody.does('request-access-code', { phone: OBLIGOR_PHONE, idLast6: '01004X' });
    await sweep();
    expect(kindsAt(world, OBLIGOR_PHONE).sort()).toEqual([
      'access-code-obligor',
      'payment-confirmed-obligor',
    ]);
  });

  test('if the one message does not arrive, the others are not taken for told', async () => {
    const cases = await nineCases();
    world.sms.next = { outcome: 'temporary', reason: 'number-limit' };
    await sweep();
    world.sms.next = { outcome: 'accepted' };
    clearPhones(world);
    minutesLater(2);
    await sweep();
    expect(kindsAt(world, OBLIGOR_PHONE)).toHaveLength(1);
    for (const { caseId } of cases) {
      expect(await outboxOf(world, caseId)).toContain('obligor started sms accepted');
    }
  });
});

describe('a carrier that is down', () => {
  const down = () => {
    world.sms.next = { outcome: 'temporary', reason: 'unreachable' };
  };
  const up = () => {
    world.sms.next = { outcome: 'accepted' };
  };
  const carrier = () =>
    world.db.selectFrom('carriers').selectAll().where('channel', '=', 'sms').executeTakeFirstOrThrow();

  test('rests, costs no attempt, and everything leaves when it is back', async () => {
    const { caseId } = await supervisedCase(world, county);
    down();
    await sweep();
    expect(await carrier()).toMatchObject({
      failures: 1,
      reason: 'unreachable',
      failing_since: world.app.now(),
    });
    expect((await world.db.selectFrom('outbox').select('attempts').execute()).map((o) => o.attempts)).toEqual(
      Array(5).fill(0),
    );
    clearPhones(world);
    await sweep();
    expect(world.sms.sent).toEqual([]);
    up();
    minutesLater(1);
    expect(await sweep()).toMatchObject({ delivered: 5 });
    expect(await carrier()).toMatchObject({
      failures: 0,
      failing_since: null,
      paused_until: null,
      reason: null,
    });
    expect(await outboxOf(world, caseId)).toContain('obligor started sms accepted');
  });

  test('is tried with one message after each pause, and rests longer each time, but never above ten minutes', async () => {
    await supervisedCase(world, county);
    down();
    await sweep();
    const pauses: number[] = [];
    for (let failures = 2; failures <= 7; failures += 1) {
      clearPhones(world);
      world.setNow((await carrier()).paused_until!.toISOString());
      await sweep();
      expect(world.sms.sent).toHaveLength(1);
      const { paused_until } = await carrier();
      pauses.push((paused_until!.getTime() - world.app.now().getTime()) / 60_000);
    }
    expect(pauses).toEqual([1, 2, 4, 8, 10, 10]);
    const attempts = await world.db.selectFrom('outbox').select('attempts').execute();
    expect(attempts.map((o) => o.attempts)).toEqual(Array(5).fill(0));
  });

  test('that hangs in the middle of calls is given a rest before more are in doubt', async () => {
    for (let n = 0; n < 4; n += 1) await supervisedCase(world, county);
    const phones = await world.db.selectFrom('parties').select('party_id').execute();
    for (const { party_id } of phones) {
      await world.db
        .updateTable('outbox')
        .set({ person: party_id })
        .where('notice_id', 'in', (e) =>
          e.selectFrom('notices').select('notice_id').where('party_id', '=', party_id),
        )
        .execute();
    }
    world.sms.next = { outcome: 'unknown', reason: 'timed-out' };
    expect(await sweep()).toMatchObject({ delivered: 0 });
    expect(await carrier()).toMatchObject({ failures: 1, reason: 'timed-out' });
  });
});

describe('on a public holiday', () => {
  test('nobody is pressed; it leaves on the first day after', async () => {
    // Due on 2026-04-05, the Qingming festival of 4 to 6 April.
    const { caseId } = await supervisedCase(world, county, { dueDay: day('2026-04-05') });
    await sweep();
    clearPhones(world);
    await sweepOnMornings(world, '2026-04-05', '2026-04-06');
    expect(kindsAt(world, OBLIGOR_PHONE)).toEqual([]);
    await sweepOnMornings(world, '2026-04-07');
    expect(kindsAt(world, OBLIGOR_PHONE)).toEqual(['due-obligor']);
    expect(await outboxOf(world, caseId)).toContain('obligor due sms accepted');
  });
});

describe('a court that only tries the system out', () => {
  test('writes to nobody but those it named', async () => {
    const sending = { trial: true, allow: [{ index: 'creditor', mask: '199****2001' }] };
    await world.db
      .updateTable('courts')
      .set({ settings: JSON.stringify({ sending }) })
      .execute();
    try {
      const { caseId } = await supervisedCase(world, county);
      await world.db
        .updateTable('outbox')
        .set({ person: 'creditor' })
        .where('notice_id', 'in', (e) =>
          e.selectFrom('notices').select('notice_id').where('audience', '=', 'obligee'),
        )
        .execute();
      expect(await sweep()).toMatchObject({ delivered: 1, suppressed: 4 });
      expect(await outboxOf(world, caseId)).toContain('obligor started sms suppressed (trial)');
      expect(await outboxOf(world, caseId)).toContain('obligee started sms accepted');
    } finally {
      await world.db.updateTable('courts').set({ settings: '{}' }).execute();
    }
  });
});
