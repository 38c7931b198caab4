import { SWEEP_COURSE } from '../../../shared/reminders/wording';
import { suppressReplacement } from '../storage/suppress';
import { addToTimeline } from '../storage/timeline';
import type { Fated } from './concerned';
import type { Here } from './decide-fate';

/** It was on the phone after all: nobody need call any more, and what its failure set off is put back. */
export async function takeBack(here: Here, notice: Fated): Promise<void> {
  const { tx, now } = here;
  const { courtId, noticeId, state: before, reason } = notice;
  await tx
    .updateTable('undelivered')
    .set({ handled_at: now, handled_by: 'sweep', handling: 'delivered-later' })
    .where('court_id', '=', courtId)
    .where('notice_id', '=', noticeId)
    .where('handled_at', 'is', null)
    .execute();
  if (before !== 'permanent') return;
  await suppressReplacement({ tx, courtId, now }, noticeId);
  if (reason === 'number-invalid') await trustNumberAgain(here, notice);
}

/** Not where the number's holder himself said that it is wrong. */
async function trustNumberAgain({ tx, now }: Here, { courtId, caseId, partyId, phoneIndex }: Fated) {
  if (!partyId || !phoneIndex) return;
  const { numUpdatedRows } = await tx
    .updateTable('parties')
    .set({ contact_state: 'ok' })
    .where('court_id', '=', courtId)
    .where('party_id', '=', partyId)
    .where('contact_state', '=', 'wrong-number')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('opt_outs').select('phone_index').where('phone_index', '=', phoneIndex))),
    )
    .executeTakeFirst();
  if (numUpdatedRows > 0n) {
    await addToTimeline({ tx, courtId, now }, caseId, SWEEP_COURSE.numberWorks, ['court']);
  }
}
