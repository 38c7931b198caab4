import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createCounty } from '../county';
import { createSupervised } from '../supervised';
import {
  clearPhones,
  kindsAt,
  startAfresh,
  sweep,
  sweepOnMornings,
  TOWN_LIAISON_PHONE,
  VILLAGE_LIAISON_PHONE,
} from '../sweeping';
import { createWorld, type World } from '../world';

let world: World;
let county: Awaited<ReturnType<typeof createCounty>>;
let created: Awaited<ReturnType<typeof createSupervised>>;
beforeAll(async () => {
  world = await createWorld();
  county = await createCounty(world);
});
afterAll(() => world.close());

/** On 3 March the village and the town have tapped 「收到」; the town has been there. */
beforeEach(async () => {
  await startAfresh(world, '2026-03-03T01:00:00Z');
  await world.db.deleteFrom('sweep_marks').execute();
  created = await createSupervised(world, county);
  await (await world.as(county.villageLiaison)).does('acknowledge-task', {
    taskId: created.tasks['village-liaison'],
  });
  const town = await world.as(county.townLiaison);
  await town.does('acknowledge-task', { taskId: created.tasks['town-liaison'] });
  await town.does('record-visit', { taskId: created.tasks['town-liaison'], outcome: 'contacted' });
  await sweep();
  clearPhones(world);
});

const idleAt = (phone: string) => kindsAt(world, phone).filter((kind) => kind === 'visit-idle-staff');

describe('an answered task without a visit', () => {
  test('after fourteen days its holder is asked, after as many again his town, and that is all', async () => {
    await sweepOnMornings(world, '2026-03-16');
    expect(idleAt(VILLAGE_LIAISON_PHONE)).toEqual([]);
    await sweepOnMornings(world, '2026-03-17', '2026-03-18', '2026-03-30');
    expect(idleAt(VILLAGE_LIAISON_PHONE)).toEqual(['visit-idle-staff']);
    expect(idleAt(TOWN_LIAISON_PHONE)).toEqual([]);
    await sweepOnMornings(world, '2026-03-31', '2026-04-01', '2026-04-15');
    expect(idleAt(TOWN_LIAISON_PHONE)).toEqual(['visit-idle-staff']);
    expect(idleAt(VILLAGE_LIAISON_PHONE)).toHaveLength(1);
  });

  test('one who went there in time is left in peace, also in the night before it leaves', async () => {
    world.setNow('2026-03-16T12:00:00Z');
    await (await world.as(county.villageLiaison)).does('record-visit', {
      taskId: created.tasks['village-liaison'],
      outcome: 'willing',
    });
    await sweepOnMornings(world, '2026-03-17', '2026-03-31');
    expect(idleAt(VILLAGE_LIAISON_PHONE)).toEqual([]);
    expect(idleAt(TOWN_LIAISON_PHONE)).toEqual([]);
  });

  test('while an objection is open nobody is pressed', async () => {
    await (await world.as(created.obligor.accountId)).does('register-objection', {
      caseId: created.caseId,
      text: '已经还清',
    });
    await sweepOnMornings(world, '2026-03-17', '2026-03-31');
    expect(idleAt(VILLAGE_LIAISON_PHONE)).toEqual([]);
  });

  test('two sweeps at once ask once', async () => {
    world.setNow('2026-03-17T01:00:00Z');
    await Promise.all([sweep(), sweep()]);
    expect(idleAt(VILLAGE_LIAISON_PHONE)).toEqual(['visit-idle-staff']);
  });
});
