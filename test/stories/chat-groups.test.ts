import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bind, createChat, GATEWAY, heartbeat, newMessageId } from '../chatting';
import { createCounty } from '../county';
import { createAdmin } from '../staff';
import { createSupervised } from '../supervised';
import { startAfresh } from '../sweeping';
import { type Actor, createWorld, type World } from '../world';

let world: World;
let county: Awaited<ReturnType<typeof createCounty>>;
let bot: Actor;
let admin: Actor;
beforeAll(async () => {
  world = await createWorld('2026-03-02T01:00:00Z');
  county = await createCounty(world);
  bot = await createChat(world);
  admin = await createAdmin(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  // A Monday morning, nine o'clock.
  await startAfresh(world, '2026-03-02T01:00:00Z');
  await world.db.deleteFrom('chat_posts').execute();
  await world.db.deleteFrom('chat_groups').execute();
  await heartbeat(world, bot);
});

const HONGXI = {
  gateway: GATEWAY,
  groupId: 'room-hongxi',
  name: '虹溪镇联络群',
  townId: 'town_hongxi000',
  isOn: true,
} as const;
const posts = async () => {
  await heartbeat(world, bot);
  return (await bot.does('claim-group-posts', { gateway: GATEWAY })).posts;
};
const on = (at: string) => world.setNow(at);

describe('a group on the court’s list', () => {
  test('hears once a week how many tasks wait, and nothing more', async () => {
    await admin.does('save-chat-group', HONGXI);
    await createSupervised(world, county);
    const [post, ...more] = await posts();
    expect(more).toEqual([]);
    expect(post).toMatchObject({ groupId: 'room-hongxi' });
    expect(post!.text).toBe('本周待办 2 件，请在小程序查看：http://zhiqian.test');
    expect(post).not.toHaveProperty('mention');
    await bot.does('report-group-post', { key: post!.key, outcome: 'unknown', reason: 'deadline' });
    for (const at of ['2026-03-02T02:00:00Z', '2026-03-03T01:00:00Z', '2026-03-04T01:00:00Z']) {
      on(at);
      expect(await posts()).toEqual([]);
    }
    on('2026-03-09T01:00:00Z');
    expect(await posts()).toHaveLength(1);
  });

  test('hears once a day of what is overdue, and the one whose turn it is is called', async () => {
    await admin.does('save-chat-group', HONGXI);
    await bind(world, bot, county.villageLiaison, 'wx-song');
    const { tasks } = await createSupervised(world, county);
    await world.db
      .updateTable('tasks')
      .set({ state: 'reported' })
      .where('task_id', '=', tasks['town-liaison'])
      .execute();
    await posts();
    const { due_day } = await world.db
      .selectFrom('tasks')
      .select('due_day')
      .where('task_id', '=', tasks['village-liaison'])
      .executeTakeFirstOrThrow();
    on(new Date(Date.parse(`${due_day}T02:00:00Z`) + 3 * 24 * 3_600_000).toISOString());
    const said = [...(await posts()), ...(await posts())];
    const urgent = said.filter(({ text }) => text.startsWith('今天有'));
    expect(urgent).toHaveLength(1);
    expect(urgent[0]).toMatchObject({ text: expect.stringContaining('今天有 1 件'), mention: 'wx-song' });
    on(new Date(world.app.now().getTime() + 24 * 3_600_000).toISOString());
    expect((await posts()).length).toBeLessThanOrEqual(1);
  });

  test('hears no name called where it is the turn of several', async () => {
    await admin.does('save-chat-group', HONGXI);
    await bind(world, bot, county.villageLiaison, 'wx-song');
    const { tasks } = await createSupervised(world, county);
    await posts();
    const late = await world.db
      .selectFrom('tasks')
      .select('due_day')
      .where('task_id', '=', tasks['village-liaison'])
      .executeTakeFirstOrThrow();
    on(new Date(Date.parse(`${late.due_day}T02:00:00Z`) + 3 * 24 * 3_600_000).toISOString());
    const urgent = [...(await posts()), ...(await posts())].filter(({ text }) => text.startsWith('今天有'));
    expect(urgent).toHaveLength(1);
    expect(urgent[0]).not.toHaveProperty('mention');
  });

  test('that is off hears nothing, and so does one of a town without tasks, and everybody at night', async () => {
    await createSupervised(world, county);
    const { chatGroupId } = await admin.does('save-chat-group', { ...HONGXI, isOn: false });
    await admin.does('save-chat-group', {
      ...HONGXI,
      groupId: 'room-yunling',
      townId: 'town_yunling00',
    });
    expect(await posts()).toEqual([]);
    await admin.does('save-chat-group', { ...HONGXI, chatGroupId });
    on('2026-03-02T13:00:00Z');
    expect(await posts()).toEqual([]);
  });

  test('is known to the bot only while it is on', async () => {
    const { chatGroupId } = await admin.does('save-chat-group', HONGXI);
    const ask = () =>
      bot.does('open-chat', {
        gateway: GATEWAY,
        from: 'wx-song',
        messageId: newMessageId(),
        place: 'group',
        groupId: 'room-hongxi',
      });
    expect(await ask()).toMatchObject({ allowed: true, person: null });
    await admin.does('save-chat-group', { ...HONGXI, chatGroupId, isOn: false });
    expect(await ask()).toMatchObject({ allowed: false, person: null });
  });

  test('stands on it once, and only the administrator and the head write it', async () => {
    await admin.does('save-chat-group', HONGXI);
    await expect(admin.does('save-chat-group', HONGXI)).rejects.toMatchObject({ code: 'chat-group-taken' });
    const clerk = await world.as(county.clerk);
    expect(await clerk.asks('save-chat-group', HONGXI)).toMatchObject({
      refusal: { code: 'not-for-your-role' },
    });
    const { groups, gateways } = await admin.does('list-chat-groups', {});
    expect(groups).toMatchObject([{ groupId: 'room-hongxi', town: '虹溪镇', isOn: true }]);
    expect(gateways).toMatchObject([{ gateway: GATEWAY, state: 'up' }]);
  });
});

describe('what may not stand in a group', () => {
  test('is not given out, and the attempt is on record without the text', async () => {
    await admin.does('save-chat-group', HONGXI);
    await createSupervised(world, county);
    const site = world.app.publicUrl;
    // A court whose address somebody has mistaken for a name.
    world.app.publicUrl = '郑小满';
    expect(await posts()).toEqual([]);
    world.app.publicUrl = site;
    expect(await posts()).toEqual([]);
    const kept = await world.db.selectFrom('chat_posts').select(['outcome', 'reason']).execute();
    expect(kept).toEqual([{ outcome: 'refused', reason: 'name-or-word' }]);
  });

  test('is refused by the bot too, which tells why and not what', async () => {
    await bot.does('report-group-refusal', { gateway: GATEWAY, fault: 'name-or-word' });
    const line = await world.db
      .selectFrom('audit_lines')
      .select('facts')
      .where('action', '=', 'report-group-refusal')
      .executeTakeFirstOrThrow();
    expect(line.facts).toEqual({ gateway: GATEWAY, postId: null, fault: 'name-or-word' });
  });
});
