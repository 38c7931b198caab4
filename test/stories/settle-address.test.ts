import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SEALED } from '../../cloudfunctions/server/sensitive';
import { createCase, createCounty } from '../county';
import { auditOf } from '../supervised';
import { createWorld, type World } from '../world';

describe('a clerk settles the addresses that fit no village', () => {
  let world: World;
  let county: Awaited<ReturnType<typeof createCounty>>;
  beforeAll(async () => {
    world = await createWorld('2026-03-02T01:00:00Z');
    county = await createCounty(world);
  });
  afterAll(() => world.close());

  /** A case whose debtor is in no village yet. */
  const unmatched = async (address: string) => {
    const created = await createCase(world, { villageId: null });
    await world.db
      .updateTable('parties')
      .set({ household_address_sealed: world.app.vault.seal(SEALED.householdAddress, address) })
      .where('party_id', '=', created.obligor.partyId)
      .execute();
    return { ...created, partyId: created.obligor.partyId };
  };
  const queue = async () =>
    (await (await world.as(county.clerk)).does('list-unmatched-addresses', {})).addresses;
  const villageOf = async (partyId: string) =>
    (
      await world.db
        .selectFrom('parties')
        .select('village_id')
        .where('party_id', '=', partyId)
        .executeTakeFirstOrThrow()
    ).village_id;

  test('the queue shows the address, the guesses and the piece to remember', async () => {
    const { partyId, caseId } = await unmatched('青溪县虹溪镇老鹰湾6号');
    const twin = await unmatched('青溪县宋家村与桥头村交界处');
    const shown = await queue();
    expect(shown.find((row) => row.partyId === partyId)).toMatchObject({
      caseId,
      name: '郑小满',
      address: '青溪县虹溪镇老鹰湾6号',
      alias: '老鹰湾',
    });
    expect(shown.find((row) => row.partyId === twin.partyId)?.candidates).toEqual([
      { villageId: 'village_songjia00', name: '宋家村', town: '虹溪镇' },
      { villageId: 'village_qiaotou00', name: '桥头村', town: '虹溪镇' },
    ]);
  });

  test('one click settles one, remembers the alias, and settles its like at once', async () => {
    const first = await unmatched('青溪县虹溪镇凤凰里1号');
    const like = await unmatched('虹溪镇凤凰里22号');
    const other = await unmatched('虹溪镇白鹭洲3号');
    const judge = await world.as(county.judge);
    await judge.does('start-supervision', { caseIds: [like.caseId] });

    const clerk = await world.as(county.clerk);
    const { settled } = await clerk.does('settle-address', {
      partyId: first.partyId,
      villageId: 'village_qiaotou00',
      alias: '凤凰里',
    });
    expect(settled).toBe(2);
    expect(await villageOf(like.partyId)).toBe('village_qiaotou00');
    expect(await villageOf(other.partyId)).toBeNull();
    const areas = await clerk.does('list-areas', {});
    const qiaotou = areas.towns[0]!.villages.find((village) => village.name === '桥头村');
    expect(qiaotou?.aliases).toEqual(['凤凰里']);
    expect(areas.towns[0]!.team).toBe('执行一团队');

    const { line } = await clerk.does('get-case', { caseId: first.caseId });
    expect(line).toMatchObject({ village: '桥头村', town: '虹溪镇', team: '执行一团队' });
    // The supervised like has its tasks now, and the liaison has been told.
    const neighbour = await world.as(county.neighbourLiaison);
    const { tasks } = await neighbour.does('list-tasks', {});
    expect(tasks).toHaveLength(1);
    const told = await world.db
      .selectFrom('notices')
      .select('account_id')
      .where('case_id', '=', like.caseId)
      .where('step', '=', 'task-new')
      .execute();
    expect(told.map((row) => row.account_id).sort()).toEqual(
      [county.neighbourLiaison, county.townLiaison, county.officer].sort(),
    );
    expect(await auditOf(world, like.caseId)).toContain('settle-address');
  });

  test('without an alias nothing else moves', async () => {
    const first = await unmatched('虹溪镇青石坞1号');
    const like = await unmatched('虹溪镇青石坞2号');
    const clerk = await world.as(county.clerk);
    const input = { partyId: first.partyId, villageId: 'village_songjia00' };
    expect(await clerk.does('settle-address', input)).toEqual({ settled: 1 });
    expect(await villageOf(like.partyId)).toBeNull();
    await expect(clerk.does('settle-address', input)).rejects.toThrow('这位义务人已经归到宋家村');
  });

  test('the name of another village is no alias', async () => {
    const { partyId } = await unmatched('虹溪镇某处');
    const clerk = await world.as(county.clerk);
    await expect(
      clerk.does('settle-address', { partyId, villageId: 'village_songjia00', alias: '桥头村' }),
    ).rejects.toThrow('“桥头村”已经是桥头村的名称');
    expect(await villageOf(partyId)).toBeNull();
  });

  test('a village that is not on the map is refused', async () => {
    const { partyId } = await unmatched('虹溪镇某地');
    const clerk = await world.as(county.clerk);
    await expect(
      clerk.does('settle-address', { partyId, villageId: 'village_nowhere00' }),
    ).rejects.toMatchObject({ code: 'village-unknown' });
  });

  test('two clerks at one queue: one settles, the other is told', async () => {
    const { partyId } = await unmatched('虹溪镇荷花塘1号');
    const clerk = await world.as(county.clerk);
    const chief = await world.as(county.chief);
    const outcomes = await Promise.allSettled([
      clerk.does('settle-address', { partyId, villageId: 'village_songjia00', alias: '荷花塘' }),
      chief.does('settle-address', { partyId, villageId: 'village_songjia00', alias: '荷花塘' }),
    ]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
