import { maskName } from '../../../shared/cases/mask';
import { enforcementRoadWords, howToPay, type Side } from '../../../shared/cases/wording';
import { buildCaseRecord } from '../case-record';
import { openCase } from '../cases';
import type { Handler, SignedIn } from '../context';
import { courtOf } from '../court';
import { enforcementRoad } from '../enforcement-road';
import { watermark } from '../watermark';

export const getMyCase: Handler<'get-my-case'> = async (input, context) => {
  const { row } = await openCase(context, input.caseId);
  const binding = context.caller.bindings.find((b) => b.caseId === input.caseId)!;
  const names = await namesOf(context, input.caseId);
  const court = await courtOf(context);
  const road = await enforcementRoad(context, row);
  await context.audit(input.caseId, 'get-my-case', { partyId: binding.partyId });
  return {
    record: await buildCaseRecord(context, row, binding.side),
    side: binding.side,
    asProxy: binding.asProxy,
    partyId: binding.partyId,
    name: names.find((party) => party.partyId === binding.partyId)!.name,
    counterpart: counterpart(names, binding.side),
    howToPay: howToPay(court.name, court.phone),
    courtPhone: court.phone,
    enforcementRoad: {
      ...road,
      words: binding.side === 'obligee' ? enforcementRoadWords(road, court.name, court.phone) : [],
    },
    watermark: watermark(context),
  };
};

interface Name {
  partyId: string;
  side: Side;
  name: string;
}

function namesOf({ tx, courtId }: SignedIn, caseId: string): Promise<Name[]> {
  return tx
    .selectFrom('parties')
    .select(['party_id as partyId', 'side', 'name'])
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .orderBy('sort')
    .execute();
}

/** Masked: telephones are shared, and the parties know each other from the judgment anyway. */
const counterpart = (names: Name[], mine: Side): string =>
  names
    .filter((party) => party.side !== mine)
    .map((party) => maskName(party.name))
    .join('、');
