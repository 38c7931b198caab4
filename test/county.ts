import { randomBytes } from 'node:crypto';
import { SEALED } from '../cloudfunctions/server/sensitive';
import type { Role } from '../shared/cases/roles';
import { type Day, day } from '../shared/day';
import { makeTaskNumber } from '../shared/ids';
import { type Fen, fen } from '../shared/money';
import type { World } from './world';

const COURT = 'court_qingxi';

/** A small fictional county for stories: one court, two towns, three villages, a team a town, one person a role. */
export async function createCounty(world: World, courtId: string = COURT) {
  const { db, app } = world;
  await db
    .insertInto('courts')
    .values({ court_id: courtId, name: '青溪县人民法院', county: '青溪县', phone: '0999-6000000' })
    .execute();
  await db
    .insertInto('towns')
    .values([
      { court_id: courtId, town_id: 'town_hongxi000', code: '999901101', name: '虹溪镇' },
      { court_id: courtId, town_id: 'town_yunling00', code: '999901102', name: '云岭镇' },
    ])
    .execute();
  await db
    .insertInto('villages')
    .values([
      {
        court_id: courtId,
        village_id: 'village_songjia00',
        town_id: 'town_hongxi000',
        code: '999901101201',
        name: '宋家村',
      },
      {
        court_id: courtId,
        village_id: 'village_qiaotou00',
        town_id: 'town_hongxi000',
        code: '999901101202',
        name: '桥头村',
      },
      {
        court_id: courtId,
        village_id: 'village_zhulin000',
        town_id: 'town_yunling00',
        code: '999901102201',
        name: '竹林村',
      },
    ])
    .execute();
  await db
    .insertInto('teams')
    .values([
      { court_id: courtId, team_id: 'team_first000', name: '执行一团队' },
      { court_id: courtId, team_id: 'team_second00', name: '执行二团队' },
    ])
    .execute();
  await db
    .insertInto('team_towns')
    .values([
      {
        court_id: courtId,
        team_id: 'team_first000',
        town_id: 'town_hongxi000',
        valid_from: day('2025-01-01'),
      },
      {
        court_id: courtId,
        team_id: 'team_second00',
        town_id: 'town_yunling00',
        valid_from: day('2025-01-01'),
      },
    ])
    .execute();

  const person = (name: string, phone: string, role: Role, reach: Reach = {}) =>
    createAccount(world, { name, phone, role, courtId, ...reach });
  return {
    courtId,
    judge: await person('周明', '19900000001', 'judge'),
    clerk: await person('林静', '19900000002', 'clerk'),
    chief: await person('高远', '19900000003', 'chief'),
    officer: await person('陈刚', '19900000004', 'officer', { teamId: 'team_first000' }),
    otherOfficer: await person('吴勇', '19900000005', 'officer', { teamId: 'team_second00' }),
    villageLiaison: await person('宋大山', '19900000006', 'village-liaison', {
      villageId: 'village_songjia00',
    }),
    neighbourLiaison: await person('桥小河', '19900000007', 'village-liaison', {
      villageId: 'village_qiaotou00',
    }),
    townLiaison: await person('卢志新', '19900000008', 'town-liaison', { townId: 'town_hongxi000' }),
    otherTownLiaison: await person('云中鹤', '19900000009', 'town-liaison', { townId: 'town_yunling00' }),
    app,
  };
}

interface Reach {
  villageId?: string;
  townId?: string;
  teamId?: string;
}

export async function createAccount(
  { db, app }: World,
  {
    courtId = COURT,
    ...of
  }: Reach & { name: string; phone: string; role?: Role; openid?: string; courtId?: string },
): Promise<string> {
  const accountId = app.newId('account');
  await db
    .insertInto('accounts')
    .values({
      court_id: courtId,
      account_id: accountId,
      name: of.name,
      phone_sealed: app.vault.seal(SEALED.phone, of.phone),
      phone_index: app.vault.index(SEALED.phone, of.phone),
      openid: of.openid ?? null,
      created_at: app.now(),
    })
    .execute();
  if (of.role) {
    await db
      .insertInto('role_grants')
      .values({
        court_id: courtId,
        account_id: accountId,
        role: of.role,
        village_id: of.villageId ?? null,
        town_id: of.townId ?? null,
        team_id: of.teamId ?? null,
        valid_from: day('2025-01-01'),
      })
      .execute();
  }
  return accountId;
}

let serial = 0;

export interface CaseWish {
  principal?: Fen;
  costs?: Fen;
  effectiveDay?: Day;
  dueDay?: Day;
  portions?: { amount: Fen; dueDay: Day }[];
  villageId?: string | null;
  townId?: string;
  teamId?: string;
  courtId?: string;
}

/** A case that waits for supervision, with one debtor (郑小满) and one creditor (何家福), each with an account. */
export async function createCase(world: World, wish: CaseWish = {}) {
  const { db, app } = world;
  const { courtId = COURT, townId = 'town_hongxi000', teamId = 'team_first000' } = wish;
  serial += 1;
  const caseId = app.newId('case');
  const villageId = wish.villageId === undefined ? 'village_songjia00' : wish.villageId;
  await db
    .insertInto('cases')
    .values({
      court_id: courtId,
      case_id: caseId,
      case_number: `（2026）浙9999民初${serial}号`,
      task_number: makeTaskNumber((n) => new Uint8Array(randomBytes(n))),
      instrument_type: '民事判决书',
      cause: '民间借贷纠纷',
      effective_day: wish.effectiveDay ?? day('2026-02-10'),
      due_day: wish.dueDay ?? day('2026-03-20'),
      claimed_fen: wish.principal ?? fen(5_000_000),
      principal_fen: wish.principal ?? fen(5_000_000),
      costs_fen: wish.costs ?? fen(0),
      village_id: villageId,
      town_id: villageId ? townId : null,
      team_id: villageId ? teamId : null,
      created_at: app.now(),
      updated_at: app.now(),
    })
    .execute();
  for (const [index, portion] of (wish.portions ?? []).entries()) {
    await db
      .insertInto('obligation_portions')
      .values({
        court_id: courtId,
        case_id: caseId,
        sort: index,
        amount_fen: portion.amount,
        due_day: portion.dueDay,
      })
      .execute();
  }
  const obligor = await createParty(
    world,
    caseId,
    'obligor',
    '郑小满',
    '19900001001',
    '99999919800101004X',
    villageId,
    courtId,
  );
  const obligee = await createParty(
    world,
    caseId,
    'obligee',
    '何家福',
    '19900002001',
    '999999197505050016',
    null,
    courtId,
  );
  return { caseId, obligor, obligee };
}

/** A party with an account bound to it. The ID numbers here are only compared, never checked. */
export async function createParty(
  world: World,
  caseId: string,
  side: 'obligor' | 'obligee',
  name: string,
  phone: string,
  idNumber: string,
  villageId: string | null,
  courtId: string = COURT,
) {
  const { db, app } = world;
  const partyId = app.newId('party');
  await db
    .insertInto('parties')
    .values({
      court_id: courtId,
      party_id: partyId,
      case_id: caseId,
      side,
      kind: 'natural',
      name,
      id_number_sealed: app.vault.seal(SEALED.idNumber, idNumber),
      id_number_index: app.vault.index(SEALED.idNumber, idNumber),
      phone_sealed: app.vault.seal(SEALED.phone, phone),
      phone_index: app.vault.index(SEALED.phone, phone),
      household_address_sealed: app.vault.seal(SEALED.householdAddress, '青溪县虹溪镇宋家村12号'),
      village_id: villageId,
    })
    .execute();
  const accountId = await createAccount(world, { name, phone, courtId });
  await db
    .insertInto('party_bindings')
    .values({ court_id: courtId, party_id: partyId, account_id: accountId, bound_at: app.now() })
    .execute();
  return { partyId, accountId };
}
