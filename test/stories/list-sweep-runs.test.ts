import { afterAll, beforeAll, expect, test } from 'vitest';
import { runSweep } from '../../cloudfunctions/server/sweeps/run-sweep';
import { createCounty } from '../county';
import { type County, faithful, supervisedCase } from '../party-stories';
import { createWorld, type World } from '../world';

let world: World;
let county: County;
beforeAll(async () => {
  world = await createWorld('2026-03-02T01:00:00Z');
  county = await createCounty(world);
});
afterAll(() => world.close());

test('the court sees what each sweep did, and in plain words what failed and what is wrong', async () => {
  await supervisedCase(world, county);
  await runSweep(world.app);
  await world.db
    .insertInto('sweep_runs')
    .values({
      run_id: 'run_broken',
      started_at: new Date('2026-03-02T01:01:00Z'),
      finished_at: new Date('2026-03-02T01:01:02Z'),
      error: 'deliver-notices: Error 57P01; anchor-audit: Error ENOSPC',
    })
    .execute();
  await world.db
    .insertInto('alarms')
    .values({ kind: 'sms-down', since: new Date('2026-03-02T00:40:00Z') })
    .execute();
  const seen = await faithful(world, county.clerk).does('list-sweep-runs', {});
  expect(seen.alarms).toEqual([
    { words: expect.stringContaining('短信通道'), since: '2026-03-02T00:40:00.000Z' },
  ]);
  expect(seen.runs.map(({ failedStages }) => failedStages)).toEqual([['发送消息', '审计留痕'], []]);
  expect(seen.runs[1]!.delivered).toBeGreaterThan(0);
  expect(JSON.stringify(seen)).not.toMatch(/57P01|ENOSPC/);
  await expect(faithful(world, county.villageLiaison).does('list-sweep-runs', {})).rejects.toMatchObject({
    code: 'not-for-your-role',
  });
});
