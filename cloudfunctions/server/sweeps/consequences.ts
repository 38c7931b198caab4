import { SWEEP_COURSE } from '../../../shared/reminders/wording';
import type { App } from '../app';
import type { Tx } from '../storage/connect';
import { queueNotices } from '../storage/queue-notices';
import { addToTimeline } from '../storage/timeline';
import type { Envelope } from './envelopes';
import type { Ending } from './receipts';

interface Here {
  app: App;
  tx: Tx;
  now: Date;
}

/** What a carrier's final answer means for the person: the next channel, or a number that is not used again. */
export async function followUp(here: Here, envelope: Envelope, { state, reason }: Ending): Promise<void> {
  if (state === 'permanent' && envelope.channel === 'subscribe') await sendBySms(here, envelope);
  if (state === 'permanent' && reason === 'number-invalid') await noteNumber(here, envelope, 'wrong-number');
  if (state === 'opted-out') {
    await optOut(here, envelope);
    await noteNumber(here, envelope, 'opted-out');
  }
}

async function sendBySms({ app, tx, now }: Here, envelope: Envelope): Promise<void> {
  const notice = { ...envelope, noticeId: app.newId('notice'), channel: 'sms' as const };
  await queueNotices(tx, [{ ...notice, notBefore: now, createdAt: now }]);
}

async function optOut({ tx, now }: Here, { channel, phoneIndex }: Envelope): Promise<void> {
  if (channel !== 'sms' || !phoneIndex) return;
  await tx
    .insertInto('opt_outs')
    .values({ phone_index: phoneIndex, reason: 'opted-out', at: now })
    .onConflict((c) => c.doNothing())
    .execute();
}

/** The court's desk sees a party whose number is of no use any more. */
async function noteNumber(
  { tx, now }: Here,
  { courtId, caseId, partyId, channel }: Envelope,
  contactState: 'wrong-number' | 'opted-out',
): Promise<void> {
  if (channel !== 'sms' || !partyId) return;
  await tx
    .updateTable('parties')
    .set({ contact_state: contactState })
    .where('court_id', '=', courtId)
    .where('party_id', '=', partyId)
    .execute();
  const words = contactState === 'wrong-number' ? SWEEP_COURSE.numberWrong : SWEEP_COURSE.optedOut;
  await addToTimeline({ tx, courtId, now }, caseId, words, ['court']);
}
