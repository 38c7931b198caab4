import { caseCan } from '../../../shared/cases/case-status';
import { readIdNumber } from '../../../shared/import/id-number';
import { Refusal } from '../../../shared/refusal';
import { openCase } from '../cases';
import { putPhone } from '../contacts';
import type { Handler, SignedIn } from '../context';
import { caseIdOf } from '../find-case';
import { type PartyRow, partyOf } from '../parties';
import { SEALED } from '../sensitive';
import { setNextReminder } from '../supervision';

export const correctContact: Handler<'correct-contact'> = async (input, context) => {
  const caseId = await caseIdOf(context, 'party', input.partyId);
  const { row } = await openCase(context, caseId);
  const party = await partyOf(context, input.partyId);
  if (input.idNumber) await addIdNumber(context, party, input.idNumber);
  await putPhone(context, party, input);
  if (caseCan('remind', row.status)) await setNextReminder(context, caseId, context.now);
  return { done: true };
};

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
