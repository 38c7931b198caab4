import { COURSE } from '../../../shared/cases/wording';
import { openCase } from '../cases';
import type { Handler, SignedIn } from '../context';
import { type PartyRow, partyOf, samePerson } from '../parties';
import { suppressForParty } from '../storage/suppress';
import { addToTimeline } from '../storage/timeline';

export const reportWrongPerson: Handler<'report-wrong-person'> = async (input, context) => {
  await openCase(context, input.caseId, ['obligor', 'obligee']);
  const bindings = context.caller.bindings.filter((binding) => binding.caseId === input.caseId);
  for (const { partyId } of bindings) {
    const party = await partyOf(context, partyId);
    await stopNumber(context, party, input.what);
    // The number is wrong for this person everywhere, not only in the case that was opened.
    for (const same of await samePerson(context, party)) await markWrong(context, same, input.what);
  }
  return { done: true };
};

/** Nothing is sent to this number any more, whatever it is on file for. */
async function stopNumber({ tx, now }: SignedIn, party: PartyRow, what: string): Promise<void> {
  if (!party.phone_index) return;
  await tx
    .insertInto('opt_outs')
    .values({ phone_index: party.phone_index, reason: what, at: now })
    .onConflict((c) => c.doNothing())
    .execute();
}

async function markWrong(context: SignedIn, party: PartyRow, what: string): Promise<void> {
  const { tx, courtId, now, caller } = context;
  await tx
    .updateTable('parties')
    .set({ contact_state: 'wrong-number' })
    .where('court_id', '=', courtId)
    .where('party_id', '=', party.party_id)
    .execute();
  await tx
    .updateTable('party_bindings')
    .set({ unbound_at: now })
    .where('court_id', '=', courtId)
    .where('party_id', '=', party.party_id)
    .where('account_id', '=', caller.accountId)
    .where('unbound_at', 'is', null)
    .execute();
  await suppressForParty(context, party.party_id, 'wrong-number');
  await context.audit(party.case_id, 'report-wrong-person', { partyId: party.party_id, what });
  await addToTimeline(context, party.case_id, COURSE.contactWrong, ['court']);
}
