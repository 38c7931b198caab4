import { randomBytes } from 'node:crypto';
import type { RequestOf } from '../shared/actions';
import { makeTipCode } from '../shared/cases/tip-code';
import { type Day, day } from '../shared/day';
import { type Fen, fen } from '../shared/money';
import { createAccount, createCase, type createCounty } from './county';
import type { Actor, World } from './world';

type County = Awaited<ReturnType<typeof createCounty>>;

/** Whoever works with notices and tips, each signed in anew for what he does. */
export interface Desk {
  judge: Actor;
  otherJudge: Actor;
  chief: Actor;
  otherChief: Actor;
  desk: Actor;
  otherDesk: Actor;
  custodian: Actor;
  officer: Actor;
  ids: Record<'desk' | 'otherDesk' | 'custodian' | 'otherJudge' | 'otherChief', string>;
}

export async function openDesk(world: World, county: County): Promise<Desk> {
  const { courtId } = county;
  const person = (name: string, phone: string, role: 'tip-desk' | 'tip-custodian' | 'judge' | 'chief') =>
    createAccount(world, { courtId, name, phone, role });
  const ids = {
    desk: await person('夏值班', '19900000031', 'tip-desk'),
    otherDesk: await person('秋值班', '19900000032', 'tip-desk'),
    custodian: await person('冬保管', '19900000033', 'tip-custodian'),
    otherJudge: await person('方正', '19900000034', 'judge'),
    otherChief: await person('陆平', '19900000035', 'chief'),
  };
  return {
    ids,
    judge: await world.as(county.judge),
    otherJudge: await world.as(ids.otherJudge),
    chief: await world.as(county.chief),
    otherChief: await world.as(ids.otherChief),
    desk: await world.as(ids.desk),
    otherDesk: await world.as(ids.otherDesk),
    custodian: await world.as(ids.custodian),
    officer: await world.as(county.officer),
  };
}

/** A case with enforcement filed, whose creditor may apply. */
export async function filedCase(world: World, county: County, wish: Parameters<typeof createCase>[1] = {}) {
  const created = await createCase(world, { dueDay: day('2026-02-20'), ...wish });
  const judge = await world.as(county.judge);
  await judge.does('start-supervision', { caseIds: [created.caseId] });
  await judge.does('record-enforcement-filing', {
    caseId: created.caseId,
    filedDay: '2026-03-02' as Day,
    enforcementNumber: '（2026）浙9999执1号',
  });
  return { ...created, creditor: await world.as(created.obligee.accountId) };
}

export const TEN_PERCENT: RequestOf<'apply-for-bounty'>['promise'] = { mode: 'share', shareBp: 1_000 };

/** A notice from the application to the open page. */
export async function publishedNotice(
  world: World,
  county: County,
  desk: Desk,
  more: Partial<RequestOf<'apply-for-bounty'>> = {},
) {
  const filed = await filedCase(world, county);
  const { bountyId } = await filed.creditor.does('apply-for-bounty', {
    caseId: filed.caseId,
    promise: TEN_PERCENT,
    promisesToPay: true,
    ways: ['online'],
    ...more,
  });
  await desk.judge.does('decide-bounty', {
    bountyId,
    decision: 'granted',
    text: '征集被执行人可供执行的车辆、存款等财产线索。',
    expiresDay: '2026-06-30' as Day,
    ...(more.sought === 'person' ? { personDecision: '（2026）浙9999执1号之一' } : {}),
  });
  const { number } = await desk.chief.does('approve-bounty', { bountyId, decision: 'publish' });
  return { ...filed, bountyId, number: number! };
}

export const newCode = (): string => makeTipCode((bytes) => new Uint8Array(randomBytes(bytes)));
export const DEVICE = '00000000-0000-4000-8000-000000000001';
export const deviceNamed = (nth: number): string =>
  `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`;

export const TRUCK: Omit<RequestOf<'submit-tip'>, 'code'> = {
  device: DEVICE,
  understood: true,
  about: 'vehicle',
  words: '他的蓝色货车每天夜里停在砖厂后面。',
  place: '虹溪镇砖厂后门',
  seenDay: '2026-03-02' as Day,
  seenWhen: '晚上九点多',
};

/** Somebody tells; answers his code, the tip's number and its id. */
export async function tell(world: World, more: Partial<RequestOf<'submit-tip'>> = {}, from?: string) {
  const code = more.code ?? newCode();
  const { number } = await world.anybody.does('submit-tip', { ...TRUCK, ...more, code }, { from });
  const { tip_id } = await world.db
    .selectFrom('tips')
    .select('tip_id')
    .where('seq', '=', number)
    .where('court_id', '=', 'court_qingxi')
    .executeTakeFirstOrThrow();
  return { code, number, tipId: tip_id };
}

/** A tip that the desk made a clue of this case. */
export async function acceptedClue(
  world: World,
  desk: Desk,
  { caseId, number }: { caseId: string; number?: string },
) {
  const tip = await tell(world, number ? { number } : {});
  await desk.desk.does('decide-tip', { tipId: tip.tipId, decision: 'accept', caseId });
  return tip;
}

/** The code of the court's no. */
export async function refused(act: Promise<unknown>): Promise<string> {
  try {
    await act;
    return 'done';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

export const yuan = (n: number): Fen => fen(n * 100);
