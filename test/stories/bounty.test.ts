import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runSweep } from '../../cloudfunctions/server/sweeps/run-sweep';
import type { Day } from '../../shared/day';
import { createCase, createCounty } from '../county';
import { type Desk, filedCase, openDesk, publishedNotice, refused, TEN_PERCENT } from '../desk-stories';
import { createWorld, type World } from '../world';

let world: World;
let county: Awaited<ReturnType<typeof createCounty>>;
let desk: Desk;
beforeAll(async () => {
  world = await createWorld('2026-03-02T01:00:00Z');
  county = await createCounty(world);
  desk = await openDesk(world, county);
});
afterAll(() => world.close());
beforeEach(() => world.setNow('2026-03-02T02:00:00Z'));

const APPLICATION = { promise: TEN_PERCENT, promisesToPay: true, ways: ['online'] } as const;
const applied = async () => {
  const filed = await filedCase(world, county);
  const { bountyId } = await filed.creditor.does('apply-for-bounty', {
    ...APPLICATION,
    ways: ['online'],
    caseId: filed.caseId,
  });
  return { ...filed, bountyId };
};
const GRANT = {
  decision: 'granted',
  text: '征集被执行人可供执行的财产线索。',
  expiresDay: '2026-06-30' as Day,
} as const;

describe('the creditor applies', () => {
  test('only after enforcement was filed', async () => {
    const { caseId, obligee } = await createCase(world);
    const creditor = await world.as(obligee.accountId);
    const apply = creditor.does('apply-for-bounty', { ...APPLICATION, ways: ['online'], caseId });
    expect(await refused(apply)).toBe('bounty-not-filed');
  });

  test('with a promise to pay, an amount, and the way of publishing', async () => {
    const { caseId, creditor } = await filedCase(world, county);
    const ask = (input: object) => creditor.asks('apply-for-bounty', { caseId, ...APPLICATION, ...input });
    const said = async (input: object) =>
      ((await ask(input)) as { refusal?: { message: string } }).refusal?.message ?? 'taken';
    expect(await said({ promisesToPay: false })).toContain('承诺');
    expect(await said({ promise: { mode: 'share' } })).toBe('请填写比例。');
    expect(await said({ ways: [] })).toContain('发布方式');
    expect(await said({ payer: 'insurer' })).toBe('由保险支付的，请填写保单号。');
    expect(await said({})).toBe('taken');
    expect(await said({})).toContain('不必重复申请');
  });

  test('and the debtor does not', async () => {
    const { caseId, obligor } = await filedCase(world, county);
    const debtor = await world.as(obligor.accountId);
    expect(await refused(debtor.does('apply-for-bounty', { ...APPLICATION, ways: ['online'], caseId }))).toBe(
      'not-for-your-role',
    );
  });
});

describe('the court decides', () => {
  test('within ten days, and the clock is seen', async () => {
    const { bountyId } = await applied();
    const mine = async () =>
      (await desk.judge.does('list-bounties', {})).bounties.find((one) => one.bountyId === bountyId)!;
    expect((await mine()).decideBy).toEqual({ day: '2026-03-12', certain: true });
    expect((await mine()).isOverdue).toBe(false);
    world.setNow('2026-03-13T02:00:00Z');
    desk = { ...desk, judge: await world.as(county.judge) };
    expect((await mine()).isOverdue).toBe(true);
  });

  test('with a text in which no number, no address and no creditor stands', async () => {
    const { bountyId } = await applied();
    const decide = (text: string) => desk.judge.does('decide-bounty', { bountyId, ...GRANT, text });
    for (const text of [
      '请拨打 19900001001 联系。',
      '证件号码 99999919800101004X 的人。',
      '住在虹溪镇宋家村12号的人。',
      '何家福愿意支付奖励，请大家提供线索。',
    ]) {
      expect(await refused(decide(text))).toBe('bounty-text-wrong');
    }
  });

  test('and another person looks at the text before anybody reads it', async () => {
    const { bountyId } = await applied();
    await desk.judge.does('decide-bounty', { bountyId, ...GRANT });
    expect(await refused(desk.judge.does('approve-bounty', { bountyId, decision: 'publish' }))).toBe(
      'bounty-own',
    );
    const { notices } = await world.anybody.does('list-bounty-notices', {});
    expect(notices).toEqual([]);
    await desk.otherJudge.does('approve-bounty', { bountyId, decision: 'send-back', note: '写清是什么财产' });
    await desk.judge.does('decide-bounty', { bountyId, ...GRANT });
    const { number } = await desk.otherJudge.does('approve-bounty', { bountyId, decision: 'publish' });
    expect(number).toMatch(/^2026-\d{4}$/);
  });

  test('looking for a person only by a decision of its own', async () => {
    const filed = await filedCase(world, county);
    const { bountyId } = await filed.creditor.does('apply-for-bounty', {
      ...APPLICATION,
      ways: ['online'],
      caseId: filed.caseId,
      sought: 'person',
    });
    expect(await refused(desk.judge.does('decide-bounty', { bountyId, ...GRANT }))).toBe('bounty-person');
    await desk.judge.does('decide-bounty', { bountyId, ...GRANT, personDecision: '（2026）浙9999执1号之一' });
  });

  test('and never of a minor', async () => {
    const { bountyId, obligor } = await applied();
    await world.db
      .updateTable('parties')
      .set({ id_number_sealed: world.app.vault.seal('id_number', '999999201001010015') })
      .where('party_id', '=', obligor.partyId)
      .execute();
    await desk.judge.does('decide-bounty', { bountyId, ...GRANT });
    expect(await refused(desk.chief.does('approve-bounty', { bountyId, decision: 'publish' }))).toBe(
      'bounty-debtor-minor',
    );
  });
});

describe('everybody reads', () => {
  test('what the law allows to be published, and nothing else', async () => {
    const { number, caseId } = await publishedNotice(world, county, desk);
    const notice = await world.anybody.does('get-bounty-notice', { number });
    expect(notice).toMatchObject({
      number,
      courtName: '青溪县人民法院',
      debtorName: '郑小满',
      area: '虹溪镇',
      mode: 'share',
      shareBp: 1_000,
      sought: 'property',
      publishedDay: '2026-03-02',
      expiresDay: '2026-06-30',
    });
    expect(notice.address).toBe(`http://zhiqian.test/#/citizen/bounty-notice/index?number=${number}`);
    expect(notice.qr).toMatch(/^data:image\/png;base64,/);
    const { case_number } = await world.db
      .selectFrom('cases')
      .select('case_number')
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow();
    const said = JSON.stringify({ ...notice, qr: '' });
    for (const secret of [
      case_number,
      caseId,
      '何家福',
      '19900001001',
      '宋家村',
      '5000000',
      '99999919800101004X',
    ])
      expect(said).not.toContain(secret);
  });

  test('until its last day is over', async () => {
    const { number, bountyId } = await publishedNotice(world, county, desk);
    world.setNow('2026-06-30T15:00:00Z');
    await runSweep(world.app);
    expect(await refused(world.anybody.does('get-bounty-notice', { number }))).toBe('done');
    world.setNow('2026-06-30T16:00:00Z');
    expect(await refused(world.anybody.does('get-bounty-notice', { number }))).toBe('bounty-unknown');
    await runSweep(world.app);
    expect(await stateOf(bountyId)).toEqual({ state: 'ended', ending: 'expired' });
  });

  test('or the case is performed', async () => {
    const { bountyId, caseId } = await publishedNotice(world, county, desk);
    await world.db.updateTable('cases').set({ status: 'performed' }).where('case_id', '=', caseId).execute();
    await runSweep(world.app);
    expect(await stateOf(bountyId)).toEqual({ state: 'ended', ending: 'performed' });
  });

  test('or the court orders it away', async () => {
    const { bountyId, number } = await publishedNotice(world, county, desk);
    await desk.chief.does('take-down-bounty', { bountyId, reason: '双方和解' });
    expect(await refused(world.anybody.does('get-bounty-notice', { number }))).toBe('bounty-unknown');
  });

  const stateOf = (bountyId: string) =>
    world.db
      .selectFrom('bounty_notices')
      .select(['state', 'ending'])
      .where('bounty_id', '=', bountyId)
      .executeTakeFirstOrThrow();
});

test('whoever follows a town is told of it by its name and nothing else, once, and not at night', async () => {
  const follower = await world.as(county.neighbourLiaison);
  await follower.does('follow-area', { townId: 'town_hongxi000', follows: true });
  expect((await follower.does('list-followed-areas', {})).towns).toEqual([
    { townId: 'town_hongxi000', name: '虹溪镇', follows: true },
    { townId: 'town_yunling00', name: '云岭镇', follows: false },
  ]);
  world.setNow('2026-03-02T13:00:00Z');
  await publishedNotice(world, county, desk);
  world.sms.sent = [];
  await runSweep(world.app);
  const told = () => world.sms.sent.filter(({ template }) => template === 'ring-area-news');
  expect(told()).toEqual([]);
  world.setNow('2026-03-03T01:00:00Z');
  await runSweep(world.app);
  await runSweep(world.app);
  expect(told().map(({ to, text, fields }) => ({ to, text, fields }))).toEqual([
    {
      to: '19900000007',
      text: '【青溪县人民法院】您关注的虹溪镇有新的公告，请打开执前通查看。',
      fields: { area: '虹溪镇' },
    },
  ]);
});
