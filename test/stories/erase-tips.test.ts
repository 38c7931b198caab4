import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyAudit } from '../../cloudfunctions/server/audit-proof/verify-audit';
import { runSweep } from '../../cloudfunctions/server/sweeps/run-sweep';
import { createCounty } from '../county';
import { acceptedClue, DEVICE, type Desk, filedCase, openDesk, tell } from '../desk-stories';
import { createWorld, type World } from '../world';

let world: World;
let county: Awaited<ReturnType<typeof createCounty>>;
let desk: Desk;
beforeAll(async () => {
  world = await createWorld('2026-03-02T02:00:00Z');
  county = await createCounty(world);
  desk = await openDesk(world, county);
});
afterAll(() => world.close());

const contentOf = async (tipId: string) =>
  (
    await world.db
      .selectFrom('tips')
      .select('content_sealed')
      .where('tip_id', '=', tipId)
      .executeTakeFirstOrThrow()
  ).content_sealed;

test('what was told is emptied three years later, and the proof of the order stays', async () => {
  const { caseId } = await filedCase(world, county);
  const tip = await acceptedClue(world, desk, { caseId });
  const once = '44444444-4444-4444-8444-444444444444';
  await world.anybody.does('add-to-tip', { code: tip.code, device: DEVICE, once, words: '补充一句话。' });
  world.setNow('2029-03-01T15:00:00Z');
  await runSweep(world.app);
  expect(await contentOf(tip.tipId)).not.toBeNull();
  const young = await tell(world);
  world.setNow('2029-03-02T16:30:00Z');
  await runSweep(world.app);
  expect(await contentOf(tip.tipId)).toBeNull();
  expect(await contentOf(young.tipId)).not.toBeNull();
  expect(await world.db.selectFrom('tip_messages').selectAll().execute()).toEqual([]);
  const { breaks, tips } = await verifyAudit(world.db, world.app.anchors, undefined, world.app.tipVault);
  expect({ breaks, tips }).toEqual({ breaks: [], tips: 2 });
  expect((await world.anybody.does('open-tip', { code: tip.code })).words).toBe(
    '已过保存期限，内容已经清除。',
  );
});
