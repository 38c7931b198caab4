import { beforeAll, describe, expect, test } from 'vitest';
import { createAdmin } from '../../staff';
import { chatsOfThisFile, type Speaker, speaker } from './chat';

const chats = chatsOfThisFile();
const ROOM = 'room-hongxi';
const WHERE = '群里不说具体事项。请单独和我说，也可以在小程序查看：https://court.example';

let anybody: Speaker;
/** A liaison whom the bot knows one to one, in the group. */
let liu: Awaited<ReturnType<typeof chats.liaison>>;
let inGroup: Speaker;

beforeAll(async () => {
  const admin = await createAdmin(chats.world);
  const group = { gateway: 'sandbox', name: '虹溪镇联络群', townId: 'town_hongxi000', isOn: true } as const;
  await admin.does('save-chat-group', { ...group, groupId: ROOM });
  anybody = chats.stranger(ROOM);
  liu = await chats.liaison(1);
  inGroup = speaker({ bot: chats.bot }, liu.from, ROOM);
});

describe('in a group', () => {
  test('whoever calls the bot by name is told where to look', async () => {
    expect(await inGroup.says('@小执 待办').hears('群里不说')).toBe(WHERE);
    expect(await anybody.says('@小执 帮助').hears('群里不说')).toBe(WHERE);
  });

  test('the bare command is enough', async () => {
    expect(await anybody.says('待办', { mentionsMe: false }).hears('群里')).toBe(WHERE);
  });

  test.each([
    '收到',
    '好的',
    '大家下午开会',
    '3',
    '今天有啥任务',
    '人工',
    '123456',
    '我不想活了',
    '谢谢小执',
  ])('what people say to each other is not for the bot: 「%s」', async (words) => {
    await inGroup.says(words, { mentionsMe: false }).hearsNothing();
  });

  test.each(['@小执 哈哈今年的稻子不错', '@小执 好的', '@小执 3', ''])(
    'nor is what is no command: 「%s」',
    async (words) => {
      await inGroup.says(words).hearsNothing();
    },
  );

  test('nothing is recorded, whoever says it', async () => {
    expect(await inGroup.says('@小执 收到 1').hears('群里不说')).toBe(WHERE);
    expect(await inGroup.says('@小执 走访 1 愿履行').hears('群里不说')).toBe(WHERE);
    expect(await inGroup.says('@小执 详情 1').hears('群里不说')).toBe(WHERE);
    expect(await liu.record(1)).toMatchObject({ state: 'open', isReceived: false, visits: [] });
  });

  test('nobody is asked for, and nothing is answered, in two talks at once', async () => {
    await liu.says('走访 1').hears('走访下来怎么样？');
    await inGroup.says('2').hearsNothing();
    expect((await liu.record(1)).visits).toEqual([]);
    await liu.says('2').hears('记好了：1 号走访，愿履行');
  });

  test('a code said aloud binds nobody', async () => {
    const { code } = await (await chats.world.as(chats.county.townLiaison)).does('create-chat-code', {});
    await anybody.says(`@小执 ${code}`).hears('请单独和我说');
    const stranger = speaker({ bot: chats.bot }, anybody.from);
    await stranger.says('待办').hears('先绑定');
  });

  test('that is not on the list: silence', async () => {
    const elsewhere = chats.stranger('room-elsewhere');
    await elsewhere.says('@小执 待办').hearsNothing();
    await elsewhere.says('@小执 我不想活了').hearsNothing();
  });

  test('where an answer would carry more than it may: silence', async () => {
    const site = chats.world.app.publicUrl;
    chats.world.app.publicUrl = '郑小满';
    await anybody.says('@小执 待办').hearsNothing();
    chats.world.app.publicUrl = site;
  });
});
