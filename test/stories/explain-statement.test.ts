import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '../../shared/day';
import { READINGS } from '../../shared/law/wording';
import { fen, sumFen } from '../../shared/money';
import { createAccount, createCounty } from '../county';
import {
  agreeOn,
  auditOf,
  type County,
  faithful,
  type Parties,
  type Person,
  pay,
  payAndConfirm,
  supervisedCase,
} from '../party-stories';
import { createWorld, type World } from '../world';

/** A hundred days after the due day of 2026-03-20. */
const TODAY = '2026-06-28T01:00:00Z';

describe('「怎么算的」', () => {
  let world: World;
  let county: County;
  beforeAll(async () => {
    world = await createWorld(TODAY);
    county = await createCounty(world);
  });
  afterAll(() => world.close());

  const explained = ({ obligor, caseId }: Parties, asOf?: string, who: Person = obligor) =>
    who.does('explain-statement', { caseId, ...(asOf ? { asOf: day(asOf) } : {}) });
  const owed = async ({ obligor, caseId }: Parties) =>
    (await obligor.does('get-my-case', { caseId })).record.statement;
  const heads = (items: { label: string; amount: number }[]) =>
    Object.fromEntries(items.map(({ label, amount }) => [label, amount]));

  async function withInterest(parties: Parties): Promise<void> {
    const terms = { general_numerator: 6, general_denominator: 100, general_start: day('2026-01-01') };
    await world.db
      .updateTable('cases')
      .set({ ...terms, general_per: 'year' })
      .where('case_id', '=', parties.caseId)
      .execute();
  }

  test('a debtor without payments reads one run: how much, how long, at what rate', async () => {
    const parties = await supervisedCase(world, county, { costs: fen(100_000) });
    const { doubled, general, left, total, daily, payments } = await explained(parties);
    // 51,000 × 100 × 1.75 in ten thousand.
    expect(doubled).toEqual({
      rate: '万分之1.75',
      factor: '万分之1.75',
      runs: [
        {
          from: '2026-03-21',
          to: '2026-06-28',
          days: 100,
          base: 5_100_000,
          costs: 100_000,
          amount: 89_250,
        },
      ],
      total: 89_250,
      paid: 0,
      left: 89_250,
    });
    expect({ general, payments, total }).toEqual({ general: null, payments: [], total: 5_189_250 });
    expect(left.title).toBe('截至2026年6月28日，还欠 51,892.50 元');
    expect(heads(left.items)).toEqual({
      诉讼费用: 100_000,
      本金: 5_000_000,
      '迟延履行利息（加倍部分）': 89_250,
    });
    expect(daily).toEqual({ after: '2026-06-28', doubled: 893, general: 0 });
  });

  test('after payments every figure is that of his case to the fen, and the parts make the whole', async () => {
    const parties = await supervisedCase(world, county, { costs: fen(52_500) });
    await withInterest(parties);
    await payAndConfirm(parties, 1_000_000, '2026-04-01');
    await payAndConfirm(parties, 333_333, '2026-05-15');
    const statement = await owed(parties);
    const answer = await explained(parties);
    expect(answer.total).toBe(statement.total);
    expect(answer.asOf).toBe(statement.asOf);
    expect(answer.application!.fee).toBe(statement.executionFee);
    expect(answer.daily!.doubled).toBe(statement.dailyDoubled);
    expect(heads(answer.left.items)).toEqual({
      本金: statement.principal,
      文书写明的利息: statement.general,
      '迟延履行利息（加倍部分）': statement.doubled,
    });
    expect(sumFen(answer.left.items.map(({ amount }) => amount))).toBe(answer.total);
    expect(answer.payments.map(({ items }) => sumFen(items.map(({ amount }) => amount)))).toEqual([
      1_000_000, 333_333,
    ]);
    expect(heads(answer.payments[0]!.items)).toMatchObject({
      诉讼费用: statement.lines[0]!.toCosts,
      本金: statement.lines[0]!.toPrincipal,
    });
    for (const interest of [answer.doubled!, answer.general!]) {
      expect(sumFen(interest.runs.map(({ amount }) => amount))).toBe(interest.total);
      expect(interest.paid + interest.left).toBe(interest.total);
    }
    expect(answer.doubled!.runs).toHaveLength(3);
    expect(answer.general).toMatchObject({ rate: '年利率6%，一年按365天', factor: '6% ÷ 365' });
    expect(answer.general!.paid).toBe(sumFen(statement.lines.map(({ toGeneral }) => toGeneral)));
  });

  test('what if he pays on a later day: only the interest has grown', async () => {
    const parties = await supervisedCase(world, county);
    const today = await explained(parties);
    const later = await explained(parties, '2026-07-08');
    // Ten days at 8.75.
    expect(later.total - today.total).toBe(8_750);
    expect(later.doubled!.runs).toMatchObject([{ from: '2026-03-21', to: '2026-07-08', days: 110 }]);
    expect(later.remarks.join()).toContain('假定到2026年7月8日为止不再付款');
    expect(today.remarks).toEqual([]);
  });

  test('on a past day what was paid later is left out, and that is said', async () => {
    const parties = await supervisedCase(world, county);
    await payAndConfirm(parties, 2_000_000, '2026-05-01');
    const past = await explained(parties, '2026-04-20');
    expect(past.payments).toEqual([]);
    // 50,000 for 31 days.
    expect(past.total).toBe(5_027_125);
    expect(past.remarks).toEqual(['2026年4月20日以后付的钱，没有算在这里面。']);
  });

  test('a day before the due day, or more than a year ahead, is refused with the days that can be asked', async () => {
    const parties = await supervisedCase(world, county);
    const { range } = await explained(parties);
    expect(range).toEqual({ from: '2026-03-20', to: '2027-06-28' });
    await explained(parties, range!.from);
    await explained(parties, range!.to);
    for (const wrong of ['2026-03-19', '2027-06-29']) {
      await expect(explained(parties, wrong)).rejects.toMatchObject({
        code: 'as-of-out-of-range',
        message: '只能算2026年3月20日到2027年6月28日之间的日子，请重新选择日期。',
      });
    }
    for (const wrong of ['2026-02-30', '明天']) {
      await expect(
        parties.obligor.does('explain-statement', { caseId: parties.caseId, asOf: wrong as never }),
      ).rejects.toThrow('日期不对');
    }
  });

  test('before the due day nothing has grown, and he reads from when it will', async () => {
    world.setNow('2026-03-02T01:00:00Z');
    const parties = await supervisedCase(world, county);
    const answer = await explained(parties);
    world.setNow(TODAY);
    expect(answer).toMatchObject({
      asOf: '2026-03-02',
      range: { from: '2026-03-02', to: '2027-03-02' },
      doubled: { runs: [], total: 0 },
      daily: { after: '2026-03-20', doubled: 875 },
    });
  });

  test('of instalments each joins the base after its own day', async () => {
    const portions = ['2026-03-20', '2026-04-20', '2026-06-20'].map((dueDay, index) => ({
      amount: fen([1_000_000, 1_500_000, 2_500_000][index]!),
      dueDay: day(dueDay),
    }));
    const parties = await supervisedCase(world, county, { portions });
    const { doubled } = await explained(parties);
    expect(doubled!.runs.map(({ from, base }) => [from, base])).toEqual([
      ['2026-03-21', 1_000_000],
      ['2026-04-21', 2_500_000],
      ['2026-06-21', 5_000_000],
    ]);
    expect(doubled!.total).toBe((await owed(parties)).doubled);
  });

  test('the application for enforcement: its fee and its last day, both marked, in neutral words', async () => {
    const parties = await supervisedCase(world, county);
    const { application } = await explained(parties);
    expect(application!.applyBefore).toBe('2028-03-20');
    // 50 + 40,000 × 1.5%.
    expect(application!.fee).toBe(65_000);
    const words = application!.words.join('\n');
    expect(words).toContain('大约650.00元（以法院核算为准）');
    expect(words).toContain('2028年3月20日（未核定，以法院核算为准）');
    expect(words).not.toMatch(/被执行人|失信|强制|限制|后果/);
    expect(application!.basis.join()).toContain('第二百五十条');
  });

  test('the court’s readings stand beside the figure that they made', async () => {
    const account = { name: '夏成', phone: '19900000010', role: 'admin' } as const;
    const admin = faithful(world, await createAccount(world, account));
    const parties = await supervisedCase(world, county, { costs: fen(100_000) });
    await admin.does('set-law-settings', { expiryDayCounts: true, doubledBaseIncludesCosts: false });
    const { doubled, readings, citations } = await explained(parties);
    await admin.does('set-law-settings', {});
    expect(doubled!.runs).toMatchObject([{ from: '2026-03-20', days: 101, base: 5_000_000, amount: 88_375 }]);
    expect(readings.map(({ words }) => words)).toEqual([
      READINGS.expiryDayCounts.true,
      READINGS.doubledBaseIncludesCosts.false,
      READINGS.executionFeeOn.claim,
      READINGS.executionFeeIncludesDelayedInterest.false,
    ]);
    expect(readings[0]!.basis).toContain('各地做法不一');
    expect(citations.join()).toMatch(/第二百六十四条.*第十四条/);
    expect(new Set(citations).size).toBe(citations.length);
  });

  test('a payment that nobody has confirmed, and an agreed plan, are said and not reckoned', async () => {
    const parties = await supervisedCase(world, county);
    await agreeOn(parties, [['2026-07-20', 5_087_500]]);
    await parties.obligor.does('register-payment', {
      caseId: parties.caseId,
      ...pay(100_000, '2026-06-28'),
    });
    const { remarks, total } = await explained(parties);
    expect(total).toBe(5_087_500);
    expect(remarks[0]).toBe('另有1笔付款（共1,000.00元）登记了还没有确认，确认以后才算进来。');
    expect(remarks[1]).toContain('按约定付清就算履行完毕');
  });

  test('a performed case shows the account as it was closed, whatever day is asked', async () => {
    const parties = await supervisedCase(world, county);
    const { paymentId } = await parties.obligor.does('register-payment', {
      caseId: parties.caseId,
      ...pay(5_000_000, '2026-06-28'),
    });
    await parties.obligee.does('confirm-payment', { paymentId, settlesInFull: true });
    const answer = await explained(parties, '2026-12-28');
    expect(answer).toMatchObject({
      asOf: '2026-06-28',
      range: null,
      total: 0,
      daily: null,
      application: null,
    });
    expect(answer.left.title).toBe('截至2026年6月28日，还欠 0.00 元');
    expect(answer.remarks.join()).toContain('其余875.00元，权利人表示不再要求');
  });

  test('the creditor and the court read the same; it is audited, and carries who looked', async () => {
    const parties = await supervisedCase(world, county);
    const mine = await explained(parties);
    for (const [who, reader] of [
      [parties.obligee, 'obligee'],
      [faithful(world, county.judge), 'court'],
      [faithful(world, county.officer), 'court'],
    ] as const) {
      const theirs = await explained(parties, undefined, who);
      expect(theirs).toEqual({ ...mine, reader, watermark: theirs.watermark });
    }
    expect(mine.watermark).toContain('郑小满');
    expect((await auditOf(world, parties.caseId)).at(-1)).toMatchObject({
      action: 'explain-statement',
      facts: { asOf: '2026-06-28', reader: 'court' },
    });
  });

  test('the liaison reads what is owed, and nothing of what was paid when or what the creditor may do', async () => {
    const parties = await supervisedCase(world, county);
    const liaison = faithful(world, county.villageLiaison);
    const before = await explained(parties, undefined, liaison);
    expect(before).toMatchObject({ reader: 'liaison', total: 5_087_500, application: null });
    expect(before.doubled!.runs).toHaveLength(1);
    await payAndConfirm(parties, 1_000_000, '2026-06-28');
    const after = await explained(parties, undefined, liaison);
    expect(after).toMatchObject({ payments: [], doubled: null, general: null, total: 4_087_500 });
    expect(after.remarks).toEqual(['付款明细和计算过程只给双方当事人和法院看。']);
    await expect(explained(parties, '2026-06-27', liaison)).rejects.toMatchObject({
      code: 'as-of-out-of-range',
    });
  });

  test('another’s case, another village’s and another court’s are not there', async () => {
    const parties = await supervisedCase(world, county);
    const other = await supervisedCase(world, county);
    await world.db
      .insertInto('courts')
      .values({ court_id: 'court_other', name: '别县人民法院', county: '别县', phone: '0999-7000000' })
      .execute();
    const stranger = await createAccount(world, { name: '外县法官', phone: '19900000011' });
    await world.db
      .updateTable('accounts')
      .set({ court_id: 'court_other' })
      .where('account_id', '=', stranger)
      .execute();
    await world.db
      .insertInto('role_grants')
      .values({ court_id: 'court_other', account_id: stranger, role: 'judge', valid_from: day('2025-01-01') })
      .execute();
    for (const who of [
      other.obligor,
      other.obligee,
      faithful(world, county.neighbourLiaison),
      faithful(world, county.otherOfficer),
      faithful(world, stranger),
    ]) {
      await expect(explained(parties, undefined, who)).rejects.toMatchObject({
        code: 'not-found-or-not-yours',
      });
    }
  });
});
