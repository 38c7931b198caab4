import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AuditFacts, hashLine } from '../../cloudfunctions/server/audit';
import { expireImports } from '../../cloudfunctions/server/sweeps/expire-imports';
import { createCounty } from '../county';
import { fictionalId, type Line, uploadList, writeList } from '../lists';
import { auditOf } from '../supervised';
import { createWorld, type World } from '../world';

const NOW = '2026-03-02T01:00:00Z';

describe('a clerk takes in the court’s case list', () => {
  let world: World;
  let county: Awaited<ReturnType<typeof createCounty>>;
  beforeAll(async () => {
    world = await createWorld(NOW);
    county = await createCounty(world);
  });
  beforeEach(() => world.setNow(NOW));
  afterAll(() => world.close());

  const clerk = () => world.as(county.clerk);
  let serial = 0;
  const newNumber = () => `（2026）浙9999民初${99_000_000 + ++serial}号`;
  const line = (wish: Partial<Line> = {}): Line => ({
    number: newNumber(),
    id: fictionalId(++serial),
    phone: '19900001234',
    ...wish,
  });

  const check = async (lines: Line[]) => {
    const fileId = await uploadList(world, county.clerk, await writeList(lines));
    return (await clerk()).does('check-case-list', { fileId });
  };
  const commit = async (lines: Line[]) => {
    const { batchId } = await check(lines);
    return (await clerk()).does('commit-import', { batchId });
  };
  const caseOf = (number: string) =>
    world.db.selectFrom('cases').selectAll().where('case_number', '=', number).executeTakeFirstOrThrow();
  const debtorOf = (caseId: string) =>
    world.db
      .selectFrom('parties')
      .selectAll()
      .where('case_id', '=', caseId)
      .where('side', '=', 'obligor')
      .executeTakeFirstOrThrow();

  test('a dry run reports and imports nothing; the file is gone at once, the payload rests sealed', async () => {
    const tidy = line();
    const fileId = await uploadList(
      world,
      county.clerk,
      await writeList([tidy, line({ principal: '五万多' })]),
    );
    const { batchId } = await (await clerk()).does('check-case-list', { fileId });
    const report = await (await clerk()).does('get-import', { batchId });
    expect(report).toMatchObject({
      state: 'checked',
      outcome: null,
      committedAt: null,
      totals: { rows: 2, cases: 1, valid: 1, errors: 1 },
    });
    expect(report.problems).toContainEqual(
      expect.objectContaining({ row: 3, column: '标的额', original: '五万多', level: 'error' }),
    );
    await expect(caseOf(tidy.number)).rejects.toThrow();
    await expect(world.app.files.get(fileId)).rejects.toThrow();
    const stored = await world.db
      .selectFrom('import_batches')
      .selectAll()
      .where('batch_id', '=', batchId)
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(stored)).not.toContain(tidy.id);
    expect((await (await clerk()).does('list-imports', {})).imports[0]?.batchId).toBe(batchId);
  });

  test('a file that is no list is refused with a sentence, and is gone too', async () => {
    const fileId = await uploadList(world, county.clerk, new TextEncoder().encode('案号\n'), '清单.csv');
    await expect((await clerk()).does('check-case-list', { fileId })).rejects.toThrow(/[。]$/);
    await expect(world.app.files.get(fileId)).rejects.toThrow();
    await expect((await clerk()).does('check-case-list', { fileId })).rejects.toMatchObject({
      code: 'case-list-not-there',
    });
  });

  test('another’s upload cannot be checked', async () => {
    const fileId = await uploadList(world, county.judge, await writeList([line()]));
    await expect((await clerk()).does('check-case-list', { fileId })).rejects.toMatchObject({
      code: 'case-list-not-there',
    });
  });

  test('what is valid becomes cases, with place, team, debt and people; the payload is emptied', async () => {
    const tidy = line({ principal: '50000', paid: '2000' });
    const outcome = await commit([tidy, line({ address: '青溪县虹溪镇无名滩3号' })]);
    expect(outcome).toMatchObject({ created: 2, updated: 0, unchanged: 0, unmatchedAddresses: 1 });
    const row = await caseOf(tidy.number);
    expect(row).toMatchObject({
      status: 'waiting',
      claimed_fen: 5_000_000,
      paid_before_fen: 200_000,
      principal_fen: 4_800_000,
      due_day: '2026-03-20',
      village_id: 'village_songjia00',
      town_id: 'town_hongxi000',
      team_id: 'team_first000',
      judge_name: '周明',
    });
    const judge = await world.as(county.judge);
    const { parties } = await judge.does('get-case', { caseId: row.case_id });
    expect(parties).toMatchObject([
      { side: 'obligor', name: '郑小满', phoneMasked: '199****1234', contactState: 'ok', village: '宋家村' },
      { side: 'obligee', name: '何家福', contactState: 'no-phone' },
    ]);
    expect((await auditOf(world, row.case_id))[0]).toBe('import-case');
    await judge.does('start-supervision', { caseIds: [row.case_id] });
    const batch = await world.db
      .selectFrom('import_batches')
      .select(['cases_sealed', 'sheet_sealed', 'state'])
      .where('batch_id', '=', outcome.batchId)
      .executeTakeFirstOrThrow();
    expect(batch).toEqual({ cases_sealed: null, sheet_sealed: null, state: 'committed' });
  });

  test('a case’s audit begins with its import, and every later line is chained to it', async () => {
    const tidy = line();
    await commit([tidy]);
    const { case_id: caseId } = await caseOf(tidy.number);
    await (await clerk()).does('get-case', { caseId });
    const rows = await world.db
      .selectFrom('audit_lines')
      .selectAll()
      .where('subject', '=', caseId)
      .orderBy('seq')
      .execute();
    expect(rows.map((row) => row.action)).toEqual(['import-case', 'get-case']);
    let previous = '';
    for (const { seq, hash, previous_hash, court_id: courtId, at, actor, action, facts } of rows) {
      const kept = { courtId, subject: caseId, at, actor, action, facts: facts as AuditFacts };
      expect([previous_hash, hash]).toEqual([previous, hashLine(kept, seq, previous)]);
      previous = hash;
    }
  });

  test('instalments come in as portions, what was paid before comes off the first', async () => {
    const plan = line({
      principal: '30000',
      paid: '4000',
      due: '2026年4月1日付10000元，2026年6月1日付20000元',
    });
    await commit([plan]);
    const { case_id } = await caseOf(plan.number);
    const portions = await world.db
      .selectFrom('obligation_portions')
      .select(['amount_fen', 'due_day'])
      .where('case_id', '=', case_id)
      .orderBy('sort')
      .execute();
    expect(portions).toEqual([
      { amount_fen: 600_000, due_day: '2026-04-01' },
      { amount_fen: 2_000_000, due_day: '2026-06-01' },
    ]);
  });

  test('a second commit is refused, and so is the marked list after it', async () => {
    const { batchId } = await commit([line()]);
    await expect((await clerk()).does('commit-import', { batchId })).rejects.toMatchObject({
      code: 'import-committed',
    });
    await expect((await clerk()).does('get-marked-list', { batchId })).rejects.toMatchObject({
      code: 'import-committed',
    });
  });

  test('of two commits at one instant one takes it in', async () => {
    const tidy = line();
    const { batchId } = await check([tidy]);
    const judge = await world.as(county.judge);
    const outcomes = await Promise.allSettled([
      (await clerk()).does('commit-import', { batchId }),
      judge.does('commit-import', { batchId }),
    ]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(caseOf(tidy.number)).resolves.toBeDefined();
  });

  test('a commit that died half-way leaves the list as it was checked, to be imported again', async () => {
    const tidy = line();
    const { batchId } = await check([tidy]);
    await world.db
      .updateTable('import_batches')
      .set({ state: 'committing', progress_done: 1, progress_total: 2 })
      .where('batch_id', '=', batchId)
      .execute();
    expect((await (await clerk()).does('get-import', { batchId })).state).toBe('checked');
    expect(await (await clerk()).does('commit-import', { batchId })).toMatchObject({ created: 1 });
  });

  test('the marked list is an Excel file behind an address that is good for ten minutes', async () => {
    const { batchId } = await check([line({ principal: '五万多' })]);
    const { fileName, url } = await (await clerk()).does('get-marked-list', { batchId });
    expect(fileName).toBe('清单-已标注.xlsx');
    const address = new URL(url);
    const fileId = address.pathname.split('/').at(-1)!;
    const good = (iso: string) => world.app.files.verify(fileId, 'GET', address.searchParams, new Date(iso));
    expect([good('2026-03-02T01:09:59Z'), good('2026-03-02T01:10:01Z')]).toEqual([true, false]);
    const bytes = await world.app.files.get(fileId);
    expect(Buffer.from(bytes.subarray(0, 2)).toString()).toBe('PK');
    world.setNow('2026-03-02T02:30:00Z');
    await expireImports(world.app);
    await expect(world.app.files.get(fileId)).rejects.toThrow();
  });

  test('a day after its check a list is empty and can no more be imported', async () => {
    const { batchId } = await check([line()]);
    world.setNow('2026-03-03T01:00:01Z');
    await expireImports(world.app);
    expect((await (await clerk()).does('get-import', { batchId })).state).toBe('expired');
    await expect((await clerk()).does('commit-import', { batchId })).rejects.toMatchObject({
      code: 'import-expired',
    });
  });

  test('the same list once more changes nothing', async () => {
    const lines = [line(), line({ due: '2026年4月1日付20000元，2026年6月1日付30000元' })];
    await commit(lines);
    expect(await commit(lines)).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
  });

  test('before anybody worked on a case, the court’s list corrects the debt and the labels', async () => {
    const first = line({ principal: '50000', cause: '买卖合同纠纷' });
    await commit([first]);
    const again = { ...first, principal: '45000', cause: '承揽合同纠纷', due: '2026-05-01' };
    expect(await commit([again])).toMatchObject({ updated: 1 });
    expect(await caseOf(first.number)).toMatchObject({
      principal_fen: 4_500_000,
      cause: '承揽合同纠纷',
      due_day: '2026-05-01',
    });
  });

  test('field work is never overwritten: status, debt, village, number and payments stay', async () => {
    const first = line({ address: '青溪县虹溪镇无名渡1号', phone: '' });
    await commit([first]);
    const { case_id: caseId } = await caseOf(first.number);
    const debtor = await debtorOf(caseId);
    const actor = await clerk();
    await actor.does('settle-address', { partyId: debtor.party_id, villageId: 'village_qiaotou00' });
    await actor.does('correct-contact', {
      partyId: debtor.party_id,
      phone: '19900005555',
      source: '村里提供',
    });
    await actor.does('start-supervision', { caseIds: [caseId] });
    const paid = await actor.does('register-payment', {
      caseId,
      amount: 100,
      paidDay: '2026-03-01',
      method: 'cash',
    });

    const again = {
      ...first,
      principal: '99999',
      paid: '1',
      phone: '19900001234',
      address: '青溪县虹溪镇宋家村1号',
      cause: '劳务合同纠纷',
    };
    expect(await commit([again])).toMatchObject({ updated: 1 });
    expect(await caseOf(first.number)).toMatchObject({
      status: 'supervised',
      principal_fen: 5_000_000,
      village_id: 'village_qiaotou00',
      cause: '劳务合同纠纷',
    });
    const after = await debtorOf(caseId);
    expect(after.village_id).toBe('village_qiaotou00');
    const { parties, record } = await actor.does('get-case', { caseId });
    expect(parties[0]?.phoneMasked).toBe('199****5555');
    expect(record.payments.map((payment) => payment.paymentId)).toEqual([paid.paymentId]);
  });

  test('a debtor whom a list adds comes in while the case waits, and is named when it is too late', async () => {
    const first = line();
    await commit([first]);
    const second = { ...first, name: '郑大满', id: fictionalId(++serial) };
    expect(await commit([first, second])).toMatchObject({ updated: 1 });
    const { case_id: caseId } = await caseOf(first.number);
    await (await clerk()).does('start-supervision', { caseIds: [caseId] });
    const third = { ...first, name: '郑中满', id: fictionalId(++serial) };
    const { batchId, unchanged } = await commit([first, second, third]);
    expect(unchanged).toBe(1);
    const { problems } = await (await clerk()).does('get-import', { batchId });
    expect(problems.at(-1)).toMatchObject({ level: 'warning', problem: expect.stringContaining('没有导入') });
    const { parties } = await (await clerk()).does('get-case', { caseId });
    expect(parties.map((party) => party.name)).toEqual(['郑小满', '郑大满', '何家福']);
  });

  test('undone within a day: what nobody touched goes, the rest is kept and named', async () => {
    const [gone, worked] = [line(), line()];
    const { batchId } = await commit([gone, worked]);
    const { case_id: caseId } = await caseOf(worked.number);
    await (await clerk()).does('start-supervision', { caseIds: [caseId] });
    world.setNow('2026-03-02T23:00:00Z');
    const undone = await (await clerk()).does('undo-import', { batchId });
    expect(undone).toEqual({ removed: 1, restored: 0, kept: [worked.number] });
    await expect(caseOf(gone.number)).rejects.toThrow();
    await expect(caseOf(worked.number)).resolves.toMatchObject({ status: 'supervised' });
    await expect((await clerk()).does('undo-import', { batchId })).rejects.toMatchObject({
      code: 'import-undo-too-late',
    });
  });

  test('an update is taken back, unless somebody changed the case since', async () => {
    const [quiet, busy] = [line(), line()];
    await commit([quiet, busy]);
    const { batchId } = await commit([
      { ...quiet, principal: '11111', cause: '承揽合同纠纷' },
      { ...busy, principal: '22222' },
    ]);
    const { case_id: caseId } = await caseOf(busy.number);
    await (await clerk()).does('start-supervision', { caseIds: [caseId] });
    const undone = await (await clerk()).does('undo-import', { batchId });
    expect(undone).toEqual({ removed: 0, restored: 1, kept: [busy.number] });
    expect(await caseOf(quiet.number)).toMatchObject({ principal_fen: 5_000_000, cause: '民间借贷纠纷' });
    expect(await caseOf(busy.number)).toMatchObject({ principal_fen: 2_222_200 });
  });

  test('after a day there is no undoing', async () => {
    const { batchId } = await commit([line()]);
    const before = await (await clerk()).does('get-import', { batchId });
    expect(before.undoUntil).toBe('2026-03-03T01:00:00.000Z');
    world.setNow('2026-03-03T01:00:00Z');
    expect((await (await clerk()).does('get-import', { batchId })).undoUntil).toBeNull();
    await expect((await clerk()).does('undo-import', { batchId })).rejects.toMatchObject({
      code: 'import-undo-too-late',
    });
  });

  test('the dirty list of 300 rows: its valid cases come in, and go again', async () => {
    const bytes = new Uint8Array(await readFile('test/seeds/dirty-list.xlsx'));
    const fileId = await uploadList(world, county.clerk, bytes, 'dirty-list.xlsx');
    const { batchId } = await (await clerk()).does('check-case-list', { fileId });
    const { totals } = await (await clerk()).does('get-import', { batchId });
    expect(totals.cases).toBeGreaterThan(100);
    const outcome = await (await clerk()).does('commit-import', { batchId });
    expect(outcome.created).toBe(totals.cases);
    expect(await (await clerk()).does('undo-import', { batchId })).toEqual({
      removed: totals.cases,
      restored: 0,
      kept: [],
    });
  });

  test('five thousand rows, with the progress that somebody else can follow', async () => {
    const lines = Array.from({ length: 5_000 }, (_, at) => ({
      number: `（2025）浙9999民初${10_000 + at}号`,
      id: fictionalId(at),
      name: `郑${'一二三四五六七八九十'[at % 10]}`,
    }));
    const { batchId } = await check(lines);
    const seen = new Set<number>();
    const committing = (await clerk()).does('commit-import', { batchId });
    const watcher = await world.as(county.judge);
    for (let state = 'checked'; state !== 'committed'; ) {
      const polled = await watcher.does('get-import', { batchId });
      state = polled.state;
      seen.add(polled.progress.done);
    }
    expect(await committing).toMatchObject({ created: 5_000 });
    expect([...seen].filter((done) => done > 0 && done < 5_000).length).toBeGreaterThan(0);
    expect(seen.has(5_000)).toBe(true);
  });
});
