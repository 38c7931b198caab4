import { sql } from 'kysely';
import { dayAt, instantOf } from '../../../shared/day';
import { isQuiet } from '../../../shared/reminders/quiet-hours';
import { URGENT } from '../../../shared/reminders/weight';
import type { App } from '../app';
import { failoverMinutes } from '../chat/gateways';
import type { Called } from './call-carriers';
import type { Claim } from './claims';
import { loadEnvelopes } from './envelopes';
import { settle } from './settle';

const MOST = 200;
const MORNING_HOUR = 8;
const CLAIM_MS = 10 * 60_000;

/**
 * What was to be said by chat and cannot be goes by SMS: the gateway has been away too long, the person is not bound
 * any more or wants quiet, or nobody came to take it. What nobody knows the fate of is not among it. Returns how many.
 */
export async function failOverChats(app: App, runId: string): Promise<number> {
  await noteLongAway(app);
  if (isQuiet(app.now())) return 0;
  let moved = 0;
  for (;;) {
    const claims = await takeStranded(app, runId);
    if (claims.length === 0) return moved;
    const envelopes = await loadEnvelopes(app.db, claims, app.now());
    const byId = new Map(claims.map((claim) => [claim.noticeId, claim]));
    const called = envelopes.map(
      (leader): Called => ({
        errand: { leader, claim: byId.get(leader.noticeId)!, all: [leader] },
        letter: null,
        receipt: { outcome: 'permanent', reason: 'chat-away' },
      }),
    );
    moved += (await settle(app, runId, called, null)).length;
  }
}

/** From here on new messages are not put in its way either, until it is up again. */
async function noteLongAway({ db, wallClock }: App): Promise<void> {
  const at = wallClock();
  await sql`
    update chat_gateways w set failed_over_at = ${at}
    where w.failed_over_at is null
      and coalesce(w.up_at, w.since) < ${at}::timestamptz - ${failoverMinutes} * interval '1 minute'`.execute(
    db,
  );
}

async function takeStranded(app: App, runId: string): Promise<Claim[]> {
  const now = app.now();
  const { rows } = await sql<Claim>`
    with stranded as materialized (
      select o.court_id, o.notice_id
      from outbox o join notices n on n.court_id = o.court_id and n.notice_id = o.notice_id
      join courts w on w.court_id = o.court_id
      where o.channel = 'chat' and o.claimed_by is null and o.not_before <= ${now} and (
        not exists (
          select from chat_bindings b
          join chat_gateways g on g.court_id = b.court_id and g.gateway = b.gateway and g.failed_over_at is null
          where b.court_id = n.court_id and b.account_id = n.account_id and b.ended_at is null
            and (not b.muted or o.weight <= ${URGENT}))
        or greatest(o.not_before, ${instantOf(dayAt(now), MORNING_HOUR)}::timestamptz)
          < ${now}::timestamptz - ${failoverMinutes} * interval '1 minute')
      order by o.court_id, o.notice_id limit ${MOST} for update of o skip locked)
    update outbox o
    set claimed_by = ${runId}, claim_expires_at = ${new Date(now.getTime() + CLAIM_MS)}, called_at = null
    from stranded s where o.court_id = s.court_id and o.notice_id = s.notice_id
    returning o.court_id as "courtId", o.notice_id as "noticeId", o.person, o.weight, o.attempts`.execute(
    app.db,
  );
  return rows;
}
