import { areaTable } from '../areas';
import type { Handler } from '../context';
import { teamsOfTowns } from '../storage/areas';

export const listAreas: Handler<'list-areas'> = async (_input, context) => {
  const { towns, villages } = await areaTable(context);
  const { tx, courtId, today } = context;
  const serving = await teamsOfTowns(tx, courtId, today);
  const teams = await tx
    .selectFrom('teams')
    .select(['team_id as teamId', 'name'])
    .where('court_id', '=', courtId)
    .orderBy('name')
    .execute();
  return {
    teams,
    towns: towns.map(({ id: townId, name }) => ({
      townId,
      name,
      team: serving.get(townId) ?? null,
      villages: villages
        .filter((village) => village.townId === townId)
        .map(({ id, name, aliases }) => ({ villageId: id, name, aliases })),
    })),
  };
};
