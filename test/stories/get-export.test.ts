import ExcelJS from 'exceljs';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook } from '../../cloudfunctions/server/import/workbook';
import { runSweep } from '../../cloudfunctions/server/sweeps/run-sweep';
import type { RequestOf } from '../../shared/actions';
import { EXPORT_COLUMNS, EXPORT_FETCHES, EXPORT_MOST_ROWS } from '../../shared/cases/exports';
import type { RawCell } from '../../shared/import/types';
import { createCase, createCounty } from '../county';
import type { County } from '../party-stories';
import { createWorld, type World } from '../world';

/** A list of cases leaves the system only by two people's hands, with a mark, for a day. */

const START = '2026-03-02T01:00:00Z';
let world: World;
let county: County;
let elsewhere: County;
const numbers: string[] = [];
beforeAll(async () => {
  world = await createWorld(START);
  county = await createCounty(world);
  elsewhere = await createCounty(world, 'court_baiyun');
  await createCase(world);
  await createCase(world, {
    villageId: 'village_zhulin000',
    townId: 'town_yunling00',
    teamId: 'team_second00',
  });
  await createCase(world, { courtId: 'court_baiyun' });
  const rows = await world.db.selectFrom('cases').select('case_number').orderBy('case_number').execute();
  numbers.push(...rows.map((row) => row.case_number));
});
afterAll(() => world.close());

type Wish = Partial<RequestOf<'request-export'>>;
const ask = async (accountId: string, wish: Wish = {}) =>
  (await world.as(accountId)).does('request-export', {
    why: '季度报表',
    columns: ['case-number', 'obligors', 'obligor-phones'],
    ...wish,
  });
const decide = async (accountId: string, input: RequestOf<'decide-export'>) =>
  (await world.as(accountId)).does('decide-export', input);
const fetchIt = async (accountId: string, exportId: string) =>
  (await world.as(accountId)).does('get-export', { exportId });
const listed = async (accountId: string) =>
  (await (await world.as(accountId)).does('list-exports', {})).exports;

async function granted(wish: Wish = {}, clearGranted: RequestOf<'decide-export'>['clearGranted'] = []) {
  const { exportId } = await ask(county.clerk, wish);
  await decide(county.judge, { exportId, granted: true, clearGranted });
  return exportId;
}

/** The file as the reader of imported lists sees it. */
async function rowsIn(content: string): Promise<string[][]> {
  const { sheets } = await readWorkbook(new Uint8Array(Buffer.from(content, 'base64')));
  return sheets[0]!.rows.map((row) => row.cells.map(plain));
}

function plain(cell: RawCell): string {
  if (!cell) return '';
  if (cell.type === 'number') return String(cell.number);
  return cell.type === 'text' ? cell.text : cell.type;
}

const courtLines = async (action: string) => {
  const rows = await world.db
    .selectFrom('audit_lines')
    .select(['actor', 'facts'])
    .where('subject', '=', 'court')
    .where('action', '=', action)
    .orderBy('seq')
    .execute();
  return rows.map(({ actor, facts }) => ({ actor, facts: facts as Record<string, unknown> }));
};

describe('what leaves the court', () => {
  test('the file: the mark, the titles, a row a case, the mark again; parties masked', async () => {
    const exportId = await granted({ columns: [...EXPORT_COLUMNS] });
    const file = await fetchIt(county.clerk, exportId);
    expect(file).toMatchObject({ cases: 2, fetchesLeft: EXPORT_FETCHES - 1 });
    expect(file.fileName).toMatch(/^导出〔2026〕\d+号\.xlsx$/);
    const [first, titles, one, other, last, ...more] = await rowsIn(file.content);
    expect(more).toEqual([]);
    expect(first![0]).toMatch(
      /^青溪县人民法院 导出〔2026〕\d+号 林静（.{4}）2026年3月2日 09:00导出，用途：季度报表。/,
    );
    expect(last![0]).toBe(first![0]);
    expect(titles!.slice(0, 4)).toEqual(['案号', '案由', '状态', '义务人']);
    expect(one).toEqual([
      numbers[0],
      '民间借贷纠纷',
      '待发起督促',
      '郑**',
      '199****1001',
      '999999**********4X',
      '青溪县虹溪镇****',
      '何**',
      '199****2001',
      '50000',
      '2026-03-20',
      '虹溪镇',
      '宋家村',
      '执行一团队',
      '',
    ]);
    expect(other![0]).toBe(numbers[1]);
    const all = JSON.stringify(await rowsIn(file.content));
    for (const whole of ['郑小满', '19900001001', '99999919800101004X', '宋家村12号', '何家福'])
      expect(all).not.toContain(whole);
  });

  test('the mark is at the foot of every printed page, and what looks like a formula is text', async () => {
    const evil = '=HYPERLINK("http://x","y")';
    await world.db.updateTable('cases').set({ cause: evil }).where('case_number', '=', numbers[0]!).execute();
    const file = await fetchIt(
      county.clerk,
      await granted({ columns: ['cause', 'case-number'], why: '报表&核对' }),
    );
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Buffer.from(file.content, 'base64') as never);
    const sheet = workbook.worksheets[0]!;
    expect(sheet.headerFooter.oddFooter).toContain('林静');
    expect(sheet.headerFooter.oddFooter).toContain('报表＆核对');
    expect(sheet.headerFooter.oddFooter!.length).toBeLessThanOrEqual(255);
    const [, , row] = await rowsIn(file.content);
    expect(row).toEqual([numbers[0], evil]);
    expect(sheet.getCell('B3').type).toBe(ExcelJS.ValueType.String);
    await world.db
      .updateTable('cases')
      .set({ cause: '民间借贷纠纷' })
      .where('case_number', '=', numbers[0]!)
      .execute();
  });

  test('in clear is what was asked for in clear and granted so, and nothing else', async () => {
    const clear = ['obligors', 'obligor-phones'] as const;
    const exportId = await granted({ clear: [...clear] }, ['obligor-phones']);
    const [, , row] = await rowsIn((await fetchIt(county.clerk, exportId)).content);
    expect(row).toEqual([numbers[0], '郑**', '19900001001']);
    const { exportId: plain } = await ask(county.clerk, { clear: ['obligors'] });
    const tooMuch = decide(county.judge, {
      exportId: plain,
      granted: true,
      clearGranted: ['obligor-phones'],
    });
    await expect(tooMuch).rejects.toMatchObject({ code: 'export-clear-not-asked' });
    const notThere = ask(county.clerk, { columns: ['case-number'], clear: ['obligors'] });
    await expect(notThere).rejects.toThrow(/要明文的列不在导出的列里/);
  });

  test('each fetch is a line: whose hand, which cases, how many, what in clear', async () => {
    const exportId = await granted({ clear: ['obligors'] }, ['obligors']);
    await fetchIt(county.clerk, exportId);
    const line = (await courtLines('get-export')).at(-1)!;
    expect(line.actor).toBe(county.clerk);
    expect(line.facts).toMatchObject({
      exportId,
      fetch: 1,
      rows: 2,
      columns: ['case-number', 'obligors', 'obligor-phones'],
      clear: ['obligors'],
      openedFields: ['phone'],
    });
    expect(line.facts.caseIds).toHaveLength(2);
    expect(line.facts.openedOf).toHaveLength(2);
  });

  test('it is made of what he may see when he fetches it', async () => {
    const { exportId } = await ask(county.officer);
    await decide(county.chief, { exportId, granted: true });
    const [, , ...rows] = await rowsIn((await fetchIt(county.officer, exportId)).content);
    expect(rows.map(([number]) => number).slice(0, -1)).toEqual([numbers[0]]);
    await sql`update team_towns set valid_to = '2026-03-01' where team_id = 'team_first000'`.execute(
      world.db,
    );
    await expect(fetchIt(county.officer, exportId)).rejects.toMatchObject({ code: 'export-empty' });
    await sql`update team_towns set valid_to = null where team_id = 'team_first000'`.execute(world.db);
  });
});

describe('two people', () => {
  test('nobody lets his own go, and the database would not either', async () => {
    const { exportId } = await ask(county.judge);
    await expect(decide(county.judge, { exportId, granted: true })).rejects.toMatchObject({
      code: 'export-own',
    });
    const byHand = sql`
      update exports set state = 'granted', decided_by = account_id, expires_at = now()
      where export_id = ${exportId}`.execute(world.db);
    await expect(byHand).rejects.toThrow(/a_second_person_decides/);
    expect(await decide(county.chief, { exportId, granted: true })).toEqual({
      standing: 'ready',
      expiresAt: '2026-03-03T01:00:00.000Z',
    });
  });

  test.each([
    ['a clerk', () => county.clerk, 'not-for-your-role'],
    ['an officer', () => county.officer, 'not-for-your-role'],
    ['a judge of another court', () => elsewhere.judge, 'not-found-or-not-yours'],
  ])('%s decides nothing', async (_, accountId, code) => {
    const { exportId } = await ask(county.judge);
    await expect(decide(accountId(), { exportId, granted: true })).rejects.toMatchObject({ code });
  });

  test('a refusal needs its words, and is read by who asked', async () => {
    const { exportId } = await ask(county.clerk);
    await expect(decide(county.judge, { exportId, granted: false })).rejects.toThrow(/用一句话写明原因/);
    await decide(county.judge, { exportId, granted: false, answer: '用汇总数就够' });
    await expect(fetchIt(county.clerk, exportId)).rejects.toMatchObject({ code: 'export-refused' });
    const mine = (await listed(county.clerk)).find((one) => one.exportId === exportId)!;
    expect(mine).toMatchObject({
      standing: 'refused',
      isMine: true,
      decided: { by: '周明', answer: '用汇总数就够' },
    });
    await expect(decide(county.chief, { exportId, granted: true })).rejects.toMatchObject({
      code: 'export-decided',
    });
  });

  test('it stands on the desk of those who may answer, and not on his own', async () => {
    const onDesk = async (accountId: string) =>
      (await (await world.as(accountId)).does('get-desk', {})).exports;
    const [judge, chief] = [await onDesk(county.judge), await onDesk(county.chief)];
    const { exportId } = await ask(county.judge);
    expect(await onDesk(county.judge)).toBe(judge);
    expect(await onDesk(county.chief)).toBe(chief + 1);
    expect(await onDesk(county.clerk)).toBe(0);
    await decide(county.chief, { exportId, granted: false, answer: '不必要' });
    expect(await onDesk(county.chief)).toBe(chief);
  });

  test('of two who decide at once one is heard', async () => {
    const { exportId } = await ask(county.clerk);
    const both = await Promise.allSettled([
      decide(county.judge, { exportId, granted: true }),
      decide(county.chief, { exportId, granted: false, answer: '不必要' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('only who asked fetches; an officer does not even see what others asked for', async () => {
    const exportId = await granted();
    await expect(fetchIt(county.judge, exportId)).rejects.toMatchObject({ code: 'export-of-another' });
    await expect(fetchIt(county.officer, exportId)).rejects.toMatchObject({ code: 'not-found-or-not-yours' });
    await expect(fetchIt(elsewhere.clerk, exportId)).rejects.toMatchObject({
      code: 'not-found-or-not-yours',
    });
    expect((await listed(county.judge)).map((one) => one.exportId)).toContain(exportId);
    expect((await listed(county.officer)).every(({ isMine }) => isMine)).toBe(true);
    expect(await listed(elsewhere.judge)).toEqual([]);
  });
});

describe('a grant ends', () => {
  test('not before it was given, and after three fetches', async () => {
    const { exportId } = await ask(county.clerk);
    await expect(fetchIt(county.clerk, exportId)).rejects.toMatchObject({ code: 'export-not-decided' });
    await decide(county.judge, { exportId, granted: true });
    const all = await Promise.allSettled(
      Array.from({ length: EXPORT_FETCHES + 1 }, () => fetchIt(county.clerk, exportId)),
    );
    const codes = all.map((one) => (one.status === 'fulfilled' ? 'file' : one.reason.code));
    expect(codes.sort()).toEqual(['export-used-up', 'file', 'file', 'file']);
  });

  test('a day after it was given', async () => {
    const exportId = await granted();
    world.setNow('2026-03-03T00:59:59Z');
    await fetchIt(county.clerk, exportId);
    world.setNow('2026-03-03T01:00:00Z');
    await expect(fetchIt(county.clerk, exportId)).rejects.toMatchObject({ code: 'export-expired' });
    const mine = (await listed(county.clerk)).find((one) => one.exportId === exportId)!;
    expect(mine.standing).toBe('expired');
    world.setNow(START);
  });
});

describe('asking', () => {
  test('says which cases in words, and how many they are', async () => {
    const filter = { status: 'waiting', townId: 'town_hongxi000', search: '民初' } as const;
    const { exportId, cases } = await ask(county.clerk, { filter });
    expect(cases).toBe(1);
    const [mine] = (await listed(county.judge)).filter((one) => one.exportId === exportId);
    expect(mine).toMatchObject({ which: '待发起督促，虹溪镇，含“民初”', cases: 1, askedBy: '林静' });
    const line = (await courtLines('request-export')).at(-1)!;
    expect(line.facts).toMatchObject({
      status: 'waiting',
      townId: 'town_hongxi000',
      bySearch: true,
      cases: 1,
    });
    expect(JSON.stringify(line.facts)).not.toContain('民初');
  });

  test('none, or more than a person can answer for, is said at once', async () => {
    await expect(ask(county.clerk, { filter: { search: '没有这个人' } })).rejects.toMatchObject({
      code: 'export-empty',
    });
    await sql`
      insert into cases (court_id, case_id, case_number, task_number, instrument_type, effective_day, due_day,
        claimed_fen, principal_fen, costs_fen, created_at, updated_at)
      select court_id, 'case_bulk' || lpad(n::text, 8, '0'), '（2026）浙9999民再' || n || '号', 'BULK' || n,
        instrument_type, effective_day, due_day, claimed_fen, principal_fen, costs_fen, created_at, updated_at
      from cases, generate_series(1, ${EXPORT_MOST_ROWS}) n where case_number = ${numbers[0]!}`.execute(
      world.db,
    );
    await expect(ask(county.clerk)).rejects.toThrow(/符合条件的有 5002 件，一次最多导出 5000 件/);
    const most = await granted({ filter: { search: '民再' } });
    expect((await fetchIt(county.clerk, most)).cases).toBe(EXPORT_MOST_ROWS);
    await sql`delete from cases where case_id like 'case_bulk%'`.execute(world.db);
  });
});

test('three years later nobody knows any more who asked for what; the audit does', async () => {
  await ask(county.clerk);
  world.setNow('2029-03-03T01:00:00Z');
  await runSweep(world.app);
  expect(await world.db.selectFrom('exports').select('export_id').execute()).toEqual([]);
  expect((await courtLines('request-export')).length).toBeGreaterThan(0);
  world.setNow(START);
});
