import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createCounty, createParty } from '../county';
import { auditOf, createSupervised } from '../supervised';
import { createWorld, type World } from '../world';

describe('a task finds the right hands', () => {
  let world: World;
  let county: Awaited<ReturnType<typeof createCounty>>;
  beforeAll(async () => {
    world = await createWorld();
    county = await createCounty(world);
  });
  beforeEach(() => world.setNow('2026-03-02T01:00:00Z'));
  afterAll(() => world.close());

  const inboxOf = async (accountId: string) =>
    (await (await world.as(accountId)).does('list-tasks', {})).tasks.map((task) => task.taskId);
  const toldOf = async (caseId: string, step: string) => {
    const rows = await world.db
      .selectFrom('notices')
      .select('account_id')
      .where('case_id', '=', caseId)
      .where('step', '=', step)
      .execute();
    return rows.map((row) => row.account_id);
  };

  test('who gives a task back has no way to the case any more', async () => {
    const { caseId, tasks } = await createSupervised(world, county);
    const taskId = tasks['village-liaison'];
    const liaison = await world.as(county.villageLiaison);
    await liaison.does('decline-task', { taskId, reason: '不是我们村的人' });
    expect(await inboxOf(county.villageLiaison)).not.toContain(taskId);
    await expect(liaison.does('get-task', { taskId })).rejects.toMatchObject({
      code: 'not-found-or-not-yours',
    });
    await expect(
      liaison.does('register-payment', {
        caseId,
        amount: 1,
        paidDay: '2026-03-01',
        method: 'cash',
        onBehalf: { relation: 'liaison', consent: 'in-person' },
      }),
    ).rejects.toMatchObject({ code: 'not-found-or-not-yours' });
    const town = await world.as(county.townLiaison);
    await town.does('decline-task', { taskId: tasks['town-liaison'], reason: '不归本镇管' });
    expect(await inboxOf(county.townLiaison)).not.toContain(tasks['town-liaison']);
  });

  test('a reason is asked for', async () => {
    const { tasks } = await createSupervised(world, county);
    const liaison = await world.as(county.villageLiaison);
    await expect(
      liaison.does('decline-task', { taskId: tasks['village-liaison'], reason: ' ' }),
    ).rejects.toThrow('请用一句话写明原因。');
  });

  test('given to the neighbouring village: its liaison is told, the old one loses it, the town keeps its own', async () => {
    const { caseId, obligor, tasks } = await createSupervised(world, county);
    const taskId = tasks['village-liaison'];
    const town = await world.as(county.townLiaison);
    await town.does('acknowledge-task', { taskId: tasks['town-liaison'] });
    world.setNow('2026-03-05T01:00:00Z');
    const clerk = await world.as(county.clerk);
    await clerk.does('reassign-task', { taskId, villageId: 'village_qiaotou00' });

    expect(await inboxOf(county.neighbourLiaison)).toContain(taskId);
    expect(await inboxOf(county.villageLiaison)).not.toContain(taskId);
    expect(await toldOf(caseId, 'task-new')).toContain(county.neighbourLiaison);
    const neighbour = await world.as(county.neighbourLiaison);
    const { task } = await neighbour.does('get-task', { taskId });
    expect(task).toMatchObject({ state: 'open', dueDay: '2026-03-12', village: '桥头村' });
    const { tasks: seen } = await clerk.does('get-case', { caseId });
    expect(seen.find((one) => one.taskId === tasks['town-liaison'])?.state).toBe('acknowledged');
    const party = await world.db
      .selectFrom('parties')
      .select('village_id')
      .where('party_id', '=', obligor.partyId)
      .executeTakeFirstOrThrow();
    expect(party.village_id).toBe('village_qiaotou00');
    expect(await auditOf(world, caseId)).toContain('reassign-task');
  });

  test('given to another town: the town’s and the team’s tasks go with it, and the case too', async () => {
    const { caseId, tasks } = await createSupervised(world, county);
    const judge = await world.as(county.judge);
    await judge.does('reassign-task', { taskId: tasks['village-liaison'], villageId: 'village_zhulin000' });
    expect(await inboxOf(county.otherTownLiaison)).toContain(tasks['town-liaison']);
    expect(await inboxOf(county.otherOfficer)).toContain(tasks.officer);
    expect(await inboxOf(county.townLiaison)).not.toContain(tasks['town-liaison']);
    const { line } = await judge.does('get-case', { caseId });
    expect(line).toMatchObject({ village: '竹林村', town: '云岭镇', team: '执行二团队' });
    const formerOfficer = await world.as(county.officer);
    await expect(formerOfficer.does('get-case', { caseId })).rejects.toMatchObject({
      code: 'not-found-or-not-yours',
    });
  });

  test('given to the same village again, a task that came back is open again', async () => {
    const { tasks } = await createSupervised(world, county);
    const taskId = tasks['village-liaison'];
    const liaison = await world.as(county.villageLiaison);
    await liaison.does('decline-task', { taskId, reason: '这人我不认识' });
    const clerk = await world.as(county.clerk);
    await clerk.does('reassign-task', { taskId, villageId: 'village_songjia00' });
    expect(await inboxOf(county.villageLiaison)).toContain(taskId);
    expect((await liaison.does('get-task', { taskId })).task.state).toBe('open');
  });

  test('of two debtors only the one who moved has new hands', async () => {
    const { caseId, tasks } = await createSupervised(world, county);
    await createParty(world, caseId, 'obligor', '郑大满', '19900001002', '999999198001010023', null);
    const clerk = await world.as(county.clerk);
    await clerk.does('reassign-task', { taskId: tasks['village-liaison'], villageId: 'village_qiaotou00' });
    const rows = await world.db
      .selectFrom('parties')
      .select(['name', 'village_id'])
      .where('case_id', '=', caseId)
      .where('side', '=', 'obligor')
      .orderBy('name')
      .execute();
    expect(rows).toEqual([
      { name: '郑大满', village_id: null },
      { name: '郑小满', village_id: 'village_qiaotou00' },
    ]);
  });

  test.each([['a village that is not on the map', 'village_nowhere00', 'village-unknown']])(
    '%s is refused',
    async (_, villageId, code) => {
      const { tasks } = await createSupervised(world, county);
      const clerk = await world.as(county.clerk);
      await expect(
        clerk.does('reassign-task', { taskId: tasks['village-liaison'], villageId }),
      ).rejects.toMatchObject({ code });
    },
  );

  test('an officer of another team can neither give nor remind', async () => {
    const { tasks } = await createSupervised(world, county);
    const officer = await world.as(county.otherOfficer);
    const taskId = tasks['village-liaison'];
    for (const attempt of [
      officer.does('reassign-task', { taskId, villageId: 'village_zhulin000' }),
      officer.does('remind-liaison', { taskId }),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: 'not-found-or-not-yours' });
    }
  });
});

describe('the court reminds a liaison', () => {
  let world: World;
  let county: Awaited<ReturnType<typeof createCounty>>;
  beforeAll(async () => {
    world = await createWorld();
    county = await createCounty(world);
  });
  beforeEach(() => world.setNow('2026-03-02T01:00:00Z'));
  afterAll(() => world.close());

  test('once a day, and again the next', async () => {
    const { caseId, tasks } = await createSupervised(world, county);
    const taskId = tasks['village-liaison'];
    const clerk = await world.as(county.clerk);
    await clerk.does('remind-liaison', { taskId });
    await expect(clerk.does('remind-liaison', { taskId })).rejects.toMatchObject({ code: 'reminded-today' });
    world.setNow('2026-03-03T01:00:00Z');
    await (await world.as(county.clerk)).does('remind-liaison', { taskId });
    const notices = await world.db
      .selectFrom('notices')
      .select(['account_id', 'step_day'])
      .where('case_id', '=', caseId)
      .where('step', '=', 'task-reminder')
      .orderBy('step_day')
      .execute();
    expect(notices).toEqual([
      { account_id: county.villageLiaison, step_day: '2026-03-02' },
      { account_id: county.villageLiaison, step_day: '2026-03-03' },
    ]);
  });

  test('not one who has reported', async () => {
    const { tasks } = await createSupervised(world, county);
    const taskId = tasks['village-liaison'];
    const liaison = await world.as(county.villageLiaison);
    await liaison.does('record-visit', { taskId, outcome: 'willing' });
    const clerk = await world.as(county.clerk);
    await expect(clerk.does('remind-liaison', { taskId })).rejects.toMatchObject({ code: 'task-answered' });
  });

  test('a village without a liaison is named, with what to do instead', async () => {
    const { tasks } = await createSupervised(world, county);
    const taskId = tasks['village-liaison'];
    const clerk = await world.as(county.clerk);
    await clerk.does('reassign-task', { taskId, villageId: 'village_zhulin000' });
    await expect(clerk.does('remind-liaison', { taskId })).rejects.toThrow(
      '云岭镇 竹林村还没有登记联络员，没有人可以提醒。',
    );
  });
});
