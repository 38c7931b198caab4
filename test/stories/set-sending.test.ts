import { afterAll, beforeAll, expect, test } from 'vitest';
import { runSweep } from '../../cloudfunctions/server/sweeps/run-sweep';
import { createCounty } from '../county';
import { auditOf, type County, faithful, supervisedCase } from '../party-stories';
import { createWorld, type World } from '../world';

let world: World;
let county: County;
beforeAll(async () => {
  world = await createWorld('2026-03-02T01:00:00Z');
  county = await createCounty(world);
});
afterAll(() => world.close());

test('while a court tries out, only the numbers that it named are written to', async () => {
  const judge = faithful(world, county.judge);
  const sending = await judge.does('set-sending', { trial: true, allowPhones: ['19900002001'] });
  expect(sending).toMatchObject({ trial: true, allow: [{ mask: expect.stringMatching(/2001$/) }] });
  const { caseId } = await supervisedCase(world, county);
  await runSweep(world.app);
  expect(world.sms.sent.map(({ to }) => to)).toEqual(['19900002001']);
  const held = await world.db
    .selectFrom('notices')
    .select(['state', 'reason'])
    .where('case_id', '=', caseId)
    .where('audience', '=', 'obligor')
    .executeTakeFirstOrThrow();
  expect(held).toEqual({ state: 'suppressed', reason: 'trial' });

  const shown = (await judge.does('get-ladder', {})).sending;
  expect(JSON.stringify(shown)).not.toContain('19900002001');
  const kept = await judge.does('set-sending', { trial: true, keep: [shown.allow[0]!.id], allowPhones: [] });
  expect(kept.allow).toHaveLength(1);
  expect(await judge.does('set-sending', { trial: false })).toEqual({ trial: false, allow: [] });
  const audit = (await auditOf(world, 'court')).filter(({ action }) => action === 'set-sending');
  expect(audit).toHaveLength(3);
  expect(JSON.stringify(audit)).not.toContain('19900002001');
  await expect(faithful(world, county.clerk).does('set-sending', { trial: true })).rejects.toMatchObject({
    code: 'not-for-your-role',
  });
});

test('another court’s trial is its own', async () => {
  const { judge: elsewhere } = await createCounty(world, 'court_elsewhere');
  await faithful(world, elsewhere).does('set-sending', { trial: true, allowPhones: ['19900002009'] });
  const { sending } = await faithful(world, county.judge).does('get-ladder', {});
  expect(sending).toEqual({ trial: false, allow: [] });
});
