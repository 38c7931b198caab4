import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAccount, createCounty } from '../county';
import { auditOf, createSupervised } from '../supervised';
import { createWorld, type World } from '../world';

describe('a liaison opens his inbox', () => {
  let world: World;
  let county: Awaited<ReturnType<typeof createCounty>>;
  beforeAll(async () => {
    world = await createWorld();
    county = await createCounty(world);
  });
  beforeEach(() => world.setNow('2026-03-02T01:00:00Z'));
  afterAll(() => world.close());

  const inboxOf = async (accountId: string, closed = false) =>
    (await (await world.as(accountId)).does('list-tasks', { closed })).tasks;

  test('his village’s tasks are his; the neighbour’s liaison sees nothing of them', async () => {
    const { tasks } = await createSupervised(world, county);
    const mine = (await inboxOf(county.villageLiaison)).find((t) => t.taskId === tasks['village-liaison']);
    expect(mine).toMatchObject({
      obligor: '郑小满',
      village: '宋家村',
      town: '虹溪镇',
      state: 'open',
      mine: true,
      overdue: false,
      lastOutcome: null,
    });
    expect(await inboxOf(county.neighbourLiaison)).toEqual([]);
    const neighbour = await world.as(county.neighbourLiaison);
    for (const action of ['get-task', 'view-papers', 'reveal-contact', 'acknowledge-task'] as const) {
      const asked = neighbour.does(action, { taskId: tasks['village-liaison'], reason: 'appointment' });
      await expect(asked).rejects.toMatchObject({ code: 'not-found-or-not-yours' });
    }
  });

  test('the town liaison has the town’s tasks first, and sees those of its villages without their buttons', async () => {
    const { tasks } = await createSupervised(world, county);
    const inbox = await inboxOf(county.townLiaison);
    const flags = inbox.map((task) => task.mine);
    expect(flags).toEqual([...flags].sort((a, b) => Number(b) - Number(a)));
    expect(inbox.find((t) => t.taskId === tasks['town-liaison'])?.mine).toBe(true);
    expect(inbox.find((t) => t.taskId === tasks['village-liaison'])?.mine).toBe(false);

    const town = await world.as(county.townLiaison);
    const seen = await town.does('get-task', { taskId: tasks['village-liaison'] });
    expect(seen.can).toEqual({ acknowledge: false, report: false, decline: false });
    await expect(town.does('acknowledge-task', { taskId: tasks['village-liaison'] })).rejects.toMatchObject({
      code: 'not-found-or-not-yours',
    });
    expect(await inboxOf(county.otherTownLiaison)).toEqual([]);
  });

  test('an enforcement team has its own tasks; the other team has none of them', async () => {
    const { tasks } = await createSupervised(world, county);
    const ids = (await inboxOf(county.officer)).map((task) => task.taskId);
    expect(ids).toContain(tasks.officer);
    expect(ids).not.toContain(tasks['village-liaison']);
    expect(await inboxOf(county.otherOfficer)).toEqual([]);
  });

  test('a task that nobody reported on by its day is marked overdue', async () => {
    const silent = await createSupervised(world, county);
    const reported = await createSupervised(world, county);
    const liaison = await world.as(county.villageLiaison);
    await liaison.does('record-visit', { taskId: reported.tasks['village-liaison'], outcome: 'contacted' });
    world.setNow('2026-03-10T01:00:00Z');
    const inbox = await inboxOf(county.villageLiaison);
    const overdue = (id: string) => inbox.find((task) => task.taskId === id)?.overdue;
    expect(overdue(silent.tasks['village-liaison'])).toBe(true);
    expect(overdue(reported.tasks['village-liaison'])).toBe(false);
  });

  test('the earlier due day stands first', async () => {
    await createSupervised(world, county);
    world.setNow('2026-03-05T01:00:00Z');
    await createSupervised(world, county);
    const days = (await inboxOf(county.villageLiaison)).map((task) => task.dueDay);
    expect(new Set(days).size).toBeGreaterThan(1);
    expect(days).toEqual([...days].sort());
  });

  test('a closed task keeps its thanks, and tells no address and no number any more', async () => {
    const { caseId, tasks } = await createSupervised(world, county);
    await world.db
      .updateTable('tasks')
      .set({ state: 'closed', ended_at: world.app.now(), ending: '已履行，谢谢' })
      .where('case_id', '=', caseId)
      .execute();
    const taskId = tasks['village-liaison'];
    expect((await inboxOf(county.villageLiaison)).map((t) => t.taskId)).not.toContain(taskId);
    const closed = (await inboxOf(county.villageLiaison, true)).find((t) => t.taskId === taskId);
    expect(closed).toMatchObject({ state: 'closed', lastOutcome: '已履行，谢谢' });

    const liaison = await world.as(county.villageLiaison);
    expect(await liaison.does('get-task', { taskId })).toMatchObject({
      address: null,
      phoneMasked: null,
      ending: '已履行，谢谢',
      can: { acknowledge: false, report: false, decline: false },
    });
    for (const action of ['view-papers', 'reveal-contact', 'acknowledge-task'] as const) {
      const asked = liaison.does(action, { taskId, reason: 'appointment' });
      await expect(asked).rejects.toMatchObject({ code: 'task-closed' });
    }
  });

  test('a liaison whose duty ended yesterday has an empty inbox today', async () => {
    await createSupervised(world, county);
    const former = await createAccount(world, {
      name: '宋老根',
      phone: '19900000011',
      role: 'village-liaison',
      villageId: 'village_songjia00',
    });
    expect(await inboxOf(former)).not.toEqual([]);
    await world.db
      .updateTable('role_grants')
      .set({ valid_to: '2026-03-01' as never })
      .where('account_id', '=', former)
      .execute();
    const gone = await world.as(former);
    await expect(gone.does('list-tasks', {})).rejects.toMatchObject({ code: 'not-for-your-role' });
  });

  test('one tap says 收到, the second changes nothing', async () => {
    const { caseId, tasks } = await createSupervised(world, county);
    const taskId = tasks['village-liaison'];
    const liaison = await world.as(county.villageLiaison);
    const first = await liaison.does('acknowledge-task', { taskId });
    world.setNow('2026-03-02T02:00:00Z');
    expect(await liaison.does('acknowledge-task', { taskId })).toEqual(first);
    const { task, can } = await liaison.does('get-task', { taskId });
    expect(task.state).toBe('acknowledged');
    expect(can.acknowledge).toBe(false);
    expect((await auditOf(world, caseId)).filter((action) => action === 'acknowledge-task')).toHaveLength(1);
  });
});
