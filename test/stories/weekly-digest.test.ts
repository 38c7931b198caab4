import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LADDERS } from '../../shared/reminders/ladder';
import { policyOf } from '../../shared/reminders/ladder-policy';
import { createCounty } from '../county';
import { createSupervised } from '../supervised';
import {
  clearPhones,
  kindsAt,
  startAfresh,
  sweep,
  TOWN_LIAISON_PHONE,
  VILLAGE_LIAISON_PHONE,
} from '../sweeping';
import { createWorld, type World } from '../world';

const NEIGHBOUR_PHONE = '19900000007';
const MONDAY = '2026-03-09';

let world: World;
let county: Awaited<ReturnType<typeof createCounty>>;
beforeAll(async () => {
  world = await createWorld();
  county = await createCounty(world);
});
afterAll(() => world.close());

/** Two cases of one village, given on Tuesday and answered; a week's Monday comes. */
beforeEach(async () => {
  await startAfresh(world, '2026-03-03T01:00:00Z');
  await world.db.deleteFrom('sweep_marks').execute();
  await world.db.deleteFrom('ladders').execute();
  for (const created of [await createSupervised(world, county), await createSupervised(world, county)]) {
    await (await world.as(county.villageLiaison)).does('acknowledge-task', {
      taskId: created.tasks['village-liaison'],
    });
    await (await world.as(county.townLiaison)).does('acknowledge-task', {
      taskId: created.tasks['town-liaison'],
    });
  }
  await sweep();
  clearPhones(world);
});

const at = async (hour: string, day = MONDAY) => {
  world.setNow(`${day}T${hour}:00Z`);
  await sweep();
};

describe('once a week a liaison reads how many tasks wait for him', () => {
  test('on Monday at nine, one message with the number, and not again that week', async () => {
    await at('00:30');
    expect(kindsAt(world, VILLAGE_LIAISON_PHONE)).toEqual([]);
    await at('01:00');
    expect(kindsAt(world, VILLAGE_LIAISON_PHONE)).toEqual(['digest-staff']);
    expect(kindsAt(world, TOWN_LIAISON_PHONE)).toEqual(['digest-staff']);
    expect(world.sms.sent.find(({ to }) => to === VILLAGE_LIAISON_PHONE)!.text).toContain('2件');
    await at('02:00');
    await at('01:00', '2026-03-11');
    expect(kindsAt(world, VILLAGE_LIAISON_PHONE)).toEqual(['digest-staff']);
    await at('01:00', '2026-03-16');
    expect(kindsAt(world, VILLAGE_LIAISON_PHONE).filter((kind) => kind === 'digest-staff')).toHaveLength(2);
    const audit = await world.db
      .selectFrom('audit_lines')
      .select('facts')
      .where('action', '=', 'weekly-digest')
      .orderBy('seq', 'desc')
      .execute();
    expect(audit[0]!.facts).toMatchObject({ day: '2026-03-16', liaisons: 2 });
  });

  test('whoever has nothing open gets none', async () => {
    await at('01:00');
    expect(kindsAt(world, NEIGHBOUR_PHONE)).toEqual([]);
  });

  test('two sweeps at once send it once', async () => {
    world.setNow(`${MONDAY}T01:00:00Z`);
    await Promise.all([sweep(), sweep()]);
    expect(kindsAt(world, VILLAGE_LIAISON_PHONE)).toEqual(['digest-staff']);
  });

  test('on a holiday it waits for the next working day', async () => {
    // 2026-05-01 to 05-05 are holidays; Monday is the fourth.
    await at('01:00', '2026-05-04');
    expect(kindsAt(world, VILLAGE_LIAISON_PHONE)).toEqual([]);
    await at('01:00', '2026-05-06');
    expect(kindsAt(world, VILLAGE_LIAISON_PHONE)).toContain('digest-staff');
  });

  test('not where the court has switched it off', async () => {
    const policy = policyOf(LADDERS[0]);
    await (await world.as(county.judge)).does('save-ladder', {
      validFrom: '2026-03-05' as never,
      policy: { ...policy, digest: { ...policy.digest, isOn: false } },
    });
    await at('01:00');
    expect(kindsAt(world, VILLAGE_LIAISON_PHONE)).toEqual([]);
  });
});
