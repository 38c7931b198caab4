import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { VISIT_OUTCOMES } from '../../shared/cases/stages';
import { createCounty } from '../county';
import { createSupervised } from '../supervised';
import { createWorld, type World } from '../world';

const NOW = '2026-03-02T01:00:00.000Z';

describe('a liaison reports what came of a visit', () => {
  let world: World;
  let county: Awaited<ReturnType<typeof createCounty>>;
  beforeAll(async () => {
    world = await createWorld(NOW);
    county = await createCounty(world);
  });
  beforeEach(() => world.setNow(NOW));
  afterAll(() => world.close());

  const liaison = () => world.as(county.villageLiaison);

  test.each(VISIT_OUTCOMES)('%s, with one button and nothing else', async (outcome) => {
    const { caseId, tasks } = await createSupervised(world, county);
    const taskId = tasks['village-liaison'];
    const actor = await liaison();
    await actor.does('record-visit', { taskId, outcome });
    const { task, visits } = await actor.does('get-task', { taskId });
    expect(task.state).toBe('reported');
    expect(visits).toEqual([{ visitedAt: NOW, by: '宋大山', outcome, note: '' }]);
    const row = await world.db
      .selectFrom('cases')
      .select('status')
      .where('case_id', '=', caseId)
      .executeTakeFirst();
    // Hardship too: a report by a third person does not pause anything by itself.
    expect(row?.status).toBe('supervised');
  });

  test('a report without 收到 is a 收到', async () => {
    const { tasks } = await createSupervised(world, county);
    const taskId = tasks['village-liaison'];
    const actor = await liaison();
    await actor.does('record-visit', { taskId, outcome: 'contacted' });
    expect(await actor.does('acknowledge-task', { taskId })).toEqual({ acknowledgedAt: NOW });
  });

  test('the court reads the outcome, the creditor only that somebody went, the debtor neither', async () => {
    const { caseId, tasks } = await createSupervised(world, county);
    const actor = await liaison();
    await actor.does('record-visit', {
      taskId: tasks['village-liaison'],
      outcome: 'hardship',
      note: '家人生病',
    });
    const lines = await world.db
      .selectFrom('timeline')
      .select(['words', 'readers'])
      .where('case_id', '=', caseId)
      .where('words', 'like', '联络员%')
      .orderBy('sort')
      .execute();
    expect(lines).toEqual([
      { words: '联络员走访回报：有困难', readers: ['court'] },
      { words: '联络员已走访', readers: ['obligee'] },
    ]);
  });

  test('what was written offline yesterday arrives with yesterday’s time', async () => {
    const { tasks } = await createSupervised(world, county);
    const taskId = tasks['village-liaison'];
    const actor = await liaison();
    await actor.does('record-visit', { taskId, outcome: 'willing', visitedAt: '2026-03-01T08:30:00.000Z' });
    const { visits } = await actor.does('get-task', { taskId });
    expect(visits[0]?.visitedAt).toBe('2026-03-01T08:30:00.000Z');
  });

  test.each([
    ['ten minutes ahead is a clock that runs fast', '2026-03-02T01:10:00.000Z', true],
    ['eleven minutes ahead is a wrong date', '2026-03-02T01:11:00.000Z', false],
  ])('%s', async (_, visitedAt, taken) => {
    const { tasks } = await createSupervised(world, county);
    const actor = await liaison();
    const report = actor.does('record-visit', {
      taskId: tasks['village-liaison'],
      outcome: 'contacted',
      visitedAt,
    });
    if (taken) await expect(report).resolves.toHaveProperty('visitId');
    else await expect(report).rejects.toThrow(/核对手机的日期和时间/);
  });

  test('sent twice by a weak network, it is one visit; a second visit is a second', async () => {
    const { tasks } = await createSupervised(world, county);
    const taskId = tasks['village-liaison'];
    const actor = await liaison();
    const report = { taskId, outcome: 'unreachable' as const };
    const first = await actor.does('record-visit', report, { idempotencyKey: 'phone-0001' });
    expect(await actor.does('record-visit', report, { idempotencyKey: 'phone-0001' })).toEqual(first);
    world.setNow('2026-03-02T01:05:00.000Z');
    await actor.does('record-visit', { taskId, outcome: 'willing' }, { idempotencyKey: 'phone-0002' });
    const { task, visits } = await actor.does('get-task', { taskId });
    expect(visits).toHaveLength(2);
    expect(task.lastOutcome).toBe('愿履行');
  });

  test('a photo that never arrived stops the report with a sentence, and nothing is kept', async () => {
    const { tasks } = await createSupervised(world, county);
    const taskId = tasks['village-liaison'];
    const actor = await liaison();
    const report = { taskId, outcome: 'contacted' as const, fileIds: ['file_00000000000000'] };
    await expect(actor.does('record-visit', report)).rejects.toMatchObject({ code: 'file-not-there' });
    expect((await actor.does('get-task', { taskId })).visits).toEqual([]);
  });

  test('after the case was performed there is nothing to visit for', async () => {
    const { caseId, tasks } = await createSupervised(world, county);
    await world.db.updateTable('cases').set({ status: 'performed' }).where('case_id', '=', caseId).execute();
    const actor = await liaison();
    await expect(
      actor.does('record-visit', { taskId: tasks['village-liaison'], outcome: 'contacted' }),
    ).rejects.toThrow('案件现在的状态是“已履行”，不能登记走访');
  });
});
