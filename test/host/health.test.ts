import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examine } from '../../cloudfunctions/host/health';
import { connect } from '../../cloudfunctions/server/storage/connect';
import { runSweep } from '../../cloudfunctions/server/sweeps/run-sweep';
import { createCounty } from '../county';
import { createWorld, type World } from '../world';

let world: World;
const START = '2026-03-02T01:00:00Z';
const look = () => examine(world.app, '1.2.3', new Date(START));

beforeAll(async () => {
  world = await createWorld(START);
  await createCounty(world);
});
afterAll(() => world.close());

describe('whether the system is well', () => {
  test('it is given five minutes for its first sweep', async () => {
    world.setNow('2026-03-02T01:04:00Z');
    expect(await look()).toMatchObject({ ok: true, database: 'ok', lastSweepAt: null, version: '1.2.3' });
    world.setNow('2026-03-02T01:06:00Z');
    expect(await look()).toMatchObject({ ok: false, database: 'ok' });
  });

  test('a sweep that ended well makes it well, for five minutes', async () => {
    await runSweep(world.app);
    expect(await look()).toMatchObject({
      ok: true,
      lastSweepAt: '2026-03-02T01:06:00.000Z',
      sweepAgeSeconds: 0,
    });
    world.setNow('2026-03-02T01:11:30Z');
    expect(await look()).toMatchObject({ ok: false, sweepAgeSeconds: 330 });
  });

  test('without its database it is not', async () => {
    const gone = connect('postgres://nobody@127.0.0.1:9/none');
    expect(await examine({ ...world.app, db: gone }, '1', new Date(START))).toMatchObject({
      ok: false,
      database: 'unreachable',
    });
    await gone.destroy();
  });
});
