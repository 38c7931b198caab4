import { sql } from 'kysely';
import { waitBeforeRetry } from '../../../shared/reminders/retry';
import { type RingKind, ringWording } from '../../../shared/reminders/ring-wording';
import { isHeldByTrial, sendingOf } from '../../../shared/reminders/trial';
import type { App } from '../app';
import type { OutgoingMessage, Receipt } from '../channels/channel';
import { SEALED } from '../sensitive';
import type { RingState } from '../storage/tip-tables';
import { inSlots, noteAnswers, standingOf } from './carriers';

const BATCH = 100;
/** A sender that took longer is dead; what became of its calls nobody knows. */
const CLAIM_MS = 10 * 60_000;
/** What is over is of no more use after so long. */
const KEPT_MS = 30 * 24 * 3_600_000;

interface Claimed {
  court_id: string;
  ring_id: string;
  kind: RingKind;
  facts: { area?: string };
  tries: number;
  phone_sealed: string | null;
  phone_index: string | null;
  openid: string | null;
  court: string;
  settings: unknown;
}

/**
 * Tells people that something waits for them. Claimed before anything is sent, sent outside any transaction; a claim
 * whose sender died ends as unknown and is not sent again. Returns how many were sent.
 */
export async function ringPeople(app: App): Promise<number> {
  await giveUpDeadClaims(app);
  let sent = 0;
  for (;;) {
    const claimed = await claim(app);
    sent += (await ringBySms(app, claimed)) + (await ringByCard(app, claimed));
    if (claimed.length < BATCH) return sent;
  }
}

async function giveUpDeadClaims({ db, now }: App): Promise<void> {
  await db
    .updateTable('rings')
    .set({ state: 'unknown', reason: 'sender-died', done_at: now() })
    .where('state', '=', 'claimed')
    .where('claimed_at', '<', new Date(now().getTime() - CLAIM_MS))
    .execute();
  await db
    .deleteFrom('rings')
    .where('done_at', '<', new Date(now().getTime() - KEPT_MS))
    .execute();
}

/** Whoever asked to be sent nothing more is rung no more. */
async function claim({ db, now }: App): Promise<Claimed[]> {
  const { rows } = await sql<Claimed>`
    with due as (
      select r.court_id, r.ring_id from rings r
      where r.state = 'pending' and r.not_before <= ${now()}
      order by r.not_before, r.ring_id limit ${BATCH} for update of r skip locked)
    update rings r set state = 'claimed', claimed_at = ${now()}, tries = r.tries + 1
    from due, accounts a, courts c
    where r.court_id = due.court_id and r.ring_id = due.ring_id
      and a.court_id = r.court_id and a.account_id = r.account_id and c.court_id = r.court_id
    returning r.court_id, r.ring_id, r.kind, r.facts, r.tries, c.name as court, c.settings, a.openid,
      case when exists (select from opt_outs o where o.phone_index = a.phone_index)
        then null else a.phone_sealed end as phone_sealed, a.phone_index`.execute(db);
  return rows;
}

const ringBySms = (app: App, claimed: readonly Claimed[]) =>
  send(
    app,
    'sms',
    claimed.filter(({ openid }) => openid === null),
    ({ phone_sealed: sealed }) => sealed && app.vault.open(SEALED.phone, sealed),
  );

const ringByCard = (app: App, claimed: readonly Claimed[]) =>
  send(
    app,
    'subscribe',
    claimed.filter(({ openid }) => openid !== null),
    ({ openid }) => openid,
  );

async function send(
  app: App,
  channel: 'sms' | 'subscribe',
  rings: readonly Claimed[],
  addressOf: (one: Claimed) => string | null,
): Promise<number> {
  if (rings.length === 0) return 0;
  const standing = await standingOf(app, channel);
  const receipts = await inSlots(app, channel, rings, async (one) => ({
    one,
    receipt: standing === 'resting' ? RESTING : await callFor(app, channel, one, addressOf(one)),
  }));
  for (const { one, receipt } of receipts) await note(app, one, receipt);
  const answers = receipts.map(({ receipt }) => receipt).filter((receipt) => receipt !== RESTING);
  if (answers.length > 0) await noteAnswers(app, channel, standing === 'on-trial', answers);
  return answers.filter(({ outcome }) => outcome === 'accepted' || outcome === 'delivered').length;
}

const RESTING: Receipt = { outcome: 'temporary', reason: 'carrier-busy' };

async function callFor(app: App, channel: 'sms' | 'subscribe', one: Claimed, to: string | null) {
  if (!to) return { outcome: 'permanent', reason: 'no-address' } as const satisfies Receipt;
  // While a court only tries the system out, nobody else hears of it.
  if (isHeldByTrial(sendingOf(one.settings), one.phone_index ?? ''))
    return { outcome: 'permanent', reason: 'trial' } as const satisfies Receipt;
  const message: OutgoingMessage = {
    noticeId: one.ring_id,
    channel,
    to,
    ...ringWording(one.kind, channel, one.facts, one.court),
  };
  try {
    return await app.channels[channel].send(message);
  } catch (error) {
    app.log({ level: 'error', at: 'ring-people', error: error instanceof Error ? error.name : typeof error });
    return { outcome: 'unknown', reason: 'client-fault' } as const satisfies Receipt;
  }
}

async function note({ db, now, random }: App, one: Claimed, receipt: Receipt): Promise<void> {
  const wait =
    receipt.outcome === 'temporary'
      ? waitBeforeRetry(one.tries, random(1)[0]! / 256, receipt.retryAfterSeconds)
      : null;
  const again = wait === null ? null : new Date(now().getTime() + wait);
  const state: RingState = receipt.outcome === 'temporary' ? 'permanent' : receipt.outcome;
  await db
    .updateTable('rings')
    .set(
      again
        ? { state: 'pending', not_before: again, reason: receipt.reason ?? null }
        : { state, done_at: now(), reason: receipt.reason ?? null },
    )
    .where('court_id', '=', one.court_id)
    .where('ring_id', '=', one.ring_id)
    .where('state', '=', 'claimed')
    .execute();
}
