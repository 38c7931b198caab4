import type { AreaTable } from '../../shared/import/types';
import type { SignedIn } from './context';
import { courtOf } from './court';

/** The county's own table of towns and villages, by which addresses are read. */
export async function areaTable(context: Pick<SignedIn, 'tx' | 'courtId'>): Promise<AreaTable> {
  const { tx, courtId } = context;
  const { county } = await courtOf(context);
  const towns = await tx
    .selectFrom('towns')
    .select(['town_id as id', 'name', 'aliases'])
    .where('court_id', '=', courtId)
    .orderBy('code')
    .execute();
  const villages = await tx
    .selectFrom('villages')
    .select(['village_id as id', 'name', 'town_id as townId', 'aliases'])
    .where('court_id', '=', courtId)
    .orderBy('code')
    .execute();
  return { county, towns, villages };
}
