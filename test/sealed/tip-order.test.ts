import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anchorAudit } from '../../cloudfunctions/server/audit-proof/anchor-audit';
import { diskAnchors } from '../../cloudfunctions/server/audit-proof/anchors';
import { verifyAudit } from '../../cloudfunctions/server/audit-proof/verify-audit';
import { hashOfTip } from '../../cloudfunctions/server/tips/order';
import { createCounty } from '../county';
import { deviceNamed, tell } from '../desk-stories';
import { createWorld, type World } from '../world';

/** Whoever has the whole database in his hands changes the order of tips, and is found. */
let world: World;
const anchors = diskAnchors(join(tmpdir(), `zhiqian-tip-anchors-${process.pid}-${Date.now()}.jsonl`));
const verify = () => verifyAudit(world.db, anchors, undefined, world.app.tipVault);
const statement = (text: string) => sql.raw(text).execute(world.db);

beforeAll(async () => {
  world = await createWorld('2026-03-02T02:00:00Z');
  world.app.anchors = anchors;
  await createCounty(world);
  for (let at = 0; at < 5; at++) await tell(world, { device: deviceNamed(at) });
  await anchorAudit(world.app);
  for (let at = 5; at < 7; at++) await tell(world, { device: deviceNamed(at) });
  await statement('create table kept_tips as table tips; create table kept_counters as table tip_counters');
});
afterAll(() => world.close());
beforeEach(async () => {
  await statement('delete from tips; insert into tips select * from kept_tips');
  await statement('delete from tip_counters; insert into tip_counters select * from kept_counters');
});

test('an order that nobody touched holds', async () => {
  expect(await verify()).toMatchObject({ tips: 7, breaks: [], anchorProblems: [] });
});

test('a content that was cleared when its time was over breaks nothing', async () => {
  await statement('update tips set content_sealed = null where seq = 2');
  expect((await verify()).breaks).toEqual([]);
});

describe('the first broken place is named when', () => {
  const swapped = `update tips set seq = 1003 where seq = 3; update tips set seq = 3 where seq = 4;
    update tips set seq = 4 where seq = 1003`;
  test.each([
    ['one is removed', 'delete from tips where seq = 3', 3, /tip 3 is missing/],
    ['the last is removed', 'delete from tips where seq = 7', 7, /end was cut off/],
    ['all are removed', 'delete from tips; delete from tip_counters', 1, /end was cut off/],
    [
      'one comes earlier',
      `update tips set received_at = received_at - interval '1 hour' where seq = 3`,
      3,
      /not what was received/,
    ],
    ['two change places', swapped, 3, /not what was received/],
    [
      'a content is exchanged',
      `update tips set content_sealed = 'gcm.1.x' where seq = 3`,
      3,
      /content is not the one/,
    ],
  ])('%s', async (_what, tampering, seq, problem) => {
    await statement(tampering);
    expect((await verify()).breaks).toEqual([
      { courtId: 'court_qingxi', subject: 'tips', seq, problem: expect.stringMatching(problem) },
    ]);
  });

  test('everything from a place on is written anew with proofs that fit: the anchors tell', async () => {
    const rows = await world.db.selectFrom('tips').selectAll().where('seq', '>=', 4).orderBy('seq').execute();
    let { hash: previousHash } = await world.db
      .selectFrom('tips')
      .select('hash')
      .where('seq', '=', 3)
      .executeTakeFirstOrThrow();
    for (const row of rows) {
      const receivedAt = new Date(row.received_at.getTime() - 60_000);
      const { court_id: courtId, tip_id: tipId, seq, content_digest: contentDigest } = row;
      const hash = hashOfTip({ courtId, tipId, seq, receivedAt, contentDigest, previousHash });
      await world.db
        .updateTable('tips')
        .set({ received_at: receivedAt, previous_hash: previousHash, hash })
        .where('tip_id', '=', tipId)
        .execute();
      previousHash = hash;
    }
    await world.db.updateTable('tip_counters').set({ last_hash: previousHash }).execute();
    expect((await verify()).breaks).toMatchObject([
      { subject: 'tips', seq: 5, problem: expect.stringContaining('written anew') },
    ]);
  });
});
