import type { Selectable } from 'kysely';
import type { Context } from './context';
import type { PartiesTable } from './storage/database';

type Here = Pick<Context, 'tx' | 'courtId'>;

export type PartyRow = Selectable<PartiesTable>;

export function partyOf({ tx, courtId }: Here, partyId: string): Promise<PartyRow> {
  return tx
    .selectFrom('parties')
    .selectAll()
    .where('court_id', '=', courtId)
    .where('party_id', '=', partyId)
    .executeTakeFirstOrThrow();
}

/**
 * The same person in his other cases of this court: the same ID number and the same telephone, whose holder
 * proved himself. In the order of the cases, so that audit chains are always taken in one order.
 */
export async function samePerson(here: Here, party: PartyRow): Promise<PartyRow[]> {
  if (!party.id_number_index || !party.phone_index) return [party];
  return here.tx
    .selectFrom('parties')
    .selectAll()
    .where('court_id', '=', here.courtId)
    .where('id_number_index', '=', party.id_number_index)
    .where('phone_index', '=', party.phone_index)
    .orderBy('case_id')
    .orderBy('party_id')
    .execute();
}
