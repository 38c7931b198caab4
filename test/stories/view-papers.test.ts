import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCounty } from '../county';
import { auditOf, createSupervised } from '../supervised';
import { createWorld, type World } from '../world';

describe('a liaison reads what a task is about', () => {
  let world: World;
  let county: Awaited<ReturnType<typeof createCounty>>;
  beforeAll(async () => {
    world = await createWorld('2026-03-02T01:00:00Z');
    county = await createCounty(world);
  });
  afterAll(() => world.close());

  test('whom to see and where stands in full, who is owed only masked', async () => {
    const { tasks } = await createSupervised(world, county);
    const liaison = await world.as(county.villageLiaison);
    const seen = await liaison.does('get-task', { taskId: tasks['village-liaison'] });
    expect(seen).toMatchObject({
      address: '青溪县虹溪镇宋家村12号',
      phoneMasked: '199****1001',
      about: '民间借贷纠纷，民事判决书已经生效，应在2026年3月20日前付给何**，本金50,000.00元。',
      owedToday: 5_000_000,
    });
    expect(JSON.stringify(seen)).not.toContain('何家福');
  });

  test('the notice carries its number, what is owed, how to pay and what the debtor may do', async () => {
    const { caseId, tasks } = await createSupervised(world, county);
    const { notice_number } = await world.db
      .selectFrom('supervisions')
      .select('notice_number')
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow();
    const liaison = await world.as(county.villageLiaison);
    const { papers } = await liaison.does('view-papers', { taskId: tasks['village-liaison'] });
    const [notice, summary] = papers;
    expect(notice).toMatchObject({ title: '督促履行通知书', number: notice_number });
    expect(notice!.rows).toContainEqual({ label: '证件号码', value: '999999**********4X' });
    expect(notice!.rows).toContainEqual({ label: '权利人', value: '何**' });
    expect(notice!.rows).toContainEqual({
      label: '截至2026年3月2日应付',
      value: '50,000.00元（估算，以法院核算为准）',
    });
    const text = notice!.paragraphs.join('');
    for (const words of ['异议', '困难', '分期', '案款账户', '2026年3月20日', '提醒不代替送达']) {
      expect(text).toContain(words);
    }
    expect(text).toContain('本通知不是强制执行措施');
    expect(summary!.title).toBe('法律文书摘要');
    for (const secret of ['何家福', '99999919800101004X', '19900001001', '19900002001']) {
      expect(JSON.stringify(papers)).not.toContain(secret);
    }
  });

  test('an instrument with instalments lists each with its day', async () => {
    const portions = [
      { amount: 2_000_000 as never, dueDay: '2026-03-20' as never },
      { amount: 3_000_000 as never, dueDay: '2026-06-20' as never },
    ];
    const { tasks } = await createSupervised(world, county, { portions });
    const liaison = await world.as(county.villageLiaison);
    const { papers } = await liaison.does('view-papers', { taskId: tasks['village-liaison'] });
    expect(papers[1]!.rows).toContainEqual({ label: '第2期', value: '2026年6月20日前付30,000.00元' });
  });

  test('over every look lies who looks and when, and every look is a line of the audit', async () => {
    const { caseId, tasks } = await createSupervised(world, county);
    const taskId = tasks['village-liaison'];
    const liaison = await world.as(county.villageLiaison);
    const { watermark } = await liaison.does('view-papers', { taskId });
    expect(watermark).toBe(`宋大山 ${county.villageLiaison.slice(-4)} 3月2日 09:00`);
    await liaison.does('view-papers', { taskId });
    await liaison.does('get-task', { taskId });
    const { phone } = await liaison.does('reveal-contact', { taskId, reason: 'appointment' });
    expect(phone).toBe('19900001001');
    expect(await auditOf(world, caseId)).toEqual([
      'start-supervision',
      'view-papers',
      'view-papers',
      'get-task',
      'reveal-contact',
    ]);
  });

  test('where no telephone is known the liaison reads what to do instead', async () => {
    const { obligor, tasks } = await createSupervised(world, county);
    await world.db
      .updateTable('parties')
      .set({ phone_sealed: null, phone_index: null })
      .where('party_id', '=', obligor.partyId)
      .execute();
    const liaison = await world.as(county.villageLiaison);
    const asked = liaison.does('reveal-contact', {
      taskId: tasks['village-liaison'],
      reason: 'appointment',
    });
    await expect(asked).rejects.toThrow(/请上门或通过村里联系他/);
  });
});
