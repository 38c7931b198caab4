import { COUNTY } from '../../cloudfunctions/host/seed/areas';
import type { AreaTable } from '../../shared/import/types';

/** The county's table as the importer reads it; ids made of the codes, so that reports stay the same. */
export const AREAS: AreaTable = {
  county: COUNTY.name,
  towns: COUNTY.towns.map(({ code, name, aliases }) => ({ id: `town_${code}`, name, aliases })),
  villages: COUNTY.towns.flatMap((town) =>
    town.villages.map(({ code, name, aliases }) => ({
      id: `village_${code}`,
      townId: `town_${town.code}`,
      name,
      aliases,
    })),
  ),
};
