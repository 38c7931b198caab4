import { sql } from 'kysely';
import { HostContext } from '../cloudfunctions/server/wiring';
import { main } from '../cloudfunctions/sweep';
import type { Day } from '../shared/day';
import { instantOf } from '../shared/day';
import type { World } from './world';

export const OBLIGOR_PHONE = '19900001001';
export const OBLIGEE_PHONE = '19900002001';
export const VILLAGE_LIAISON_PHONE = '19900000006';
export const TOWN_LIAISON_PHONE = '19900000008';

/** No case, no message and no run of before; the county and its people stay. */
export async function startAfresh(world: World, now: string): Promise<void> {
  await sql`truncate cases, attempts, opt_outs, sweep_runs, outbox, told_today, carrier_serials cascade`.execute(
    world.db,
  );
  await sql`update carriers set paused_until = null, failing_since = null, failures = 0, reason = null`.execute(
    world.db,
  );
  clearPhones(world);
  world.sms.next = { outcome: 'accepted' };
  world.subscribe.next = { outcome: 'accepted' };
  world.setNow(now);
}

/** The timer strikes. */
export const sweep = () => main({ Type: 'Timer' }, new HostContext({}));

/** The timer strikes on the morning of each of these days, and at no other time. */
export async function sweepOnMornings(world: World, ...days: string[]): Promise<void> {
  for (const day of days) {
    world.setNow(instantOf(day as Day, 9).toISOString());
    await sweep();
  }
}

/** What has arrived on a telephone by SMS, oldest first. */
export const arrivedAt = (world: World, phone: string): string[] =>
  world.sms.sent.filter(({ to }) => to === phone).map(({ text }) => text);

/** The templates of what has arrived, oldest first: `before-7-obligor`. */
export const kindsAt = (world: World, phone: string): string[] =>
  world.sms.sent.filter(({ to }) => to === phone).map(({ template }) => template);

/** Forgets what has arrived so far. */
export function clearPhones(world: World): void {
  world.sms.sent = [];
  world.subscribe.sent = [];
}

/** Every message of a case with what became of it: `obligor started sms accepted`. */
export async function outboxOf(world: World, caseId: string): Promise<string[]> {
  const rows = await world.db
    .selectFrom('notices')
    .select(['audience', 'step', 'channel', 'state', 'reason'])
    .where('case_id', '=', caseId)
    .execute();
  return rows
    .map((n) => `${n.audience} ${n.step} ${n.channel} ${n.state}${n.reason ? ` (${n.reason})` : ''}`)
    .sort();
}
