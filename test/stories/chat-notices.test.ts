import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bind, createChat, GATEWAY, heartbeat, writer } from '../chatting';
import { createCounty } from '../county';
import { createSupervised } from '../supervised';
import { arrivedAt, startAfresh, sweep, VILLAGE_LIAISON_PHONE } from '../sweeping';
import { type Actor, createWorld, type World } from '../world';

let world: World;
let county: Awaited<ReturnType<typeof createCounty>>;
let bot: Actor;
beforeAll(async () => {
  world = await createWorld('2026-03-02T01:00:00Z');
  county = await createCounty(world);
  bot = await createChat(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  await startAfresh(world, '2026-03-02T01:00:00Z');
  await world.db.deleteFrom('chat_says').execute();
  await world.db.deleteFrom('chat_numbers').execute();
  await world.db.deleteFrom('chat_gateways').execute();
  await heartbeat(world, bot);
  await bind(world, bot, county.villageLiaison, 'wx-song');
});

const claim = async () => (await bot.does('claim-chat-notices', { gateway: GATEWAY })).notices;
type Outcome = 'accepted' | 'temporary' | 'permanent' | 'unknown';
const report = (key: string, outcome: Outcome, reason?: string) =>
  bot.does('report-chat-notices', { gateway: GATEWAY, reports: [{ key, outcome, reason }] });
const stateOf = async (channel: 'chat' | 'sms') =>
  world.db
    .selectFrom('notices')
    .select(['state', 'reason'])
    .where('account_id', '=', county.villageLiaison)
    .where('channel', '=', channel)
    .executeTakeFirst();
const smsToSong = () => arrivedAt(world, VILLAGE_LIAISON_PHONE);
const minutesLater = async (minutes: number) =>
  world.setNow(new Date(Date.parse('2026-03-02T01:00:00Z') + minutes * 60_000).toISOString());

describe('a liaison whom the bot knows', () => {
  test('is told by chat, with his number and how to answer, and gets no SMS', async () => {
    await createSupervised(world, county);
    await sweep();
    const [say] = await claim();
    expect(say).toMatchObject({ to: 'wx-song' });
    expect(say!.text).toMatch(/^【青溪县人民法院】您有一件新的执前督促任务/);
    expect(say!.text).toMatch(/任务 1：http:\/\/zhiqian\.test\/#\/liaison\/get-task/);
    expect(say!.text).toContain('回“收到 1”即可');
    expect(say!.text).not.toMatch(/郑小满|何家福|元|被执行/);
    await report(say!.key, 'accepted');
    expect(await stateOf('chat')).toEqual({ state: 'accepted', reason: null });
    await sweep();
    expect(smsToSong()).toEqual([]);
    expect(await claim()).toEqual([]);
  });

  test('is told of several cases in one message', async () => {
    await createSupervised(world, county);
    await createSupervised(world, county);
    const says = await claim();
    expect(says).toHaveLength(1);
    expect(says[0]!.text).toContain('您有2件执前督促事项');
    expect(says[0]!.text).toMatch(/任务 1：.*\n任务 2：/);
    await report(says[0]!.key, 'accepted');
    const left = await world.db
      .selectFrom('outbox')
      .select('channel')
      .where('channel', '=', 'chat')
      .execute();
    expect(left).toEqual([]);
  });

  test('is told nothing at night', async () => {
    await createSupervised(world, county);
    world.setNow('2026-03-02T13:00:00Z');
    await heartbeat(world, bot);
    expect(await claim()).toEqual([]);
  });

  test('gets an SMS when the chat system refuses him for good', async () => {
    await createSupervised(world, county);
    const [say] = await claim();
    await report(say!.key, 'permanent', 'addressee-unknown');
    expect(await stateOf('chat')).toEqual({ state: 'permanent', reason: 'addressee-unknown' });
    await sweep();
    expect(smsToSong()).toHaveLength(1);
  });

  test('of whom nobody knows whether he was told stands on the call list, and is told no second time', async () => {
    await createSupervised(world, county);
    const [say] = await claim();
    await report(say!.key, 'unknown', 'deadline');
    await sweep();
    expect(await claim()).toEqual([]);
    expect(smsToSong()).toEqual([]);
    const listed = await world.db.selectFrom('undelivered').select(['account_id', 'state']).execute();
    expect(listed).toEqual([{ account_id: county.villageLiaison, state: 'unknown' }]);
  });

  test('is told by whoever returns when a bot died in the middle: never, as it may have spoken', async () => {
    await createSupervised(world, county);
    const [say] = await claim();
    await minutesLater(11);
    await heartbeat(world, bot);
    await sweep();
    expect(await stateOf('chat')).toEqual({ state: 'unknown', reason: 'sender-died' });
    expect(await claim()).toEqual([]);
    // The outcome that comes late still tells more than "unknown".
    await report(say!.key, 'accepted');
    expect(await stateOf('chat')).toMatchObject({ state: 'accepted' });
  });

  test('who wants quiet gets urgent messages by chat and other news by SMS', async () => {
    const { tasks, caseId } = await createSupervised(world, county);
    await report((await claim())[0]!.key, 'accepted');
    await (await writer(bot, 'wx-song')).does('mute-chat', { muted: true });
    expect(tasks).toBeDefined();
    const judge = await world.as(county.judge);
    await judge.does('withdraw-supervision', { caseId, reason: '已另行处理' });
    expect(await claim()).toEqual([]);
    await sweep();
    expect(smsToSong()).toHaveLength(1);
    await (await writer(bot, 'wx-song')).does('mute-chat', { muted: false });
  });
});

test('news that waits when its reader asks for quiet goes by SMS', async () => {
  const { caseId } = await createSupervised(world, county);
  await report((await claim())[0]!.key, 'accepted');
  const judge = await world.as(county.judge);
  await judge.does('withdraw-supervision', { caseId, reason: '已另行处理' });
  await (await writer(bot, 'wx-song')).does('mute-chat', { muted: true });
  expect(await claim()).toEqual([]);
  await sweep();
  expect(smsToSong()).toHaveLength(1);
});

describe('a gateway that is away', () => {
  test('takes nothing, burns no attempt, and says it on return', async () => {
    await createSupervised(world, county);
    await heartbeat(world, bot, 'kicked');
    expect(await claim()).toEqual([]);
    await minutesLater(5);
    await heartbeat(world, bot);
    const [say] = await claim();
    await report(say!.key, 'temporary', 'logged-out');
    const row = await world.db
      .selectFrom('outbox')
      .select('attempts')
      .where('channel', '=', 'chat')
      .executeTakeFirstOrThrow();
    expect(row.attempts).toBe(0);
    await minutesLater(6);
    await heartbeat(world, bot);
    expect(await claim()).toHaveLength(1);
    expect(smsToSong()).toEqual([]);
  });

  test('is down after a minute of silence', async () => {
    await createSupervised(world, county);
    await minutesLater(1);
    expect(await claim()).toEqual([]);
  });

  test('lets what waits go by SMS after half an hour, and says none of it on return', async () => {
    await createSupervised(world, county);
    await heartbeat(world, bot, 'frozen');
    await minutesLater(29);
    await sweep();
    expect(smsToSong()).toEqual([]);
    await minutesLater(31);
    await sweep();
    expect(smsToSong()).toHaveLength(1);
    await heartbeat(world, bot);
    expect(await claim()).toEqual([]);
    await sweep();
    expect(smsToSong()).toHaveLength(1);
  });

  test('is waited for as long as the court says', async () => {
    const chief = await world.as(county.chief);
    await chief.does('set-chat-failover', { minutes: 5 });
    await createSupervised(world, county);
    await heartbeat(world, bot, 'frozen');
    await minutesLater(4);
    await sweep();
    expect(smsToSong()).toEqual([]);
    await minutesLater(6);
    await sweep();
    expect(smsToSong()).toHaveLength(1);
    expect((await chief.does('list-chat-groups', {})).failoverMinutes).toBe(5);
    await chief.does('set-chat-failover', { minutes: 30 });
  });

  test('that is up and whose bot takes nothing is passed over too', async () => {
    await createSupervised(world, county);
    await minutesLater(31);
    await heartbeat(world, bot);
    await sweep();
    expect(smsToSong()).toHaveLength(1);
  });

  test('is passed over for new messages too, until it is back', async () => {
    await heartbeat(world, bot, 'down');
    await minutesLater(31);
    await sweep();
    await createSupervised(world, county);
    await sweep();
    expect(smsToSong()).toHaveLength(1);
    expect(await stateOf('chat')).toBeUndefined();
  });
});

describe('numbers', () => {
  test('stay with their tasks while the list changes, and are not given again for thirty days', async () => {
    const first = await createSupervised(world, county);
    const second = await createSupervised(world, county);
    const list = async () => {
      const { tasks } = await (await writer(bot, 'wx-song')).does('list-chat-tasks', {});
      return Object.fromEntries(tasks.map(({ number, taskId }) => [taskId, number]));
    };
    const before = await list();
    expect(Object.values(before).sort()).toEqual([1, 2]);
    await (await world.as(county.judge)).does('withdraw-supervision', {
      caseId: first.caseId,
      reason: '已另行处理',
    });
    const third = await createSupervised(world, county);
    const kept = second.tasks['village-liaison'];
    const fresh = third.tasks['village-liaison'];
    expect(await list()).toEqual({ [kept]: before[kept], [fresh]: 3 });
    world.setNow('2026-04-10T01:00:00Z');
    const fourth = await createSupervised(world, county);
    expect((await list())[fourth.tasks['village-liaison']]).toBe(before[first.tasks['village-liaison']]);
  });
});
