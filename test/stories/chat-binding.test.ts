import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bind, createChat, GATEWAY, newMessageId, open, writer } from '../chatting';
import { createCounty } from '../county';
import { createSupervised } from '../supervised';
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

const ask = (actor: Actor, action: string, input: unknown) => actor.asks(action, input);
const refusal = (code: string) => ({ ok: false, refusal: { code } });

describe('the bot', () => {
  test('signs in by its secret, and by no other', async () => {
    const { account_id: botId } = await world.db
      .selectFrom('bots')
      .select('account_id')
      .executeTakeFirstOrThrow();
    const wrong = { botId, secret: 'x'.repeat(43) };
    expect(await ask(world.anybody, 'sign-in-bot', wrong)).toMatchObject(refusal('bot-secret-wrong'));
    const nobody = { botId: county.judge, secret: '' };
    expect(await ask(world.anybody, 'sign-in-bot', nobody)).toMatchObject(refusal('bot-secret-wrong'));
  });

  test('may itself do nothing that a person does, and nobody else may do what the bot does', async () => {
    expect(await ask(bot, 'list-tasks', {})).toMatchObject(refusal('not-for-your-role'));
    expect(await ask(bot, 'list-cases', {})).toMatchObject(refusal('not-for-your-role'));
    const judge = await world.as(county.judge);
    const message = { gateway: GATEWAY, from: 'wx-1', messageId: 'm', place: 'direct' };
    expect(await ask(judge, 'open-chat', message)).toMatchObject(refusal('not-for-your-role'));
  });
});

describe('a code from the mini-program', () => {
  test('binds whoever writes it to the bot, once, and lets him act by chat', async () => {
    const { tasks } = await createSupervised(world, county);
    expect((await open(bot, 'wx-song')).person).toBeNull();
    const liaison = await world.as(county.villageLiaison);
    const { code } = await liaison.does('create-chat-code', {});
    expect(code).toMatch(/^\d{6}$/);
    expect(await bot.does('bind-chat', { gateway: GATEWAY, from: 'wx-song', code })).toEqual({
      audience: 'liaison',
    });
    const again = { gateway: GATEWAY, from: 'wx-other', code };
    expect(await ask(bot, 'bind-chat', again)).toMatchObject(refusal('chat-code-wrong'));

    const song = await writer(bot, 'wx-song');
    await song.does('acknowledge-task', { taskId: tasks['village-liaison'] });
    const line = await world.db
      .selectFrom('audit_lines')
      .select(['actor', 'facts'])
      .where('action', '=', 'acknowledge-task')
      .executeTakeFirstOrThrow();
    expect(line).toMatchObject({ actor: county.villageLiaison, facts: { via: 'chat' } });
  });

  test('is good for ten minutes', async () => {
    const { code } = await (await world.as(county.neighbourLiaison)).does('create-chat-code', {});
    world.setNow('2026-03-02T01:10:00Z');
    expect(await ask(bot, 'bind-chat', { gateway: GATEWAY, from: 'wx-late', code })).toMatchObject(
      refusal('chat-code-wrong'),
    );
    world.setNow('2026-03-02T01:00:00Z');
  });

  test('cannot be guessed: after five wrong ones a sender waits, even with the right one', async () => {
    const from = 'wx-guess';
    for (let tries = 1; tries <= 5; tries++) {
      expect(await ask(bot, 'bind-chat', { gateway: GATEWAY, from, code: 'none' })).toMatchObject(
        refusal('chat-code-wrong'),
      );
    }
    const { code } = await (await world.as(county.neighbourLiaison)).does('create-chat-code', {});
    expect(await ask(bot, 'bind-chat', { gateway: GATEWAY, from, code })).toMatchObject(
      refusal('sign-in-too-often'),
    );
  });

  test('leaves no name of a chat account in clear', async () => {
    const rows = await world.db.selectFrom('chat_bindings').selectAll().execute();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain('wx-song');
  });
});

describe('a person’s token from a chat', () => {
  test('opens what may be done by chat, and nothing else', async () => {
    const song = await writer(bot, 'wx-song');
    expect(await ask(song, 'list-chat-tasks', {})).toMatchObject({ ok: true });
    for (const action of ['list-tasks', 'list-sessions', 'create-chat-code', 'get-court', 'reveal-contact']) {
      expect(await ask(song, action, {})).toMatchObject(refusal('not-by-chat'));
    }
  });

  test('is good for two minutes', async () => {
    const song = await writer(bot, 'wx-song');
    world.setNow('2026-03-02T01:02:01Z');
    expect(await ask(song, 'list-chat-tasks', {})).toMatchObject(refusal('sign-in-first'));
    world.setNow('2026-03-02T01:00:00Z');
  });

  test('opens nothing of the court’s desk, which needs a password', async () => {
    expect(await bind(world, bot, county.judge, 'wx-judge')).toEqual({ audience: 'staff' });
    const judge = await writer(bot, 'wx-judge');
    expect(await ask(judge, 'list-my-cases', {})).toMatchObject(refusal('not-for-your-role'));
    await bind(world, bot, county.officer, 'wx-officer');
    const officer = await writer(bot, 'wx-officer');
    expect(await ask(officer, 'list-chat-tasks', {})).toMatchObject(refusal('not-for-your-role'));
  });

  test('ends with the binding', async () => {
    await bind(world, bot, county.townLiaison, 'wx-lu');
    const byChat = await writer(bot, 'wx-lu');
    const lu = await world.as(county.townLiaison);
    const { chats } = await lu.does('list-my-chats', {});
    expect(chats).toMatchObject([{ gateway: GATEWAY, muted: false }]);
    await lu.does('end-chat-binding', { chatId: chats[0]!.chatId });
    expect(await ask(byChat, 'list-chat-tasks', {})).toMatchObject(refusal('sign-in-first'));
    expect((await open(bot, 'wx-lu')).person).toBeNull();
  });

  test('is not made for a liaison who has left', async () => {
    await bind(world, bot, county.otherTownLiaison, 'wx-cloud');
    await world.db.deleteFrom('role_grants').where('account_id', '=', county.otherTownLiaison).execute();
    expect((await open(bot, 'wx-cloud')).person).toBeNull();
  });
});

describe('a message', () => {
  test('is first once; come again, it acts once by its key', async () => {
    const { tasks } = await createSupervised(world, county);
    const messageId = newMessageId();
    expect((await open(bot, 'wx-song', messageId)).first).toBe(true);
    const replay = await open(bot, 'wx-song', messageId);
    expect(replay).toMatchObject({ first: false, person: { audience: 'liaison' } });
    const visit = { taskId: tasks['village-liaison'], outcome: 'willing' } as const;
    const key = { idempotencyKey: `chat-${messageId}-visit` };
    const first = await (await writer(bot, 'wx-song')).does('record-visit', visit, key);
    expect(await (await writer(bot, 'wx-song')).does('record-visit', visit, key)).toEqual(first);
  });

  test('of an obligor is known as his', async () => {
    const { obligor } = await createSupervised(world, county);
    expect(await bind(world, bot, obligor.accountId, 'wx-zheng')).toEqual({ audience: 'obligor' });
    const { cases } = await (await writer(bot, 'wx-zheng')).does('list-my-cases', {});
    expect(cases).toHaveLength(1);
  });

  test('in a group names nobody, and a group that is not on the list is not allowed', async () => {
    const message = { gateway: GATEWAY, from: 'wx-song', messageId: newMessageId(), groupId: 'room-1' };
    expect(await bot.does('open-chat', { ...message, place: 'group' })).toMatchObject({
      allowed: false,
      person: null,
    });
  });
});
