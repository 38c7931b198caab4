import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OutputOf } from '../../shared/actions';
import { createCounty } from '../county';
import { supervisedCase } from '../party-stories';
import { createSupervised } from '../supervised';
import { OBLIGOR_PHONE, startAfresh, sweep, VILLAGE_LIAISON_PHONE } from '../sweeping';
import { createWorld, type World } from '../world';

type Notice = OutputOf<'get-case'>['notices'][number];

let world: World;
let county: Awaited<ReturnType<typeof createCounty>>;
beforeAll(async () => {
  world = await createWorld();
  county = await createCounty(world);
});
beforeEach(() => startAfresh(world, '2026-03-02T01:00:00Z'));
afterAll(() => world.close());

const noticesOf = async (caseId: string) =>
  (await (await world.as(county.clerk)).does('get-case', { caseId })).notices;
const noticeTo = async (caseId: string, role: string): Promise<Notice> =>
  (await noticesOf(caseId)).find((notice) => notice.role === role)!;
const codeAt = (phone: string) => world.sms.sent.find(({ to }) => to === phone)!.fields.code!;
const open = (code: string) =>
  world.anybody.does('claim-access', { code, idLast6: '01004X' }, { from: '192.0.2.9' });

describe('the court sees in a case what became of every message', () => {
  test('it waits for the morning', async () => {
    world.setNow('2026-03-02T14:30:00Z');
    const { caseId } = await createSupervised(world, county);
    expect(await noticeTo(caseId, '义务人')).toMatchObject({
      state: '等待发送',
      at: '2026-03-02T14:30:00.000Z',
      nextAt: '2026-03-03T00:00:00.000Z',
      template: null,
      version: null,
    });
  });

  test('it left: when, what, to whom, by which words; nobody has opened it', async () => {
    const { caseId } = await createSupervised(world, county);
    world.setNow('2026-03-02T01:05:00Z');
    await sweep();
    expect(await noticeTo(caseId, '义务人')).toEqual({
      noticeId: expect.any(String),
      to: '郑**',
      role: '义务人',
      channel: 'sms',
      step: '发起督促',
      state: '运营商已受理',
      reason: null,
      at: '2026-03-02T01:05:00.000Z',
      nextAt: null,
      toldWith: null,
      template: '发起督促，发给义务人',
      version: 0,
      openedAt: null,
      acknowledgedAt: null,
    });
    const roles = (await noticesOf(caseId)).map(({ role }) => role);
    expect(roles.sort()).toEqual(['义务人', '执行团队', '权利人', '村联络员', '镇联络员'].sort());
  });

  test('it did not arrive: why', async () => {
    world.sms.next = { outcome: 'permanent', reason: 'number-invalid' };
    const { caseId, obligor } = await createSupervised(world, county);
    await sweep();
    expect(await noticeTo(caseId, '义务人')).toMatchObject({ state: '发不出去', reason: '号码不存在' });
    world.setNow('2026-03-02T03:00:00Z');
    await (await world.as(obligor.accountId)).does('report-hardship', { caseId, text: '下月才有工资' });
    expect(await noticeTo(caseId, '义务人')).toMatchObject({ openedAt: null, acknowledgedAt: null });
  });

  test('its code was used: it was opened and answered at that minute, and the other side’s was not', async () => {
    const { caseId } = await supervisedCase(world, county);
    await sweep();
    world.setNow('2026-03-02T03:00:00Z');
    await open(codeAt(OBLIGOR_PHONE));
    const then = '2026-03-02T03:00:00.000Z';
    expect(await noticeTo(caseId, '义务人')).toMatchObject({ openedAt: then, acknowledgedAt: then });
    expect(await noticeTo(caseId, '权利人')).toMatchObject({ openedAt: null, acknowledgedAt: null });
  });

  test('whoever was in already answers by what he does, and opens nothing with a code', async () => {
    const { caseId, obligor } = await supervisedCase(world, county);
    await obligor.does('get-my-case', { caseId });
    await sweep();
    world.setNow('2026-03-02T04:00:00Z');
    await obligor.does('report-hardship', { caseId, text: '下月才有工资' });
    expect(
      (await noticesOf(caseId)).find(({ step, role }) => step === '发起督促' && role === '义务人'),
    ).toMatchObject({ openedAt: null, acknowledgedAt: '2026-03-02T04:00:00.000Z' });
  });

  test('a liaison opened the task, and taps 收到 later', async () => {
    const { caseId, tasks } = await createSupervised(world, county);
    await sweep();
    expect(world.sms.sent.map(({ to }) => to)).toContain(VILLAGE_LIAISON_PHONE);
    const taskId = tasks['village-liaison'];
    world.setNow('2026-03-02T02:00:00Z');
    await (await world.as(county.villageLiaison)).does('get-task', { taskId });
    expect(await noticeTo(caseId, '村联络员')).toMatchObject({
      openedAt: '2026-03-02T02:00:00.000Z',
      acknowledgedAt: null,
    });
    world.setNow('2026-03-02T05:00:00Z');
    await (await world.as(county.villageLiaison)).does('acknowledge-task', { taskId });
    expect(await noticeTo(caseId, '村联络员')).toMatchObject({
      openedAt: '2026-03-02T02:00:00.000Z',
      acknowledgedAt: '2026-03-02T05:00:00.000Z',
    });
    expect(await noticeTo(caseId, '镇联络员')).toMatchObject({ openedAt: null, acknowledgedAt: null });
  });

  test('one message told of two cases: the second names the first’s, and both are opened by its code', async () => {
    const cases = [await createSupervised(world, county), await createSupervised(world, county)];
    await sweep();
    expect(world.sms.sent.filter(({ to }) => to === OBLIGOR_PHONE)).toHaveLength(1);
    await open(codeAt(OBLIGOR_PHONE));
    const seen = await Promise.all(cases.map(({ caseId }) => noticeTo(caseId, '义务人')));
    const numbers = await world.db.selectFrom('cases').select('case_number').execute();
    expect(seen.filter(({ toldWith }) => toldWith === null)).toHaveLength(1);
    expect(numbers.map((one) => one.case_number)).toContain(seen.find(({ toldWith }) => toldWith)!.toldWith);
    for (const notice of seen) {
      expect(notice).toMatchObject({
        template: '多件合并成一条，发给义务人',
        openedAt: '2026-03-02T01:00:00.000Z',
      });
    }
  });
});
