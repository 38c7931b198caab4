import { COURSE } from '../../shared/cases/wording';
import { SWEEP_COURSE } from '../../shared/reminders/wording';
import type { Context } from './context';
import { suppressForParty } from './storage/suppress';
import { addToTimeline } from './storage/timeline';

type Here = Pick<Context, 'tx' | 'courtId' | 'now'>;

/** Nothing is sent to this number any more, whatever it is on file for. */
export async function stopNumber(
  { tx, now }: Pick<Here, 'tx' | 'now'>,
  phoneIndex: string | null,
  reason: string,
): Promise<void> {
  if (!phoneIndex) return;
  await tx
    .insertInto('opt_outs')
    .values({ phone_index: phoneIndex, reason, at: now })
    .onConflict((c) => c.doNothing())
    .execute();
}

/** The court's desk sees a party whose number is of no use any more, and nothing that waits goes to it. */
export async function markContact(
  here: Here,
  party: { case_id: string; party_id: string },
  state: 'wrong-number' | 'opted-out',
): Promise<void> {
  await here.tx
    .updateTable('parties')
    .set({ contact_state: state })
    .where('court_id', '=', here.courtId)
    .where('party_id', '=', party.party_id)
    .execute();
  await suppressForParty(here, party.party_id, state);
  const words = state === 'wrong-number' ? COURSE.contactWrong : SWEEP_COURSE.optedOut;
  await addToTimeline(here, party.case_id, words, ['court']);
}
