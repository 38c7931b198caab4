import { dayAt } from '../../../shared/day';
import { smsWording, subscribeWording, type Wording } from '../../../shared/reminders/wording';
import { issueAccessCode } from '../access-codes';
import type { App } from '../app';
import type { OutgoingMessage, Receipt } from '../channels/channel';
import { SEALED } from '../sensitive';
import { claimNotices, markCalled, type NoticeKey } from './claims';
import { type Envelope, loadEnvelopes } from './envelopes';
import { inParallel } from './in-parallel';
import { lostReason } from './lost-reason';
import { recordReceipt } from './receipts';

export interface Delivered {
  delivered: number;
  failed: number;
  suppressed: number;
}

/** Calls under way at a time; fewer than the database has connections. */
const AT_A_TIME = 4;

/** Sends everything that may leave now: claim, call outside any transaction, write the receipt. */
export async function deliverNotices(app: App, runId: string, totals: Delivered): Promise<void> {
  for (;;) {
    const claimed = await claimNotices(app, runId);
    if (claimed.length === 0) return;
    await deliverClaimed(app, runId, claimed, totals);
  }
}

export async function deliverClaimed(
  app: App,
  runId: string,
  claimed: readonly NoticeKey[],
  totals: Delivered,
): Promise<void> {
  const envelopes = await loadEnvelopes(app.db, claimed);
  await inParallel(envelopes, AT_A_TIME, async (envelope) => {
    const reason = lostReason(envelope, dayAt(app.now()));
    if (reason) await suppress(app, runId, envelope, reason);
    const state = reason ? 'suppressed' : await deliverOne(app, runId, envelope);
    if (state === 'suppressed') totals.suppressed += 1;
    else if (state === 'accepted' || state === 'delivered') totals.delivered += 1;
    else if (state && state !== 'temporary') totals.failed += 1;
  });
}

async function deliverOne(app: App, runId: string, envelope: Envelope) {
  const message = await write(app, envelope);
  if (!(await markCalled(app, envelope, runId))) return null;
  return recordReceipt(app, runId, envelope, message ? await call(app, message) : UNADDRESSED);
}

const UNADDRESSED: Receipt = { outcome: 'permanent', reason: 'no-address' };

/** Nothing that breaks in a carrier's client may take the sweep with it; what became of the message is unknown. */
async function call(app: App, message: OutgoingMessage): Promise<Receipt> {
  try {
    return await app.channels[message.channel].send(message);
  } catch (error) {
    app.log({ level: 'error', at: 'send-notice', error: error instanceof Error ? error.name : typeof error });
    return { outcome: 'unknown', reason: 'client-fault' };
  }
}

/** The message as it leaves; null when there is nothing to send it to. */
async function write(app: App, envelope: Envelope): Promise<OutgoingMessage | null> {
  const { channel, noticeId } = envelope;
  const to = channel === 'sms' ? openPhone(app, envelope) : envelope.openid;
  if (!to) return null;
  const wording =
    channel === 'sms' ? await smsOf(app, envelope) : subscribeWording(envelope, placeOf(app, envelope));
  return { noticeId, channel, to, ...wording };
}

/** A number that cannot be opened is as good as none; it must not hold up the others. */
function openPhone(app: App, { phoneSealed, noticeId }: Envelope): string | null {
  try {
    return phoneSealed && app.vault.open(SEALED.phone, phoneSealed);
  } catch {
    app.log({ level: 'error', at: 'open-phone', noticeId });
    return null;
  }
}

async function smsOf(app: App, envelope: Envelope): Promise<Wording> {
  const code = envelope.partyId ? await freshCode(app, envelope, envelope.partyId) : '';
  return smsWording({ ...envelope, code }, placeOf(app, envelope));
}

/** Made at the last moment, so that the code itself never lies in the outbox. */
async function freshCode(app: App, { courtId }: Envelope, partyId: string): Promise<string> {
  const now = app.now();
  return app.db.transaction().execute(async (tx) => {
    const { code } = await issueAccessCode({ app, tx, courtId, now }, partyId);
    return code;
  });
}

const placeOf = (app: App, { courtName, courtPhone, hotline }: Envelope) => ({
  courtName,
  courtPhone,
  hotline,
  site: app.publicUrl,
});

async function suppress(app: App, runId: string, { courtId, noticeId }: Envelope, reason: string) {
  await app.db
    .updateTable('notices')
    .set({ state: 'suppressed', reason, claim_expires_at: null, decided_at: app.now() })
    .where('court_id', '=', courtId)
    .where('notice_id', '=', noticeId)
    .where('claimed_by', '=', runId)
    .where('state', '=', 'sending')
    .execute();
}
