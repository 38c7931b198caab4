import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runSweep } from '../../cloudfunctions/server/sweeps/run-sweep';
import type { RequestOf } from '../../shared/actions';
import { REVEAL_FIELDS } from '../../shared/cases/reveal';
import { createCounty } from '../county';
import { auditOf, type County, supervisedCase } from '../party-stories';
import { createWorld, type World } from '../world';

/** What is masked is opened by an action of its own, for a reason that stays on record. */

let world: World;
let county: County;
let elsewhere: County;
beforeAll(async () => {
  world = await createWorld('2026-03-02T01:00:00Z');
  county = await createCounty(world);
  elsewhere = await createCounty(world, 'court_baiyun');
});
afterAll(() => world.close());

type Ask = RequestOf<'reveal-party-field'>;
const reveal = async (accountId: string, ask: Ask) =>
  (await world.as(accountId)).does('reveal-party-field', ask);
const linesOf = async (caseId: string) =>
  (await auditOf(world, caseId)).filter(({ action }) => action === 'reveal-party-field');
const keptOf = (caseId: string) =>
  world.db
    .selectFrom('reveals')
    .select(['field', 'reason', 'words', 'account_id'])
    .where('case_id', '=', caseId)
    .execute();

describe('the court sees a party masked', () => {
  test('number, document and address, until somebody says why he opens one of them', async () => {
    const { caseId, obligorPartyId: partyId } = await supervisedCase(world, county);
    const judge = await world.as(county.judge);
    const seen = await judge.does('get-case', { caseId });
    expect(seen.parties.find((party) => party.partyId === partyId)).toMatchObject({
      phoneMasked: '199****1001',
      idNumberMasked: '999999**********4X',
      addressMasked: '青溪县虹溪镇****',
    });
    const all = JSON.stringify(seen);
    for (const whole of ['19900001001', '99999919800101004X', '宋家村12号']) expect(all).not.toContain(whole);

    const opened = await Promise.all(
      REVEAL_FIELDS.map((field) =>
        judge.does('reveal-party-field', { partyId, field, reason: 'appointment' }),
      ),
    );
    expect(opened.map(({ value }) => value)).toEqual([
      '19900001001',
      '青溪县虹溪镇宋家村12号',
      '99999919800101004X',
    ]);
  });

  test('each look is one line: who, whose, which field and why, and never the value', async () => {
    const { caseId, obligorPartyId: partyId } = await supervisedCase(world, county);
    await reveal(county.clerk, { partyId, field: 'phone', reason: 'check-number' });
    const lines = await linesOf(caseId);
    expect(lines.map(({ facts }) => facts)).toEqual([
      {
        revealId: expect.stringMatching(/^reveal_/),
        partyId,
        field: 'phone',
        reason: 'check-number',
        openedOf: [partyId],
        openedFields: ['phone'],
      },
    ]);
    expect(await keptOf(caseId)).toEqual([
      { field: 'phone', reason: 'check-number', words: null, account_id: county.clerk },
    ]);
  });

  test('「其他」 needs a few words, which are kept where they can be erased, and not in the audit', async () => {
    const { caseId, obligorPartyId: partyId } = await supervisedCase(world, county);
    const ask = { partyId, field: 'address', reason: 'other' } as const;
    await expect(reveal(county.judge, ask)).rejects.toThrow(/请用一句话写明为什么要看/);
    await expect(reveal(county.judge, { ...ask, words: ' 邮 ' })).rejects.toMatchObject({
      code: 'input-wrong',
    });
    expect(await linesOf(caseId)).toEqual([]);
    await reveal(county.judge, { ...ask, words: '邮寄文书' });
    expect(JSON.stringify(await linesOf(caseId))).not.toContain('邮寄');
    expect(await keptOf(caseId)).toMatchObject([{ reason: 'other', words: '邮寄文书' }]);
  });

  test('without a reason nothing is opened', async () => {
    const { obligorPartyId: partyId } = await supervisedCase(world, county);
    const judge = await world.as(county.judge);
    expect(await judge.asks('reveal-party-field', { partyId, field: 'phone' })).toMatchObject({
      refusal: { code: 'input-wrong', message: '请选择为什么要看。' },
    });
  });
});

describe('nobody opens what is not his', () => {
  test.each([
    ['an officer of another team', () => county.otherOfficer, 'not-found-or-not-yours'],
    ['a judge of another court', () => elsewhere.judge, 'not-found-or-not-yours'],
    ['a liaison, who has his own way by his task', () => county.villageLiaison, 'not-for-your-role'],
  ])('%s', async (_, accountId, code) => {
    const { caseId, obligorPartyId: partyId } = await supervisedCase(world, county);
    const asked = reveal(accountId(), { partyId, field: 'phone', reason: 'appointment' });
    await expect(asked).rejects.toMatchObject({ code });
    expect(await keptOf(caseId)).toEqual([]);
  });

  test('nor the other side of his case', async () => {
    const { obligeePartyId: partyId, obligor } = await supervisedCase(world, county);
    const asked = obligor.does('reveal-party-field', { partyId, field: 'phone', reason: 'appointment' });
    await expect(asked).rejects.toMatchObject({ code: 'not-for-your-role' });
  });
});

describe('where there is nothing', () => {
  test('what was never known is said so', async () => {
    const { obligorPartyId: partyId } = await supervisedCase(world, county);
    await world.db
      .updateTable('parties')
      .set({ household_address_sealed: null })
      .where('party_id', '=', partyId)
      .execute();
    const asked = reveal(county.judge, { partyId, field: 'address', reason: 'appointment' });
    await expect(asked).rejects.toMatchObject({ code: 'field-unknown' });
  });

  test('what was erased is said so, and the words of those who had looked went with it', async () => {
    const { caseId, obligorPartyId: partyId } = await supervisedCase(world, county);
    await reveal(county.judge, { partyId, field: 'phone', reason: 'other', words: '郑小满换了号' });
    await world.db.updateTable('cases').set({ status: 'performed' }).where('case_id', '=', caseId).execute();
    await world.db
      .updateTable('supervisions')
      .set({ ended_at: world.app.now() })
      .where('case_id', '=', caseId)
      .execute();
    world.setNow('2029-03-03T01:00:00Z');
    await runSweep(world.app);
    expect(await keptOf(caseId)).toMatchObject([{ field: 'phone', reason: 'other', words: null }]);
    const asked = reveal(county.judge, { partyId, field: 'phone', reason: 'appointment' });
    await expect(asked).rejects.toThrow(/已过保存期限，系统里已经清除/);
    world.setNow('2026-03-02T01:00:00Z');
  });
});
