import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createCase, createCounty, createParty } from '../county';
import { auditOf, type County, faithful } from '../party-stories';
import { createWorld, type World } from '../world';

const ID_LAST6 = '01004X';

describe('a party proves who he is', () => {
  let world: World;
  let county: County;
  let address = 0;
  beforeAll(async () => {
    world = await createWorld('2026-03-02T01:00:00Z');
    county = await createCounty(world);
  });
  beforeEach(() => {
    world.setNow('2026-03-02T01:00:00Z');
    address += 1;
  });
  afterAll(() => world.close());

  const from = () => ({ from: `192.0.2.${address}` });

  async function codeFor(partyId: string): Promise<string> {
    const clerk = await world.as(county.clerk);
    return (await clerk.does('create-access-code', { partyId })).code;
  }

  const claim = (code: string, idLast6 = ID_LAST6) =>
    world.anybody.does('claim-access', { code, idLast6 }, from());

  /** One case of a person who has no account yet. */
  async function newcomer(name: string, phone: string, idNumber: string) {
    const { caseId } = await createCase(world);
    const { partyId, accountId } = await createParty(world, caseId, 'obligor', name, phone, idNumber, null);
    await world.db.deleteFrom('party_bindings').where('account_id', '=', accountId).execute();
    return { caseId, partyId };
  }

  test('with the code and the last six he gets a session, and all of his cases', async () => {
    const phone = '19900003001';
    const idNumber = '99999919800101005X';
    const first = await newcomer('孙大海', phone, idNumber);
    const second = await newcomer('孙大海', phone, idNumber);
    const sameNumberOther = await newcomer('孙小海', phone, '999999200501010060');
    const answer = await claim(await codeFor(first.partyId), '01005X');
    expect(answer).toMatchObject({ caseId: first.caseId, side: 'obligor' });
    const session = await world.app.tokens.verify('access', answer.token, world.app.now());
    const me = faithful(world, session!.accountId);
    const { cases } = await me.does('list-my-cases', {});
    expect(cases.map(({ caseId }) => caseId).sort()).toEqual([first.caseId, second.caseId].sort());
    expect(cases[0]).toMatchObject({ side: 'obligor', asProxy: false, counterpart: '何**' });
    expect((await me.does('get-me', {})).name).toBe('孙大海');
    await expect(me.does('get-my-case', { caseId: sameNumberOther.caseId })).rejects.toMatchObject({
      code: 'not-found-or-not-yours',
    });
    expect((await auditOf(world, second.caseId)).map(({ action }) => action)).toContain('claim-access');
  });

  test('wrong, used, expired and locked answer alike', async () => {
    const { partyId } = await newcomer('周小河', '19900003002', '99999919800101004X');
    const answers: unknown[] = [];
    const said = async (attempt: Promise<unknown>) =>
      answers.push(await attempt.then(() => 'let in').catch(({ code, message }) => `${code} ${message}`));

    const code = await codeFor(partyId);
    await said(claim('0000 0000'));
    await said(claim(code, '999999'));
    await claim(code);
    await said(claim(code));
    const expiring = await codeFor(partyId);
    world.setNow('2026-03-09T01:00:01Z');
    await said(claim(expiring));
    const guarded = await codeFor(partyId);
    address += 1;
    for (let i = 0; i < 5; i++) await said(claim(guarded, '999999'));
    // From elsewhere, with the right ID: the code itself is closed for the day.
    address += 1;
    await said(claim(guarded));
    expect(answers).toHaveLength(10);
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^access-code-mismatch /);
    world.setNow('2026-03-10T01:00:02Z');
    await claim(guarded);
  });

  test('a code opens once, also when it is typed twice at the same instant', async () => {
    const { partyId } = await newcomer('郑大江', '19900003004', '99999919800101004X');
    const code = await codeFor(partyId);
    const outcomes = await Promise.allSettled([claim(code), claim(code)]);
    expect(outcomes.map((o) => o.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('a relative acts for him in this one case, with his consent on record', async () => {
    const phone = '19900003005';
    const idNumber = '99999919800101006X';
    const first = await newcomer('冯老根', phone, idNumber);
    const second = await newcomer('冯老根', phone, idNumber);
    const { token } = await world.anybody.does(
      'claim-access',
      {
        code: await codeFor(first.partyId),
        idLast6: '01006X',
        proxy: { name: '冯小根', relation: 'family', consent: true },
      },
      from(),
    );
    const session = await world.app.tokens.verify('access', token, world.app.now());
    const son = faithful(world, session!.accountId);
    const { cases } = await son.does('list-my-cases', {});
    expect(cases).toMatchObject([{ caseId: first.caseId, asProxy: true }]);
    await expect(son.does('get-my-case', { caseId: second.caseId })).rejects.toMatchObject({
      code: 'not-found-or-not-yours',
    });
    const consents = await world.db
      .selectFrom('proxy_consents')
      .select(['relation', 'proxy_name', 'party_id'])
      .where('case_id', '=', first.caseId)
      .execute();
    expect(consents).toEqual([{ relation: 'family', proxy_name: '冯小根', party_id: first.partyId }]);
  });

  test('a clerk who helps at the counter does not become the debtor', async () => {
    const { caseId, partyId } = await newcomer('陈阿婆', '19900003006', '99999919800101004X');
    const clerk = await world.as(county.clerk);
    const { token } = await clerk.does(
      'claim-access',
      { code: await codeFor(partyId), idLast6: ID_LAST6 },
      from(),
    );
    const session = await world.app.tokens.verify('access', token, world.app.now());
    expect(session?.accountId).not.toBe(county.clerk);
    await expect(clerk.does('get-my-case', { caseId })).rejects.toMatchObject({ code: 'not-for-your-role' });
  });

  test('two people who share a telephone keep their own accounts', async () => {
    const wife = await newcomer('钱小花', '19900003007', '99999919800101004X');
    const husband = await newcomer('李大树', '19900003007', '99999919800101007X');
    const session = async (token: string) =>
      (await world.app.tokens.verify('access', token, world.app.now()))!.accountId;
    const wifeAccount = await session((await claim(await codeFor(wife.partyId))).token);
    const signedIn = await world.as(wifeAccount);
    const answer = await signedIn.does(
      'claim-access',
      { code: await codeFor(husband.partyId), idLast6: '01007X' },
      from(),
    );
    expect(await session(answer.token)).not.toBe(wifeAccount);
  });

  test('a code for somebody without an ID number is not made', async () => {
    const { partyId } = await newcomer('某公司', '19900003008', '99999919800101004X');
    await world.db
      .updateTable('parties')
      .set({ id_number_sealed: null, id_number_index: null })
      .where('party_id', '=', partyId)
      .execute();
    await expect(codeFor(partyId)).rejects.toMatchObject({ code: 'id-number-missing' });
  });

  test('codes are kept only as keyed hashes', async () => {
    const { partyId } = await newcomer('韩小溪', '19900003009', '99999919800101004X');
    const code = (await codeFor(partyId)).replace(' ', '');
    const rows = await world.db
      .selectFrom('access_codes')
      .selectAll()
      .where('party_id', '=', partyId)
      .execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(code);
  });
});
