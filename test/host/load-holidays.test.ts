import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadHolidayFile, printHolidayYears } from '../../cloudfunctions/host/holiday-years';
import { day } from '../../shared/day';
import { createCounty } from '../county';
import { fictionalId, uploadList, writeList } from '../lists';
import { auditOf, type Parties, waitingCase } from '../party-stories';
import { createWorld, type World } from '../world';

/** Invented, as far as it goes: 2028's notice is not out. */
const NOTICE = {
  year: 2028,
  notice: '国务院办公厅关于2028年部分节假日安排的通知（测试用，虚构）',
  restDays: ['10-01', '10-02', '10-03', '10-04', '10-05', '10-06', '10-07'].map((d) => `2028-${d}`),
  workDays: ['2028-10-08'],
};

describe('an administrator loads the State Council’s notice', () => {
  let world: World;
  let folder: string;
  let parties: Parties;
  let clerk: string;
  beforeAll(async () => {
    world = await createWorld('2026-10-20T01:00:00Z');
    clerk = (await createCounty(world)).clerk;
    folder = await mkdtemp(join(tmpdir(), 'zhiqian-holidays-'));
    parties = await waitingCase(world, { effectiveDay: day('2026-09-01'), dueDay: day('2026-10-02') });
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await world.close();
  });

  const load = async (content: unknown, name = 'notice.json') => {
    const file = join(folder, name);
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
    const printed: string[] = [];
    await loadHolidayFile(world.app, file, (text) => printed.push(text));
    return printed.join('\n');
  };
  const years = async () => {
    const printed: string[] = [];
    await printHolidayYears(world.app, (text) => printed.push(text));
    return printed;
  };
  const stored = () => world.db.selectFrom('holiday_years').selectAll().execute();
  const road = async () =>
    (await parties.obligee.does('get-my-case', { caseId: parties.caseId })).enforcementRoad;

  test('before that the creditor’s last day is marked as not checked, and the operator is told what to do', async () => {
    const { applyBefore, applyBeforeCertain, words } = await road();
    expect({ applyBefore, applyBeforeCertain }).toEqual({
      applyBefore: '2028-10-02',
      applyBeforeCertain: false,
    });
    expect(words.join()).toContain('2028年10月2日（未核定');
    expect(await years()).toEqual([
      '2026: known',
      ...[2027, 2028, 2029].map(
        (year) =>
          `${year}: not published: load the State Council's notice with npm run load-holidays -- FILE.json`,
      ),
    ]);
  });

  test.each([
    ['no JSON', '放假', /notice\.json is not JSON .*Write it like this: \{"year": 2027/],
    ['a list', '[]', /was not loaded, nothing has changed/],
    [
      'hardly any holiday',
      { ...NOTICE, restDays: ['2028-10-01'] },
      /restDays: 放假日期太少，请核对是否录全。/,
    ],
    ['a day that is none', { ...NOTICE, workDays: ['2028-02-30'] }, /workDays\.0: 日期要写成/],
    ['a day of another year', { ...NOTICE, workDays: ['2027-10-09'] }, /有日期不属于这一年/],
    ['work on a Monday', { ...NOTICE, workDays: ['2028-10-09'] }, /调休上班的日子应当是周六或周日/],
    ['no number', { ...NOTICE, notice: '' }, /请写明放假通知的文号或标题/],
  ])('%s is refused in a sentence, and nothing has changed', async (_, content, sentence) => {
    await expect(load(content)).rejects.toThrow(sentence);
    expect(await stored()).toEqual([]);
  });

  test('a file that is not there is said to be so', async () => {
    const ask = () => loadHolidayFile(world.app, join(folder, 'none.json'), () => {});
    await expect(ask()).rejects.toThrow(/^There is no file .*none\.json\.$/);
  });

  test('once it is loaded the day is certain, and moved past the holiday and its weekend of work', async () => {
    // With the mark that Windows editors put before a text.
    const printed = await load(`\uFEFF${JSON.stringify(NOTICE)}`);
    expect(printed).toContain('Loaded 2028: 国务院办公厅关于2028年');
    expect(printed).toContain('rest days (7): 2028-10-01 2028-10-02');
    expect(printed).toContain('weekends of work (1): 2028-10-08');
    expect(printed).toContain('Nothing was known of this year before.');
    const { applyBefore, applyBeforeCertain, words } = await road();
    expect({ applyBefore, applyBeforeCertain }).toEqual({
      applyBefore: '2028-10-08',
      applyBeforeCertain: true,
    });
    expect(words.join()).not.toContain('未核定');
    expect(await years()).toContain('2028: known');
  });

  test('loaded again it is replaced, and both times stand in the court’s audit', async () => {
    const printed = await load({ ...NOTICE, workDays: [] });
    expect(printed).toContain('It takes the place of the notice that was loaded before.');
    // 8 October 2028 is a Sunday again.
    expect((await road()).applyBefore).toBe('2028-10-09');
    expect(await stored()).toEqual([
      {
        year: 2028,
        notice: NOTICE.notice,
        rest_days: NOTICE.restDays,
        work_days: [],
        loaded_at: world.app.now(),
        loaded_by: 'command',
      },
    ]);
    const lines = (await auditOf(world, 'court')).filter(({ action }) => action === 'load-holidays');
    expect(lines.map(({ facts }) => facts)).toMatchObject([
      { year: 2028, before: 'nothing', workDays: ['2028-10-08'] },
      { year: 2028, before: 'loaded', workDays: [] },
    ]);
  });

  test('a case list is read by it too', async () => {
    // A year after 10 February 2026 is a day of the Spring Festival of 2027, as it is invented here.
    const due = '判决生效后一年内付清';
    const said = async () => {
      const line = { number: '（2026）浙9999民初901号', id: fictionalId(1), due };
      const fileId = await uploadList(world, clerk, await writeList([line]));
      const { batchId } = await (await world.as(clerk)).does('check-case-list', { fileId });
      const { problems } = await (await world.as(clerk)).does('get-import', { batchId });
      return problems.find(({ original }) => original === due);
    };
    expect(await said()).toMatchObject({
      level: 'warning',
      problem: '已换算为2027年2月10日届满，该年放假安排还没有录入，未考虑顺延',
      suggestion: expect.stringContaining('npm run load-holidays'),
    });
    const festival = ['05', '06', '07', '08', '09', '10', '11'].map((d) => `2027-02-${d}`);
    await load({ year: 2027, notice: '2027年放假通知（测试用，虚构）', restDays: festival, workDays: [] });
    expect(await said()).toMatchObject({
      level: 'corrected',
      problem: '已换算为2027年2月12日届满（末日是休息日，顺延）',
    });
  });
});
