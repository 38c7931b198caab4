import type { ImportedParty } from '../../../shared/import/types';
import type { SignedIn } from '../context';
import type { Place } from '../storage/tasks';

/** Where a village lies and which team serves it today, for thousands of cases at once. */
export class CountyMap {
  private constructor(
    private readonly townOf: Map<string, string>,
    private readonly teamOf: Map<string, string>,
  ) {}

  static async read({ tx, courtId, today }: SignedIn): Promise<CountyMap> {
    const villages = await tx
      .selectFrom('villages')
      .select(['village_id', 'town_id'])
      .where('court_id', '=', courtId)
      .execute();
    const teams = await tx
      .selectFrom('team_towns')
      .select(['town_id', 'team_id'])
      .where('court_id', '=', courtId)
      .where('valid_from', '<=', today)
      .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>=', today)]))
      .execute();
    return new CountyMap(
      new Map(villages.map((row) => [row.village_id, row.town_id])),
      new Map(teams.map((row) => [row.town_id, row.team_id])),
    );
  }

  /** The village, if the map still has it. */
  villageOf({ villageId }: ImportedParty): string | null {
    return villageId && this.townOf.has(villageId) ? villageId : null;
  }

  /** A case lies where its first debtor with a village lies; failing that, in the first known town. */
  placeOf(parties: ImportedParty[]): Place {
    const villageId = firstOf(parties.map((party) => this.villageOf(party)));
    const townId = villageId ? this.townOf.get(villageId)! : firstOf(parties.map((party) => party.townId));
    return { villageId, townId, teamId: (townId && this.teamOf.get(townId)) ?? null };
  }
}

const firstOf = (ids: (string | null)[]): string | null => ids.find((id) => id !== null) ?? null;
