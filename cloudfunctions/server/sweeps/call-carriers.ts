import { sql } from 'kysely';
import { type Day, dayAt } from '../../../shared/day';
import type { ChannelName } from '../../../shared/reminders/weight';
import { keepAccessCodes } from '../access-codes';
import type { App } from '../app';
import type { OutgoingMessage, Receipt } from '../channels/channel';
import type { Tx } from '../storage/connect';
import { inSlots } from './carriers';
import { type Errand, type Letterheads, writeLetter } from './letters';

export interface Called {
  errand: Errand;
  letter: { message: { template: string }; version: number } | null;
  receipt: Receipt;
}

/**
 * The last moment before the carrier is called, in one transaction: the calls are marked, the person counts as told
 * today, and the codes are kept that leave in the messages. `held` are not called: their claim was lost, or the
 * person has been told today.
 */
export async function callCarriers(
  app: App,
  runId: string,
  channel: ChannelName,
  letterheads: Letterheads,
  errands: readonly Errand[],
): Promise<{ called: Called[]; held: Errand[] }> {
  const now = app.now();
  const letters = errands.map((errand) => ({
    errand,
    letter: writeLetter(app, channel, letterheads, errand),
  }));
  const marked = await app.db.transaction().execute(async (tx) => {
    const mine = await mark(tx, runId, errands, dayAt(now), now);
    const codes = letters.flatMap(({ errand, letter }) =>
      letter?.code && mine.has(errand.leader.noticeId) ? [letter.code] : [],
    );
    await keepAccessCodes(tx, codes, now);
    return mine;
  });
  const leaving = letters.filter(({ errand }) => marked.has(errand.leader.noticeId));
  const called = await inSlots(app, channel, leaving, async ({ errand, letter }) => ({
    errand,
    letter,
    receipt: letter ? await call(app, letter.message) : UNADDRESSED,
  }));
  return { called, held: errands.filter(({ leader }) => !marked.has(leader.noticeId)) };
}

const UNADDRESSED: Receipt = { outcome: 'permanent', reason: 'no-address' };

/** Marks in the order of the keys, as everybody locks them; answers with the leaders that may leave. */
export async function mark(
  tx: Tx,
  runId: string,
  errands: readonly Errand[],
  today: Day,
  now: Date,
): Promise<Set<string>> {
  const rows = errands.flatMap(({ leader, all }) =>
    all.map(({ courtId, noticeId }) => ({ courtId, noticeId, leader: leader.noticeId })),
  );
  const { rows: held } = await sql<{ noticeId: string }>`
    with mine as materialized (
      select o.court_id, o.notice_id, g.leader, o.person, o.weight
      from unnest(${rows.map((r) => r.courtId)}::text[], ${rows.map((r) => r.noticeId)}::text[],
                  ${rows.map((r) => r.leader)}::text[]) as g(court_id, notice_id, leader)
      join outbox o on o.court_id = g.court_id and o.notice_id = g.notice_id
      where o.claimed_by = ${runId} and o.called_at is null
      order by o.court_id, o.notice_id for update of o),
    told as (
      insert into told_today (person, day, weight, notice_id)
      select person, ${today}, weight, leader from mine where weight > 0 and notice_id = leader order by person
      on conflict do nothing
      returning notice_id)
    update outbox o set called_at = ${now}
    from mine m
    where o.court_id = m.court_id and o.notice_id = m.notice_id
      and (m.weight = 0 or m.leader in (select notice_id from told))
    returning o.notice_id as "noticeId"`.execute(tx);
  return new Set(held.map(({ noticeId }) => noticeId));
}

/** Nothing that breaks in a carrier's client may take the sweep with it; what became of the message is unknown. */
async function call(app: App, message: OutgoingMessage): Promise<Receipt> {
  try {
    return await app.channels[message.channel].send(message);
  } catch (error) {
    app.log({ level: 'error', at: 'send-notice', error: error instanceof Error ? error.name : typeof error });
    return { outcome: 'unknown', reason: 'client-fault' };
  }
}
