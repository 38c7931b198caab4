import type { Handler } from '../context';

export const listFollowedAreas: Handler<'list-followed-areas'> = async (_input, { tx, courtId, caller }) => {
  const towns = await tx
    .selectFrom('towns as w')
    .leftJoin('area_follows as f', (j) =>
      j
        .onRef('f.court_id', '=', 'w.court_id')
        .onRef('f.town_id', '=', 'w.town_id')
        .on('f.account_id', '=', caller.accountId),
    )
    .select(['w.town_id as townId', 'w.name', 'f.at'])
    .where('w.court_id', '=', courtId)
    .orderBy('w.code')
    .execute();
  return { towns: towns.map(({ at, ...town }) => ({ ...town, follows: at !== null })) };
};
