import type { Day } from '../../../shared/day';
import type { Grant } from '../caller';
import type { Tx } from './connect';

/** Where a role reaches, in words: 「虹溪镇 宋家村」, 「执行一团队」, or nothing for the whole court. */
export async function reachOf(tx: Tx, courtId: string, grant: Grant): Promise<string> {
  if (grant.villageId) return villageName(tx, courtId, grant.villageId);
  if (grant.townId) return townName(tx, courtId, grant.townId);
  if (grant.teamId) return teamName(tx, courtId, grant.teamId);
  return '';
}

async function villageName(tx: Tx, courtId: string, villageId: string): Promise<string> {
  const found = await tx
    .selectFrom('villages as v')
    .innerJoin('towns as t', (j) =>
      j.onRef('t.court_id', '=', 'v.court_id').onRef('t.town_id', '=', 'v.town_id'),
    )
    .select(['v.name as village', 't.name as town'])
    .where('v.court_id', '=', courtId)
    .where('v.village_id', '=', villageId)
    .executeTakeFirstOrThrow();
  return `${found.town} ${found.village}`;
}

async function townName(tx: Tx, courtId: string, townId: string): Promise<string> {
  const found = await tx
    .selectFrom('towns')
    .select('name')
    .where('court_id', '=', courtId)
    .where('town_id', '=', townId)
    .executeTakeFirstOrThrow();
  return found.name;
}

async function teamName(tx: Tx, courtId: string, teamId: string): Promise<string> {
  const found = await tx
    .selectFrom('teams')
    .select('name')
    .where('court_id', '=', courtId)
    .where('team_id', '=', teamId)
    .executeTakeFirstOrThrow();
  return found.name;
}

/** The village's town, and the team that serves it on this day. */
export async function placeOfVillage(tx: Tx, courtId: string, villageId: string) {
  return tx
    .selectFrom('villages as v')
    .leftJoin('team_towns as m', (j) =>
      j
        .onRef('m.court_id', '=', 'v.court_id')
        .onRef('m.town_id', '=', 'v.town_id')
        .on('m.valid_to', 'is', null),
    )
    .select(['v.village_id as villageId', 'v.town_id as townId', 'm.team_id as teamId'])
    .where('v.court_id', '=', courtId)
    .where('v.village_id', '=', villageId)
    .executeTakeFirst();
}

/** The name of the team that serves each town on this day. */
export async function teamsOfTowns(tx: Tx, courtId: string, today: Day): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('team_towns as m')
    .innerJoin('teams as t', (j) =>
      j.onRef('t.court_id', '=', 'm.court_id').onRef('t.team_id', '=', 'm.team_id'),
    )
    .select(['m.town_id', 't.name'])
    .where('m.court_id', '=', courtId)
    .where('m.valid_from', '<=', today)
    .where((e) => e.or([e('m.valid_to', 'is', null), e('m.valid_to', '>=', today)]))
    .execute();
  return new Map(rows.map((row) => [row.town_id, row.name]));
}
