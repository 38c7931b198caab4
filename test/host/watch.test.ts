import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { examine } from '../../cloudfunctions/host/health';
import { runSweep } from '../../cloudfunctions/server/sweeps/run-sweep';
import { tellAlarms } from '../../cloudfunctions/server/watch';
import { createCounty } from '../county';
import { type County, supervisedCase } from '../party-stories';
import { createWorld, type World } from '../world';

const START = new Date('2026-03-02T01:00:00Z');

let world: World;
let county: County;
let robot: Server;
let told: { code: string; isOver: boolean; text: { content: string }; msgtype: string }[] = [];
let answer = 200;

beforeAll(async () => {
  world = await createWorld(START.toISOString());
  county = await createCounty(world);
  robot = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      told.push(JSON.parse(body));
      response.writeHead(answer).end('{"errcode":0}');
    });
  }).listen(0, '127.0.0.1');
  await once(robot, 'listening');
  world.app.alarmWebhook = `http://127.0.0.1:${(robot.address() as AddressInfo).port}/robot`;
});
afterAll(async () => {
  robot.close();
  await world.close();
});
beforeEach(async () => {
  told = [];
  answer = 200;
  world.setNow(START.toISOString());
  for (const table of ['alarms', 'sweep_runs', 'outbox'] as const) await world.db.deleteFrom(table).execute();
  await world.db.updateTable('carriers').set({ failing_since: null, paused_until: null }).execute();
});

const look = () => tellAlarms(world.app, START);
const symptoms = async () => (await examine(world.app, '1', START)).symptoms;
const fail = (channel: 'sms' | 'subscribe', since: string) =>
  world.db
    .updateTable('carriers')
    .set({ failing_since: new Date(since) })
    .where('channel', '=', channel)
    .execute();

describe('what is wrong', () => {
  test('no sweep for five minutes; one that ends makes it well', async () => {
    world.setNow('2026-03-02T01:04:59Z');
    expect(await symptoms()).toEqual([]);
    world.setNow('2026-03-02T01:05:00Z');
    expect(await symptoms()).toEqual(['sweep-missing']);
    await runSweep(world.app);
    expect(await symptoms()).toEqual([]);
  });

  test('a carrier that has failed for more than ten minutes, and not before', async () => {
    await fail('sms', '2026-03-02T00:51:00Z');
    expect(await symptoms()).toEqual([]);
    await fail('sms', '2026-03-02T00:49:00Z');
    expect(await symptoms()).toEqual(['sms-down']);
  });

  test('a message that waits for half an hour by day; at night, or for a carrier that is down, it may', async () => {
    await supervisedCase(world, county);
    const waitingSince = (iso: string) =>
      world.db
        .updateTable('outbox')
        .set({ not_before: new Date(iso) })
        .execute();
    await waitingSince('2026-03-02T01:00:00Z');
    const at = async (iso: string) => {
      world.setNow(iso);
      return (await symptoms()).filter((symptom) => symptom !== 'sweep-missing');
    };
    expect(await at('2026-03-02T01:29:00Z')).toEqual([]);
    expect(await at('2026-03-02T01:31:00Z')).toEqual(['outbox-late']);
    expect(await at('2026-03-02T13:00:00Z')).toEqual([]);
    for (const channel of ['sms', 'subscribe'] as const) await fail(channel, '2026-03-02T01:30:00Z');
    expect(await at('2026-03-02T01:31:00Z')).toEqual([]);
  });
});

describe('whoever is on duty is told', () => {
  test('once when it goes wrong and once when it is well again, however many look', async () => {
    await fail('sms', '2026-03-02T00:40:00Z');
    await Promise.all([look(), look(), look()]);
    await look();
    expect(told).toMatchObject([{ code: 'sms-down', isOver: false, msgtype: 'text' }]);
    expect(told[0]!.text.content).toContain('短信通道');
    await world.db.updateTable('carriers').set({ failing_since: null }).execute();
    await Promise.all([look(), look()]);
    await look();
    expect(told.map(({ code, isOver }) => [code, isOver])).toEqual([
      ['sms-down', false],
      ['sms-down', true],
    ]);
  });

  test('again when nobody took the call', async () => {
    await fail('sms', '2026-03-02T00:40:00Z');
    answer = 500;
    await look();
    answer = 200;
    await look();
    await look();
    expect(told.map(({ isOver }) => isOver)).toEqual([false, false]);
  });
});
