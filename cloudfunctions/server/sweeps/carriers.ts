import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { pauseAfter } from '../../../shared/reminders/retry';
import type { ChannelName } from '../../../shared/reminders/weight';
import type { App } from '../app';
import type { Receipt } from '../channels/channel';
import { isCarrierTrouble, isCut } from '../channels/trouble';

/** How a carrier stands: `resting` until its pause is over, then one message on trial, then all. */
export type Standing = 'well' | 'on-trial' | 'resting';

export async function standingOf({ db, now }: App, channel: ChannelName): Promise<Standing> {
  const carrier = await db
    .selectFrom('carriers')
    .select(['paused_until', 'failing_since'])
    .where('channel', '=', channel)
    .executeTakeFirst();
  if (carrier?.paused_until && carrier.paused_until > now()) return 'resting';
  return carrier?.failing_since ? 'on-trial' : 'well';
}

/**
 * Notes how a carrier answered. It rests when nothing went through and it was no fault of the messages, longer each
 * time; whatever goes through makes it well again. Returns until when it rests.
 */
export async function noteAnswers(
  { db, now }: App,
  channel: ChannelName,
  wasOnTrial: boolean,
  receipts: readonly Receipt[],
): Promise<Date | null> {
  const trouble =
    receipts.find(isCarrierTrouble) ?? (areMostlyCut(receipts) ? receipts.find(isCut) : undefined);
  if (trouble) return rest({ db, now }, channel, trouble);
  if (wasOnTrial && receipts.length > 0) {
    await db
      .updateTable('carriers')
      .set({ paused_until: null, failing_since: null, failures: 0, reason: null })
      .where('channel', '=', channel)
      .execute();
  }
  return null;
}

/** One call that was cut is an accident; most of several is a carrier that hangs, and each more would be in doubt. */
const areMostlyCut = (receipts: readonly Receipt[]): boolean => {
  const cut = receipts.filter(isCut).length;
  return cut >= 3 && cut * 2 > receipts.length;
};

async function rest(
  { db, now }: Pick<App, 'db' | 'now'>,
  channel: ChannelName,
  { reason, retryAfterSeconds }: Receipt,
): Promise<Date> {
  const at = now();
  return db.transaction().execute(async (tx) => {
    const known = await tx
      .selectFrom('carriers')
      .select(['failures', 'paused_until'])
      .where('channel', '=', channel)
      .forUpdate()
      .executeTakeFirst();
    // Several of our workers may run into the same breakdown; it counts once.
    if (known?.paused_until && known.paused_until > at) return known.paused_until;
    const failures = (known?.failures ?? 0) + 1;
    const until = new Date(at.getTime() + pauseAfter(failures, retryAfterSeconds));
    await tx
      .insertInto('carriers')
      .values({ channel, paused_until: until, failing_since: at, failures, reason: reason ?? null })
      .onConflict((c) =>
        c.column('channel').doUpdateSet({
          paused_until: until,
          failing_since: sql`coalesce(carriers.failing_since, excluded.failing_since)`,
          failures,
          reason: reason ?? null,
        }),
      )
      .execute();
    return until;
  });
}

/**
 * Makes calls no faster than the carrier allows, however many workers share it: each takes its slots from one row,
 * by the database's clock, and waits for them.
 */
export async function inSlots<T, R>(
  { db, rates }: Pick<App, 'db' | 'rates'>,
  channel: ChannelName,
  items: readonly T[],
  call: (item: T) => Promise<R>,
): Promise<R[]> {
  const rate = rates[channel];
  if (rate === 0) return Promise.all(items.map(call));
  const { rows } = await sql<{ wait: number }>`
    update carriers
    set next_slot_at = greatest(next_slot_at, clock_timestamp()) + ${items.length / rate} * interval '1 second'
    where channel = ${channel}
    returning extract(epoch from next_slot_at - clock_timestamp())::float8 * 1000 - ${(items.length * 1000) / rate} as wait`.execute(
    db,
  );
  const wait = rows[0]?.wait ?? 0;
  return Promise.all(
    items.map(async (item, index) => {
      const mine = wait + (index * 1000) / rate;
      if (mine >= 1) await sleep(mine);
      return call(item);
    }),
  );
}
