import { villagePiece } from '../../../shared/import/address';
import type { AreaTable } from '../../../shared/import/types';
import { areaTable } from '../areas';
import type { Handler, SignedIn } from '../context';
import type { PartyRow } from '../parties';
import { addressesOf } from '../party-details';
import { matchParty, selectUnmatched } from '../unmatched';

const MOST = 200;

export const listUnmatchedAddresses: Handler<'list-unmatched-addresses'> = async (_input, context) => {
  const areas = await areaTable(context);
  const rows = await selectUnmatched(context)
    .selectAll('p')
    .select('c.case_number')
    .orderBy('c.created_at')
    .orderBy('c.case_number')
    .orderBy('p.sort')
    .limit(MOST)
    .execute();
  return {
    addresses: rows.map((row) => ({ ...showAddress(context, row, areas), caseNumber: row.case_number })),
  };
};

function showAddress(context: SignedIn, party: PartyRow, areas: AreaTable) {
  const address = addressesOf(context, party, 'court').at(-1) ?? '';
  const { candidates } = matchParty(context.app, party, areas);
  return {
    partyId: party.party_id,
    caseId: party.case_id,
    name: party.name,
    address,
    candidates: candidates.flatMap((id) => showVillage(areas, id)),
    alias: villagePiece(address, areas),
  };
}

function showVillage({ villages, towns }: AreaTable, id: string) {
  const village = villages.find((one) => one.id === id);
  const town = towns.find((one) => one.id === village?.townId);
  return village && town ? [{ villageId: id, name: village.name, town: town.name }] : [];
}
