import { makeTipCode } from '../../../shared/cases/tip-code';
import { addDays, instantOf } from '../../../shared/day';
import { fen } from '../../../shared/money';
import type { Caller } from '../../server/caller';
import { partyOf } from './acts';
import type { SeedCase } from './book';
import { type County, engage } from './county';
import { act, COURT, type Stage } from './stage';

/** What citizens know, in the fictional county: places and things that do not exist. */
const TOLD = [
  {
    about: 'vehicle',
    words: '他有一辆蓝色货车，白天不在村里，每天夜里十点多停在砖厂后门，早上五点开走。',
    place: '虹溪镇砖厂后门',
    seenWhen: '晚上十点多',
  },
  {
    about: 'vehicle',
    words: '砖厂后面停着他的货车，车头有一道划痕。',
    place: '虹溪镇砖厂',
    seenWhen: '夜里',
  },
  {
    about: 'money',
    words: '他在镇上菜市场帮人卖水产，收款码用的是自己的，每天都有几百块。',
    place: '菜市场东头第三个摊位',
    seenWhen: '上午',
  },
  {
    about: 'house',
    words: '他把老街的一间门面租给别人开理发店，租金半年一付，下个月又要付了。',
    place: '老街理发店',
    seenWhen: '',
  },
] as const;

/** Notices and tips in every state that a visitor should see: asked for, drafted, shown, told, sent out, paid. */
export async function tellTips(stage: Stage, county: County, cases: readonly SeedCase[]): Promise<TipOffice> {
  const start = stage.now();
  const office = await openOffice(stage);
  const filed = await longFiled(stage, cases);
  const [paid, shown, drafted, asked, free] = filed as [SeedCase, SeedCase, SeedCase, SeedCase, SeedCase];
  at(stage, -9, 10);
  const first = await publish(stage, county, paid, { payer: 'creditor' });
  const second = await publish(stage, county, shown, {
    payer: 'insurer',
    policyNumber: '青保〔2026〕0008',
    cover: fen(2_000_000),
  });
  await course(stage, county, office, { caseId: paid.caseId, number: first });
  at(stage, -3, 9);
  await apply(stage, asked, { payer: 'creditor' });
  await draft(stage, county, await apply(stage, drafted, { payer: 'creditor' }));
  at(stage, 0, 7);
  await tell(stage, 2, second);
  await tell(stage, 3, undefined);
  // What rang then has rung.
  await stage.tx
    .updateTable('rings')
    .set((e) => ({ state: 'accepted' as const, done_at: e.ref('not_before') }))
    .execute();
  stage.setNow(start);
  return { ...office, creditor: await partyOf(stage, free, 'obligee'), creditorPhone: free.obligee.phone };
}

/** Whose enforcement was filed before the first of the notices. */
async function longFiled({ tx, today }: Stage, cases: readonly SeedCase[]): Promise<SeedCase[]> {
  const rows = await tx
    .selectFrom('enforcement_applications')
    .select('case_id')
    .where('filed_day', '<=', addDays(today, -10))
    .execute();
  const ids = new Set(rows.map(({ case_id }) => case_id));
  return cases.filter(({ caseId }) => ids.has(caseId)).slice(0, 5);
}

/** They came last, so that everybody else keeps his name and number. */
async function openOffice(stage: Stage): Promise<Omit<TipOffice, 'creditor' | 'creditorPhone'>> {
  const desk = await engage(stage, { name: '沈夜航', phone: '19900000781' }, { role: 'tip-desk' });
  const relief = await engage(stage, { name: '岑晓', phone: '19900000782' }, { role: 'tip-desk' });
  const custodian = await engage(stage, { name: '闻守', phone: '19900000783' }, { role: 'tip-custodian' });
  for (const [caller, from, to] of [
    [desk, 8, 20],
    [relief, 20, 32],
  ] as const) {
    await stage.tx
      .insertInto('duty_shifts')
      .values({
        court_id: COURT,
        shift_id: stage.app.newId('shift'),
        account_id: caller.accountId,
        from_at: instantOf(stage.today, from),
        to_at: instantOf(stage.today, to),
        made_by: desk.accountId,
      })
      .execute();
  }
  return { desk, custodian };
}

/** Who works with tips, and a creditor who may ask for a notice. */
export interface TipOffice {
  desk: Caller;
  custodian: Caller;
  creditor: Caller;
  creditorPhone: string;
}

/** From the first word to the receipt. */
async function course(
  stage: Stage,
  county: County,
  { desk, custodian }: Pick<TipOffice, 'desk' | 'custodian'>,
  { caseId, number }: { caseId: string; number: string },
): Promise<void> {
  const [judge, other] = county.judges as [Caller, Caller];
  const { chief } = county;
  at(stage, -8, 21);
  const tip = await tell(stage, 0, number);
  const later = await tell(stage, 1, number);
  await act(stage, desk, 'decide-tip', {
    tipId: tip.tipId,
    decision: 'accept',
    caseId,
    knownBefore: false,
    note: '',
  });
  await act(stage, desk, 'decide-tip', {
    tipId: later.tipId,
    decision: 'accept',
    sameAs: tip.tipId,
    knownBefore: false,
    note: '',
  });
  const officer = county.officers[0]!;
  const { errandId } = await act(stage, desk, 'dispatch-tip', {
    tipId: tip.tipId,
    accountId: officer.accountId,
    place: TOLD[0].place,
    route: '从省道进厂，走东侧小路',
    words: '找蓝色货车，车头有划痕',
  });
  await act(stage, officer, 'answer-errand', { errandId, answer: 'take', note: '' });
  at(stage, -8, 22);
  await act(stage, officer, 'answer-errand', { errandId, answer: 'arrive', note: '' });
  at(stage, -8, 23);
  await act(stage, officer, 'report-errand', {
    errandId,
    outcome: 'property-found',
    note: '货车一辆，已办理手续',
    fileIds: [],
  });
  at(stage, -2, 10);
  const basis = '货车变价款已到法院账户';
  const { rewardId } = await act(stage, judge, 'propose-reward', {
    tipNumber: tip.number,
    realized: fen(4_600_000),
    basis,
  });
  await act(stage, other, 'decide-reward', { rewardId, decision: 'approve', note: '' });
  await act(stage, chief, 'decide-reward', { rewardId, decision: 'approve', note: '' });
  await act(stage, null, 'claim-reward', { code: tip.code, ...PAYEE });
  const { openingId } = await act(stage, custodian, 'ask-tipster-opening', {
    number: tip.number,
    reason: 'pay',
    words: '发放奖励，核对收款账户',
  });
  await act(stage, chief, 'decide-tipster-opening', { openingId, decision: 'granted', note: '' });
  await act(stage, custodian, 'open-tipster', { openingId });
  await act(stage, custodian, 'pay-reward', {
    rewardId,
    paidDay: addDays(stage.today, -2),
    reference: 'QX0000001',
  });
}

const PAYEE = {
  name: '温知夏',
  idNumber: '999999198808080010',
  phone: '19900000777',
  bankName: '青溪农商行',
  bankAccount: '6200000000000000777',
  declares: true as const,
};

/** The clock of the history; never later than the first start. */
const at = (stage: Stage, offset: number, hour: number): void =>
  stage.setNow(instantOf(addDays(stage.today, offset), hour));

type Terms =
  | { payer: 'creditor' }
  | { payer: 'insurer'; policyNumber: string; cover: ReturnType<typeof fen> };

async function apply(stage: Stage, one: SeedCase, terms: Terms): Promise<string> {
  const creditor = await partyOf(stage, one, 'obligee');
  const { bountyId } = await act(stage, creditor, 'apply-for-bounty', {
    caseId: one.caseId,
    promise: { mode: 'share', shareBp: 1_000 },
    promisesToPay: true,
    sought: 'property',
    ways: ['online', 'village-board'],
    note: '听说他最近还在做生意。',
    ...terms,
  });
  return bountyId;
}

const draft = (stage: Stage, { judges }: County, bountyId: string) =>
  act(stage, judges[0]!, 'decide-bounty', {
    bountyId,
    decision: 'granted',
    text: '征集被执行人可供执行的财产线索，例如车辆、存款、应收款、出租的房屋。提供法院还没有掌握的线索，使债权实现的，按公告支付奖励。',
    expiresDay: addDays(stage.today, 120),
    note: '',
  });

async function publish(stage: Stage, county: County, one: SeedCase, terms: Terms): Promise<string> {
  const bountyId = await apply(stage, one, terms);
  await draft(stage, county, bountyId);
  const done = await act(stage, county.judges[1]!, 'approve-bounty', {
    bountyId,
    decision: 'publish',
    note: '',
  });
  return done.number!;
}

async function tell(stage: Stage, nth: number, number: string | undefined) {
  const code = makeTipCode(stage.dice.bytes);
  const told = TOLD[nth]!;
  const answer = await act(stage, null, 'submit-tip', {
    ...told,
    code,
    number,
    device: `00000000-0000-4000-8000-00000000000${nth}`,
    understood: true,
    seenDay: addDays(stage.today, -9),
    photos: [],
  });
  const { tip_id } = await stage.tx
    .selectFrom('tips')
    .select('tip_id')
    .where('court_id', '=', COURT)
    .where('seq', '=', answer.number)
    .executeTakeFirstOrThrow();
  return { code, number: answer.number, tipId: tip_id };
}
