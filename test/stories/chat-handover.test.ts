import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runSweep } from '../../cloudfunctions/server/sweeps/run-sweep';
import { symptomsOf, tellAlarms } from '../../cloudfunctions/server/watch';
import { bind, createChat, GATEWAY, heartbeat, writer } from '../chatting';
import { createCounty } from '../county';
import { createSupervised } from '../supervised';
import { type Actor, createWorld, type World } from '../world';

let world: World;
let county: Awaited<ReturnType<typeof createCounty>>;
let bot: Actor;
let clerk: Actor;
const START = '2026-03-02T01:00:00Z';

const told: Record<string, unknown>[] = [];
let pager: Server;

beforeAll(async () => {
  world = await createWorld(START);
  county = await createCounty(world);
  bot = await createChat(world);
  clerk = await world.as(county.clerk);
  await bind(world, bot, county.villageLiaison, 'wx-song');
  pager = createServer((request, response) => {
    let text = '';
    request.on('data', (part) => {
      text += part;
    });
    request.on('end', () => {
      told.push(JSON.parse(text));
      response.end('{}');
    });
  });
  await new Promise<void>((done) => pager.listen(0, '127.0.0.1', done));
  world.app.alarmWebhook = `http://127.0.0.1:${(pager.address() as AddressInfo).port}/`;
});
afterAll(async () => {
  await new Promise((done) => pager.close(done));
  await world.close();
});

const look = () => tellAlarms(world.app, new Date(START));

describe('a talk goes to a person', () => {
  test('with what was written, sealed in the database and read at the court’s desk', async () => {
    const song = await writer(bot, 'wx-song');
    const { courtPhone, handoverId } = await song.does('hand-to-person', {
      reason: 'asked',
      text: '郑小满的事想当面说',
    });
    expect(courtPhone).toBe('0999-6000000');
    const rows = await world.db.selectFrom('chat_handovers').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('郑小满');
    const { handovers } = await clerk.does('list-chat-handovers', {});
    expect(handovers).toMatchObject([
      {
        handoverId,
        reason: 'asked',
        audience: 'liaison',
        name: '宋大山',
        text: '郑小满的事想当面说',
        phone: null,
      },
    ]);
  });

  test('is taken by the first who does; only he reads the telephone number', async () => {
    const { handovers } = await clerk.does('list-chat-handovers', {});
    const { handoverId } = handovers[0]!;
    await clerk.does('take-chat-handover', { handoverId });
    const judge = await world.as(county.judge);
    await expect(judge.does('take-chat-handover', { handoverId })).rejects.toMatchObject({
      code: 'handover-taken',
    });
    expect((await clerk.does('list-chat-handovers', {})).handovers).toEqual([]);
    const mine = await clerk.does('list-chat-handovers', { taken: true });
    expect(mine.handovers).toMatchObject([{ takenBy: '林静', phone: '19900000006' }]);
    const others = await judge.does('list-chat-handovers', { taken: true });
    expect(others.handovers).toMatchObject([{ takenBy: '林静', phone: null }]);
    const opened = await world.db
      .selectFrom('audit_lines')
      .select('facts')
      .where('action', '=', 'list-chat-handovers')
      .where('actor', '=', county.clerk)
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    expect(opened.facts).toMatchObject({ openedFields: expect.arrayContaining(['chat_text']) });
  });

  test('of somebody whom the bot does not know comes from the bot, who must say where he wrote', async () => {
    const stranger = { reason: 'not-understood', text: '你们是谁' } as const;
    await expect(bot.does('hand-to-person', stranger)).rejects.toMatchObject({ code: 'chat-sender-missing' });
    await bot.does('hand-to-person', { ...stranger, sender: { gateway: GATEWAY, from: 'wx-unknown' } });
    const { handovers } = await clerk.does('list-chat-handovers', {});
    expect(handovers).toMatchObject([{ audience: null, name: null, text: '你们是谁' }]);
  });

  test('is not for liaisons to read, nor for officers', async () => {
    for (const accountId of [county.villageLiaison, county.officer]) {
      const answer = await (await world.as(accountId)).asks('list-chat-handovers', {});
      expect(answer).toMatchObject({ refusal: { code: 'not-for-your-role' } });
    }
  });

  test('in distress stands first and rings at once, without a word of it, until somebody takes it', async () => {
    const { obligor } = await createSupervised(world, county);
    await bind(world, bot, obligor.accountId, 'wx-zheng');
    const zheng = await writer(bot, 'wx-zheng');
    const { handoverId } = await zheng.does('hand-to-person', { reason: 'distress', text: '我不想活了' });
    const { handovers } = await clerk.does('list-chat-handovers', {});
    expect(handovers.map(({ reason }) => reason)).toEqual(['distress', 'not-understood']);
    await look();
    expect(told).toMatchObject([{ code: 'chat-distress', isOver: false }]);
    expect(JSON.stringify(told)).not.toMatch(/不想活|郑/);
    // It is a call for a person and no fault of the system.
    expect((await symptomsOf(world.app, new Date(START))).map(({ symptom }) => symptom)).toEqual([]);
    await clerk.does('take-chat-handover', { handoverId });
    await look();
    expect(told.at(-1)).toMatchObject({ code: 'chat-distress', isOver: true });
  });
});

describe('a gateway', () => {
  const symptoms = async () =>
    (await symptomsOf(world.app, new Date(world.app.now()))).map(({ symptom }) => symptom);

  test.each(['kicked', 'frozen', 'down'] as const)('that says it is %s shows at once', async (state) => {
    await heartbeat(world, bot, state);
    expect(await symptoms()).toEqual(['chat-down']);
    await heartbeat(world, bot);
    expect(await symptoms()).toEqual([]);
  });

  test('that says nothing shows after a minute, rings, and rings off when it is back', async () => {
    world.setNow('2026-03-02T01:00:59Z');
    expect(await symptoms()).toEqual([]);
    world.setNow('2026-03-02T01:01:00Z');
    expect(await symptoms()).toEqual(['chat-down']);
    await look();
    expect(told.at(-1)).toMatchObject({ code: 'chat-down', isOver: false });
    await heartbeat(world, bot);
    await look();
    expect(told.at(-1)).toMatchObject({ code: 'chat-down', isOver: true });
  });
});

describe('what the chat leaves behind', () => {
  test('is erased when its time has passed: ids of messages after thirty days, talks after half a year', async () => {
    world.app.alarmWebhook = null;
    const count = async (table: 'chat_inbox' | 'chat_handovers') =>
      (await world.db.selectFrom(table).selectAll().execute()).length;
    world.setNow('2026-04-01T01:00:00Z');
    await runSweep(world.app);
    expect(await count('chat_inbox')).toBeGreaterThan(0);
    world.setNow('2026-04-02T01:00:00Z');
    await runSweep(world.app);
    expect(await count('chat_inbox')).toBe(0);
    world.setNow('2026-08-29T01:00:00Z');
    await runSweep(world.app);
    expect(await count('chat_handovers')).toBeGreaterThan(0);
    world.setNow('2026-08-30T01:00:00Z');
    await runSweep(world.app);
    expect(await count('chat_handovers')).toBe(0);
  });
});
