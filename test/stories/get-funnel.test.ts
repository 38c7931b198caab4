import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RequestOf } from '../../shared/actions';
import { createAccount, createCounty } from '../county';
import { payAndConfirm, supervisedCase } from '../party-stories';
import { createSupervised } from '../supervised';
import { OBLIGOR_PHONE, startAfresh, sweep } from '../sweeping';
import { createWorld, type World } from '../world';

let world: World;
let county: Awaited<ReturnType<typeof createCounty>>;
beforeAll(async () => {
  world = await createWorld();
  county = await createCounty(world);
});
beforeEach(() => startAfresh(world, '2026-03-02T01:00:00Z'));
afterAll(() => world.close());

const funnel = async (input: RequestOf<'get-funnel'> = {}, accountId = county.judge) =>
  (await world.as(accountId)).does('get-funnel', input);
const rowOf = async (template: string, input: RequestOf<'get-funnel'> = {}) =>
  (await funnel(input)).rows.find((row) => row.template === template);
const codeAt = (phone: string) => world.sms.sent.find(({ to }) => to === phone)!.fields.code!;
const NONE = { delivered: 0, opened: 0, acknowledged: 0, performed: 0 };

describe('what becomes of messages, counted', () => {
  test('sent, delivered, opened, answered, performed: each step is counted when it happens', async () => {
    const parties = await supervisedCase(world, county);
    expect((await funnel()).rows).toEqual([]);
    await sweep();
    const started = {
      template: 'started-obligor',
      words: '发起督促，发给义务人',
      version: 0,
      channel: 'sms',
      sent: 1,
    };
    expect(await rowOf('started-obligor')).toEqual({ ...started, ...NONE });

    await world.db
      .updateTable('notices')
      .set({ state: 'delivered' })
      .where('audience', '=', 'obligor')
      .execute();
    const code = codeAt(OBLIGOR_PHONE);
    await world.anybody.does('claim-access', { code, idLast6: '01004X' });
    expect(await rowOf('started-obligor')).toEqual({
      ...started,
      ...{ delivered: 1, opened: 1, acknowledged: 1, performed: 0 },
    });
    expect(await rowOf('started-obligee')).toMatchObject(NONE);

    world.setNow('2026-03-05T01:00:00Z');
    await payAndConfirm(parties, 5_000_000, '2026-03-05');
    expect(await rowOf('started-obligor')).toMatchObject({ performed: 1 });
    expect(await rowOf('task-new-staff')).toMatchObject({ performed: 3, opened: 0 });
  });

  test('a liaison opens the task and taps 收到', async () => {
    const { tasks } = await createSupervised(world, county);
    await sweep();
    expect(await rowOf('task-new-staff')).toMatchObject({ sent: 3, ...NONE });
    const liaison = await world.as(county.villageLiaison);
    await liaison.does('get-task', { taskId: tasks['village-liaison'] });
    expect(await rowOf('task-new-staff')).toMatchObject({ opened: 1, acknowledged: 0 });
    await liaison.does('acknowledge-task', { taskId: tasks['village-liaison'] });
    expect(await rowOf('task-new-staff')).toMatchObject({ opened: 1, acknowledged: 1 });
  });

  test('what never left is not in it, and what another message told of is', async () => {
    await createSupervised(world, county);
    await createSupervised(world, county);
    await sweep();
    expect(await rowOf('several-obligor')).toMatchObject({ sent: 2, words: '多件合并成一条，发给义务人' });
    world.sms.next = { outcome: 'permanent', reason: 'number-invalid' };
    world.setNow('2026-03-13T01:00:00Z');
    await sweep();
    const { rows } = await funnel();
    expect(rows.map(({ template }) => template)).not.toContain('before-7-obligor');
  });

  test('what left and did not arrive is sent, and nothing more, whatever the person does', async () => {
    const parties = await supervisedCase(world, county);
    await sweep();
    await world.db
      .updateTable('notices')
      .set({ state: 'permanent', reason: 'undelivered' })
      .where('audience', '=', 'obligor')
      .execute();
    world.setNow('2026-03-05T01:00:00Z');
    await payAndConfirm(parties, 5_000_000, '2026-03-05');
    expect(await rowOf('started-obligor')).toMatchObject({ sent: 1, ...NONE });
    expect(await rowOf('started-obligee')).toMatchObject({ acknowledged: 1, performed: 1 });
  });

  test('versions and channels stand apart; a card counts under what it is about', async () => {
    const wechat = {
      name: '宋二水',
      phone: '19900000032',
      role: 'village-liaison',
      openid: 'openid-2',
    } as const;
    await createAccount(world, { ...wechat, villageId: 'village_songjia00' });
    await createSupervised(world, county);
    await sweep();
    await world.db
      .updateTable('notices')
      .set({ template_version: 2 })
      .where('audience', '=', 'obligor')
      .execute();
    const { rows } = await funnel();
    expect(
      rows.map(({ template, version, channel, sent }) => `${template} ${version} ${channel} ${sent}`),
    ).toEqual([
      'task-new-staff 0 sms 3',
      'started-obligee 0 sms 1',
      'started-obligor 2 sms 1',
      'task-new-staff 0 subscribe 1',
    ]);
  });

  test('a period has its first and its last day; nothing after it counts in it', async () => {
    const parties = await supervisedCase(world, county);
    await sweep();
    world.setNow('2026-03-05T01:00:00Z');
    await payAndConfirm(parties, 5_000_000, '2026-03-05');
    expect(await funnel()).toMatchObject({ from: '2025-12-06', to: '2026-03-05' });
    const of = (from: string, to: string) => rowOf('started-obligor', { from, to });
    expect(await of('2026-03-02', '2026-03-04')).toMatchObject({ sent: 1, acknowledged: 0, performed: 0 });
    expect(await of('2026-03-02', '2026-03-05')).toMatchObject({ sent: 1, acknowledged: 1, performed: 1 });
    expect(await of('2026-03-03', '2026-03-05')).toBeUndefined();
    expect(await of('2026-01-01', '2026-03-01')).toBeUndefined();
    await expect(of('2026-03-03', '2026-03-02')).rejects.toMatchObject({ code: 'period-wrong' });
    await expect(of('2020-03-03', '2026-03-02')).rejects.toMatchObject({ code: 'period-wrong' });
  });

  test('judge, chief and administrator see it; it names nobody', async () => {
    const parties = await supervisedCase(world, county);
    await sweep();
    const admin = await createAccount(world, { name: '管理员', phone: '19900000033', role: 'admin' });
    for (const accountId of [county.chief, admin]) {
      expect((await funnel({}, accountId)).rows.length).toBeGreaterThan(0);
    }
    for (const accountId of [county.clerk, county.officer, county.villageLiaison]) {
      await expect(funnel({}, accountId)).rejects.toMatchObject({ code: 'not-for-your-role' });
    }
    const whole = JSON.stringify(await funnel());
    for (const word of ['郑', '何家福', '民初', parties.caseId, OBLIGOR_PHONE])
      expect(whole).not.toContain(word);
  });
});
