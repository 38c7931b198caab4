import type { Role } from '../../../shared/cases/roles';
import { addDays, type Day, day } from '../../../shared/day';
import type { Caller, Grant } from '../../server/caller';
import { SEALED } from '../../server/sensitive';
import { COUNTY } from './areas';
import type { People } from './people';
import { COURT, type Stage } from './stage';

export interface Village {
  villageId: string;
  townId: string;
  name: string;
  townName: string;
  liaison: Caller;
  townLiaison: Caller;
}

/** The county's offices: who sits in the court, who knows which village. */
export interface County {
  villages: Village[];
  judges: Caller[];
  clerk: Caller;
  chief: Caller;
  admin: Caller;
  officers: Caller[];
}

/** Since when everybody holds his office; long before the first of the cases. */
const sinceOf = ({ today }: Stage): Day => day(`${Number(today.slice(0, 4)) - 2}-01-01`);
const TEAMS = ['执行一团队', '执行二团队', '执行三团队', '执行四团队'];

export async function settleCounty(stage: Stage, people: People): Promise<County> {
  const { tx, app } = stage;
  await tx
    .insertInto('courts')
    .values({ court_id: COURT, name: '青溪县人民法院', county: COUNTY.name, phone: '0999-6000000' })
    .execute();
  const teams = TEAMS.map((name) => ({ court_id: COURT, team_id: app.newId('team'), name }));
  await tx.insertInto('teams').values(teams).execute();
  const towns = COUNTY.towns.map((town) => ({ ...town, townId: app.newId('town') }));
  await insertMap(
    stage,
    towns,
    teams.map(({ team_id }) => team_id),
  );
  const staff = (name: string, role: Role, reach: Partial<Grant> = {}, openid?: string) =>
    engage(stage, { name, phone: people.phone(), openid }, { role, ...reach });
  const offices = {
    judges: [await staff('周明', 'judge'), await staff('秦月华', 'judge'), await staff('孟广平', 'judge')],
    clerk: await staff('林静', 'clerk'),
    chief: await staff('高远', 'chief'),
    admin: await staff('夏成', 'admin'),
    officers: await Promise.all(
      teams.map(({ team_id }, at) =>
        staff(['陈刚', '吴勇', '石峰', '叶青'][at]!, 'officer', { teamId: team_id }),
      ),
    ),
  };
  const villages: Village[] = [];
  for (const town of towns) villages.push(...(await settleTown(stage, town, people)));
  return { ...offices, villages };
}

type SettledTown = (typeof COUNTY.towns)[number] & { townId: string };

async function insertMap(stage: Stage, towns: SettledTown[], teamIds: string[]): Promise<void> {
  const { tx, today } = stage;
  const common = { court_id: COURT };
  const newYear = day(`${today.slice(0, 4)}-01-01`);
  await tx
    .insertInto('towns')
    .values(
      towns.map(({ townId, code, name, aliases }) => ({ ...common, town_id: townId, code, name, aliases })),
    )
    .execute();
  // Towns changed hands at the new year: who served one before stays on the map.
  const before = towns.map(({ townId }, at) => ({
    ...common,
    town_id: townId,
    team_id: teamIds[(at + 1) % teamIds.length]!,
    valid_from: sinceOf(stage),
    valid_to: addDays(newYear, -1) as Day | null,
  }));
  const now = towns.map(({ townId }, at) => ({
    ...common,
    town_id: townId,
    team_id: teamIds[at % teamIds.length]!,
    valid_from: newYear,
    valid_to: null,
  }));
  await tx
    .insertInto('team_towns')
    .values([...before, ...now])
    .execute();
}

/** The people of the stories have their names; everybody else is invented. */
const KNOWN_LIAISONS: Record<string, string> = { 宋家村: '宋大山', 虹溪镇: '卢志新' };

async function settleTown(stage: Stage, town: SettledTown, people: People): Promise<Village[]> {
  const { tx, app } = stage;
  const rows = town.villages.map(({ code, name, aliases }) => ({
    court_id: COURT,
    village_id: app.newId('village'),
    town_id: town.townId,
    code,
    name,
    aliases,
  }));
  await tx.insertInto('villages').values(rows).execute();
  const townLiaison = await engageLiaison(stage, people, town.name, {
    role: 'town-liaison',
    townId: town.townId,
  });
  const villages: Village[] = [];
  for (const row of rows) {
    const liaison = await engageLiaison(stage, people, row.name, {
      role: 'village-liaison',
      villageId: row.village_id,
    });
    const { village_id: villageId, town_id: townId, name } = row;
    villages.push({ villageId, townId, name, townName: town.name, liaison, townLiaison });
  }
  return villages;
}

/** Some have opened the mini-program and get cards in WeChat; the others get short messages. */
function engageLiaison(stage: Stage, people: People, place: string, grant: Office): Promise<Caller> {
  const known = KNOWN_LIAISONS[place];
  const person = people.natural(known);
  const usesWechat = known !== undefined || stage.dice.percent(35);
  const openid = usesWechat ? `demo-openid-${person.phone.slice(-4)}` : undefined;
  return engage(stage, { ...person, openid }, grant);
}

type Office = Partial<Grant> & { role: Role };

/** Gives somebody an account and an office. */
export async function engage(
  stage: Stage,
  { name, phone, openid }: { name: string; phone: string; openid?: string },
  office: Office,
): Promise<Caller> {
  const { tx, app } = stage;
  const accountId = app.newId('account');
  const grant: Grant = { villageId: null, townId: null, teamId: null, ...office };
  await tx
    .insertInto('accounts')
    .values({
      court_id: COURT,
      account_id: accountId,
      name,
      phone_sealed: app.vault.seal(SEALED.phone, phone),
      phone_index: app.vault.index(SEALED.phone, phone),
      openid: openid ?? null,
      created_at: app.now(),
    })
    .execute();
  await tx
    .insertInto('role_grants')
    .values({
      court_id: COURT,
      account_id: accountId,
      role: grant.role,
      village_id: grant.villageId,
      town_id: grant.townId,
      team_id: grant.teamId,
      valid_from: sinceOf(stage),
    })
    .execute();
  return { courtId: COURT, accountId, name, grants: [grant], bindings: [] };
}
