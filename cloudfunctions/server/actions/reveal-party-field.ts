import type { RevealField } from '../../../shared/cases/reveal';
import { Refusal } from '../../../shared/refusal';
import { openCase } from '../cases';
import type { Handler, SignedIn } from '../context';
import { caseIdOf } from '../find-case';
import { type PartyRow, partyOf } from '../parties';
import { addressOf, idNumberOf, phoneOf } from '../party-details';
import { recordReveal } from '../reveals';

const OPEN: Record<RevealField, (context: SignedIn, party: PartyRow) => string | null> = {
  phone: phoneOf,
  address: addressOf,
  'id-number': idNumberOf,
};

export const revealPartyField: Handler<'reveal-party-field'> = async (input, context) => {
  const { row } = await openCase(context, await caseIdOf(context, 'party', input.partyId));
  const party = await partyOf(context, input.partyId);
  const value = OPEN[input.field](context, party);
  if (!value) throw new Refusal(row.erased_at ? 'field-erased' : 'field-unknown');
  await recordReveal(context, party, input);
  return { value };
};
