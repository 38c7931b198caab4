import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { day } from '../../shared/day';
import { createAccount, createCase, createCounty } from '../county';
import type { County } from '../party-stories';
import { createAdmin } from '../staff';
import { type Actor, createWorld, type World } from '../world';

const START = '2026-03-02T01:00:00Z';
const HOLIDAY = { from: day('2026-03-05'), to: day('2026-03-08') };
const DURING = '2026-03-06T02:00:00Z';
const AFTER = '2026-03-08T16:00:00Z';

describe('somebody hands his tasks over for his holidays', () => {
  let world: World;
  let county: County;
  let liaison: Actor;
  let neighbour: Actor;
  beforeAll(async () => {
    world = await createWorld(START);
    county = await createCounty(world);
    const { caseId } = await createCase(world);
    await (await world.as(county.judge)).does('start-supervision', { caseIds: [caseId] });
    liaison = await world.as(county.villageLiaison);
    neighbour = await world.as(county.neighbourLiaison);
  });
  beforeEach(async () => {
    world.setNow(START);
    await world.db.deleteFrom('hand_overs').execute();
  });
  afterAll(() => world.close());

  const handOver = (change: object = {}, from = liaison) =>
    from.does('hand-over', { toAccountId: county.neighbourLiaison, ...HOLIDAY, ...change });
  const tasksOf = async (actor: Actor) => (await actor.does('list-tasks', {})).tasks.length;
  const refusal = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'done',
      ({ code }: { code: string }) => code,
    );

  const taskOf = async (taskId: string) => {
    const row = await world.db
      .selectFrom('tasks')
      .select('case_id')
      .where('task_id', '=', taskId)
      .executeTakeFirstOrThrow();
    return { taskId, caseId: row.case_id };
  };
  const linesOf = async (caseId: string, actions: string[]) => {
    const rows = await world.db
      .selectFrom('audit_lines')
      .select(['actor', 'action', 'facts'])
      .where('subject', '=', caseId)
      .where('action', 'in', actions)
      .orderBy('seq')
      .execute();
    return rows.map(
      ({ actor, action, facts }) =>
        [actor, action, (facts as { standsInFor?: string[] }).standsInFor] as const,
    );
  };

  test.each([
    ['the day before', '2026-03-04T15:59:59Z', 0],
    ['from the first day', '2026-03-04T16:00:00Z', 1],
    ['to the last', '2026-03-08T15:59:59Z', 1],
    ['and it ends by itself', AFTER, 0],
  ])('his colleague answers for his village, %s', async (_, moment, count) => {
    await handOver();
    world.setNow(moment);
    expect(await tasksOf(neighbour)).toBe(count);
    expect(await tasksOf(liaison)).toBe(1);
  });

  test('his colleague does the task, and reads in whose place he is', async () => {
    await handOver();
    world.setNow(DURING);
    const [task] = (await neighbour.does('list-tasks', {})).tasks;
    await neighbour.does('acknowledge-task', { taskId: task!.taskId });
    expect((await neighbour.does('get-me', {})).roles.map(({ reach }) => reach).sort()).toEqual([
      '虹溪镇 宋家村（代宋大山）',
      '虹溪镇 桥头村',
    ]);
  });

  test('what his colleague does in his place says so in the audit, and what he does himself does not', async () => {
    await handOver();
    world.setNow(DURING);
    const [task] = (await neighbour.does('list-tasks', {})).tasks;
    const { taskId, caseId } = await taskOf(task!.taskId);
    const onBehalf = { relation: 'liaison', consent: 'in-person' } as const;
    await neighbour.does('get-task', { taskId });
    await neighbour.does('reveal-contact', { taskId, reason: 'appointment' });
    await neighbour.does('report-hardship', { caseId, text: '住院', onBehalf });
    await liaison.does('get-task', { taskId });
    const lines = await linesOf(caseId, ['get-task', 'reveal-contact', 'report-hardship']);
    expect(lines).toEqual([
      [county.neighbourLiaison, 'get-task', [county.villageLiaison]],
      [county.neighbourLiaison, 'reveal-contact', [county.villageLiaison]],
      [county.neighbourLiaison, 'report-hardship', [county.villageLiaison]],
      [county.villageLiaison, 'get-task', undefined],
    ]);
  });

  test('whoever could do it anyhow stands in for nobody', async () => {
    await handOver({ toAccountId: county.townLiaison });
    world.setNow(DURING);
    const town = await world.as(county.townLiaison);
    const rows = await world.db.selectFrom('tasks').select(['task_id', 'case_id', 'role']).execute();
    const of = (role: string) => rows.find((row) => row.role === role)!;
    const { length } = await linesOf(of('town-liaison').case_id, ['get-task', 'reveal-contact']);
    await town.does('get-task', { taskId: of('village-liaison').task_id });
    await town.does('reveal-contact', { taskId: of('town-liaison').task_id, reason: 'appointment' });
    await town.does('reveal-contact', { taskId: of('village-liaison').task_id, reason: 'appointment' });
    const lines = await linesOf(of('town-liaison').case_id, ['get-task', 'reveal-contact']);
    expect(lines.slice(length).map(([, , absent]) => absent)).toEqual([
      undefined,
      undefined,
      [county.villageLiaison],
    ]);
  });

  test('whoever stands in is told of new tasks, once', async () => {
    await handOver();
    world.setNow(DURING);
    const { caseId } = await createCase(world);
    await (await world.as(county.judge)).does('start-supervision', { caseIds: [caseId] });
    const told = await world.db
      .selectFrom('notices')
      .select('account_id')
      .where('case_id', '=', caseId)
      .where('step', '=', 'task-new')
      .execute();
    const accounts = told.map(({ account_id }) => account_id);
    expect(accounts.filter((id) => id === county.neighbourLiaison)).toHaveLength(1);
    expect(accounts).toContain(county.villageLiaison);
    await world.db.deleteFrom('tasks').where('case_id', '=', caseId).execute();
  });

  test('what was handed over is not handed on', async () => {
    const third = await createAccount(world, {
      name: '第三人',
      phone: '19900000061',
      role: 'village-liaison',
      villageId: 'village_qiaotou00',
    });
    await handOver();
    world.setNow(DURING);
    const days = { from: day('2026-03-06'), to: day('2026-03-08') };
    await handOver({ toAccountId: third, ...days }, neighbour);
    expect(await tasksOf(await world.as(third))).toBe(0);
  });

  test('it ends when he takes it back, when he leaves, and when his colleague leaves', async () => {
    const admin = await createAdmin(world);
    const grantOf = async (name: string) =>
      (await admin.does('list-accounts', { search: name })).accounts[0]!.grants[0]!.grantId;
    const leaver = await createAccount(world, {
      name: '将离任',
      phone: '19900000062',
      role: 'village-liaison',
      villageId: 'village_songjia00',
    });
    const stand = await createAccount(world, {
      name: '代班人',
      phone: '19900000063',
      role: 'village-liaison',
      villageId: 'village_qiaotou00',
    });
    const standIn = await world.as(stand);

    const { handOverId } = await handOver({ toAccountId: stand });
    world.setNow(DURING);
    expect(await tasksOf(standIn)).toBe(1);
    expect(await refusal(standIn.does('end-hand-over', { handOverId }))).toBe('not-found-or-not-yours');
    await liaison.does('end-hand-over', { handOverId });
    expect(await tasksOf(standIn)).toBe(0);

    const days = { from: day('2026-03-06'), to: day('2026-03-08') };
    await handOver({ toAccountId: stand, ...days }, await world.as(leaver));
    expect(await tasksOf(standIn)).toBe(1);
    await admin.does('end-grant', { grantId: await grantOf('将离任') });
    expect(await tasksOf(standIn)).toBe(0);

    await handOver({ toAccountId: stand, ...days });
    expect(await tasksOf(standIn)).toBe(1);
    await admin.does('end-grant', { grantId: await grantOf('代班人') });
    expect(await refusal(tasksOf(standIn))).toBe('not-for-your-role');
  });

  test.each([
    ['to a liaison of another town', 'otherTownLiaison', {}, 'hand-over-not-to-him'],
    ['to a judge', 'judge', {}, 'hand-over-not-to-him'],
    ['to himself', 'villageLiaison', {}, 'hand-over-not-to-him'],
    ['to his town', 'townLiaison', {}, 'done'],
    ['for yesterday', 'townLiaison', { from: day('2026-03-01') }, 'hand-over-days-wrong'],
    ['for half a year', 'townLiaison', { to: day('2026-08-08') }, 'hand-over-days-wrong'],
  ] as const)('%s', async (_, to, change, expected) => {
    expect(await refusal(handOver({ toAccountId: county[to], ...change }))).toBe(expected);
  });

  test('to two at a time is refused, one after the other is not', async () => {
    await handOver();
    const again = { toAccountId: county.townLiaison };
    expect(await refusal(handOver(again))).toBe('hand-over-twice');
    await handOver({ ...again, from: day('2026-03-09'), to: day('2026-03-10') });
  });

  test('an officer hands his team’s reach to the other team', async () => {
    const officer = await world.as(county.officer);
    const other = await world.as(county.otherOfficer);
    expect((await other.does('list-cases', {})).total).toBe(0);
    await handOver({ toAccountId: county.otherOfficer }, officer);
    world.setNow(DURING);
    const { cases } = await other.does('list-cases', {});
    const { caseId } = cases[0]!;
    await other.does('get-case', { caseId });
    await other.does('request-export', { why: '核对', columns: ['case-number'] });
    expect([
      ...(await linesOf(caseId, ['get-case'])),
      ...(await linesOf('court', ['request-export'])),
    ]).toEqual([
      [county.otherOfficer, 'get-case', [county.officer]],
      [county.otherOfficer, 'request-export', [county.officer]],
    ]);
    world.setNow(AFTER);
    expect((await other.does('list-cases', {})).total).toBe(0);
  });

  test('a judge sees the whole court and needs no stand-in', async () => {
    expect(await refusal(handOver({}, await world.as(county.judge)))).toBe('hand-over-nothing');
  });

  test('both see the hand-over, and only colleagues who may stand in are offered', async () => {
    await handOver();
    const his = await liaison.does('get-hand-overs', {});
    expect(his.given).toMatchObject([{ name: '桥小河', ...HOLIDAY, isRunning: false }]);
    const offered = his.colleagues.map(({ name }) => name);
    expect(offered).toEqual(expect.arrayContaining(['桥小河', '卢志新']));
    expect(offered).not.toContain('云中鹤');
    expect(offered).not.toContain('宋大山');
    world.setNow(DURING);
    const taken = (await neighbour.does('get-hand-overs', {})).taken;
    expect(taken).toMatchObject([{ name: '宋大山', isRunning: true }]);
  });
});
