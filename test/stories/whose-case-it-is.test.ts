import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ActionName } from '../../shared/actions';
import { createAccount, createCounty } from '../county';
import { auditOf, type County, faithful, pay, supervisedCase } from '../party-stories';
import { createWorld, type World } from '../world';

interface Ids {
  caseId: string;
  paymentId: string;
  planId: string;
  requestId: string;
  partyId: string;
}

const instalments = [{ dueDay: '2026-03-20', amount: 5_000_000 }];
const onBehalf = { relation: 'liaison', consent: 'in-person' };

/** Everything that a party, a liaison or an officer may ask of a case, by who may ask it at all. */
const ASKED_BY: Record<'obligor' | 'obligee' | 'liaison' | 'officer', [ActionName, (ids: Ids) => object][]> =
  {
    obligor: [
      ['get-my-case', ({ caseId }) => ({ caseId })],
      ['explain-statement', ({ caseId }) => ({ caseId })],
      ['register-payment', ({ caseId }) => ({ caseId, ...pay(100, '2026-03-02') })],
      ['propose-plan', ({ caseId }) => ({ caseId, instalments })],
      ['accept-plan', ({ planId }) => ({ planId })],
      ['reject-plan', ({ planId }) => ({ planId, reason: '不同意' })],
      ['register-objection', ({ caseId }) => ({ caseId, text: '有异议' })],
      ['report-hardship', ({ caseId }) => ({ caseId, text: '有困难' })],
      ['report-wrong-person', ({ caseId }) => ({ caseId, what: 'not-me' })],
      ['get-certificate', ({ caseId }) => ({ caseId })],
    ],
    obligee: [
      ['get-my-case', ({ caseId }) => ({ caseId })],
      ['explain-statement', ({ caseId }) => ({ caseId })],
      ['confirm-payment', ({ paymentId }) => ({ paymentId })],
      ['dispute-payment', ({ paymentId }) => ({ paymentId, reason: '没收到' })],
      ['propose-plan', ({ caseId }) => ({ caseId, instalments })],
      ['accept-plan', ({ planId }) => ({ planId })],
      ['reject-plan', ({ planId }) => ({ planId, reason: '不同意' })],
      ['apply-for-enforcement', ({ caseId }) => ({ caseId })],
      ['report-wrong-person', ({ caseId }) => ({ caseId, what: 'not-me' })],
      ['get-certificate', ({ caseId }) => ({ caseId })],
    ],
    liaison: [
      ['explain-statement', ({ caseId }) => ({ caseId })],
      ['register-payment', ({ caseId }) => ({ caseId, ...pay(100, '2026-03-02'), onBehalf })],
      ['propose-plan', ({ caseId }) => ({ caseId, instalments, onBehalf })],
      ['register-objection', ({ caseId }) => ({ caseId, text: '有异议', onBehalf })],
      ['report-hardship', ({ caseId }) => ({ caseId, text: '有困难', onBehalf })],
    ],
    officer: [
      ['explain-statement', ({ caseId }) => ({ caseId })],
      ['register-payment', ({ caseId }) => ({ caseId, ...pay(100, '2026-03-02') })],
      [
        'record-enforcement-filing',
        ({ caseId }) => ({ caseId, filedDay: '2026-03-02', enforcementNumber: '（2026）浙9999执1号' }),
      ],
      ['create-access-code', ({ partyId }) => ({ partyId })],
      ['correct-contact', ({ partyId }) => ({ partyId, phone: '19900008888', source: '电话核实' })],
      ['get-certificate', ({ caseId }) => ({ caseId })],
    ],
  };

describe('a case that is not his does not exist for him', () => {
  let world: World;
  let county: County;
  let ids: Ids;
  const people: Record<string, string> = {};
  beforeAll(async () => {
    world = await createWorld('2026-03-02T01:00:00Z');
    county = await createCounty(world);
    const { caseId, obligor, obligorPartyId } = await supervisedCase(world, county);
    const { paymentId } = await obligor.does('register-payment', { caseId, ...pay(100_000, '2026-03-02') });
    const { requestId } = await obligor.does('report-hardship', { caseId, text: '住院' });
    const { planId } = await obligor.does('propose-plan', { caseId, instalments } as never);
    ids = { caseId, paymentId, requestId, planId, partyId: obligorPartyId };
    const other = await supervisedCase(world, county);
    people.obligor = (await other.obligor.does('get-me', {})).accountId;
    people.obligee = (await other.obligee.does('get-me', {})).accountId;
    people.liaison = county.neighbourLiaison;
    people.officer = county.otherOfficer;
  });
  afterAll(() => world.close());

  const asked = Object.entries(ASKED_BY).flatMap(([who, actions]) =>
    actions.map(([action, input]) => ({ who, action, input })),
  );

  test.each(asked)('another $who asks to $action', async ({ who, action, input }) => {
    const before = await auditOf(world, ids.caseId);
    const stranger = faithful(world, people[who]!);
    await expect(stranger.does(action, input(ids) as never)).rejects.toMatchObject({
      code: 'not-found-or-not-yours',
    });
    expect(await auditOf(world, ids.caseId)).toEqual(before);
  });

  test.each(asked)(
    '$who asks to $action of what is not there: the same answer',
    async ({ who, action, input }) => {
      const nothing: Ids = {
        caseId: 'case_00000000',
        paymentId: 'pay_00000000',
        planId: 'plan_00000000',
        requestId: 'req_00000000',
        partyId: 'party_00000000',
      };
      const stranger = faithful(world, people[who]!);
      await expect(stranger.does(action, input(nothing) as never)).rejects.toMatchObject({
        code: 'not-found-or-not-yours',
      });
    },
  );

  test('who is no party of any case is told that it is not for him, before anything is looked up', async () => {
    const nobody = faithful(world, await createAccount(world, { name: '路人甲', phone: '19900007777' }));
    for (const { action, input } of asked.filter(({ who }) => who === 'obligor' || who === 'obligee')) {
      await expect(nobody.does(action, input(ids) as never)).rejects.toMatchObject({
        code: 'not-for-your-role',
      });
    }
  });

  test.each<[ActionName, (ids: Ids) => object]>([
    ['decide-request', ({ requestId }) => ({ requestId, decision: 'upheld', answer: '同意' })],
    ['reject-payment', ({ paymentId }) => ({ paymentId, reason: '没有' })],
    ['withdraw-supervision', ({ caseId }) => ({ caseId, reason: '结束' })],
    [
      'record-enforcement-filing',
      ({ caseId }) => ({ caseId, filedDay: '2026-03-02', enforcementNumber: '（2026）浙9999执1号' }),
    ],
    ['create-access-code', ({ partyId }) => ({ partyId })],
    ['correct-contact', ({ partyId }) => ({ partyId, phone: '19900008888', source: '电话核实' })],
  ])('%s is the court’s alone', async (action, input) => {
    for (const who of ['obligor', 'obligee', 'liaison']) {
      await expect(faithful(world, people[who]!).does(action, input(ids) as never)).rejects.toMatchObject({
        code: 'not-for-your-role',
      });
    }
  });
});
