import { sql } from 'kysely';
import type { NoticeState } from '../../../shared/cases/stages';
import { nextAllowed } from '../../../shared/reminders/quiet-hours';
import { waitBeforeRetry } from '../../../shared/reminders/retry';
import { ASKED } from '../../../shared/reminders/weight';
import type { App } from '../app';
import { appendAudit } from '../audit';
import { isCarrierTrouble } from '../channels/trouble';
import type { Tx } from '../storage/connect';
import { SWEEP } from './actor';
import type { Called } from './call-carriers';
import { SENDER_DIED } from './claims';
import { followUp } from './consequences';
import type { Envelope } from './envelopes';
import { groupBy } from './group-by';

/** What a message ends as; `notBefore` only where it will be tried again. */
export interface Ending {
  state: NoticeState;
  reason: string | null;
  notBefore?: Date;
  /** Whether the attempt counts. It does not when the carrier itself was down. */
  isBurned?: boolean;
}

interface Settled {
  envelope: Envelope;
  ending: Ending;
  template: string | null;
  version: number | null;
  serial: string | null;
  toldWith: string | null;
}

/**
 * Writes down what the carrier said of a handful of messages, with everything that follows from it, in one
 * transaction. A receipt that comes after its claim ran out still tells more than "unknown". Returns the states.
 */
export async function settle(
  app: App,
  runId: string,
  called: readonly Called[],
  restsUntil: Date | null,
): Promise<NoticeState[]> {
  return app.db.transaction().execute((tx) => settleIn(tx, app, runId, called, restsUntil));
}

/** The same in a transaction that is open already. */
export async function settleIn(
  tx: Tx,
  app: App,
  runId: string,
  called: readonly Called[],
  restsUntil: Date | null,
): Promise<NoticeState[]> {
  const now = app.now();
  const settled = called.flatMap((one) => settledOf(one, endingOf(app, one, restsUntil, now)));
  const written = await writeEndings(tx, runId, settled, now);
  const missed = settled.filter(({ envelope }) => !written.has(envelope.noticeId));
  // Who gave them up for lost while we waited for him cannot be seen by the statement that waited.
  const late = missed.length > 0 ? await writeEndings(tx, runId, missed, now) : written;
  const mine = settled.filter(({ envelope: { noticeId } }) => written.has(noticeId) || late.has(noticeId));
  await auditOutcomes(tx, mine, runId, now);
  await takeBackTold(tx, called, mine);
  for (const { envelope, ending } of mine.sort(byCase)) {
    if (!ending.notBefore) await followUp({ app, tx, now }, envelope, ending);
  }
  return mine.map(({ ending }) => ending.state);
}

const byCase = (a: Settled, b: Settled) => (a.envelope.caseId < b.envelope.caseId ? -1 : 1);

function settledOf({ errand, letter, receipt }: Called, ending: Ending): Settled[] {
  return errand.all.map((envelope) => {
    const isLeader = envelope.noticeId === errand.leader.noticeId;
    return {
      envelope,
      ending,
      template: letter?.message.template ?? null,
      version: letter?.version ?? null,
      serial: isLeader ? (receipt.serial ?? null) : null,
      toldWith: isLeader ? null : errand.leader.noticeId,
    };
  });
}

function endingOf(app: App, { errand, receipt }: Called, restsUntil: Date | null, now: Date): Ending {
  const { outcome, reason = null, retryAfterSeconds } = receipt;
  if (outcome !== 'temporary') return { state: outcome, reason };
  if (isCarrierTrouble(receipt) && restsUntil) {
    return { state: 'pending', reason, notBefore: restsUntil, isBurned: false };
  }
  const wait = waitBeforeRetry(errand.claim.attempts + 1, app.random(1)[0]! / 256, retryAfterSeconds);
  if (wait === null) return { state: 'permanent', reason: 'gave-up' };
  const again = new Date(now.getTime() + wait);
  const notBefore = errand.claim.weight === ASKED ? again : nextAllowed(again);
  return { state: 'temporary', reason, notBefore, isBurned: true };
}

/** Only what we still hold, or what was given up for lost meanwhile. Answers with the notices that were written. */
async function writeEndings(
  tx: Tx,
  runId: string,
  settled: readonly Settled[],
  now: Date,
): Promise<Set<string>> {
  const rows = settled.map(({ envelope: { courtId, noticeId }, ending, toldWith, ...sent }) => {
    const { notBefore = null, isBurned = true, state, reason } = ending;
    return { courtId, noticeId, state, reason, notBefore, burned: isBurned ? 1 : 0, toldWith, ...sent };
  });
  const { rows: written } = await sql<{ noticeId: string }>`
    with given as materialized (
      select * from unnest(
        ${rows.map((r) => r.courtId)}::text[], ${rows.map((r) => r.noticeId)}::text[], ${rows.map((r) => r.state)}::text[],
        ${rows.map((r) => r.reason)}::text[], ${rows.map((r) => r.notBefore)}::timestamptz[],
        ${rows.map((r) => r.burned)}::int[], ${rows.map((r) => r.toldWith)}::text[], ${rows.map((r) => r.template)}::text[],
        ${rows.map((r) => r.version)}::int[], ${rows.map((r) => r.serial)}::text[]) as g(
        "courtId", "noticeId", state, reason, "notBefore", burned, "toldWith", template, version, serial)
      order by "courtId", "noticeId"),
    again as (
      update outbox o
      set claimed_by = null, claim_expires_at = null, called_at = null, not_before = g."notBefore",
          attempts = o.attempts + g.burned
      from given g
      where g."notBefore" is not null and o.court_id = g."courtId" and o.notice_id = g."noticeId"
        and o.claimed_by = ${runId}
      returning o.notice_id, null::timestamptz as called_at),
    done as (
      delete from outbox o using given g
      where g."notBefore" is null and o.court_id = g."courtId" and o.notice_id = g."noticeId"
        and o.claimed_by = ${runId}
      returning o.notice_id, o.called_at),
    held as (select * from again union all select * from done),
    written as (
      update notices n
      set state = g.state, reason = g.reason, serial = g.serial, told_with = g."toldWith",
          template = g.template, template_version = g.version,
          sent_at = case when g.state in ('accepted', 'delivered', 'unknown') then coalesce(h.called_at, n.sent_at) end,
          decided_at = case when g."notBefore" is null then ${now}::timestamptz end
      from given g left join held h on h.notice_id = g."noticeId"
      where n.court_id = g."courtId" and n.notice_id = g."noticeId"
        and (h.notice_id is not null
          or g."notBefore" is null and n.state = 'unknown' and n.reason = ${SENDER_DIED})
      returning n.court_id, n.notice_id, n.channel, n.serial, n.sent_at),
    numbered as (
      insert into carrier_serials (channel, serial, court_id, notice_id, sent_at)
      select channel, serial, court_id, notice_id, coalesce(sent_at, ${now}) from written where serial is not null
      on conflict do nothing)
    select notice_id as "noticeId" from written`.execute(tx);
  return new Set(written.map(({ noticeId }) => noticeId));
}

/** One line a court for all that was settled together: whoever changes an outcome later breaks the chain. */
async function auditOutcomes(tx: Tx, settled: readonly Settled[], runId: string, at: Date): Promise<void> {
  const courts = groupBy(settled, ({ envelope }) => envelope.courtId);
  for (const [courtId, mine] of courts) {
    const facts = {
      runId,
      outcomes: mine.map(({ envelope, ending }) => outcomeLine({ ...envelope, ending })),
    };
    await appendAudit(tx, { courtId, subject: 'delivery', at, actor: SWEEP, action: 'send-notices', facts });
  }
}

/** How one outcome stands in an audit line. */
export function outcomeLine(
  ended: Pick<Envelope, 'noticeId' | 'caseId' | 'channel' | 'step'> & { ending: Ending },
): string {
  const { noticeId, caseId, channel, step, ending } = ended;
  return [noticeId, caseId, channel, step, ending.state, ending.reason ?? ''].join(' ').trimEnd();
}

/** Whom nothing can have reached may be told today after all. */
async function takeBackTold(tx: Tx, called: readonly Called[], settled: readonly Settled[]): Promise<void> {
  const missed = new Set(
    settled.flatMap(({ envelope, ending }) => (MISSED.has(ending.state) ? [envelope.noticeId] : [])),
  );
  const untold = called.filter(({ errand }) => missed.has(errand.leader.noticeId));
  if (untold.length === 0) return;
  await sql`
    delete from told_today t
    using unnest(${untold.map(({ errand }) => errand.claim.person)}::text[],
                 ${untold.map(({ errand }) => errand.leader.noticeId)}::text[]) as k(person, notice_id)
    where t.person = k.person and t.notice_id = k.notice_id`.execute(tx);
}

const MISSED: ReadonlySet<NoticeState> = new Set(['pending', 'temporary', 'permanent', 'opted-out']);

/** Marks what is not sent because its reason went away. Returns how many. */
export async function suppressClaimed(
  { db, now }: Pick<App, 'db' | 'now'>,
  runId: string,
  lost: readonly { courtId: string; noticeId: string; reason: string }[],
): Promise<number> {
  if (lost.length === 0) return 0;
  const { numAffectedRows } = await sql`
    with given as (
      select * from json_to_recordset(${JSON.stringify(lost)}::json) as g("courtId" text, "noticeId" text, reason text)),
    gone as (
      delete from outbox o using given g
      where o.court_id = g."courtId" and o.notice_id = g."noticeId" and o.claimed_by = ${runId} and o.called_at is null
      returning o.court_id, o.notice_id, g.reason)
    update notices n set state = 'suppressed', reason = gone.reason, decided_at = ${now()}
    from gone where n.court_id = gone.court_id and n.notice_id = gone.notice_id`.execute(db);
  return Number(numAffectedRows ?? 0n);
}
