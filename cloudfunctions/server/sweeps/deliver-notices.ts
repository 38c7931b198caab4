import type { NoticeState } from '../../../shared/cases/stages';
import { addDays, dayAt, instantOf } from '../../../shared/day';
import { ASKED, CHANNELS, type ChannelName } from '../../../shared/reminders/weight';
import type { App } from '../app';
import type { Db, Tx } from '../storage/connect';
import { laddersOf } from '../storage/ladders';
import { callCarriers } from './call-carriers';
import { noteAnswers, standingOf } from './carriers';
import { type Claim, claimNotices, giveBack, release } from './claims';
import { type Envelope, loadEnvelopes } from './envelopes';
import { groupBy } from './group-by';
import { inParallel } from './in-parallel';
import { type Errand, isHeld, type Letterheads, loadLetterheads } from './letters';
import { lostReason } from './lost-reason';
import { untilDatabaseAnswers } from './patience';
import { settle, suppressClaimed } from './settle';

export interface Delivered {
  delivered: number;
  failed: number;
  unknown: number;
  suppressed: number;
}

/** Notices that one claim takes; a dead sender holds so many back for a while. */
const CLAIM = 400;
/** Calls that are marked, made and settled together: as many are in doubt when a sender dies. */
const HANDFUL = 100;
const HANDFULS_AT_A_TIME = 2;
/** A sweep that has more to say leaves the rest to the next: the platform ends a function after a minute. */
const LONGEST_MS = 40_000;
const MORNING_HOUR = 8;

/** Sends everything that may leave now: claim, mark, call outside any transaction, settle. */
export async function deliverNotices(app: App, runId: string, totals: Delivered): Promise<void> {
  const until = app.now().getTime() + LONGEST_MS;
  let isMoving = true;
  const drain = async (channel: ChannelName) => {
    while (app.now().getTime() <= until && (await deliverSome(app, channel, runId, totals))) isMoving = true;
  };
  // What one carrier could not deliver may have become another's meanwhile. Where one fails, the other still ends.
  while (isMoving) {
    isMoving = false;
    await inParallel(CHANNELS, CHANNELS.length, drain);
  }
}

/** False when there is nothing more to do for now. */
async function deliverSome(
  app: App,
  channel: ChannelName,
  runId: string,
  totals: Delivered,
): Promise<boolean> {
  const standing = await standingOf(app, channel);
  if (standing === 'resting') return false;
  const isOnTrial = standing === 'on-trial';
  const claims = await claimNotices(app, channel, runId, isOnTrial ? 1 : CLAIM);
  if (claims.length === 0) return false;
  await deliverClaimed(app, channel, runId, claims, totals, isOnTrial);
  return true;
}

export async function deliverClaimed(
  app: App,
  channel: ChannelName,
  runId: string,
  claims: readonly Claim[],
  totals: Delivered,
  isOnTrial = false,
): Promise<void> {
  const letterheads = await loadLetterheads(
    app,
    claims.map(({ courtId }) => courtId),
  );
  const envelopes = await loadEnvelopes(app.db, claims, app.now());
  const lost = await whatIsLost(app, letterheads, claims, envelopes);
  totals.suppressed += await suppressClaimed(app, runId, lost);
  const gone = new Set(lost.map(({ noticeId }) => noticeId));
  const errands = errandsOf(
    claims,
    envelopes.filter(({ noticeId }) => !gone.has(noticeId)),
  );
  await inParallel(inHandfuls(errands), HANDFULS_AT_A_TIME, (handful) =>
    deliverHandful({ app, channel, runId, letterheads, totals, isOnTrial }, handful),
  );
}

/** What is not sent any more, and why; by the ladder that its court goes by today. */
export async function whatIsLost(
  app: Pick<App, 'now'> & { db: Db | Tx },
  letterheads: Letterheads,
  claims: readonly Claim[],
  envelopes: readonly Envelope[],
) {
  const today = dayAt(app.now());
  const ladders = await laddersOf(
    app.db,
    claims.map(({ courtId }) => courtId),
    today,
  );
  const onTrial = new Set(
    claims.filter((claim) => isHeld(letterheads, claim)).map(({ noticeId }) => noticeId),
  );
  return envelopes.flatMap((envelope) => {
    const { courtId, noticeId } = envelope;
    const reason = onTrial.has(noticeId) ? 'trial' : lostReason(envelope, today, ladders.get(courtId));
    return reason ? [{ courtId, noticeId, reason }] : [];
  });
}

interface Round {
  app: App;
  channel: ChannelName;
  runId: string;
  letterheads: Letterheads;
  totals: Delivered;
  isOnTrial: boolean;
}

async function deliverHandful(
  { app, channel, runId, letterheads, totals, isOnTrial }: Round,
  errands: Errand[],
): Promise<void> {
  if ((await standingOf(app, channel)) === 'resting') {
    // The handful before this one has found the carrier down.
    await release(app, runId, claimsOf(errands), null);
    return;
  }
  const { called, held } = await callCarriers(app, runId, channel, letterheads, errands).catch(
    async (error) => {
      // It fails before the first call or not at all.
      await untilDatabaseAnswers(() => giveBack(app, runId, claimsOf(errands)));
      throw error;
    },
  );
  // What the carrier said stands nowhere else yet: a database that is away for a moment must not make it a doubt.
  const receipts = called.filter(({ letter }) => letter !== null).map(({ receipt }) => receipt);
  const restsUntil = await untilDatabaseAnswers(() => noteAnswers(app, channel, isOnTrial, receipts));
  const states = await untilDatabaseAnswers(() => settle(app, runId, called, restsUntil));
  for (const state of states) count(totals, state);
  await release(app, runId, claimsOf(held), instantOf(addDays(dayAt(app.now()), 1), MORNING_HOUR));
}

const claimsOf = (errands: readonly Errand[]) => errands.flatMap(({ all }) => all);

function count(totals: Delivered, state: NoticeState): void {
  if (state === 'accepted' || state === 'delivered') totals.delivered += 1;
  else if (state === 'unknown') totals.unknown += 1;
  else if (state === 'permanent' || state === 'opted-out') totals.failed += 1;
}

/** What goes to one person and counts alike goes as one; the earliest day leads. */
export function errandsOf(claims: readonly Claim[], envelopes: readonly Envelope[]): Errand[] {
  const claimed = new Map(claims.map((claim) => [claim.noticeId, claim]));
  const groups = groupBy(envelopes, ({ noticeId }) => {
    const { person, weight } = claimed.get(noticeId)!;
    return weight === ASKED ? noticeId : `${weight} ${person}`;
  });
  return [...groups.values()].map((all) => {
    const leader = all.reduce((first, other) => (other.day < first.day ? other : first));
    return { leader, claim: claimed.get(leader.noticeId)!, all };
  });
}

function inHandfuls(errands: readonly Errand[]): Errand[][] {
  const handfuls: Errand[][] = [];
  for (let at = 0; at < errands.length; at += HANDFUL) handfuls.push(errands.slice(at, at + HANDFUL));
  return handfuls;
}
