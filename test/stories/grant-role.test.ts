import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RequestOf } from '../../shared/actions';
import { day } from '../../shared/day';
import { createAccount, createCase, createCounty } from '../county';
import { auditOf, type County } from '../party-stories';
import { createAdmin } from '../staff';
import { type Actor, createWorld, type World } from '../world';

const START = '2026-03-02T01:00:00Z';
const TODAY = day('2026-03-02');

describe('the administrator gives and takes roles', () => {
  let world: World;
  let county: County;
  let admin: Actor;
  let serial = 100;
  beforeAll(async () => {
    world = await createWorld(START);
    county = await createCounty(world);
    admin = await createAdmin(world);
    const { caseId } = await createCase(world);
    await (await world.as(county.judge)).does('start-supervision', { caseIds: [caseId] });
  });
  beforeEach(() => world.setNow(START));
  afterAll(() => world.close());

  const newcomer = () => {
    serial += 1;
    return createAccount(world, { name: '新同事', phone: `19900000${serial}` });
  };
  const grant = (accountId: string, change: Partial<RequestOf<'grant-role'>> = {}) =>
    admin.does('grant-role', {
      accountId,
      role: 'village-liaison',
      villageId: 'village_songjia00',
      from: TODAY,
      ...change,
    });
  const tasksOf = async (actor: Actor) => (await actor.does('list-tasks', {})).tasks.length;
  const refusal = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'done',
      ({ code }: { code: string }) => code,
    );

  test('a liaison who leaves gets nothing the same minute, in the session that is open', async () => {
    const accountId = await newcomer();
    const open = await world.as(accountId);
    expect(await refusal(tasksOf(open))).toBe('not-for-your-role');
    const { grantId } = await grant(accountId);
    expect(await tasksOf(open)).toBe(1);
    const [task] = (await open.does('list-tasks', {})).tasks;
    await admin.does('end-grant', { grantId });
    expect(await refusal(tasksOf(open))).toBe('not-for-your-role');
    expect(await refusal(open.does('get-task', { taskId: task!.taskId }))).toBe('not-for-your-role');
    expect((await open.does('get-me', {})).roles).toEqual([]);
    expect(await refusal(admin.does('end-grant', { grantId }))).toBe('grant-unknown');
    const lines = await auditOf(world, 'court');
    expect(lines.slice(-2)).toMatchObject([
      { action: 'grant-role', facts: { accountId, role: 'village-liaison', place: 'village_songjia00' } },
      { action: 'end-grant', facts: { accountId, grantId } },
    ]);
  });

  test('who leaves one village keeps the other', async () => {
    const accountId = await newcomer();
    const open = await world.as(accountId);
    const { grantId } = await grant(accountId);
    await grant(accountId, { villageId: 'village_qiaotou00' });
    await admin.does('end-grant', { grantId });
    expect(await tasksOf(open)).toBe(0);
    expect((await open.does('get-me', {})).roles).toEqual([
      { role: 'village-liaison', reach: '虹溪镇 桥头村' },
    ]);
  });

  test.each([
    ['before its first day', '2026-03-09T15:59:59Z', 'not-for-your-role'],
    ['from the first moment of its first day', '2026-03-09T16:00:00Z', 'done'],
    ['to the last moment of its last', '2026-03-20T15:59:59Z', 'done'],
    ['and not after', '2026-03-20T16:00:00Z', 'not-for-your-role'],
  ])('a role from 10 to 20 March, %s', async (_, moment, expected) => {
    const accountId = await newcomer();
    await grant(accountId, { from: day('2026-03-10'), to: day('2026-03-20') });
    world.setNow(moment);
    expect(await refusal(tasksOf(await world.as(accountId)))).toBe(expected);
  });

  test.each<[string, Partial<RequestOf<'grant-role'>>, string]>([
    ['a liaison without a village', { villageId: undefined }, 'grant-place-wrong'],
    ['a village that is not there', { villageId: 'village_nowhere0' }, 'grant-place-wrong'],
    ['a judge with a village', { role: 'judge' }, 'grant-place-wrong'],
    ['a role that is over already', { from: day('2026-02-01'), to: day('2026-03-01') }, 'grant-days-wrong'],
    ['an end before the beginning', { from: day('2026-04-02'), to: day('2026-04-01') }, 'grant-days-wrong'],
    ['somebody who is not there', { accountId: 'acct_nobody000000' }, 'account-unknown'],
  ])('%s is refused', async (_, change, code) => {
    expect(await refusal(grant(await newcomer(), change))).toBe(code);
  });

  test('the same role twice on a day is refused, one after the other is not', async () => {
    const accountId = await newcomer();
    await grant(accountId, { to: day('2026-03-10') });
    expect(await refusal(grant(accountId, { from: day('2026-03-10') }))).toBe('grant-exists');
    await grant(accountId, { from: day('2026-03-11') });
  });

  test('a party does not become staff by the administrator’s hand', async () => {
    const { obligor } = await createCase(world);
    expect(await refusal(grant(obligor.accountId))).toBe('account-unknown');
    const save = admin.does('save-account', {
      accountId: obligor.accountId,
      name: '甲某',
      loginName: 'party',
    });
    expect(await refusal(save)).toBe('account-unknown');
  });

  test('nobody but the administrator gives roles or sees accounts', async () => {
    for (const id of [county.judge, county.chief, county.villageLiaison]) {
      const other = await world.as(id);
      expect(await refusal(other.does('list-accounts', {}))).toBe('not-for-your-role');
      const self = { accountId: id, role: 'admin' as const, from: TODAY };
      expect(await refusal(other.does('grant-role', self))).toBe('not-for-your-role');
    }
  });

  test('the administrator sees who works here, and neither cases nor parties', async () => {
    const { accounts } = await admin.does('list-accounts', { search: '宋大山' });
    expect(accounts).toMatchObject([
      {
        accountId: county.villageLiaison,
        phoneMasked: '199****0006',
        loginName: null,
        signIn: 'none',
        disabled: false,
        grants: [{ role: 'village-liaison', reach: '虹溪镇 宋家村', from: '2025-01-01', to: null }],
      },
    ]);
    expect((await admin.does('list-accounts', { search: '郑小满' })).accounts).toEqual([]);
    expect((await admin.does('list-accounts', { search: '%' })).accounts).toEqual([]);
    expect(await refusal(admin.does('list-cases', {}))).toBe('not-for-your-role');
  });

  test('the last administrator stays', async () => {
    const { accounts } = await admin.does('list-accounts', { search: '管理员甲' });
    const own = accounts[0]!;
    const first = own.grants[0]!.grantId;
    expect(await refusal(admin.does('end-grant', { grantId: first }))).toBe('last-admin');
    const disable = { accountId: own.accountId, name: own.name, disabled: true };
    expect(await refusal(admin.does('save-account', disable))).toBe('own-account');
    const other = await newcomer();
    const { grantId } = await grant(other, { role: 'admin', villageId: undefined });
    const both = await Promise.all([
      refusal(admin.does('end-grant', { grantId })),
      refusal((await world.as(other)).does('end-grant', { grantId: first })),
    ]);
    expect(both.filter((answer) => answer === 'done')).toHaveLength(1);
  });
});
