import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SEALED } from '../../cloudfunctions/server/sensitive';
import { answerCodeAsks } from '../../cloudfunctions/server/sweeps/answer-code-asks';
import { createCounty, createParty } from '../county';
import { type County, supervisedCase, waitingCase } from '../party-stories';
import { createWorld, type World } from '../world';

describe('a party asks for a new code', () => {
  let world: World;
  let county: County;
  let address = 0;
  beforeAll(async () => {
    // 22:30 in Shanghai: reminders rest, but who asks is awake.
    world = await createWorld('2026-03-02T14:30:00Z');
    county = await createCounty(world);
  });
  afterAll(() => world.close());

  /** From another address each time, as the limit counts them too. */
  const ask = (phone: string, idLast6: string, from = `192.0.2.${++address}`) =>
    world.anybody.does('request-access-code', { phone, idLast6 }, { from });

  const queued = async (partyId: string) => {
    await answerCodeAsks(world.app);
    return world.db
      .selectFrom('notices as n')
      .leftJoin('outbox as o', (j) =>
        j.onRef('o.court_id', '=', 'n.court_id').onRef('o.notice_id', '=', 'n.notice_id'),
      )
      .select(['n.state', 'n.nth', 'o.not_before', 'n.facts'])
      .where('n.party_id', '=', partyId)
      .where('n.step', '=', 'access-code')
      .orderBy('nth')
      .execute();
  };

  const sent = async (partyId: string) => {
    await answerCodeAsks(world.app);
    await world.db
      .updateTable('notices')
      .set({ state: 'accepted' })
      .where('party_id', '=', partyId)
      .execute();
  };

  async function somebody(phone: string, idNumber = '99999919800101004X') {
    const { caseId } = await waitingCase(world);
    const { partyId } = await createParty(world, caseId, 'obligor', '孙大海', phone, idNumber, null);
    return { caseId, partyId };
  }

  test('the answer is the same whether anything matched; only then a message is queued, without the code', async () => {
    const { partyId } = await somebody('19900004001');
    const answers = [
      await ask('19900004001', '999999'),
      await ask('19900004999', '01004X'),
      await ask('19900004001', '01004X'),
    ];
    expect(new Set(answers.map(({ message }) => message)).size).toBe(1);
    expect(await queued(partyId)).toEqual([
      { state: 'pending', nth: 1, not_before: world.app.now(), facts: {} },
    ]);
  });

  test('while one waits to be sent no second is queued; once it went, he can ask again', async () => {
    const { partyId } = await somebody('19900004002');
    await ask('19900004002', '01004X');
    await ask('19900004002', '01004X');
    expect(await queued(partyId)).toHaveLength(1);
    await sent(partyId);
    await ask('19900004002', '01004X');
    expect((await queued(partyId)).map(({ state, nth }) => [state, nth])).toEqual([
      ['accepted', 1],
      ['pending', 2],
    ]);
  });

  test('five a day for one telephone, and the sixth is answered alike', async () => {
    const { partyId } = await somebody('19900004003');
    const answers = [];
    for (let i = 0; i < 7; i++) {
      answers.push((await ask('19900004003', '01004X')).message);
      await sent(partyId);
    }
    expect(await queued(partyId)).toHaveLength(5);
    expect(new Set(answers).size).toBe(1);
    world.setNow('2026-03-03T14:31:00Z');
    await ask('19900004003', '01004X');
    expect(await queued(partyId)).toHaveLength(6);
  });

  test('twelve at the same instant are counted one after the other, and are one message', async () => {
    const { partyId } = await somebody('19900004004');
    await Promise.all(Array.from({ length: 12 }, () => ask('19900004004', '01004X')));
    expect(await queued(partyId)).toHaveLength(1);
    const counted = await world.db
      .selectFrom('attempts')
      .selectAll()
      .where('subject', '=', world.app.vault.index(SEALED.attempt, 'ask:19900004004'))
      .execute();
    expect(counted).toHaveLength(5);
  });

  test('sixty a day from one address, whatever is asked for', async () => {
    const { partyId } = await somebody('19900004005');
    for (let i = 10; i < 70; i++) await ask(`199000049${i}`, '01004X', '198.51.100.7');
    await ask('19900004005', '01004X', '198.51.100.7');
    expect(await queued(partyId)).toHaveLength(0);
    await ask('19900004005', '01004X', '198.51.100.8');
    expect(await queued(partyId)).toHaveLength(1);
  });

  test('of several cases the one under supervision is opened', async () => {
    const waiting = await somebody('19900004006');
    const running = await supervisedCase(world, county);
    const { partyId } = await createParty(
      world,
      running.caseId,
      'obligor',
      '孙大海',
      '19900004006',
      '99999919800101004X',
      null,
    );
    await ask('19900004006', '01004X');
    expect(await queued(partyId)).toHaveLength(1);
    expect(await queued(waiting.partyId)).toHaveLength(0);
  });

  test('a number whose holder said 「不是我」 gets nothing', async () => {
    const { partyId } = await somebody('19900004007');
    await world.db
      .updateTable('parties')
      .set({ contact_state: 'wrong-number' })
      .where('party_id', '=', partyId)
      .execute();
    await ask('19900004007', '01004X');
    expect(await queued(partyId)).toHaveLength(0);
  });
});
