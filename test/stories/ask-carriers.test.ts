import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Channel, Question, Receipt } from '../../cloudfunctions/server/channels/channel';
import { doubt } from '../../cloudfunctions/server/sweeps/doubts';
import { createCounty } from '../county';
import { auditOf, supervisedCase } from '../party-stories';
import { OBLIGOR_PHONE, startAfresh, sweep } from '../sweeping';
import { createWorld, type World } from '../world';

let world: World;
let county: Awaited<ReturnType<typeof createCounty>>;
let asked: Question[];
let answer: (question: Question) => Promise<Receipt>;

beforeAll(async () => {
  world = await createWorld();
  county = await createCounty(world);
});
beforeEach(async () => {
  await startAfresh(world, '2026-03-02T01:00:00Z');
  asked = [];
  answer = async () => ({ outcome: 'unknown', reason: 'not-reported' });
  (world.sms as Channel).ask = async (question) => {
    asked.push(question);
    return answer(question);
  };
});
afterAll(() => world.close());

const minutesLater = (minutes: number) =>
  world.setNow(new Date(world.app.now().getTime() + minutes * 60_000).toISOString());

const noticeOf = (noticeId: string) =>
  world.db.selectFrom('notices').selectAll().where('notice_id', '=', noticeId).executeTakeFirstOrThrow();
const openCalls = () =>
  world.db.selectFrom('undelivered').selectAll().where('handled_at', 'is', null).execute();
const doubts = () => world.db.selectFrom('doubts').selectAll().execute();

/** A message to the debtor of which nobody knows whether it arrived. */
async function inDoubt(serial: string | null = null) {
  const { caseId } = await supervisedCase(world, county);
  await sweep();
  const { notice_id: noticeId } = await world.db
    .selectFrom('notices')
    .select('notice_id')
    .where('case_id', '=', caseId)
    .where('audience', '=', 'obligor')
    .executeTakeFirstOrThrow();
  await world.db
    .updateTable('notices')
    .set({ state: 'unknown', reason: 'timed-out', serial, sent_at: world.app.now() })
    .where('notice_id', '=', noticeId)
    .execute();
  await world.db
    .transaction()
    .execute((tx) => doubt(tx, [{ courtId: county.courtId, noticeId }], world.app.now()));
  return { caseId, noticeId };
}

describe('a carrier is asked what became of a message', () => {
  test('by the number it was sent to and the moment, or by the carrier’s own number of it', async () => {
    const { noticeId } = await inDoubt();
    const sentAt = world.app.now();
    await sweep();
    expect(asked).toEqual([]);
    minutesLater(2);
    await sweep();
    expect(asked).toEqual([{ noticeId, to: OBLIGOR_PHONE, sentAt }]);
    asked = [];
    const other = await inDoubt('S7');
    minutesLater(2);
    await sweep();
    expect(asked.find((question) => question.noticeId === other.noticeId)).toMatchObject({ serial: 'S7' });
  });

  test.each([
    ['delivered', undefined, 'delivered', 0],
    ['accepted', undefined, 'accepted', 0],
    ['permanent', 'undelivered', 'permanent', 1],
  ] as const)('%s: no doubt is left', async (outcome, reason, state, calls) => {
    const { caseId, noticeId } = await inDoubt();
    answer = async () => ({ outcome, reason, serial: 'S9' });
    minutesLater(2);
    await sweep();
    expect((await noticeOf(noticeId)).state).toBe(state);
    expect(await doubts()).toEqual([]);
    expect(await openCalls()).toHaveLength(calls);
    expect((await auditOf(world, caseId)).at(-1)).toMatchObject({
      action: 'carrier-report',
      facts: { before: 'unknown', state, source: 'asked' },
    });
    expect(await world.db.selectFrom('carrier_serials').select(['serial', 'notice_id']).execute()).toEqual([
      { serial: 'S9', notice_id: noticeId },
    ]);
  });

  test('four times, after two minutes, ten, an hour and six hours; then a person finds out', async () => {
    const { noticeId } = await inDoubt();
    let minutes = 0;
    for (const [until, times] of [
      [1, 0],
      [2, 1],
      [9, 1],
      [10, 2],
      [59, 2],
      [60, 3],
      [359, 3],
    ] as const) {
      minutesLater(until - minutes);
      minutes = until;
      await sweep();
      await sweep();
      expect(asked).toHaveLength(times);
      expect(await openCalls()).toEqual([]);
    }
    minutesLater(1);
    await sweep();
    expect(asked).toHaveLength(4);
    expect(await openCalls()).toMatchObject([
      { notice_id: noticeId, state: 'unknown', reason: 'timed-out', handled_at: null },
    ]);
    expect(await doubts()).toEqual([]);
    minutesLater(600);
    await sweep();
    expect(asked).toHaveLength(4);
  });

  test('a message that was cleared up meanwhile is not asked for', async () => {
    const { noticeId } = await inDoubt();
    await world.db
      .updateTable('notices')
      .set({ state: 'accepted' })
      .where('notice_id', '=', noticeId)
      .execute();
    minutesLater(2);
    await sweep();
    expect([asked, await doubts()]).toEqual([[], []]);
  });

  test('a carrier that breaks, or rests, keeps neither the sweep nor the other messages', async () => {
    const broken = await inDoubt();
    const fine = await inDoubt();
    answer = async ({ noticeId }) => {
      if (noticeId === broken.noticeId) throw new Error('broken');
      return { outcome: 'delivered' };
    };
    minutesLater(2);
    await sweep();
    expect((await noticeOf(fine.noticeId)).state).toBe('delivered');
    expect((await doubts()).map(({ notice_id, asks }) => [notice_id, asks])).toEqual([[broken.noticeId, 1]]);

    const rest = { paused_until: new Date(world.app.now().getTime() + 3_600_000) };
    await world.db.updateTable('carriers').set(rest).where('channel', '=', 'sms').execute();
    asked = [];
    minutesLater(10);
    await sweep();
    await world.db.updateTable('carriers').set({ paused_until: null }).execute();
    expect(asked).toEqual([]);
  });

  test('while one sweep asks, another does not', async () => {
    await inDoubt();
    minutesLater(2);
    let answerNow = (_: Receipt) => {};
    const isAsked = new Promise<void>((heard) => {
      answer = () => {
        heard();
        return new Promise((resolve) => {
          answerNow = resolve;
        });
      };
    });
    const first = sweep();
    await isAsked;
    answer = async () => ({ outcome: 'delivered' });
    await sweep();
    expect(asked).toHaveLength(1);
    answerNow({ outcome: 'delivered' });
    await first;
    expect(await doubts()).toEqual([]);
  });
});
