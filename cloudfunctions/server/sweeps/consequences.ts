import { SWEEP_COURSE } from '../../../shared/reminders/wording';
import type { App } from '../app';
import type { Tx } from '../storage/connect';
import { queueAsSaid } from '../storage/queue-notices';
import { addToTimeline } from '../storage/timeline';
import { doubt } from './doubts';
import type { Envelope } from './envelopes';
import type { Ending } from './settle';

interface Here {
  app: Pick<App, 'newId' | 'channels'>;
  tx: Tx;
  now: Date;
}

/** The part of a message that its consequences need. */
export type Concerned = Pick<
  Envelope,
  | 'courtId'
  | 'noticeId'
  | 'caseId'
  | 'partyId'
  | 'accountId'
  | 'channel'
  | 'audience'
  | 'step'
  | 'stepDay'
  | 'dueDay'
  | 'phoneIndex'
>;

/**
 * What an outcome means for the person: the next channel, a number that is not used again, or somebody who calls.
 * The case is locked first, as every handler locks it.
 */
export async function followUp(
  here: Here,
  concerned: Concerned,
  { state, reason }: Pick<Ending, 'state' | 'reason'>,
): Promise<void> {
  if (state !== 'permanent' && state !== 'opted-out' && state !== 'unknown') return;
  await lockCase(here.tx, concerned);
  if (state === 'permanent' && concerned.channel !== 'sms') return sendBySms(here, concerned);
  if (state === 'unknown') return leaveInDoubt(here, concerned, reason ?? '');
  if (state === 'permanent') await leaveToSomebody(here, concerned, state, reason ?? '');
  if (state === 'permanent' && reason === 'number-invalid') await noteNumber(here, concerned, 'wrong-number');
  if (state === 'opted-out') {
    await optOut(here, concerned);
    await noteNumber(here, concerned, 'opted-out');
  }
}

/** The carrier is asked where it can be; otherwise somebody calls. */
export async function leaveInDoubt(
  { app, tx, now }: Here,
  concerned: Concerned,
  reason: string,
): Promise<void> {
  const { channel } = concerned;
  if (channel !== 'chat' && app.channels[channel].ask) await doubt(tx, [concerned], now);
  else await leaveToSomebody({ tx, now }, concerned, 'unknown', reason);
}

async function lockCase(tx: Tx, { courtId, caseId }: Concerned): Promise<void> {
  await tx
    .selectFrom('cases')
    .select('case_id')
    .where('court_id', '=', courtId)
    .where('case_id', '=', caseId)
    .forKeyShare()
    .execute();
}

async function sendBySms({ app, tx, now }: Here, concerned: Concerned): Promise<void> {
  const { dueDay, phoneIndex: _, ...rest } = concerned;
  const facts: Record<string, string> = dueDay ? { dueDay } : {};
  const own = { noticeId: app.newId('notice'), channel: 'sms' as const, notBefore: now, createdAt: now };
  await queueAsSaid(tx, [{ ...rest, ...own, facts }]);
}

/** No carrier can do more: the court's list of people to call or to visit. */
export async function leaveToSomebody(
  { tx, now }: Pick<Here, 'tx' | 'now'>,
  { courtId, noticeId, caseId, partyId, accountId }: Concerned,
  state: 'permanent' | 'unknown',
  reason: string,
): Promise<void> {
  await tx
    .insertInto('undelivered')
    .values({
      court_id: courtId,
      notice_id: noticeId,
      case_id: caseId,
      party_id: partyId,
      account_id: accountId,
      state,
      reason,
      at: now,
    })
    .onConflict((c) => c.columns(['court_id', 'notice_id']).doUpdateSet({ state, reason }))
    .execute();
}

async function optOut({ tx, now }: Here, { channel, phoneIndex }: Concerned): Promise<void> {
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
  { courtId, caseId, partyId, channel }: Concerned,
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
