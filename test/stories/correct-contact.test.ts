import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueAccessCode } from '../../cloudfunctions/server/access-codes';
import { createContext } from '../../cloudfunctions/server/context';
import { createCase, createCounty } from '../county';
import { createWorld, type World } from '../world';

/** The check letter belongs to the number; the region does not exist. */
const ID_NUMBER = '999999197911236023';

describe('a creditor whom the court’s list brought without a number', () => {
  let world: World;
  let county: Awaited<ReturnType<typeof createCounty>>;
  beforeAll(async () => {
    world = await createWorld();
    county = await createCounty(world);
  });
  afterAll(() => world.close());

  const bareCreditor = async () => {
    const { obligee } = await createCase(world);
    await world.db
      .updateTable('parties')
      .set({ id_number_sealed: null, id_number_index: null, phone_sealed: null, phone_index: null })
      .where('party_id', '=', obligee.partyId)
      .execute();
    return obligee.partyId;
  };

  const codeFor = (partyId: string) =>
    world.db.transaction().execute(async (tx) => {
      const from = {
        action: 'create-access-code' as const,
        caller: null,
        courtId: county.courtId,
        clientAddress: '',
        openid: null,
        now: world.app.now(),
      };
      return (await issueAccessCode(createContext(world.app, tx, from), partyId)).code;
    });

  test('can prove who he is once the clerk has added telephone and ID number', async () => {
    const partyId = await bareCreditor();
    const clerk = await world.as(county.clerk);
    await clerk.does('correct-contact', {
      partyId,
      phone: '19900002002',
      source: '窗口核对',
      idNumber: ID_NUMBER,
    });
    const code = await codeFor(partyId);
    const claimed = await world.anybody.does('claim-access', { code, idLast6: ID_NUMBER.slice(-6) });
    expect(claimed.side).toBe('obligee');
  });

  test('keeps the ID number that is on file', async () => {
    const { obligee } = await createCase(world);
    const clerk = await world.as(county.clerk);
    const input = { partyId: obligee.partyId, phone: '19900002003', source: '窗口核对', idNumber: ID_NUMBER };
    await expect(clerk.does('correct-contact', input)).rejects.toMatchObject({ code: 'id-number-on-file' });
  });

  test('is not given a number whose check letter is wrong, and nothing is changed', async () => {
    const partyId = await bareCreditor();
    const clerk = await world.as(county.clerk);
    const input = { partyId, phone: '19900002004', source: '窗口核对', idNumber: '999999197911236024' };
    await expect(clerk.does('correct-contact', input)).rejects.toMatchObject({ code: 'id-number-wrong' });
    const party = await world.db
      .selectFrom('parties')
      .selectAll()
      .where('party_id', '=', partyId)
      .executeTakeFirst();
    expect(party?.phone_sealed).toBeNull();
  });
});
