import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lawSettingsOf } from '../../cloudfunctions/server/law-settings';
import { DEFAULT_SETTINGS } from '../../shared/law/settings';
import { fen } from '../../shared/money';
import { createAccount, createCounty } from '../county';
import {
  auditOf,
  type County,
  faithful,
  type Parties,
  type Person,
  payAndConfirm,
  supervisedCase,
} from '../party-stories';
import { createWorld, type World } from '../world';

describe('a court says how it reads a disputed point', () => {
  let world: World;
  let county: County;
  let admin: Person;
  let parties: Parties;
  beforeAll(async () => {
    // A hundred days after the due day of 2026-03-20.
    world = await createWorld('2026-06-28T01:00:00Z');
    county = await createCounty(world);
    await world.db
      .insertInto('courts')
      .values({ court_id: 'court_other', name: '别县人民法院', county: '别县', phone: '0999-7000000' })
      .execute();
    const account = { name: '夏成', phone: '19900000010', role: 'admin' } as const;
    admin = faithful(world, await createAccount(world, account));
    parties = await supervisedCase(world, county, { costs: fen(100_000) });
  });
  afterAll(() => world.close());

  const statement = async ({ obligor, caseId }: Parties = parties) =>
    (await obligor.does('get-my-case', { caseId })).record.statement;
  const readings = async () => (await statement()).citations.flatMap(({ reading }) => reading ?? []);
  const inUse = (courtId: string) => world.db.transaction().execute((tx) => lawSettingsOf({ tx, courtId }));

  test('until it does, the defaults hold and are named', async () => {
    // 51,000 × 0.0175% × 100 days; the fee 50 + 41,000 × 1.5%.
    expect(await statement()).toMatchObject({ doubled: 89_250, dailyDoubled: 893, executionFee: 66_500 });
    expect(await readings()).toEqual([
      '本院口径：从履行期满的第二天起算，付款当天计入',
      '本院口径：文书确定由义务人负担的诉讼费用计入加倍部分的计算基数',
      '本院口径：执行费按请求执行的金额计算',
      '本院口径：计算执行费时不计入迟延履行利息',
    ]);
  });

  test('the same case then has another figure, with the chosen reading beside it', async () => {
    await admin.does('set-law-settings', { expiryDayCounts: true, doubledBaseIncludesCosts: false });
    // 50,000 × 0.0175% × 101 days.
    expect(await statement()).toMatchObject({ doubled: 88_375, dailyDoubled: 875, executionFee: 66_500 });
    expect((await readings()).slice(0, 2)).toEqual([
      '本院口径：履行期满当天即计入，付款当天也计入',
      '本院口径：诉讼费用不计入加倍部分的计算基数',
    ]);
  });

  test('the execution fee follows its own two readings', async () => {
    const { readings: said } = await admin.does('set-law-settings', {
      executionFeeOn: 'realized',
      executionFeeIncludesDelayedInterest: true,
    });
    // On 51,000 + 892.50: 50 + 41,892.50 × 1.5%. What is no longer named has its default again.
    expect(await statement()).toMatchObject({ doubled: 89_250, executionFee: 67_839 });
    expect(said).toContain('本院口径：计算执行费时计入迟延履行利息');
    expect((await readings()).slice(2)).toEqual([
      '本院口径：执行费按实际执行到位的金额计算',
      '本院口径：计算执行费时计入迟延履行利息',
    ]);
  });

  test('who set what stands in the audit, and another court is untouched', async () => {
    const lines = await auditOf(world, 'court');
    const set = lines.filter(({ action }) => action === 'set-law-settings');
    expect(set.map(({ facts }) => facts)).toEqual([
      { ...DEFAULT_SETTINGS, expiryDayCounts: true, doubledBaseIncludesCosts: false },
      { ...DEFAULT_SETTINGS, executionFeeOn: 'realized', executionFeeIncludesDelayedInterest: true },
    ]);
    expect(await inUse('court_other')).toEqual(DEFAULT_SETTINGS);
  });

  test.each([
    [{ expiryDaysCount: true }, /没有“expiryDaysCount”这个口径，可以设置的是：.*expiryDayCounts/],
    [{ expiryDayCounts: 'true' }, '“expiryDayCounts”只能填 true 或 false。'],
    [{ daysAYear: 366 }, '“daysAYear”只能填 360 或 365。'],
    [{ executionFeeOn: 'both' }, '“executionFeeOn”只能填 claim 或 realized。'],
    [[true], /口径设置要写成/],
  ])('%j is refused, and nothing has changed', async (bad, sentence) => {
    const before = await inUse('court_qingxi');
    await expect(admin.does('set-law-settings', bad as never)).rejects.toThrow(sentence);
    expect(await inUse('court_qingxi')).toEqual(before);
  });

  test('only the administrator sets them', async () => {
    const chief = await world.as(county.chief);
    await expect(chief.does('set-law-settings', {})).rejects.toMatchObject({ code: 'not-for-your-role' });
  });

  test('what is stored beside them stays', async () => {
    const stored = () =>
      world.db
        .selectFrom('courts')
        .select('settings')
        .where('court_id', '=', 'court_qingxi')
        .executeTakeFirst();
    await world.db
      .updateTable('courts')
      .set({ settings: JSON.stringify({ shortName: '青' }) })
      .where('court_id', '=', 'court_qingxi')
      .execute();
    await admin.does('set-law-settings', { daysAYear: 360 });
    expect(await stored()).toEqual({ settings: { shortName: '青', law: { daysAYear: 360 } } });
  });

  test('a case that was performed in full stays so when the court reads otherwise', async () => {
    await admin.does('set-law-settings', {});
    const done = await supervisedCase(world, county);
    await payAndConfirm(done, 5_087_500, '2026-06-28');
    const before = await statement(done);
    expect(before).toMatchObject({ total: 0, waived: 0 });
    await admin.does('set-law-settings', { expiryDayCounts: true });
    expect(await statement(done)).toEqual(before);
  });

  test('what somebody wrote into the database by hand gives no figure, but a sentence', async () => {
    await world.db
      .updateTable('courts')
      .set({ settings: JSON.stringify({ law: { expiryDayCounts: 'yes' } }) })
      .where('court_id', '=', 'court_qingxi')
      .execute();
    await expect(statement()).rejects.toThrow(
      /计算口径设置有误.*“expiryDayCounts”只能填 true 或 false。请管理员/,
    );
  });
});
