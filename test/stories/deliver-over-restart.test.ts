import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Tx } from '../../cloudfunctions/server/storage/connect';
import { createCounty } from '../county';
import { supervisedCase } from '../party-stories';
import { arrivedAt, clearPhones, OBLIGOR_PHONE, startAfresh, sweep } from '../sweeping';
import { createWorld, type World } from '../world';

let world: World;
let county: Awaited<ReturnType<typeof createCounty>>;
beforeAll(async () => {
  world = await createWorld();
  county = await createCounty(world);
});
beforeEach(() => startAfresh(world, '2026-03-02T01:00:00Z'));
afterAll(() => world.close());

/** On the morning of the first reminder, one message to the debtor is due. */
async function onTheDay(): Promise<string> {
  const { caseId } = await supervisedCase(world, county);
  await sweep();
  clearPhones(world);
  await world.db.updateTable('tasks').set({ state: 'acknowledged' }).execute();
  world.setNow('2026-03-13T01:00:00Z');
  return caseId;
}

const reminderOf = (caseId: string) =>
  world.db
    .selectFrom('notices')
    .select(['state', 'reason'])
    .where('case_id', '=', caseId)
    .where('step', '=', 'before-7')
    .executeTakeFirstOrThrow();

/** Ends the connection of the statement that waits for a lock of ours, as a restart would. */
async function endTheOneThatWaits(tx: Tx): Promise<void> {
  for (;;) {
    // Otherwise a transaction sees for ever those who were there when it looked first.
    await sql`select pg_stat_clear_snapshot()`.execute(tx);
    const { rows } = await sql`
      select pg_terminate_backend(pid, 5000) from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(tx);
    if (rows.length > 0) return;
  }
}

test('the database goes away while the carrier’s answer is written down: it is written when it is back', async () => {
  const caseId = await onTheDay();
  const sendAsBefore = world.sms.send;
  let sweeping: Promise<unknown> | undefined;
  await world.db.transaction().execute(async (tx) => {
    const called = new Promise<void>((resolve) => {
      world.sms.send = async (message) => {
        // From here on nobody else gets at the outbox.
        await sql`select from outbox for update`.execute(tx);
        resolve();
        return sendAsBefore.call(world.sms, message);
      };
    });
    sweeping = sweep();
    await called;
    await endTheOneThatWaits(tx);
  });
  world.sms.send = sendAsBefore;
  expect(await sweeping).toMatchObject({ delivered: 1, unknown: 0 });
  expect(await reminderOf(caseId)).toEqual({ state: 'accepted', reason: null });
  expect(arrivedAt(world, OBLIGOR_PHONE)).toHaveLength(1);
});

test('the database goes away between the mark and the call: nobody was called, so the next sweep sends it', async () => {
  const caseId = await onTheDay();
  world.app.rates.sms = 3000;
  let sweeping: Promise<unknown> | undefined;
  await world.db.transaction().execute(async (tx) => {
    // A handful takes its place in the carrier's line after it was marked.
    await sql`select from carriers for update`.execute(tx);
    sweeping = sweep().catch((error: { code?: string }) => error.code);
    await endTheOneThatWaits(tx);
  });
  expect(await sweeping).toBe('57P01');
  expect(await reminderOf(caseId)).toEqual({ state: 'pending', reason: null });
  expect(await sweep()).toMatchObject({ delivered: 1, unknown: 0 });
  world.app.rates.sms = 0;
  expect(arrivedAt(world, OBLIGOR_PHONE)).toHaveLength(1);
});
