import { caseCan } from '../../../shared/cases/case-status';
import { COURSE } from '../../../shared/cases/wording';
import { readIdNumber } from '../../../shared/import/id-number';
import { Refusal } from '../../../shared/refusal';
import { openCase } from '../cases';
import type { Handler, SignedIn } from '../context';
import { caseIdOf } from '../find-case';
import { type PartyRow, partyOf, samePerson } from '../parties';
import { SEALED } from '../sensitive';
import { addToTimeline } from '../storage/timeline';
import { setNextReminder } from '../supervision';
import { closeUndelivered } from '../undelivered';

export const correctContact: Handler<'correct-contact'> = async (input, context) => {
  const caseId = await caseIdOf(context, 'party', input.partyId);
  const { row } = await openCase(context, caseId);
  await refuseIfHolderSaidNo(context, input.phone);
  const party = await partyOf(context, input.partyId);
  if (input.idNumber) await addIdNumber(context, party, input.idNumber);
  for (const same of await samePerson(context, party)) {
    await changePhone(context, same.party_id, input.phone, input.source);
    const whom = { caseId: same.case_id, partyId: same.party_id, accountId: null };
    await closeUndelivered(context, whom, 'number-changed');
    await context.audit(same.case_id, 'correct-contact', { partyId: same.party_id, askedFor: caseId });
    await addToTimeline(context, same.case_id, COURSE.contactCorrected, ['court']);
  }
  if (caseCan('remind', row.status)) await setNextReminder(context, caseId, context.now);
  return { done: true };
};

async function refuseIfHolderSaidNo({ tx, app }: SignedIn, phone: string): Promise<void> {
  const optedOut = await tx
    .selectFrom('opt_outs')
    .select('reason')
    .where('phone_index', '=', app.vault.index(SEALED.phone, phone))
    .executeTakeFirst();
  if (optedOut) throw new Refusal('phone-refused-by-holder');
}

async function changePhone(
  { tx, courtId, app, now }: SignedIn,
  partyId: string,
  phone: string,
  source: string,
): Promise<void> {
  await tx
    .updateTable('parties')
    .set({
      phone_sealed: app.vault.seal(SEALED.phone, phone),
      phone_index: app.vault.index(SEALED.phone, phone),
      contact_state: 'ok',
      contact_source: source,
      contact_corrected_at: now,
    })
    .where('court_id', '=', courtId)
    .where('party_id', '=', partyId)
    .execute();
}

async function addIdNumber(
  { tx, courtId, app, today }: SignedIn,
  party: PartyRow,
  typed: string,
): Promise<void> {
  if (party.id_number_sealed) throw new Refusal('id-number-on-file');
  const read = readIdNumber(typed, today);
  if (read.value === null) throw new Refusal('id-number-wrong');
  const { number } = read.value;
  await tx
    .updateTable('parties')
    .set({
      id_number_sealed: app.vault.seal(SEALED.idNumber, number),
      id_number_index: app.vault.index(SEALED.idNumber, number),
    })
    .where('court_id', '=', courtId)
    .where('party_id', '=', party.party_id)
    .execute();
}
