import { openCase } from '../cases';
import type { Handler, SignedIn } from '../context';
import { type PartyRow, partyOf, samePerson } from '../parties';
import { markContact, stopNumber } from '../stopped-numbers';

export const reportWrongPerson: Handler<'report-wrong-person'> = async (input, context) => {
  await openCase(context, input.caseId);
  const bindings = context.caller.bindings.filter((binding) => binding.caseId === input.caseId);
  for (const { partyId } of bindings) {
    const party = await partyOf(context, partyId);
    await stopNumber(context, party.phone_index, input.what);
    // The number is wrong for this person everywhere, not only in the case that was opened.
    for (const same of await samePerson(context, party)) await markWrong(context, same, input.what);
  }
  return { done: true };
};

async function markWrong(context: SignedIn, party: PartyRow, what: string): Promise<void> {
  const { tx, courtId, now, caller } = context;
  await markContact(context, party, 'wrong-number');
  await tx
    .updateTable('party_bindings')
    .set({ unbound_at: now })
    .where('court_id', '=', courtId)
    .where('party_id', '=', party.party_id)
    .where('account_id', '=', caller.accountId)
    .where('unbound_at', 'is', null)
    .execute();
  await context.audit(party.case_id, 'report-wrong-person', { partyId: party.party_id, what });
}
