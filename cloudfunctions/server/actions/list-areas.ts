import { areaTable } from '../areas';
import type { Handler } from '../context';
import { teamsOfTowns } from '../storage/areas';

export const listAreas: Handler<'list-areas'> = async (_input, context) => {
  const { towns, villages } = await areaTable(context);
  const teams = await teamsOfTowns(context.tx, context.courtId, context.today);
  return {
    towns: towns.map(({ id: townId, name }) => ({
      townId,
      name,
      team: teams.get(townId) ?? null,
      villages: villages
        .filter((village) => village.townId === townId)
        .map(({ id, name, aliases }) => ({ villageId: id, name, aliases })),
    })),
  };
};
