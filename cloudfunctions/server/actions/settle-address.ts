import type { AreaTable } from '../../../shared/import/types';
import { Refusal } from '../../../shared/refusal';
import { areaTable } from '../areas';
import { openCase } from '../cases';
import type { Handler, SignedIn } from '../context';
import { caseIdOf } from '../find-case';
import { type PartyRow, partyOf } from '../parties';
import { placeParty } from '../placement';
import { matchParty, selectUnmatched } from '../unmatched';

interface Settled {
  party: PartyRow;
  villageId: string;
}

export const settleAddress: Handler<'settle-address'> = async ({ partyId, villageId, alias }, context) => {
  const asked = { caseId: await caseIdOf(context, 'party', partyId), partyId, villageId };
  const areas = withAlias(await areaTable(context), villageId, alias);
  const likes = alias ? await likesOf(context, areas, partyId) : [];
  await openInOrder(context, [asked.caseId, ...likes.map(({ party }) => party.case_id)]);
  await remember(context, areas, villageId);
  const party = await refuseUnlessUnmatched(context, partyId, areas);
  let settled = 0;
  for (const one of inOrder([{ party, villageId }, ...likes])) settled += await settle(context, one);
  return { settled };
};

/** The table of areas as it will be with the new name; a name that another village has would confuse both. */
function withAlias(areas: AreaTable, villageId: string, alias: string | undefined): AreaTable {
  const village = areas.villages.find(({ id }) => id === villageId);
  if (!village) throw new Refusal('village-unknown');
  if (!alias || [village.name, ...village.aliases].includes(alias)) return areas;
  const taken = areas.villages.find(({ name, aliases }) => name === alias || aliases.includes(alias));
  if (taken) throw new Refusal('alias-taken', { alias, village: taken.name });
  const named = { ...village, aliases: [...village.aliases, alias] };
  return { ...areas, villages: areas.villages.map((one) => (one === village ? named : one)) };
}

/** Who else the table now places without doubt. */
async function likesOf(context: SignedIn, areas: AreaTable, partyId: string): Promise<Settled[]> {
  const unmatched = await selectUnmatched(context)
    .selectAll('p')
    .where('p.party_id', '!=', partyId)
    .execute();
  return unmatched.flatMap((party) => {
    const { villageId } = matchParty(context.app, party, areas);
    return villageId ? [{ party, villageId }] : [];
  });
}

/** Cases are locked in one order everywhere, so that two clerks at one queue wait instead of blocking each other. */
async function openInOrder(context: SignedIn, caseIds: string[]): Promise<void> {
  for (const caseId of [...new Set(caseIds)].sort()) await openCase(context, caseId);
}

async function remember({ tx, courtId }: SignedIn, areas: AreaTable, villageId: string): Promise<void> {
  await tx
    .updateTable('villages')
    .set({ aliases: areas.villages.find(({ id }) => id === villageId)!.aliases })
    .where('court_id', '=', courtId)
    .where('village_id', '=', villageId)
    .execute();
}

async function refuseUnlessUnmatched(
  context: SignedIn,
  partyId: string,
  { villages }: AreaTable,
): Promise<PartyRow> {
  const party = await partyOf(context, partyId);
  if (party.side !== 'obligor') throw new Refusal('not-found-or-not-yours');
  const settled = villages.find(({ id }) => id === party.village_id);
  if (settled) throw new Refusal('address-settled', { village: settled.name });
  return party;
}

const inOrder = (settled: Settled[]): Settled[] =>
  settled.sort((a, b) => (a.party.case_id < b.party.case_id ? -1 : 1));

async function settle(context: SignedIn, { party, villageId }: Settled): Promise<0 | 1> {
  // Somebody may have settled it while we waited for its case.
  if ((await partyOf(context, party.party_id)).village_id) return 0;
  await placeParty(context, party, villageId);
  await context.audit(party.case_id, 'settle-address', { partyId: party.party_id, villageId });
  return 1;
}
