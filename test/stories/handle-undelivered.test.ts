import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createCounty } from '../county';
import { auditOf } from '../party-stories';
import { createSupervised } from '../supervised';
import { startAfresh, sweep } from '../sweeping';
import { createWorld, type World } from '../world';

let world: World;
let county: Awaited<ReturnType<typeof createCounty>>;
beforeAll(async () => {
  world = await createWorld();
  county = await createCounty(world);
});
beforeEach(() => startAfresh(world, '2026-03-02T01:00:00Z'));
afterAll(() => world.close());

/** Nobody at all was reached about one case; the row of its debtor. */
async function unreached() {
  const created = await createSupervised(world, county);
  world.sms.next = { outcome: 'permanent', reason: 'unreachable' };
  await sweep();
  world.setNow('2026-03-02T02:00:00Z');
  const { notice_id: noticeId } = await world.db
    .selectFrom('undelivered')
    .select('notice_id')
    .where('party_id', '=', created.obligor.partyId)
    .executeTakeFirstOrThrow();
  return { ...created, noticeId };
}

const rowOf = (noticeId: string) =>
  world.db.selectFrom('undelivered').selectAll().where('notice_id', '=', noticeId).executeTakeFirstOrThrow();
const clerk = () => world.as(county.clerk);
const waiting = async () => (await (await clerk()).does('get-desk', {})).undelivered;

describe('somebody calls whom no message reached', () => {
  test.each([
    ['told', '', '有提醒没有送到一方，法院打电话告知了'],
    ['visited', '村里人带的路', '有提醒没有送到一方，已上门告知'],
    ['number-changed', '', '有提醒没有送到一方，法院更正了号码'],
    ['left', '人在国外', '有提醒没有送到一方，法院看过，先不处理'],
  ] as const)('%s: the row closes, and the case and the audit say so', async (outcome, note, words) => {
    const { caseId, noticeId } = await unreached();
    const before = await waiting();
    const answer = await (await clerk()).does('handle-undelivered', { noticeId, outcome, note });
    expect(answer).toEqual({ closed: 1 });
    expect(await rowOf(noticeId)).toMatchObject({
      handled_by: county.clerk,
      handled_at: world.app.now(),
      handling: outcome,
      note: note || null,
    });
    expect(await waiting()).toBe(before - 1);
    const line = (await auditOf(world, caseId)).at(-1)!;
    expect(line).toMatchObject({ action: 'handle-undelivered', facts: { noticeId, outcome, closed: 1 } });
    const { record } = await (await clerk()).does('get-case', { caseId });
    expect(record.timeline.map((moment) => moment.words)).toContain(words);
  });

  test('his other messages of that case close with it, those of others stay', async () => {
    const { noticeId, caseId } = await unreached();
    const notice = await world.db
      .selectFrom('notices')
      .selectAll()
      .where('notice_id', '=', noticeId)
      .executeTakeFirstOrThrow();
    const { facts: _, ...copy } = notice;
    await world.db
      .insertInto('notices')
      .values({ ...copy, notice_id: 'notice_second0', nth: 2 })
      .execute();
    const row = await rowOf(noticeId);
    await world.db
      .insertInto('undelivered')
      .values({ ...row, notice_id: 'notice_second0' })
      .execute();
    const open = await waiting();
    expect(await (await clerk()).does('handle-undelivered', { noticeId, outcome: 'told' })).toEqual({
      closed: 2,
    });
    expect(await waiting()).toBe(open - 1);
    const { timeline } = (await (await clerk()).does('get-case', { caseId })).record;
    expect(timeline.filter(({ words }) => words.includes('没有送到一方'))).toHaveLength(1);
  });

  test('twice the same submission is one; a colleague who comes later hears that it is done', async () => {
    const { noticeId, caseId } = await unreached();
    const once = { idempotencyKey: 'handled-once-0001' };
    const input = { noticeId, outcome: 'told' as const };
    const person = await clerk();
    expect(await person.does('handle-undelivered', input, once)).toEqual({ closed: 1 });
    expect(await person.does('handle-undelivered', input, once)).toEqual({ closed: 1 });
    const judge = await world.as(county.judge);
    await expect(judge.does('handle-undelivered', { noticeId, outcome: 'visited' })).rejects.toMatchObject({
      code: 'undelivered-handled',
      message: expect.stringContaining('电话告知了'),
    });
    const lines = (await auditOf(world, caseId)).filter(({ action }) => action === 'handle-undelivered');
    expect(lines).toHaveLength(1);
  });

  test('leaving it needs a reason', async () => {
    const { noticeId } = await unreached();
    await expect(
      (await clerk()).does('handle-undelivered', { noticeId, outcome: 'left' }),
    ).rejects.toMatchObject({ message: '先不处理的，请用一句话写明为什么。' });
    expect((await rowOf(noticeId)).handled_at).toBeNull();
  });

  test('a new number on file closes what the old one missed', async () => {
    const { noticeId, obligor } = await unreached();
    const contact = { partyId: obligor.partyId, phone: '19900001088', source: '村里提供' };
    await (await clerk()).does('correct-contact', contact);
    expect(await rowOf(noticeId)).toMatchObject({ handling: 'number-changed', handled_by: county.clerk });
  });

  test('the desk counts calls for those who make them', async () => {
    await unreached();
    const { n } = await world.db
      .selectFrom('undelivered')
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    expect(n).toBeGreaterThan(1);
    expect(await waiting()).toBe(n);
    expect((await (await world.as(county.officer)).does('get-desk', {})).undelivered).toBe(0);
  });

  test('nobody but clerk, judge and chief', async () => {
    const { noticeId } = await unreached();
    for (const accountId of [county.officer, county.villageLiaison]) {
      const person = await world.as(accountId);
      await expect(person.does('handle-undelivered', { noticeId, outcome: 'told' })).rejects.toMatchObject({
        code: 'not-for-your-role',
      });
    }
  });
});
