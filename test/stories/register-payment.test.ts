import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccount, createCounty } from '../county';
import { auditOf, type County, pay, queueOf, supervisedCase } from '../party-stories';
import { createWorld, type World } from '../world';

describe('a payment is registered', () => {
  let world: World;
  let county: County;
  beforeAll(async () => {
    world = await createWorld('2026-03-25T01:00:00Z');
    county = await createCounty(world);
  });
  afterAll(() => world.close());

  test('it waits for the creditor, who is told, and changes nothing of what is owed', async () => {
    const { caseId, obligor, obligee } = await supervisedCase(world, county);
    const { surplus } = await obligor.does('register-payment', { caseId, ...pay(300_000, '2026-03-24') });
    expect(surplus).toBe(0);
    const { record } = await obligee.does('get-my-case', { caseId });
    expect(record.payments).toMatchObject([
      { state: 'registered', amount: 300_000, registeredBy: '义务人', disputeReason: null },
    ]);
    expect(record.statement.principal).toBe(5_000_000);
    expect(record.can.decidePayment).toBe(true);
    expect(await queueOf(world, caseId)).toContain('obligee payment-registered');
  });

  test.each([
    ['a day that has not come', '2026-03-26', 'payment-day-in-future'],
    ['a day before the judgment took effect', '2026-02-09', 'payment-day-too-early'],
  ])('%s is refused', async (_, paidDay, code) => {
    const { caseId, obligor } = await supervisedCase(world, county);
    await expect(obligor.does('register-payment', { caseId, ...pay(100, paidDay) })).rejects.toMatchObject({
      code,
    });
  });

  test('the same money twice is asked about; with a word that it is another payment it is taken', async () => {
    const { caseId, obligor } = await supervisedCase(world, county);
    const payment = { caseId, ...pay(123_456, '2026-03-24') };
    await obligor.does('register-payment', payment);
    const again = obligor.does('register-payment', payment);
    await expect(again).rejects.toMatchObject({ code: 'payment-twice' });
    await expect(again).rejects.toThrow('2026年3月24日已经登记过一笔1,234.56元');
    await obligor.does('register-payment', { ...payment, note: '第二笔' });
  });

  test('a liaison registers for the debtor only with the consent that he records', async () => {
    const { caseId, obligor } = await supervisedCase(world, county);
    const liaison = await world.as(county.villageLiaison);
    const payment = { caseId, ...pay(200_000, '2026-03-24') };
    await expect(liaison.does('register-payment', payment)).rejects.toMatchObject({ code: 'consent-needed' });
    await liaison.does('register-payment', {
      ...payment,
      onBehalf: { relation: 'liaison', consent: 'in-person', note: '本人在场' },
    });
    const { record } = await obligor.does('get-my-case', { caseId });
    expect(record.payments).toMatchObject([{ registeredBy: '联络员代' }]);
    const consents = await world.db
      .selectFrom('proxy_consents')
      .select(['action', 'consent', 'given_to_account_id'])
      .where('case_id', '=', caseId)
      .execute();
    expect(consents).toEqual([
      { action: 'register-payment', consent: 'in-person', given_to_account_id: county.villageLiaison },
    ]);
    const line = (await auditOf(world, caseId)).find(({ action }) => action === 'register-payment');
    expect(line?.facts).toMatchObject({ as: 'liaison', amountFen: 200_000 });
  });

  test('the liaison of the next village has nothing to do with it', async () => {
    const { caseId } = await supervisedCase(world, county);
    const neighbour = await world.as(county.neighbourLiaison);
    await expect(
      neighbour.does('register-payment', {
        caseId,
        ...pay(200_000, '2026-03-24'),
        onBehalf: { relation: 'liaison', consent: 'in-person' },
      }),
    ).rejects.toMatchObject({ code: 'not-found-or-not-yours' });
  });

  test('a relative with an account of his own stands in the record as one', async () => {
    const { caseId, obligorPartyId } = await supervisedCase(world, county);
    const son = await createAccount(world, { name: '郑小小', phone: '19900001009' });
    await world.db
      .insertInto('party_bindings')
      .values({
        court_id: county.courtId,
        party_id: obligorPartyId,
        account_id: son,
        as_proxy: true,
        bound_at: world.app.now(),
      })
      .execute();
    const actor = await world.as(son);
    await actor.does('register-payment', { caseId, ...pay(200_000, '2026-03-24') });
    const { record, asProxy, name } = await actor.does('get-my-case', { caseId });
    expect({ asProxy, name }).toEqual({ asProxy: true, name: '郑小满' });
    expect(record.payments).toMatchObject([{ registeredBy: '亲友代' }]);
  });

  test('a clerk registers at the counter', async () => {
    const { caseId, obligor } = await supervisedCase(world, county);
    const clerk = await world.as(county.clerk);
    await clerk.does('register-payment', { caseId, ...pay(200_000, '2026-03-24') });
    const { record } = await obligor.does('get-my-case', { caseId });
    expect(record.payments).toMatchObject([{ registeredBy: '法院' }]);
  });

  test('a photo of somebody else, or one that never arrived, is not attached', async () => {
    const { caseId, obligor, obligee } = await supervisedCase(world, county);
    const { fileId } = await obligor.does('create-upload', {
      purpose: 'payment-proof',
      fileName: '回单.jpg',
      mediaType: 'image/jpeg',
      bytes: 1000,
    });
    const payment = { caseId, ...pay(200_000, '2026-03-24'), fileIds: [fileId] };
    await expect(obligor.does('register-payment', payment)).rejects.toMatchObject({ code: 'file-not-there' });
    await world.db.updateTable('files').set({ state: 'stored' }).where('file_id', '=', fileId).execute();
    const liaison = await world.as(county.villageLiaison);
    await expect(
      liaison.does('register-payment', {
        ...payment,
        onBehalf: { relation: 'liaison', consent: 'in-person' },
      }),
    ).rejects.toMatchObject({ code: 'file-not-there' });
    await obligor.does('register-payment', payment);
    const { record } = await obligee.does('get-my-case', { caseId });
    expect(record.payments[0]?.fileIds).toEqual([fileId]);
  });
});
