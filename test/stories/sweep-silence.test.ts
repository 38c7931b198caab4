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

/** A task for the village and one for the town, given on 2 March; both were told. */
beforeEach(async () => {
  await startAfresh(world, '2026-03-02T01:00:00Z');
  created = await createSupervised(world, county);
  await sweep();
  clearPhones(world);
});
afterAll(() => world.close());

/** What is said of the answer that is missing; lists of the week and missing visits have stories of their own. */
const pressedAt = (phone: string) => kindsAt(world, phone).filter((kind) => kind.startsWith('task-'));

const NEIGHBOUR_PHONE = '19900000007';

const answer = async (accountId: string, taskId: string) =>
  (await world.as(accountId)).does('acknowledge-task', { taskId });

describe('a liaison does not answer', () => {
  test('he is reminded after two days, his town hears after four, and that is all', async () => {
    await answer(county.townLiaison, created.tasks['town-liaison']);
    await sweepOnMornings(world, '2026-03-03');
    expect(pressedAt(VILLAGE_LIAISON_PHONE)).toEqual([]);
    await sweepOnMornings(world, '2026-03-04', '2026-03-05');
    expect(pressedAt(VILLAGE_LIAISON_PHONE)).toEqual(['task-reminder-staff']);
    expect(pressedAt(TOWN_LIAISON_PHONE)).toEqual([]);
    await sweepOnMornings(world, '2026-03-06', '2026-03-07', '2026-03-12', '2026-04-02');
    expect(pressedAt(VILLAGE_LIAISON_PHONE)).toEqual(['task-reminder-staff']);
    expect(pressedAt(TOWN_LIAISON_PHONE)).toEqual(['task-silent-staff']);
  });

  test('one who answered in time hears nothing more, and neither does his town', async () => {
    await answer(county.villageLiaison, created.tasks['village-liaison']);
    await answer(county.townLiaison, created.tasks['town-liaison']);
    await sweepOnMornings(world, '2026-03-04', '2026-03-06', '2026-03-09');
    expect(pressedAt(VILLAGE_LIAISON_PHONE)).toEqual([]);
    expect(pressedAt(TOWN_LIAISON_PHONE)).toEqual([]);
  });

  test('one who answers in the night before the reminder leaves is left in peace', async () => {
    world.setNow('2026-03-04T12:30:00Z');
    await sweep();
    await answer(county.villageLiaison, created.tasks['village-liaison']);
    world.setNow('2026-03-05T00:30:00Z');
    expect(await sweep()).toMatchObject({ suppressed: 1 });
    expect(kindsAt(world, VILLAGE_LIAISON_PHONE)).toEqual([]);
    expect(kindsAt(world, TOWN_LIAISON_PHONE)).toEqual(['task-reminder-staff']);
  });

  test('while an objection is open nobody is pressed', async () => {
    const obligor = await world.as(created.obligor.accountId);
    await obligor.does('register-objection', { caseId: created.caseId, text: '金额与文书不一致' });
    await sweepOnMornings(world, '2026-03-04', '2026-03-06');
    expect(kindsAt(world, VILLAGE_LIAISON_PHONE)).toEqual([]);
  });

  test('given to another village after the town heard, the new one has two days of its own', async () => {
    await answer(county.townLiaison, created.tasks['town-liaison']);
    await sweepOnMornings(world, '2026-03-04', '2026-03-06');
    const clerk = await world.as(county.clerk);
    const taskId = created.tasks['village-liaison'];
    await clerk.does('reassign-task', { taskId, villageId: 'village_qiaotou00' });
    clearPhones(world);
    await sweepOnMornings(world, '2026-03-06', '2026-03-07', '2026-03-08', '2026-03-10', '2026-03-11');
    expect(kindsAt(world, NEIGHBOUR_PHONE)).toEqual(['task-new-staff', 'task-reminder-staff']);
    expect(kindsAt(world, VILLAGE_LIAISON_PHONE)).toEqual([]);
    expect(kindsAt(world, TOWN_LIAISON_PHONE)).toEqual(['task-silent-staff']);
  });

  test('two sweeps at once remind him once', async () => {
    world.setNow('2026-03-04T01:00:00Z');
    await Promise.all([sweep(), sweep()]);
    expect(kindsAt(world, VILLAGE_LIAISON_PHONE)).toEqual(['task-reminder-staff']);
  });
});
