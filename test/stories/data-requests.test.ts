import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SEALED } from '../../cloudfunctions/server/sensitive';
import { PERSONAL_DATA } from '../../shared/cases/personal-data';
import { createAccount, createCase, createCounty, createParty } from '../county';
import { auditOf, type County } from '../party-stories';
import { createWorld, type World } from '../world';

/** What somebody may ask of what is held about him: to see it, to have it corrected, and the court's answer. */

let world: World;
let county: County;
beforeAll(async () => {
  world = await createWorld('2026-03-02T01:00:00Z');
  county = await createCounty(world);
});
afterAll(() => world.close());

const partyRow = (partyId: string) =>
  world.db.selectFrom('parties').selectAll().where('party_id', '=', partyId).executeTakeFirstOrThrow();
const phoneOnFile = async (partyId: string) =>
  world.app.vault.open(SEALED.phone, (await partyRow(partyId)).phone_sealed!);
const MY_PHONE = '19900007001';

/** Each story has a person of its own. */
let people = 0;
async function somebody(wish: { ended?: string } = {}) {
  people += 1;
  const { caseId } = await createCase(world);
  const phone = `1990007${String(people).padStart(4, '0')}`;
  const idNumber = `99999919700101${String(people).padStart(4, '0')}`;
  const name = `欧阳青${'甲乙丙丁戊己庚辛壬癸'[people % 10]}`;
  const made = await createParty(world, caseId, 'obligor', name, phone, idNumber, null);
  if (wish.ended) await end(caseId, wish.ended);
  return { ...made, caseId, phone, idNumber, name, me: await world.as(made.accountId) };
}

async function end(caseId: string, at: string) {
  await (await world.as(county.judge)).does('start-supervision', { caseIds: [caseId] });
  await sql`update cases set status = 'performed' where case_id = ${caseId}`.execute(world.db);
  await sql`update supervisions set ended_at = ${at} where case_id = ${caseId}`.execute(world.db);
}

describe('whoever asks sees what is held about him', () => {
  test('each thing with what for, who sees it and how long; numbers and addresses only hinted at', async () => {
    const { me, caseId, phone, idNumber } = await somebody();
    const { groups, unread } = await me.does('get-my-data', {});
    expect(groups.map(({ title }) => title)).toEqual([expect.stringContaining('义务人'), '您的账号']);
    const held = groups[0]!.fields.find(({ field }) => field === 'parties.phone_sealed')!;
    expect(held).toMatchObject({
      what: '手机号码',
      purpose: '提醒履行，联络本人',
      keep: '案件办结后保存 3 年，到期清除',
      values: [`${phone.slice(0, 3)}****${phone.slice(-4)}`],
    });
    expect(held.seenBy).toContain('承办法院');
    expect(groups[0]!.stays).toContain('还没有办结');
    const all = JSON.stringify(groups);
    for (const secret of [phone, idNumber, '宋家村12号']) expect(all).not.toContain(secret);
    expect(unread.length).toBeGreaterThan(5);
    const line = (await auditOf(world, caseId)).find(({ action }) => action === 'get-my-data')!;
    expect(line.facts).toMatchObject({
      whole: false,
      openedFields: ['household_address', 'id_number', 'phone'],
    });
    expect(JSON.stringify(line.facts)).not.toContain(phone);
  });

  test('his own copy has them whole, and says so in the audit', async () => {
    const { me, caseId, phone, idNumber } = await somebody();
    const { groups } = await me.does('get-my-data', { whole: true });
    const all = JSON.stringify(groups);
    for (const own of [phone, idNumber, '宋家村12号']) expect(all).toContain(own);
    const lines = (await auditOf(world, caseId)).filter(({ action }) => action === 'get-my-data');
    expect(lines.at(-1)!.facts).toMatchObject({ whole: true });
  });

  test('nothing of the other side, of another case, or of what the court keeps for itself', async () => {
    const { me, caseId, partyId } = await somebody();
    await world.db.updateTable('cases').set({ note: '法官的备忘' }).where('case_id', '=', caseId).execute();
    await world.db
      .updateTable('parties')
      .set({ contact_source: '村里打听到的' })
      .where('party_id', '=', partyId)
      .execute();
    const { groups } = await me.does('get-my-data', { whole: true });
    const all = JSON.stringify(groups);
    for (const secret of ['何家福', '19900002001', '郑小满', '法官的备忘', '村里打听到的'])
      expect(all).not.toContain(secret);
    const note = groups[0]!.fields.find(({ field }) => field === 'cases.note');
    expect(note).toMatchObject({ entries: 1, values: null });
  });

  test('a proxy sees nothing of him for whom he acts', async () => {
    const { partyId, phone } = await somebody();
    const helper = await createAccount(world, { name: '帮忙的人', phone: '19900007099' });
    await world.db
      .insertInto('party_bindings')
      .values({
        court_id: county.courtId,
        party_id: partyId,
        account_id: helper,
        as_proxy: true,
        bound_at: world.app.now(),
      })
      .execute();
    const actor = await world.as(helper);
    const { groups, asProxy } = await actor.does('get-my-data', { whole: true });
    expect(asProxy).toBe(true);
    expect(groups.map(({ title }) => title)).toEqual(['您的账号']);
    expect(JSON.stringify(groups)).not.toContain(phone);
    const asked = actor.does('request-correction', {
      partyId,
      field: 'phone',
      wanted: MY_PHONE,
      why: '换号了',
    });
    await expect(asked).rejects.toMatchObject({ code: 'not-found-or-not-yours' });
  });

  test('a liaison sees his account', async () => {
    const { groups } = await (await world.as(county.villageLiaison)).does('get-my-data', { whole: true });
    expect(groups).toHaveLength(1);
    const phone = groups[0]!.fields.find(({ field }) => field === 'accounts.phone_sealed');
    expect(phone?.values).toEqual(['19900000006']);
  });

  test('every table of the registry is looked through, or is one that nobody can search by person', async () => {
    const { OF_ACCOUNT, OF_NOBODY, OF_PARTY } = await import('../../cloudfunctions/server/my-data/found-by');
    const tables = new Set(Object.keys(PERSONAL_DATA).map((name) => name.split('.')[0]!));
    const known = [...Object.keys(OF_ACCOUNT), ...Object.keys(OF_PARTY), ...OF_NOBODY];
    expect(known.sort()).toEqual([...tables].sort());
  });
});

describe('a correction', () => {
  const ask = async (wanted = MY_PHONE) => {
    const one = await somebody();
    const { requestId } = await one.me.does('request-correction', {
      partyId: one.partyId,
      field: 'phone',
      wanted,
      why: '旧号码停用了',
    });
    return { ...one, requestId };
  };
  const judge = () => world.as(county.judge);

  test('the court sees what he asks and what stands there, and until when it has to answer', async () => {
    const { requestId, phone, name } = await ask();
    const { requests } = await (await judge()).does('list-data-requests', {});
    expect(requests.find((one) => one.requestId === requestId)).toMatchObject({
      name,
      role: '义务人',
      wanted: MY_PHONE,
      now: phone,
      answerBy: { day: '2026-03-23', certain: true },
      isOverdue: false,
      decided: null,
    });
  });

  test('that is granted is on file in all his cases and in his account, and nothing of the old is left', async () => {
    const { requestId, partyId, accountId, phone, idNumber, name, caseId, me } = await ask('19900007002');
    const second = await createCase(world);
    const other = await createParty(world, second.caseId, 'obligor', name, phone, idNumber, null);
    await (await judge()).does('decide-data-request', { requestId, decision: 'granted', answer: '已核对' });
    for (const id of [partyId, other.partyId]) expect(await phoneOnFile(id)).toBe('19900007002');
    const account = await world.db
      .selectFrom('accounts')
      .select('phone_index')
      .where('account_id', '=', accountId)
      .executeTakeFirstOrThrow();
    expect(account.phone_index).toBe(world.app.vault.index(SEALED.phone, '19900007002'));
    const { rows } = await sql`
      select from parties where phone_index = ${world.app.vault.index(SEALED.phone, phone)}
      union all select from accounts where phone_index = ${world.app.vault.index(SEALED.phone, phone)}
      union all select from data_requests where request_id = ${requestId} and wanted_sealed is not null`.execute(
      world.db,
    );
    expect(rows).toEqual([]);
    const actions = (await auditOf(world, caseId)).map(({ action }) => action);
    expect(actions).toContain('request-of-own-data');
    expect(actions).toContain('correct-contact');
    const { requests } = await me.does('list-my-data-requests', {});
    expect(requests[0]).toMatchObject({ state: 'granted', decided: { answer: '已核对', ground: null } });
    expect(requests[0]!.decided!.done[0]).toContain('手机号码已更正');
  });

  test.each([
    ['name', '欧阳清和', 'name'],
    ['household-address', '青溪县云岭镇竹林村3号', 'household_address_sealed'],
    ['service-address', '青溪县虹溪镇桥头村8号', 'service_address_sealed'],
  ] as const)('of the %s is put on file', async (field, wanted, column) => {
    const { me, partyId } = await somebody();
    const { requestId } = await me.does('request-correction', { partyId, field, wanted, why: '写错了' });
    await (await judge()).does('decide-data-request', {
      requestId,
      decision: 'granted',
      answer: '已核对证件',
    });
    const value = (await partyRow(partyId))[column]!;
    expect(field === 'name' ? value : world.app.vault.open(column.replace('_sealed', ''), value)).toBe(
      wanted,
    );
  });

  test('granted in part puts on file what the court found to be right', async () => {
    const { requestId, partyId } = await ask('19900007004');
    const decision = {
      requestId,
      decision: 'partly',
      answer: '核对的是另一个号码',
      ground: 'checked-right',
    } as const;
    const clerk = await judge();
    await expect(clerk.does('decide-data-request', decision)).rejects.toMatchObject({
      code: 'data-value-needed',
    });
    await clerk.does('decide-data-request', { ...decision, value: '19900007005' });
    expect(await phoneOnFile(partyId)).toBe('19900007005');
  });

  test('that is refused changes nothing, and tells the ground', async () => {
    const { requestId, partyId, phone, me } = await ask('19900007006');
    const no = { requestId, decision: 'refused', answer: '电话核实，原号码仍在用' } as const;
    const court = await judge();
    await expect(court.does('decide-data-request', no)).rejects.toMatchObject({ code: 'input-wrong' });
    await court.does('decide-data-request', { ...no, ground: 'checked-right' });
    expect(await phoneOnFile(partyId)).toBe(phone);
    const { requests } = await me.does('list-my-data-requests', {});
    expect(requests[0]!.decided!.ground).toContain('第四十六条');
    const again = court.does('decide-data-request', { ...no, ground: 'checked-right' });
    await expect(again).rejects.toMatchObject({ code: 'data-request-decided' });
  });

  test('nobody asks the same twice, nor answers his own', async () => {
    const { me, partyId } = await ask();
    const twin = me.does('request-correction', {
      partyId,
      field: 'phone',
      wanted: '19900007008',
      why: '再换',
    });
    await expect(twin).rejects.toMatchObject({ code: 'data-request-open' });
    const court = await judge();
    const { requestId } = await court.does('request-correction', {
      field: 'name',
      wanted: '周明明',
      why: '写错了',
    });
    const own = court.does('decide-data-request', { requestId, decision: 'granted', answer: '同意' });
    await expect(own).rejects.toMatchObject({ code: 'data-request-own' });
    const chief = await world.as(county.chief);
    await chief.does('decide-data-request', { requestId, decision: 'granted', answer: '同意' });
    const { name } = await court.does('get-my-data', {});
    expect(name).toBe('周明明');
  });
});

describe('an erasure', () => {
  const chief = () => world.as(county.chief);
  const askAll = async (wish = {}) => {
    const one = await somebody(wish);
    const { requestId } = await one.me.does('request-erasure', { scope: 'all', why: '不想再留着' });
    return { ...one, requestId };
  };

  test('of a running case takes away what nobody needs, and says what must stay and until when', async () => {
    const { requestId, partyId, accountId, phone, me } = await askAll();
    const others = world.app.vault.seal(SEALED.otherPhones, '19900007010');
    await world.db
      .updateTable('parties')
      .set({ other_phones_sealed: others })
      .where('party_id', '=', partyId)
      .execute();
    await world.db
      .updateTable('accounts')
      .set({ openid: `openid-${accountId}` })
      .where('account_id', '=', accountId)
      .execute();
    await me.does('give-feedback', { text: '字太小' });
    const court = await chief();
    const { requests } = await court.does('list-data-requests', {});
    const outlook = requests.find((one) => one.requestId === requestId)!.outlook!;
    const answer = await court.does('decide-data-request', {
      requestId,
      decision: 'granted',
      answer: '能删的已删',
    });
    expect(answer).toEqual({ state: 'partly', ...outlook });
    expect(answer.stays.join()).toMatch(/办结后保存 3 年.*停用 180 天/);
    expect((await partyRow(partyId)).other_phones_sealed).toBeNull();
    expect(await phoneOnFile(partyId)).toBe(phone);
    const { rows } = await sql`
      select from accounts where account_id = ${accountId} and openid is not null
      union all select from feedback where account_id = ${accountId}`.execute(world.db);
    expect(rows).toEqual([]);
    const mine = (await me.does('list-my-data-requests', {})).requests[0]!;
    expect(mine).toMatchObject({ state: 'partly', decided: { stays: answer.stays } });
    expect(mine.decided!.ground).toContain('第四十七条');
  });

  test('of a case whose time runs stays to the day, and of one whose time has passed takes all, with a line of proof', async () => {
    world.setNow('2026-03-02T01:00:00Z');
    const { caseId, partyId, name, me } = await somebody({ ended: '2026-03-02T02:00:00Z' });
    world.setNow('2029-03-01T01:00:00Z');
    const early = await me.does('request-erasure', { scope: 'case', partyId, why: '早就还清了' });
    const said = await (await chief()).does('decide-data-request', {
      ...early,
      decision: 'granted',
      answer: '期限未到',
    });
    expect(said.stays.join()).toContain('要保存到2029年3月1日');
    expect((await partyRow(partyId)).name).toBe(name);

    world.setNow('2029-03-02T01:00:00Z');
    const late = await me.does('request-erasure', { scope: 'case', partyId, why: '早就还清了' });
    const done = await (await chief()).does('decide-data-request', {
      ...late,
      decision: 'granted',
      answer: '已删除',
    });
    expect(done).toMatchObject({ state: 'granted', stays: [] });
    const erased = await partyRow(partyId);
    expect(erased).toMatchObject({ name: '已清除', phone_sealed: null, id_number_index: null });
    const proofs = (await auditOf(world, caseId)).filter(({ action }) => action === 'erase-expired');
    expect(proofs).toHaveLength(1);
    expect(proofs[0]!.facts).toMatchObject({ rule: 'case-ended', days: 1095, requestId: late.requestId });
    world.setNow('2026-03-02T01:00:00Z');
  });
});

describe('the promise of fifteen working days', () => {
  test('one that waits longer stands on the desk of those who answer', async () => {
    world.setNow('2026-03-02T01:00:00Z');
    const { me } = await somebody();
    await me.does('request-erasure', { scope: 'account', why: '换手机了' });
    const desk = async (who: string) => (await (await world.as(who)).does('get-desk', {})).dataRequests;
    const before = await desk(county.clerk);
    expect(before.open).toBeGreaterThan(0);
    expect(before.overdue).toBe(0);
    world.setNow('2026-03-23T15:59:00Z');
    expect((await desk(county.clerk)).overdue).toBe(0);
    world.setNow('2026-03-23T16:00:00Z');
    expect((await desk(county.clerk)).overdue).toBe(before.open);
    expect(await desk(county.officer)).toEqual({ open: 0, overdue: 0 });
  });

  test('three years after the answer the request is forgotten, and never before an answer', async () => {
    const { runSweep } = await import('../../cloudfunctions/server/sweeps/run-sweep');
    world.setNow('2026-04-01T01:00:00Z');
    const { me } = await somebody();
    const { requestId } = await me.does('request-erasure', { scope: 'account', why: '换手机了' });
    const { requestId: waiting } = await me.does('request-erasure', { scope: 'all', why: '都删了吧' });
    await (await world.as(county.chief)).does('decide-data-request', {
      requestId,
      decision: 'granted',
      answer: '好的',
    });
    const there = async () =>
      (
        await world.db
          .selectFrom('data_requests')
          .select('request_id')
          .where('request_id', 'in', [requestId, waiting])
          .execute()
      ).length;
    world.setNow('2029-03-31T01:00:00Z');
    await runSweep(world.app);
    expect(await there()).toBe(2);
    world.setNow('2029-04-01T01:00:00Z');
    await runSweep(world.app);
    expect(await there()).toBe(1);
  });
});
