import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { escalateBatch } from '../../cloudfunctions/server/sweeps/escalate-tasks';
import { planBatch } from '../../cloudfunctions/server/sweeps/plan-reminders';
import { HostContext } from '../../cloudfunctions/server/wiring';
import { main } from '../../cloudfunctions/sweep';
import { day } from '../../shared/day';
import { fen } from '../../shared/money';
import { forbiddenIn } from '../../shared/reminders/forbidden';
import { createCounty } from '../county';
import { agreeOn, auditOf, payAndConfirm, supervisedCase, supervisionOf } from '../party-stories';
import {
  arrivedAt,
  clearPhones,
  kindsAt,
  OBLIGEE_PHONE,
  OBLIGOR_PHONE,
  startAfresh,
  sweep,
  sweepOnMornings,
  TOWN_LIAISON_PHONE,
  VILLAGE_LIAISON_PHONE,
} from '../sweeping';
import { createWorld, type World } from '../world';

let world: World;
let county: Awaited<ReturnType<typeof createCounty>>;
beforeAll(async () => {
  world = await createWorld();
  county = await createCounty(world);
});
beforeEach(() => startAfresh(world, '2026-03-02T01:00:00Z'));
afterAll(() => world.close());

/** As if this party had a telephone of his own. */
const giveNumber = async (partyId: string, who: string) => {
  await world.db.updateTable('parties').set({ phone_index: who }).where('party_id', '=', partyId).execute();
  await world.db
    .updateTable('outbox')
    .set({ person: who })
    .where('notice_id', 'in', (e) =>
      e.selectFrom('notices').select('notice_id').where('party_id', '=', partyId),
    )
    .execute();
};

/** The two things in a message that differ from one sending to the next. */
const plain = (text: string | undefined) =>
  text
    ?.replace(/查询码\d{4} \d{4}/, '查询码···· ····')
    .replace(/编号[2-9A-Z]{4}-[2-9A-Z]{4}/, '编号····-····');

describe('a judge starts a supervision on 2 March of a debt due on 20 March', () => {
  test('both parties and the liaisons read of it at the next sweep', async () => {
    await supervisedCase(world, county);
    expect(await sweep()).toEqual({ planned: 0, delivered: 5, failed: 0, unknown: 0, suppressed: 0 });
    expect(arrivedAt(world, OBLIGOR_PHONE).map(plain)).toEqual([
      '【青溪县人民法院】您有一件生效文书确定的事项，履行期限到2026年3月20日为止，请及时办理。有困难或异议请说明。编号····-····，查询码···· ····（7天内有效），请到http://zhiqian.test查看。核实拨12368或0999-6000000。回复“退订”或“号码有误”停止发送。',
    ]);
    expect(arrivedAt(world, OBLIGEE_PHONE).map(plain)).toEqual([
      '【青溪县人民法院】法院已就您的一件生效文书开始督促，履行期限到2026年3月20日为止。督促不影响您申请执行。编号····-····，查询码···· ····（7天内有效），请到http://zhiqian.test查看。核实拨12368或0999-6000000。回复“退订”或“号码有误”停止发送。',
    ]);
    for (const phone of [VILLAGE_LIAISON_PHONE, TOWN_LIAISON_PHONE]) {
      expect(arrivedAt(world, phone).map(plain)).toEqual([
        '【青溪县人民法院】您有一件新的执前督促任务，请先回复“收到”，期限到2026年3月9日为止。编号····-····，请到小程序“执前通”或http://zhiqian.test查看。核实拨12368或0999-6000000。回复“退订”或“号码有误”停止发送。',
      ]);
    }
  });

  test('nothing that left names a person, a sum or a case', async () => {
    await supervisedCase(world, county);
    await sweepOnMornings(world, '2026-03-02', '2026-03-13', '2026-03-20', '2026-03-27', '2026-05-19');
    expect(world.sms.sent.length).toBeGreaterThan(8);
    for (const { text } of world.sms.sent)
      expect(forbiddenIn(text, ['郑小满', '何家福', '宋家村'])).toEqual([]);
  });

  test('the code of the message opens the case', async () => {
    const { caseId } = await supervisedCase(world, county);
    await sweep();
    const code = /查询码(\d{4} \d{4})/.exec(arrivedAt(world, OBLIGOR_PHONE)[0]!)![1]!;
    const entered = await world.anybody.does('claim-access', { code, idLast6: '01004X' });
    expect(entered).toMatchObject({ caseId, side: 'obligor' });
  });

  test('the debtor is reminded on his days, the creditor once, and no day says anything twice', async () => {
    await supervisedCase(world, county);
    for (let n = 2; n <= 80; n += 1) {
      world.setNow(new Date(Date.UTC(2026, 2, n, 1)).toISOString());
      await sweep();
      await sweep();
    }
    expect(kindsAt(world, OBLIGOR_PHONE)).toEqual([
      'started-obligor',
      'before-7-obligor',
      'before-3-obligor',
      'due-obligor',
      'after-7-obligor',
      'after-15-obligor',
      'after-30-obligor',
      'after-60-obligor',
    ]);
    expect(kindsAt(world, OBLIGEE_PHONE)).toEqual(['started-obligee', 'after-7-obligee']);
  });

  test('after days without a sweep only the latest step goes out', async () => {
    await supervisedCase(world, county);
    await sweepOnMornings(world, '2026-03-02', '2026-03-19');
    expect(kindsAt(world, OBLIGOR_PHONE)).toEqual(['started-obligor', 'before-3-obligor']);
  });

  test('the case sleeps until the morning of its next day', async () => {
    const { caseId } = await supervisedCase(world, county);
    await sweep();
    const { next_reminder_at } = await supervisionOf(world, caseId);
    expect(next_reminder_at?.toISOString()).toBe('2026-03-13T00:00:00.000Z');
  });
});

describe('reminders stop', () => {
  test('when the debt is paid and confirmed, and what waited stays', async () => {
    const parties = await supervisedCase(world, county);
    await sweepOnMornings(world, '2026-03-02', '2026-03-13');
    clearPhones(world);
    await payAndConfirm(parties, fen(5_000_000), '2026-03-13');
    await sweepOnMornings(world, '2026-03-17', '2026-03-20', '2026-03-27', '2026-05-19');
    expect(kindsAt(world, OBLIGOR_PHONE)).toEqual(['performed-obligor']);
  });

  test('when the court withdraws the supervision', async () => {
    const { caseId } = await supervisedCase(world, county);
    await sweep();
    const judge = await world.as(county.judge);
    await judge.does('withdraw-supervision', { caseId, reason: '双方另行处理' });
    clearPhones(world);
    await sweepOnMornings(world, '2026-03-13', '2026-03-20');
    expect(kindsAt(world, OBLIGOR_PHONE)).toEqual(['withdrawn-obligor']);
  });

  test('while an objection is looked at, and go on when it is answered', async () => {
    const { caseId, obligor } = await supervisedCase(world, county);
    await sweep();
    const { requestId } = await obligor.does('register-objection', { caseId, text: '金额与文书不一致' });
    await sweepOnMornings(world, '2026-03-13', '2026-03-17');
    clearPhones(world);
    const judge = await world.as(county.judge);
    await judge.does('decide-request', { requestId, decision: 'dismissed', answer: '经核对一致' });
    await sweep();
    expect(kindsAt(world, OBLIGOR_PHONE).sort()).toEqual(['before-3-obligor', 'request-decided-obligor']);
    clearPhones(world);
    await sweepOnMornings(world, '2026-03-20');
    expect(kindsAt(world, OBLIGOR_PHONE)).toEqual(['due-obligor']);
  });
});

describe('both sides agree on instalments: 31 March and 30 April', () => {
  const agree = async () => {
    const parties = await supervisedCase(world, county);
    await sweep();
    await agreeOn(parties, [
      ['2026-03-31', 2_000_000],
      ['2026-04-30', 3_000_000],
    ]);
    await sweep();
    clearPhones(world);
    return parties;
  };

  test('the plan’s days take the place of the ladder', async () => {
    const parties = await agree();
    await sweepOnMornings(world, '2026-03-13', '2026-03-17', '2026-03-20', '2026-03-28', '2026-03-31');
    expect(kindsAt(world, OBLIGOR_PHONE)).toEqual(['instalment-before-obligor', 'instalment-due-obligor']);
    expect(plain(arrivedAt(world, OBLIGOR_PHONE)[1])).toBe(
      '【青溪县人民法院】双方约定的分期，2026年3月31日是其中一期的最后一天，请及时办理。已履行的请登记。编号····-····，查询码···· ····（7天内有效），请到http://zhiqian.test查看。核实拨12368或0999-6000000。回复“退订”或“号码有误”停止发送。',
    );
    await payAndConfirm(parties, fen(2_000_000), '2026-03-31');
    clearPhones(world);
    await sweepOnMornings(world, '2026-04-01', '2026-04-27');
    expect(kindsAt(world, OBLIGOR_PHONE)).toEqual(['payment-confirmed-obligor', 'instalment-before-obligor']);
    expect(kindsAt(world, OBLIGEE_PHONE)).toEqual(['payment-registered-obligee']);
  });

  test('a missed instalment is told to both sides and shown to the court, once', async () => {
    const { caseId } = await agree();
    await sweepOnMornings(world, '2026-04-01', '2026-04-02', '2026-04-03');
    expect(kindsAt(world, OBLIGOR_PHONE)).toEqual(['instalment-missed-obligor']);
    expect(arrivedAt(world, OBLIGEE_PHONE).map(plain)).toEqual([
      '【青溪县人民法院】双方约定的分期，2026年3月31日到期的一期还没有确认收到。收到的请确认；没有收到的，可以联系法院或申请执行。编号····-····，查询码···· ····（7天内有效），请到http://zhiqian.test查看。核实拨12368或0999-6000000。回复“退订”或“号码有误”停止发送。',
    ]);
    const plan = await world.db
      .selectFrom('plans')
      .select('state')
      .where('case_id', '=', caseId)
      .executeTakeFirstOrThrow();
    expect(plan.state).toBe('broken');
    const audit = await auditOf(world, caseId);
    expect(audit.filter(({ action }) => action === 'instalment-missed')).toHaveLength(1);
    const course = await world.db
      .selectFrom('timeline')
      .select('words')
      .where('case_id', '=', caseId)
      .execute();
    expect(course.map(({ words }) => words)).toContain('约定的一期到期后没有确认收到');
  });
});

describe('the sweep itself', () => {
  test('two at once, over forty cases of forty debtors, say everything once', async () => {
    for (let n = 0; n < 40; n += 1) {
      const { obligorPartyId, obligeePartyId } = await supervisedCase(world, county);
      await giveNumber(obligorPartyId, `debtor ${n}`);
      await giveNumber(obligeePartyId, `creditor ${n}`);
    }
    world.setNow('2026-03-13T01:00:00Z');
    const totals = await Promise.all([sweep(), sweep()]);
    // One rung for each debtor, one reminder for each of the two liaisons of a case.
    expect(totals[0]!.planned + totals[1]!.planned).toBe(120);
    world.setNow('2026-03-14T01:00:00Z');
    await Promise.all([sweep(), sweep()]);
    const rows = await world.db.selectFrom('notices').select(['notice_id', 'state', 'told_with']).execute();
    expect(rows.filter(({ state }) => state !== 'accepted')).toEqual([]);
    const leaders = rows.filter(({ told_with }) => told_with === null).map(({ notice_id }) => notice_id);
    expect(world.sms.sent.map(({ noticeId }) => noticeId).sort()).toEqual(leaders.sort());
  });

  test('a case that a handler holds at this moment is taken by the next sweep', async () => {
    const { caseId } = await supervisedCase(world, county);
    await sweep();
    world.setNow('2026-03-13T01:00:00Z');
    await world.db.transaction().execute(async (tx) => {
      await tx.selectFrom('cases').select('case_id').where('case_id', '=', caseId).forUpdate().execute();
      expect(await sweep()).toMatchObject({ planned: 0 });
    });
    expect(await sweep()).toMatchObject({ planned: 3 });
  });

  test('of a case that somebody else holds it holds nothing: of two sweeps one would find it free', async () => {
    const { caseId } = await supervisedCase(world, county);
    await sweep();
    world.setNow('2026-03-13T01:00:00Z');
    const { db, app } = world;
    await db.transaction().execute(async (holder) => {
      await holder.selectFrom('cases').select('case_id').where('case_id', '=', caseId).forUpdate().execute();
      await db.transaction().execute(async (tx) => {
        expect(await escalateBatch(app, tx, '')).toMatchObject({ notices: 0 });
        expect(await planBatch(app, tx)).toEqual({ cases: 0, notices: 0 });
        for (const table of ['tasks', 'supervisions'] as const) {
          const rows = db.selectFrom(table).select('case_id').where('case_id', '=', caseId);
          expect(await rows.forUpdate().skipLocked().execute(), table).toEqual(await rows.execute());
        }
      });
    });
  });

  test('every run leaves a row with its counts', async () => {
    await supervisedCase(world, county);
    await sweep();
    await sweep();
    const runs = await world.db.selectFrom('sweep_runs').selectAll().orderBy('delivered', 'desc').execute();
    expect(runs).toMatchObject([
      { planned: 0, delivered: 5, failed: 0, suppressed: 0, error: null, finished_at: world.app.now() },
      { planned: 0, delivered: 0, failed: 0, suppressed: 0, error: null },
    ]);
  });

  test('a stage that breaks is on record, and does not keep the others from running', async () => {
    await supervisedCase(world, county);
    await world.db.schema.alterTable('plans').renameTo('plans_away').execute();
    world.setNow('2026-03-13T01:00:00Z');
    try {
      await expect(sweep()).rejects.toMatchObject({ code: '42P01' });
    } finally {
      await world.db.schema.alterTable('plans_away').renameTo('plans').execute();
    }
    const run = await world.db.selectFrom('sweep_runs').selectAll().executeTakeFirstOrThrow();
    expect(run.error).toContain('plan-reminders');
    expect(run.finished_at).not.toBeNull();
  });

  test('a visitor cannot start one', async () => {
    const visitor = new HostContext({ openid: 'openid-of-a-visitor' });
    await expect(main({ Type: 'Timer' }, visitor)).rejects.toMatchObject({ code: 'not-for-your-role' });
  });

  test('portions of an instrument are reminded of one by one', async () => {
    const portions = [
      { amount: fen(2_000_000), dueDay: day('2026-03-20') },
      { amount: fen(3_000_000), dueDay: day('2026-06-24') },
    ];
    await supervisedCase(world, county, { portions });
    await sweepOnMornings(world, '2026-03-02', '2026-03-20', '2026-06-24');
    expect(kindsAt(world, OBLIGOR_PHONE)).toEqual(['started-obligor', 'due-obligor', 'due-obligor']);
    expect(arrivedAt(world, OBLIGOR_PHONE)[2]).toContain('2026年6月24日是履行期限的最后一天');
  });
});
