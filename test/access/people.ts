import type { Role } from '../../shared/cases/roles';
import type { Day } from '../../shared/day';
import { createAccount, createCounty } from '../county';
import { pay } from '../party-stories';
import { createSupervised } from '../supervised';
import type { World } from '../world';
import { leaveTip } from './tips-of-cases';

/** A case with one of everything that can hang on it. */
export interface WholeCase {
  caseId: string;
  caseNumber: string;
  obligorPartyId: string;
  obligor: string;
  obligee: string;
  tasks: Record<'village-liaison' | 'town-liaison' | 'officer', string>;
  paymentId: string;
  planId: string;
  requestId: string;
  fileId: string;
  noticeId: string;
  bountyId: string;
  tipId: string;
  tipNumber: number;
  errandId: string;
  openingId: string;
  rewardId: string;
}

export const CASES = ['own', 'neighbour', 'other court'] as const;
export type WhichCase = (typeof CASES)[number];

/** Somebody, and the cases that are his. */
export interface Persona {
  name: string;
  role: Role | null;
  accountId: string | null;
  his: readonly WhichCase[];
}

export interface Country {
  cases: Record<WhichCase, WholeCase>;
  people: Persona[];
}

const OTHER = 'court_baiyun';
const ELSEWHERE = { villageId: 'village_zhulin000', townId: 'town_yunling00', teamId: 'team_second00' };

/** Two courts; in the first two villages of two towns with a case each, in the second one like the first. */
export async function createCountry(world: World): Promise<Country> {
  const here = await createCounty(world);
  const there = await createCounty(world, OTHER);
  const neighbourVillage = await createAccount(world, {
    name: '竹小林',
    phone: '19900000010',
    role: 'village-liaison',
    villageId: ELSEWHERE.villageId,
  });
  const cases = {
    own: await createWhole(world, here, {}),
    neighbour: await createWhole(world, here, ELSEWHERE),
    'other court': await createWhole(world, there, { courtId: OTHER }),
  };
  const admin = await createAccount(world, { name: '管理员', phone: '19900000011', role: 'admin' });
  const bot = await createAccount(world, { name: '机器人', phone: '19900000013', role: 'bot' });
  const tipDesk = await createAccount(world, { name: '值班员', phone: '19900000014', role: 'tip-desk' });
  const custodian = await createAccount(world, {
    name: '保管员',
    phone: '19900000015',
    role: 'tip-custodian',
  });
  const stranger = await createAccount(world, { name: '路人', phone: '19900000012' });
  const of = (name: string, role: Role | null, accountId: string | null, ...his: WhichCase[]): Persona => ({
    name,
    role,
    accountId,
    his,
  });
  return {
    cases,
    people: [
      of('judge', 'judge', here.judge, 'own', 'neighbour'),
      of('clerk', 'clerk', here.clerk, 'own', 'neighbour'),
      of('chief', 'chief', here.chief, 'own', 'neighbour'),
      of('officer', 'officer', here.officer, 'own'),
      of('officer of the other team', 'officer', here.otherOfficer, 'neighbour'),
      of('village liaison', 'village-liaison', here.villageLiaison, 'own'),
      of('liaison of a village without a case', 'village-liaison', here.neighbourLiaison),
      of('liaison of the neighbour village', 'village-liaison', neighbourVillage, 'neighbour'),
      of('town liaison', 'town-liaison', here.townLiaison, 'own'),
      of('liaison of the neighbour town', 'town-liaison', here.otherTownLiaison, 'neighbour'),
      of('debtor', 'obligor', cases.own.obligor, 'own'),
      of('creditor', 'obligee', cases.own.obligee, 'own'),
      of('debtor of the neighbour case', 'obligor', cases.neighbour.obligor, 'neighbour'),
      of('creditor of the neighbour case', 'obligee', cases.neighbour.obligee, 'neighbour'),
      // What is told in tips, and of which case; no action on a case opens to them.
      of('duty desk', 'tip-desk', tipDesk, 'own', 'neighbour'),
      of('custodian of identities', 'tip-custodian', custodian),
      of('administrator', 'admin', admin),
      of('bot', 'bot', bot),
      of('somebody without a role', null, stranger),
      of('anybody', null, null),
      of('judge of the other court', 'judge', there.judge, 'other court'),
      of('officer of the other court', 'officer', there.officer, 'other court'),
      of(
        'liaison of the same village in the other court',
        'village-liaison',
        there.villageLiaison,
        'other court',
      ),
      of('debtor of the other court', 'obligor', cases['other court'].obligor, 'other court'),
    ],
  };
}

type County = Awaited<ReturnType<typeof createCounty>>;

async function createWhole(
  world: World,
  county: County,
  where: { courtId?: string; villageId?: string; townId?: string; teamId?: string },
): Promise<WholeCase> {
  const { caseId, obligor, obligee, tasks } = await createSupervised(world, county, where);
  const debtor = await world.as(obligor.accountId);
  const { paymentId } = await debtor.does('register-payment', { caseId, ...pay(100_000, '2026-03-02') });
  const { planId } = await debtor.does('propose-plan', {
    caseId,
    instalments: [{ dueDay: '2026-03-20' as Day, amount: 5_000_000 as never }],
  });
  const { requestId } = await debtor.does('report-hardship', { caseId, text: '住院' });
  const fileId = world.app.newId('file');
  await world.db
    .insertInto('files')
    .values({
      court_id: county.courtId,
      file_id: fileId,
      case_id: caseId,
      purpose: 'visit-photo',
      file_name: 'door.jpg',
      media_type: 'image/jpeg',
      bytes: 3,
      owner_account_id: county.villageLiaison,
      state: 'stored',
      created_at: world.app.now(),
    })
    .execute();
  const noticeId = await leaveUndelivered(world, county.courtId, caseId);
  const told = await leaveTip(world, county, caseId);
  const { case_number } = await world.db
    .selectFrom('cases')
    .select('case_number')
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return {
    caseId,
    caseNumber: case_number,
    obligorPartyId: obligor.partyId,
    obligor: obligor.accountId,
    obligee: obligee.accountId,
    tasks,
    paymentId,
    planId,
    requestId,
    fileId,
    noticeId,
    ...told,
  };
}

/** A message that nobody could deliver, on the court's list of calls. */
async function leaveUndelivered({ db, app }: World, courtId: string, caseId: string): Promise<string> {
  const { notice_id, party_id } = await db
    .selectFrom('notices')
    .select(['notice_id', 'party_id'])
    .where('case_id', '=', caseId)
    .where('audience', '=', 'obligor')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('undelivered')
    .values({
      court_id: courtId,
      notice_id,
      case_id: caseId,
      party_id,
      state: 'permanent',
      reason: 'number-invalid',
      at: app.now(),
    })
    .execute();
  return notice_id;
}
