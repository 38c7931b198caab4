import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SEALED } from '../../cloudfunctions/server/sensitive';
import { rewardSums } from '../../shared/cases/reward';
import type { Day } from '../../shared/day';
import { fen } from '../../shared/money';
import { createCounty } from '../county';
import {
  acceptedClue,
  type Desk,
  deviceNamed,
  filedCase,
  openDesk,
  publishedNotice,
  refused,
  tell,
  yuan,
} from '../desk-stories';
import { createWorld, type World } from '../world';

let world: World;
let county: Awaited<ReturnType<typeof createCounty>>;
let desk: Desk;
beforeAll(async () => {
  world = await createWorld('2026-03-02T02:00:00Z');
  county = await createCounty(world);
  desk = await openDesk(world, county);
});
afterAll(() => world.close());
beforeEach(() => world.setNow('2026-03-02T02:00:00Z'));

const PAYEE = {
  name: '温暖',
  idNumber: '999999198808080010',
  phone: '19900000777',
  bankName: '青溪农商行',
  bankAccount: '6200000000000000777',
  declares: true as const,
};

/** A clue under a notice that promises ten percent. */
const clue = async (more: Parameters<typeof publishedNotice>[3] = {}) => {
  const notice = await publishedNotice(world, county, desk, more);
  const tip = await acceptedClue(world, desk, { caseId: notice.caseId, number: notice.number });
  return { ...notice, ...tip, notice: notice.number };
};
const propose = (tipNumber: number, realized = yuan(100_000)) =>
  desk.judge.does('propose-reward', { tipNumber, realized, basis: '货车变价款到账' });
const approveBoth = async (rewardId: string) => {
  await desk.otherJudge.does('decide-reward', { rewardId, decision: 'approve' });
  await desk.chief.does('decide-reward', { rewardId, decision: 'approve' });
};
const approved = async (more: Parameters<typeof publishedNotice>[3] = {}) => {
  const one = await clue(more);
  const { rewardId, amount } = await propose(one.number);
  await approveBoth(rewardId);
  return { ...one, rewardId, amount };
};
const opened = async (number: number) => {
  const { openingId } = await desk.custodian.does('ask-tipster-opening', {
    number,
    reason: 'pay',
    words: '发放奖励，核对账户',
  });
  await desk.chief.does('decide-tipster-opening', { openingId, decision: 'granted' });
  return desk.custodian.does('open-tipster', { openingId });
};
const lineOf = async (rewardId: string) => {
  for (const filter of ['open', 'ended'] as const) {
    const { rewards } = await desk.otherChief.does('list-rewards', { filter });
    const found = rewards.find((one) => one.rewardId === rewardId);
    if (found) return found;
  }
  throw new Error('no such reward');
};

describe('the sum', () => {
  test.each([
    [
      'ten percent of what came in',
      { mode: 'share', share: { numerator: 1000, denominator: 10_000 } },
      null,
      1_000_000,
      100_000,
      0,
    ],
    [
      'not above the cap',
      { mode: 'share', share: { numerator: 1000, denominator: 10_000 }, cap: fen(30_000) },
      null,
      1_000_000,
      30_000,
      0,
    ],
    ['not above what came in', { mode: 'fixed', amount: fen(500_000) }, null, 120_000, 120_000, 0],
    [
      'paid by the insurer up to the cover',
      { mode: 'fixed', amount: fen(500_000) },
      fen(200_000),
      1_000_000,
      500_000,
      200_000,
    ],
    [
      'half a fen upwards',
      { mode: 'share', share: { numerator: 5, denominator: 10_000 } },
      null,
      1_000,
      1,
      0,
    ],
  ] as const)('%s', (_what, promise, coverFen, realized, bounty, fromInsurer) => {
    const sums = rewardSums(
      { promise: promise as never, payer: coverFen === null ? 'creditor' : 'insurer', coverFen },
      fen(realized),
    );
    expect(sums).toEqual({
      bounty,
      fromInsurer,
      fromCreditor: bounty - fromInsurer,
      creditorNet: realized - (bounty - fromInsurer),
    });
  });
});

describe('a reward is due', () => {
  test('only for a clue that the court did not have', async () => {
    const { caseId } = await publishedNotice(world, county, desk);
    const { tipId, number } = await tell(world);
    await desk.desk.does('decide-tip', { tipId, decision: 'accept', caseId, knownBefore: true });
    expect(await refused(propose(number))).toBe('reward-not-due');
  });

  test('only under a notice that was shown when it came', async () => {
    const { caseId } = await filedCase(world, county);
    const { number } = await acceptedClue(world, desk, { caseId });
    expect(await refused(propose(number))).toBe('reward-not-due');
  });

  test('to the first in order, whichever of them is named', async () => {
    const { tipId, number: first } = await clue();
    const later = await tell(world, { device: deviceNamed(4) });
    await desk.desk.does('decide-tip', { tipId: later.tipId, decision: 'accept', sameAs: tipId });
    const { rewardId } = await propose(later.number);
    expect((await lineOf(rewardId)).number).toBe(first);
    expect(await refused(propose(first))).toBe('reward-exists');
    const marked = desk.desk.does('mark-tip-false', { tipId, reason: '事后反悔' });
    expect(await refused(marked)).toBe('tip-reward-under-way');
  });
});

describe('two others approve', () => {
  test('neither who proposed it, nor one twice', async () => {
    const { number } = await clue();
    const { rewardId, amount } = await propose(number);
    expect(amount).toBe(yuan(10_000));
    const decide = (who: Desk[keyof Omit<Desk, 'ids'>]) =>
      who.does('decide-reward', { rewardId, decision: 'approve' });
    expect(await refused(decide(desk.judge))).toBe('reward-own');
    await decide(desk.otherJudge);
    expect(await refused(decide(desk.otherJudge))).toBe('reward-own');
    expect((await lineOf(rewardId)).state).toBe('approved-once');
    await decide(desk.chief);
    expect(await lineOf(rewardId)).toMatchObject({ state: 'approved', approvedBy: ['方正', '高远'] });
  });

  test('or refuse, with a reason that he reads; his objection is answered by somebody else', async () => {
    const { number, code } = await clue();
    const { rewardId } = await propose(number);
    await desk.chief.does('decide-reward', { rewardId, decision: 'refuse', note: '款项不是凭这条线索到账' });
    const mine = async () => (await world.anybody.does('open-tip', { code })).reward!;
    expect(await mine()).toMatchObject({ state: 'refused', amount: null, note: '款项不是凭这条线索到账' });
    await world.anybody.does('dispute-reward', { code, words: '货车就是在我说的地方找到的。' });
    const answer = (who: Desk['chief'], upheld: boolean) =>
      who.does('answer-reward-dispute', { rewardId, upheld, answer: '经复核，支持您的意见' });
    expect(await refused(answer(desk.chief, true))).toBe('reward-own');
    expect((await lineOf(rewardId)).dispute?.words).toBe('货车就是在我说的地方找到的。');
    await answer(desk.otherChief, true);
    expect(await mine()).toMatchObject({ state: 'proposed', dispute: { answer: '经复核，支持您的意见' } });
  });
});

describe('the payee proves himself', () => {
  test('by his code and who he is; then two named people together open it, and it is paid', async () => {
    const { code, number, rewardId, amount } = await approved();
    const { sentence } = await world.anybody.does('claim-reward', { code, ...PAYEE });
    expect(sentence).toContain('身份已经登记');
    const pay = () =>
      desk.custodian.does('pay-reward', { rewardId, paidDay: '2026-03-02' as Day, reference: '20260302001' });
    expect(await refused(pay())).toBe('reward-needs-opening');
    const { declares: _declared, ...identity } = PAYEE;
    expect(await opened(number)).toMatchObject(identity);
    const { receiptNumber } = await pay();
    expect(receiptNumber).toMatch(/^奖励〔2026〕\d+号$/);
    expect(await refused(pay())).toBe('reward-state-forbids');
    const { reward } = await world.anybody.does('open-tip', { code });
    expect(reward).toMatchObject({
      state: 'paid',
      amount,
      receipt: { number: receiptNumber, paidDay: '2026-03-02' },
    });
    const { ledger } = await lineOf(rewardId);
    expect(ledger).toEqual([
      { account: 'realized', debit: yuan(100_000), credit: 0 },
      { account: 'creditor', debit: 0, credit: yuan(90_000) },
      { account: 'tipster', debit: 0, credit: yuan(10_000) },
    ]);
  });

  test('with an insurer the entries balance too', async () => {
    const { code, number, rewardId } = await approved({
      payer: 'insurer',
      policyNumber: 'PICC-0001',
      cover: yuan(4_000) as never,
    });
    await world.anybody.does('claim-reward', { code, ...PAYEE });
    await opened(number);
    await desk.custodian.does('pay-reward', {
      rewardId,
      paidDay: '2026-03-02' as Day,
      reference: '20260302002',
    });
    const line = await lineOf(rewardId);
    expect(line).toMatchObject({
      fromInsurer: yuan(4_000),
      fromCreditor: yuan(6_000),
      policyNumber: 'PICC-0001',
    });
    const sum = (side: 'debit' | 'credit') => line.ledger.reduce((total, one) => total + one[side], 0);
    expect(sum('debit')).toBe(yuan(104_000));
    expect(sum('credit')).toBe(sum('debit'));
  });

  test('and the database keeps no ledger that does not balance', async () => {
    const { rewardId } = await approved();
    const unbalanced = world.db
      .insertInto('reward_ledger')
      .values({
        court_id: county.courtId,
        reward_id: rewardId,
        account: 'tipster',
        credit_fen: yuan(1),
        at: world.app.now(),
      })
      .execute();
    await expect(unbalanced).rejects.toThrow('does not balance');
  });

  test('a number with a slip is not taken, and nothing before the approval', async () => {
    const { code } = await approved();
    const wrong = world.anybody.does('claim-reward', { code, ...PAYEE, idNumber: '999999198808080018' });
    expect(await refused(wrong)).toBe('reward-identity-wrong');
    const early = await clue();
    expect(await refused(world.anybody.does('claim-reward', { code: early.code, ...PAYEE }))).toBe(
      'reward-none',
    );
  });
});

describe('who may not take it', () => {
  const claimAs = async (more: Partial<typeof PAYEE>) => {
    const one = await approved();
    await world.anybody.does('claim-reward', { code: one.code, ...PAYEE, ...more });
    return { ...one, line: await lineOf(one.rewardId) };
  };

  test('a party of the case, found by number or telephone', async () => {
    const { line, code } = await claimAs({ phone: '19900002001' });
    expect(line).toMatchObject({ state: 'void', exclusion: 'party' });
    expect((await world.anybody.does('open-tip', { code })).claim).toContain('您不能领取');
  });

  test('a member of the court', async () => {
    const { line } = await claimAs({ phone: '19900000002' });
    expect(line).toMatchObject({ state: 'void', exclusion: 'court-staff' });
  });

  test('a liaison, unless the court says otherwise in writing', async () => {
    const { line, rewardId, number } = await claimAs({ phone: '19900000007' });
    expect(line).toMatchObject({ state: 'blocked', exclusion: 'liaison' });
    expect(
      (await desk.custodian.does('list-tipster-openings', {})).toPay.map((one) => one.rewardId),
    ).not.toContain(rewardId);
    await desk.chief.does('release-payee', { rewardId, document: '（2026）浙9999执1号之二' });
    expect((await desk.custodian.does('list-tipster-openings', {})).toPay).toContainEqual({
      rewardId,
      number,
      amount: yuan(10_000),
    });
  });

  test('whom the custodian finds to be bound to report; then the next in order has the claim', async () => {
    const { tipId, number, code, rewardId } = await approved();
    const later = await tell(world, { device: deviceNamed(5) });
    await desk.desk.does('decide-tip', { tipId: later.tipId, decision: 'accept', sameAs: tipId });
    await world.anybody.does('claim-reward', { code, ...PAYEE });
    await opened(number);
    await desk.custodian.does('exclude-payee', {
      rewardId,
      exclusion: 'duty-to-report',
      reason: '是协助执行单位的经办人',
    });
    const next = await propose(number);
    expect((await lineOf(next.rewardId)).number).toBe(later.number);
  });
});

describe('who gave a tip', () => {
  const asked = async () => {
    const { code, number } = await approved();
    await world.anybody.does('claim-reward', { code, ...PAYEE });
    const { openingId } = await desk.custodian.does('ask-tipster-opening', {
      number,
      reason: 'danger',
      words: '有人在打听他，需要联系保护',
    });
    return { openingId, number };
  };
  const open = (openingId: string) => desk.custodian.does('open-tipster', { openingId });

  test('opens only on another’s word, to whom it was given, for a day; each time is told', async () => {
    const { openingId } = await asked();
    expect(await refused(open(openingId))).toBe('opening-closed');
    await desk.chief.does('decide-tipster-opening', { openingId, decision: 'granted' });
    await open(openingId);
    await open(openingId);
    const lines = await world.db
      .selectFrom('audit_lines')
      .select(['actor', 'facts'])
      .where('action', '=', 'open-tipster')
      .where(sql<boolean>`facts->>'openingId' = ${openingId}`)
      .execute();
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({
      actor: desk.ids.custodian,
      facts: { reason: 'danger', approvedBy: county.chief },
    });
    world.setNow('2026-03-03T02:00:01Z');
    const later = await world.as(desk.ids.custodian);
    expect(await refused(later.does('open-tipster', { openingId }))).toBe('opening-closed');
  });

  test('not by him who asked for it, though he were both', async () => {
    const { openingId } = await asked();
    await world.db
      .insertInto('role_grants')
      .values({
        court_id: county.courtId,
        account_id: desk.ids.custodian,
        role: 'chief',
        village_id: null,
        town_id: null,
        team_id: null,
        valid_from: '2025-01-01' as Day,
      })
      .execute();
    const own = desk.custodian.does('decide-tipster-opening', { openingId, decision: 'granted' });
    expect(await refused(own)).toBe('opening-own');
    await world.db
      .deleteFrom('role_grants')
      .where('account_id', '=', desk.ids.custodian)
      .where('role', '=', 'chief')
      .execute();
  });

  test('stands in no list and no row in clear', async () => {
    const { number } = await asked();
    const rewards = await desk.otherChief.does('list-rewards', {});
    const openings = await desk.custodian.does('list-tipster-openings', {});
    const tips = await desk.desk.does('list-tips', { filter: 'ended' });
    const { tip_id } = await world.db
      .selectFrom('tips')
      .select('tip_id')
      .where('seq', '=', number)
      .executeTakeFirstOrThrow();
    const tip = await desk.desk.does('read-tip', { tipId: tip_id });
    const rows = await world.db.selectFrom('tipsters').selectAll().execute();
    const said = JSON.stringify([rewards, openings, tips, tip, rows]);
    for (const secret of [PAYEE.name, PAYEE.idNumber, PAYEE.phone, PAYEE.bankAccount])
      expect(said).not.toContain(secret);
    expect(() => world.app.vault.open(SEALED.tipster, rows[0]!.identity_sealed)).toThrow();
    expect(() => world.app.tipVault.open(SEALED.tipster, rows[0]!.identity_sealed)).toThrow();
  });
});

describe('figures', () => {
  test('tell nothing that stands for fewer than five', async () => {
    const own = await createWorld('2026-03-02T02:00:00Z');
    try {
      const there = await createCounty(own);
      const theirs = await openDesk(own, there);
      const figures = async () =>
        theirs.judge.does('get-tip-figures', { from: '2026-01-01' as Day, to: '2026-03-31' as Day });
      for (let at = 0; at < 4; at++) await tell(own, { device: deviceNamed(at) });
      expect((await figures()).months).toEqual([{ month: '2026-03', tips: null }]);
      await tell(own, { device: deviceNamed(9) });
      const five = await figures();
      expect(five).toMatchObject({
        tips: 5,
        months: [{ month: '2026-03', tips: 5 }],
        ledToMoney: 0,
        paid: null,
      });
      expect(five.medians.accepted).toBeNull();
      const { caseId } = await filedCase(own, there);
      own.setNow('2026-03-02T02:30:00Z');
      for (const { tip_id } of await own.db.selectFrom('tips').select('tip_id').execute())
        await theirs.desk.does('decide-tip', { tipId: tip_id, decision: 'accept', caseId });
      expect((await figures()).medians.accepted).toBe(30);
    } finally {
      await own.close();
    }
  });
});
