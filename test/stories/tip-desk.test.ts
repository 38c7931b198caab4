import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runSweep } from '../../cloudfunctions/server/sweeps/run-sweep';
import type { Day } from '../../shared/day';
import { createCase, createCounty } from '../county';
import {
  acceptedClue,
  type Desk,
  deviceNamed,
  filedCase,
  openDesk,
  publishedNotice,
  refused,
  TRUCK,
  tell,
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
beforeEach(async () => {
  world.setNow('2026-03-02T02:00:00Z');
  world.sms.sent = [];
  await world.db.deleteFrom('rings').execute();
});

const rungBy = async () => {
  await runSweep(world.app);
  const rings = world.sms.sent.filter(({ template }) => template.startsWith('ring-'));
  world.sms.sent = [];
  return rings.map(({ to, template }) => `${to.slice(-2)} ${template}`).sort();
};
const read = (tipId: string) => desk.desk.does('read-tip', { tipId });
const as = (accountId: string) => world.as(accountId);
/** The clock may have moved beyond the life of a token. */
const deskNow = async () => {
  desk = await reopen();
  return desk;
};
async function reopen(): Promise<Desk> {
  return { ...desk, desk: await as(desk.ids.desk), officer: await as(county.officer) };
}

describe('the desk decides', () => {
  test('accepts a tip as a clue of a filed case', async () => {
    const { caseId } = await filedCase(world, county);
    const { tipId } = await tell(world);
    await desk.desk.does('decide-tip', { tipId, decision: 'accept', caseId });
    expect(await read(tipId)).toMatchObject({ state: 'accepted', caseId, debtorName: '郑小满' });
  });

  test('of no case whose enforcement was not filed', async () => {
    const { caseId } = await createCase(world);
    const { tipId } = await tell(world);
    const accept = desk.desk.does('decide-tip', { tipId, decision: 'accept', caseId });
    expect(await refused(accept)).toBe('tip-case-not-filed');
  });

  test('refuses with a reason, which he reads', async () => {
    const { tipId, code } = await tell(world);
    const said = await desk.desk.asks('decide-tip', { tipId, decision: 'refuse' });
    expect(said).toMatchObject({ refusal: { message: '请选择不采用的理由。' } });
    await desk.desk.does('decide-tip', {
      tipId,
      decision: 'refuse',
      reason: 'known-already',
      note: '谢谢您。',
    });
    expect((await world.anybody.does('open-tip', { code })).note).toBe('法院已经掌握。谢谢您。');
  });

  test('where a person is, is accepted only where the court allowed to look for him', async () => {
    const { caseId } = await publishedNotice(world, county, desk);
    const { tipId } = await tell(world, { about: 'person' });
    const accept = () => desk.desk.does('decide-tip', { tipId, decision: 'accept', caseId });
    expect(await refused(accept())).toBe('tip-person-not-sought');
    const sought = await publishedNotice(world, county, desk, { sought: 'person' });
    const other = await tell(world, { about: 'person', number: sought.number });
    await desk.desk.does('decide-tip', { tipId: other.tipId, decision: 'accept', caseId: sought.caseId });
  });

  test('finds filed cases only, by number or debtor', async () => {
    const filed = await filedCase(world, county);
    const waiting = await createCase(world);
    const { cases } = await desk.desk.does('find-tip-cases', { search: '郑小满' });
    const ids = cases.map(({ caseId }) => caseId);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids).not.toContain(waiting.caseId);
    const { case_number } = await world.db
      .selectFrom('cases')
      .select('case_number')
      .where('case_id', '=', filed.caseId)
      .executeTakeFirstOrThrow();
    const found = await desk.desk.does('find-tip-cases', { search: case_number });
    expect(found.cases.map(({ caseId }) => caseId)).toEqual([filed.caseId]);
  });
});

describe('several tell the same', () => {
  const threeOfOne = async () => {
    const { caseId } = await filedCase(world, county);
    const first = await tell(world, { device: deviceNamed(1) });
    const second = await tell(world, { device: deviceNamed(2) });
    const third = await tell(world, { device: deviceNamed(3) });
    // The desk came to the second one first; the order of receipt stands all the same.
    await desk.desk.does('decide-tip', { tipId: second.tipId, decision: 'accept', caseId });
    for (const { tipId } of [first, third])
      await desk.desk.does('decide-tip', { tipId, decision: 'accept', sameAs: second.tipId });
    return { first, second, third };
  };
  const claimOf = async ({ code }: { code: string }) =>
    (await world.anybody.does('open-tip', { code })).claim.slice(0, 16);

  test('the first in order has the claim, and the others are told so', async () => {
    const { first, second, third } = await threeOfOne();
    expect(await claimOf(first)).toBe('有几个人提供了同样的线索，您是最');
    expect(await claimOf(second)).toBe('同样的线索，有人比您先提供。按法');
    expect(await claimOf(third)).toBe('同样的线索，有人比您先提供。按法');
    expect((await read(first.tipId)).sameClue).toHaveLength(2);
  });

  test('two people who mark the first as false pass the claim to the next', async () => {
    const { first, second } = await threeOfOne();
    const reason = '核对过监控，当天没有货车';
    expect(await desk.desk.does('mark-tip-false', { tipId: first.tipId, reason })).toEqual({
      isFalse: false,
    });
    expect(await refused(desk.desk.does('mark-tip-false', { tipId: first.tipId, reason }))).toBe(
      'tip-marked',
    );
    expect(await claimOf(first)).toBe('有几个人提供了同样的线索，您是最');
    expect(await desk.otherDesk.does('mark-tip-false', { tipId: first.tipId, reason })).toEqual({
      isFalse: true,
    });
    expect(await claimOf(first)).toBe('这条线索被认定为虚假，不能领取奖');
    expect(await claimOf(second)).toBe('有几个人提供了同样的线索，您是最');
  });

  test('all of them go on together when somebody is sent', async () => {
    const { first, third } = await threeOfOne();
    await desk.desk.does('dispatch-tip', {
      tipId: first.tipId,
      accountId: county.officer,
      place: '砖厂后门',
    });
    expect((await world.anybody.does('open-tip', { code: third.code })).state).toBe('dispatched');
  });
});

describe('an officer is sent', () => {
  const sent = async () => {
    const { caseId } = await filedCase(world, county);
    const tip = await acceptedClue(world, desk, { caseId });
    const { errandId } = await desk.desk.does('dispatch-tip', {
      tipId: tip.tipId,
      accountId: county.officer,
      place: '砖厂后门',
      route: '从省道进厂，走东侧小路',
      words: '找蓝色货车',
    });
    return { ...tip, errandId };
  };

  test('is rung, reads place and way, and nothing of who told it', async () => {
    const { errandId } = await sent();
    expect(await rungBy()).toContain('04 ring-errand');
    const { errands } = await desk.officer.does('list-errands', {});
    const mine = errands.find((one) => one.errandId === errandId)!;
    expect(mine).toMatchObject({
      state: 'sent',
      place: '砖厂后门',
      route: '从省道进厂，走东侧小路',
      words: '找蓝色货车',
      debtorName: '郑小满',
      dueAt: '2026-03-02T03:00:00.000Z',
    });
    expect(JSON.stringify(mine)).not.toContain(TRUCK.words);
    const other = await as(county.otherOfficer);
    expect((await other.does('list-errands', {})).errands).toEqual([]);
    expect(await refused(other.does('answer-errand', { errandId, answer: 'take' }))).toBe(
      'not-found-or-not-yours',
    );
  });

  test('answers with one tap, arrives, and reports with evidence', async () => {
    const { errandId, code, tipId } = await sent();
    await desk.officer.does('answer-errand', { errandId, answer: 'take' });
    world.setNow('2026-03-02T02:30:00Z');
    await desk.officer.does('answer-errand', { errandId, answer: 'arrive' });
    expect((await world.anybody.does('open-tip', { code })).sentence).toBe('执行人员已经到达现场。');
    const fileId = world.app.newId('file');
    await world.db
      .insertInto('files')
      .values({
        court_id: county.courtId,
        file_id: fileId,
        purpose: 'tip-evidence',
        file_name: 'truck.jpg',
        media_type: 'image/jpeg',
        bytes: 3,
        sha256: 'f00d',
        owner_account_id: county.officer,
        state: 'stored',
        created_at: world.app.now(),
      })
      .execute();
    const { evidence } = await desk.officer.does('report-errand', {
      errandId,
      outcome: 'property-found',
      note: '已查封货车一辆',
      fileIds: [fileId],
    });
    expect(evidence).toEqual([{ fileId, sha256: 'f00d', at: '2026-03-02T02:30:00.000Z' }]);
    expect(await world.anybody.does('open-tip', { code })).toMatchObject({
      state: 'done',
      note: '找到财产，已采取措施。',
    });
    const shown = await read(tipId);
    expect(shown.errands[0]).toMatchObject({
      officer: '陈刚',
      outcome: 'property-found',
      words: '已查封货车一辆',
    });
    // The place is no longer on his telephone.
    const { errands } = await desk.officer.does('list-errands', {});
    expect(errands.find((one) => one.errandId === errandId)?.place).toBeNull();
  });

  test('who cannot go says why, and it is the desk’s turn again', async () => {
    const { errandId, tipId } = await sent();
    expect(await refused(desk.officer.does('answer-errand', { errandId, answer: 'decline' }))).toBe(
      'errand-note-needed',
    );
    await rungBy();
    await desk.officer.does('answer-errand', { errandId, answer: 'decline', note: '正在外地' });
    expect((await read(tipId)).state).toBe('accepted');
    expect(await rungBy()).toEqual(['31 ring-desk', '32 ring-desk']);
  });
});

describe('the clock', () => {
  test('rings the desk, then the chief, once each; at night too, whoever is on duty', async () => {
    world.setNow('2026-03-02T14:00:00Z');
    await desk.desk.does('save-duty', {
      what: 'add',
      accountId: desk.ids.otherDesk,
      from: '2026-03-02T14:00:00Z',
      to: '2026-03-03T00:00:00Z',
    });
    await world.db.updateTable('tips').set({ due_at: null }).execute();
    await tell(world);
    expect(await rungBy()).toEqual(['32 ring-desk']);
    world.setNow('2026-03-02T18:01:00Z');
    expect(await rungBy()).toEqual(['32 ring-desk']);
    expect(await rungBy()).toEqual([]);
    world.setNow('2026-03-02T19:02:00Z');
    expect(await rungBy()).toEqual(['03 ring-desk', '35 ring-desk']);
    expect(await rungBy()).toEqual([]);
  });

  test('a call whose sender died is not made again', async () => {
    await tell(world);
    await world.db
      .updateTable('rings')
      .set({ state: 'claimed', claimed_at: world.app.now() })
      .where('state', '=', 'pending')
      .execute();
    world.setNow('2026-03-02T02:11:00Z');
    expect(await rungBy()).toEqual([]);
    const ended = await world.db
      .selectFrom('rings')
      .select(['reason'])
      .where('state', '=', 'unknown')
      .execute();
    expect(new Set(ended.map(({ reason }) => reason))).toEqual(new Set(['sender-died']));
  });

  test('a shift lasts a day at most, is of the desk, and can be taken off before it begins', async () => {
    const shift = { what: 'add' as const, accountId: desk.ids.desk };
    const d = await deskNow();
    const wrong = [
      { ...shift, from: '2026-03-04T00:00:00Z', to: '2026-03-05T00:00:01Z' },
      { ...shift, from: '2026-03-04T00:00:00Z', to: '2026-03-03T23:00:00Z' },
      { ...shift, accountId: county.judge, from: '2026-03-04T00:00:00Z', to: '2026-03-04T08:00:00Z' },
    ];
    for (const one of wrong) expect(await refused(d.desk.does('save-duty', one))).toBe('duty-wrong');
    await d.desk.does('save-duty', { ...shift, from: '2026-03-04T10:00:00Z', to: '2026-03-05T00:00:00Z' });
    const { shifts } = await d.desk.does('list-duty', {});
    const coming = shifts.find(({ from }) => from === '2026-03-04T10:00:00.000Z')!;
    await d.desk.does('save-duty', { what: 'remove', shiftId: coming.shiftId });
    expect(await refused(d.desk.does('save-duty', { what: 'remove', shiftId: coming.shiftId }))).toBe(
      'duty-unknown',
    );
  });
});

describe('kept out', () => {
  test('by hand: a relative of a party, until the chief lets him in again', async () => {
    const { caseId } = await filedCase(world, county);
    const { tipId } = await acceptedClue(world, desk, { caseId });
    const exclude = (excluded: boolean) =>
      desk.chief.does('exclude-from-tips', {
        accountId: desk.ids.desk,
        caseId,
        excluded,
        reason: '与被执行人是亲戚',
      });
    await exclude(true);
    expect(await refused(read(tipId))).toBe('not-found-or-not-yours');
    const { tips } = await desk.desk.does('list-tips', {});
    expect(tips.map((one) => one.tipId)).not.toContain(tipId);
    expect((await desk.chief.does('list-tip-exclusions', {})).exclusions).toMatchObject([
      { name: '夏值班', caseId, reason: '与被执行人是亲戚' },
    ]);
    await exclude(false);
    expect(await refused(read(tipId))).toBe('done');
  });

  test('by rule: a party of the case, its telephone, the debtor’s village', async () => {
    const { caseId, obligee } = await filedCase(world, county);
    const { tipId } = await acceptedClue(world, desk, { caseId });
    const { desk: accountId } = desk.ids;
    const village = {
      court_id: county.courtId,
      account_id: accountId,
      role: 'village-liaison' as const,
      village_id: 'village_songjia00',
      town_id: null,
      team_id: null,
      valid_from: '2025-01-01' as Day,
    };
    await world.db.insertInto('role_grants').values(village).execute();
    expect(await refused(read(tipId))).toBe('not-found-or-not-yours');
    await world.db
      .deleteFrom('role_grants')
      .where('account_id', '=', accountId)
      .where('role', '=', 'village-liaison')
      .execute();
    expect(await refused(read(tipId))).toBe('done');
    const of = await world.db
      .selectFrom('parties')
      .select('phone_index')
      .where('party_id', '=', obligee.partyId)
      .executeTakeFirstOrThrow();
    const own = await world.db
      .selectFrom('accounts')
      .select('phone_index')
      .where('account_id', '=', accountId)
      .executeTakeFirstOrThrow();
    const setPhone = (phone_index: string | null) =>
      world.db.updateTable('accounts').set({ phone_index }).where('account_id', '=', accountId).execute();
    await setPhone(of.phone_index);
    expect(await refused(read(tipId))).toBe('not-found-or-not-yours');
    await setPhone(own.phone_index);
  });

  test('an officer who is kept out is not sent', async () => {
    const { caseId } = await filedCase(world, county);
    const { tipId } = await acceptedClue(world, desk, { caseId });
    await desk.chief.does('exclude-from-tips', {
      accountId: county.officer,
      caseId,
      reason: '与被执行人同村',
    });
    expect((await read(tipId)).officers.map(({ name }) => name)).toEqual(['吴勇']);
    const send = desk.desk.does('dispatch-tip', { tipId, accountId: county.officer, place: '砖厂' });
    expect(await refused(send)).toBe('tip-officer-wrong');
  });
});
