import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '../../shared/day';
import { createCase, createCounty } from '../county';
import { auditOf, createSupervised } from '../supervised';
import { createWorld, type World } from '../world';

describe('the court looks through its cases', () => {
  let world: World;
  let county: Awaited<ReturnType<typeof createCounty>>;
  beforeAll(async () => {
    world = await createWorld('2026-03-02T01:00:00Z');
    county = await createCounty(world);
    for (let n = 0; n < 52; n++) await createCase(world, { dueDay: day('2026-05-01') });
  });
  afterAll(() => world.close());

  const clerk = () => world.as(county.clerk);

  test('fifty a page, the nearest due day first', async () => {
    const soon = await createCase(world, { dueDay: day('2026-03-03') });
    const first = await (await clerk()).does('list-cases', {});
    expect(first.cases).toHaveLength(50);
    expect(first.cases[0]).toMatchObject({
      caseId: soon.caseId,
      obligors: ['郑小满'],
      obligees: ['何家福'],
      village: '宋家村',
      town: '虹溪镇',
      team: '执行一团队',
      status: 'waiting',
    });
    const second = await (await clerk()).does('list-cases', { page: 2 });
    expect(second).toMatchObject({ total: first.total, page: 2, pages: 2 });
    expect(second.cases).toHaveLength(first.total - 50);
    const ids = [...first.cases, ...second.cases].map((line) => line.caseId);
    expect(new Set(ids).size).toBe(first.total);
  });

  test.each([
    [
      'a piece of the number, typed with other brackets',
      (number: string) => number.replace('（', '(').replace('）', ')'),
      1,
    ],
    ['the whole number', (number: string) => number, 1],
    ['a sign that a pattern would take for anything', () => '%', 0],
    ['words that stand nowhere', () => '查无此案', 0],
  ])('search by %s', async (_, typed, expected) => {
    const { caseId } = await createCase(world);
    const { case_number } = await world.db
      .selectFrom('cases')
      .select('case_number')
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow();
    const found = await (await clerk()).does('list-cases', { search: typed(case_number) });
    expect(found.cases.filter((line) => line.caseId === caseId)).toHaveLength(expected);
  });

  test('search by a piece of a name, either side’s', async () => {
    const { caseId, obligee } = await createCase(world);
    await world.db
      .updateTable('parties')
      .set({ name: '青溪县顺达建材有限公司' })
      .where('party_id', '=', obligee.partyId)
      .execute();
    const found = await (await clerk()).does('list-cases', { search: '顺达' });
    expect(found.cases.map((line) => line.caseId)).toEqual([caseId]);
  });

  test('by status and by town', async () => {
    const { caseId } = await createSupervised(world, county);
    const supervised = await (await clerk()).does('list-cases', { status: 'supervised' });
    expect(supervised.cases.map((line) => line.caseId)).toEqual([caseId]);
    const elsewhere = await (await clerk()).does('list-cases', { townId: 'town_yunling00' });
    expect(elsewhere).toEqual({ cases: [], total: 0, page: 1, pages: 1 });
  });

  test('an officer’s list holds the towns of his team, the chief’s the whole court', async () => {
    const whole = await (await world.as(county.chief)).does('list-cases', {});
    const placeless = await createCase(world, { villageId: null });
    const mine = await (await world.as(county.officer)).does('list-cases', {});
    expect(mine.total).toBe(whole.total);
    const { cases } = await (await world.as(county.officer)).does('list-cases', { page: 2 });
    expect([...mine.cases, ...cases].map((line) => line.caseId)).not.toContain(placeless.caseId);
    const other = await (await world.as(county.otherOfficer)).does('list-cases', {});
    expect(other.total).toBe(0);
  });

  test('one case in full: masked numbers, who is bound, tasks, visits, messages in words; the look is audited', async () => {
    const { caseId, tasks } = await createSupervised(world, county);
    const liaison = await world.as(county.villageLiaison);
    await liaison.does('record-visit', {
      taskId: tasks['village-liaison'],
      outcome: 'willing',
      note: '下月付',
    });
    const seen = await (await clerk()).does('get-case', { caseId });
    expect(seen.parties.map(({ partyId: _, ...party }) => party)).toEqual([
      {
        side: 'obligor',
        name: '郑小满',
        idNumberMasked: '999999**********4X',
        phoneMasked: '199****1001',
        addressMasked: '青溪县虹溪镇****',
        village: '宋家村',
        contactState: 'ok',
        bound: true,
      },
      expect.objectContaining({ side: 'obligee', name: '何家福', bound: true, village: null }),
    ]);
    expect(seen.tasks.map(({ assignee, state }) => `${assignee} ${state}`)).toEqual([
      '虹溪镇宋家村 村联络员 reported',
      '虹溪镇 镇联络员 open',
      '执行一团队 open',
    ]);
    expect(seen.visits).toMatchObject([{ by: '宋大山', outcome: '愿履行', note: '下月付' }]);
    expect(seen.notices).toContainEqual(
      expect.objectContaining({ to: '郑**', channel: 'sms', step: '发起督促', state: '等待发送' }),
    );
    expect(seen.record.status).toBe('supervised');
    expect(await auditOf(world, caseId)).toContain('get-case');
    expect(JSON.stringify(seen)).not.toContain('99999919800101004X');
  });
});
