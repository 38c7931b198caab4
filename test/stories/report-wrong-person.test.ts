import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SEALED } from '../../cloudfunctions/server/sensitive';
import { createCounty } from '../county';
import { auditOf, type County, faithful, queueOf, supervisedCase } from '../party-stories';
import { createWorld, type World } from '../world';

describe('「不是我」: the number belongs to somebody else', () => {
  let world: World;
  let county: County;
  beforeAll(async () => {
    world = await createWorld('2026-03-02T01:00:00Z');
    county = await createCounty(world);
  });
  afterAll(() => world.close());

  const partyRow = (partyId: string) =>
    world.db.selectFrom('parties').selectAll().where('party_id', '=', partyId).executeTakeFirstOrThrow();

  test('messages to it stop, the account loses the case, the court corrects the number', async () => {
    const first = await supervisedCase(world, county);
    const second = await supervisedCase(world, county);
    expect(await queueOf(world, second.caseId)).toContain('obligor started');
    await first.obligor.does('report-wrong-person', { caseId: first.caseId, what: 'number-changed-hands' });

    for (const { caseId, obligorPartyId } of [first, second]) {
      expect((await partyRow(obligorPartyId)).contact_state).toBe('wrong-number');
      expect(await queueOf(world, caseId)).not.toContain('obligor started');
      expect(await queueOf(world, caseId)).toContain('obligee started');
      expect((await auditOf(world, caseId)).map(({ action }) => action)).toContain('report-wrong-person');
    }
    await expect(first.obligor.does('get-my-case', { caseId: first.caseId })).rejects.toMatchObject({
      code: 'not-for-your-role',
    });
    const { phone_index } = await partyRow(first.obligorPartyId);
    const optOuts = await world.db.selectFrom('opt_outs').selectAll().execute();
    expect(optOuts).toMatchObject([{ phone_index, reason: 'number-changed-hands' }]);

    const clerk = faithful(world, county.clerk);
    const correct = (phone: string) =>
      clerk.does('correct-contact', {
        partyId: first.obligorPartyId,
        phone,
        source: '村联络员上门核实',
      });
    await expect(correct('19900001001')).rejects.toMatchObject({ code: 'phone-refused-by-holder' });
    world.setNow('2026-03-03T01:00:00Z');
    await correct('19900001555');
    for (const { caseId, obligorPartyId } of [first, second]) {
      const party = await partyRow(obligorPartyId);
      expect(world.app.vault.open(SEALED.phone, party.phone_sealed!)).toBe('19900001555');
      expect(party).toMatchObject({ contact_state: 'ok', contact_source: '村联络员上门核实' });
      const audit = JSON.stringify(await auditOf(world, caseId));
      expect(audit).toContain('correct-contact');
      expect(audit).not.toContain('19900001555');
    }
    const { next_reminder_at } = await world.db
      .selectFrom('supervisions')
      .select('next_reminder_at')
      .where('case_id', '=', first.caseId)
      .executeTakeFirstOrThrow();
    expect(next_reminder_at).toEqual(world.app.now());
  });
});
