import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCase, createCounty } from '../county';
import { createWorld, type World } from '../world';

describe('a judge starts a supervision', () => {
  let world: World;
  let county: Awaited<ReturnType<typeof createCounty>>;
  beforeAll(async () => {
    world = await createWorld('2026-03-02T01:00:00Z');
    county = await createCounty(world);
  });
  afterAll(() => world.close());

  test('state, tasks, notices and the audit line come together', async () => {
    const { caseId } = await createCase(world);
    const judge = await world.as(county.judge);
    const { started } = await judge.does('start-supervision', { caseIds: [caseId] });
    expect(started).toHaveLength(1);

    const found = await world.db
      .selectFrom('cases')
      .select('status')
      .where('case_id', '=', caseId)
      .executeTakeFirst();
    expect(found?.status).toBe('supervised');
    const tasks = await world.db.selectFrom('tasks').select('role').where('case_id', '=', caseId).execute();
    expect(tasks.map((task) => task.role).sort()).toEqual(['officer', 'town-liaison', 'village-liaison']);
    const notices = await world.db
      .selectFrom('notices')
      .select(['audience', 'step'])
      .where('case_id', '=', caseId)
      .execute();
    expect(notices.map((n) => `${n.audience} ${n.step}`).sort()).toEqual([
      'liaison task-new',
      'liaison task-new',
      'obligee started',
      'obligor started',
      'team task-new',
    ]);
    const audit = await world.db
      .selectFrom('audit_lines')
      .select('action')
      .where('subject', '=', caseId)
      .execute();
    expect(audit).toEqual([{ action: 'start-supervision' }]);
  });

  test('a second start is refused with a sentence that names the first, and leaves no trace', async () => {
    const { caseId } = await createCase(world);
    const judge = await world.as(county.judge);
    await judge.does('start-supervision', { caseIds: [caseId] });
    await expect(judge.does('start-supervision', { caseIds: [caseId] })).rejects.toThrow(
      /已于2026年3月2日发起督促（督促〔2026〕\d+号）/,
    );
    const { rows } = await world.db
      .selectFrom('supervisions')
      .select((e) => e.fn.countAll<number>().as('rows'))
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow();
    expect(rows).toBe(1);
  });

  test('of many cases the one that cannot is named, the others start', async () => {
    const first = await createCase(world);
    const second = await createCase(world);
    const judge = await world.as(county.judge);
    await judge.does('start-supervision', { caseIds: [first.caseId] });
    const answer = await judge.does('start-supervision', { caseIds: [first.caseId, second.caseId] });
    expect(answer.started.map((s) => s.caseId)).toEqual([second.caseId]);
    expect(answer.refused).toMatchObject([{ caseId: first.caseId, code: 'supervision-exists' }]);
  });

  test('two judges at the same instant: one starts, the other is told', async () => {
    const { caseId } = await createCase(world);
    const judge = await world.as(county.judge);
    const clerk = await world.as(county.clerk);
    const outcomes = await Promise.allSettled([
      judge.does('start-supervision', { caseIds: [caseId] }),
      clerk.does('start-supervision', { caseIds: [caseId] }),
    ]);
    expect(outcomes.map((o) => o.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('two judges with overlapping lists in opposite order both get their answer', async () => {
    const cases = await Promise.all(Array.from({ length: 6 }, () => createCase(world)));
    const ids = cases.map(({ caseId }) => caseId);
    const judge = await world.as(county.judge);
    const clerk = await world.as(county.clerk);
    const answers = await Promise.all([
      judge.does('start-supervision', { caseIds: ids.slice(0, 5) }),
      clerk.does('start-supervision', { caseIds: ids.slice(1).reverse() }),
    ]);
    expect(answers.flatMap(({ started }) => started.map((s) => s.caseId)).sort()).toEqual([...ids].sort());
  });

  test('a liaison or a party cannot start one, and learns nothing of the case', async () => {
    const { caseId, obligee } = await createCase(world);
    for (const account of [county.villageLiaison, obligee.accountId]) {
      const actor = await world.as(account);
      await expect(actor.does('start-supervision', { caseIds: [caseId] })).rejects.toMatchObject({
        code: 'not-for-your-role',
      });
    }
  });
});
