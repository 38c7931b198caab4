import { describe, expect, test } from 'vitest';
import { chatsOfThisFile } from './chat';

const chats = chatsOfThisFile();

describe('what is to be done', () => {
  test('he asks, and hears numbers, village and day, and how to answer', async () => {
    const liu = await chats.liaison(2);
    const answer = await liu.says('待办').hears('您手上有 2 件要办：', '1 号 柳树村，', '2 号 柳树村，');
    expect(answer).toContain('等您回收到');
    expect(answer).toContain('看到了就回“收到 1”，或者“都收到”。');
  });

  test('he may ask as he likes', async () => {
    const liu = await chats.liaison(1);
    for (const words of ['代办', '我还有几件？', '今天有啥任务', '還有哪些沒辦'])
      await liu.says(words).hears('您手上有 1 件要办');
  });

  test('there is nothing', async () => {
    const liu = await chats.liaison(0);
    await liu.says('待办').hears('您手上没有要办的事');
    await liu.says('收到').hears('您手上没有要办的事');
    await liu.says('收到 3').hears('没有找到 3 号', '您手上现在没有要办的事');
    await liu.says('详情').hears('您手上没有要办的事');
  });

  test('there are more than fit', async () => {
    const liu = await chats.liaison(12);
    const answer = await liu
      .says('待办')
      .hears('还有 2 件', 'https://court.example/#/liaison/list-tasks/index');
    expect(answer.match(/ 号 柳树村/gu)).toHaveLength(10);
    await liu.says('详情').hears('https://court.example/#/liaison/list-tasks/index');
  });

  test('what was reported is not to be done any more', async () => {
    const liu = await chats.liaison(2);
    await liu.says('走访 1 愿履行').hears('记好了：1 号走访，愿履行。');
    await liu.says('待办').hears('您手上有 1 件要办', '走访过了');
    await liu.says('走访 2 没人').hears('2 号走访，联系不上');
    await liu.says('待办').hears('您手上的 2 件都走访过了');
  });
});

describe('收到', () => {
  test('by number', async () => {
    const liu = await chats.liaison(3);
    await liu.says('收到 3').hears('好，3 号记下收到了。', '走访过了，就回“走访 3”');
    expect(await liu.record(3)).toMatchObject({ state: 'acknowledged', isReceived: true });
    expect(await liu.record(1)).toMatchObject({ state: 'open' });
    await liu.says('收到 3').hears('3 号之前就记过收到了');
  });

  test('as people write it', async () => {
    const ways = [
      '收道1',
      '２号收到',
      '叁号收到',
      '晓得了，4号',
      '要得，5号',
      '受到 6',
      '7 OK',
      '收到，第八个',
    ];
    const liu = await chats.liaison(ways.length);
    for (const [index, words] of ways.entries()) {
      await liu.says(words).hears(`${index + 1} 号记下收到了`);
      expect(await liu.record(index + 1)).toMatchObject({ isReceived: true });
    }
  });

  test('several, and all', async () => {
    const liu = await chats.liaison(4);
    await liu.says('收到1和3').hears('1、3 号记下收到了');
    await liu.says('都收到').hears('2、4 号记下收到了');
    await liu.says('都收到').hears('之前就记过收到了');
  });

  test('a number that is not his is not somebody else’s', async () => {
    const liu = await chats.liaison(1);
    const answer = await liu
      .says('收到 1 和 7')
      .hears('1 号记下收到了', '没有找到 7 号', '您手上现在是 1 号');
    expect(answer).not.toContain('undefined');
  });

  test('「第三个」 of a list with gaps is asked', async () => {
    const liu = await chats.liaison(4);
    await liu.closes(1);
    await liu.says('第三个收到').hears('您是说 3 号收到了吗？');
    expect(await liu.record(3)).toMatchObject({ isReceived: false });
    await liu.says('不是，是4号').hears('4 号记下收到了');
    expect(await liu.record(3)).toMatchObject({ isReceived: false });
  });
});

describe('the bot told him of a task', () => {
  test('「收到」 is the answer to that', async () => {
    const liu = await chats.liaison(2);
    await chats.deliver();
    expect(chats.told.get(liu.from)?.at(-1)).toContain('任务 1：');
    await liu.says('收到').hears('1、2 号记下收到了');
    expect(await liu.record(2)).toMatchObject({ isReceived: true });
  });

  test('a nod is asked', async () => {
    const liu = await chats.liaison(1);
    await chats.deliver();
    await liu.says('好的').hears('您是说 1 号收到了吗？回“是”或“不是”。');
    await liu.says('对头').hears('1 号记下收到了');
  });

  test('after something else in between 「收到」 is asked', async () => {
    const liu = await chats.liaison(1);
    await chats.deliver();
    await liu.says('你们是谁').hears('我是法院的聊天助手');
    await liu.says('收到').hears('您是说 1 号收到了吗？');
    await liu.says('嗯').hears('1 号记下收到了');
  });

  test('an hour ago: 「收到」 is asked', async () => {
    const liu = await chats.liaison(1);
    await chats.deliver();
    chats.world.setNow('2026-03-02T05:00:00Z');
    await liu.says('收到').hears('您是说 1 号收到了吗？');
    chats.world.setNow('2026-03-02T04:00:00Z');
  });
});

describe('besides', () => {
  test('不该我办, with a reason', async () => {
    const liu = await chats.liaison(3);
    await liu.says('不该我办 3 人是桥头村的').hears('3 号退回法院了，不用您办');
    expect(await liu.record(3)).toMatchObject({ state: 'declined', reason: '人是桥头村的' });
    await liu.says('收到 3').hears('没有找到 3 号', '您手上现在是 1、2 号');
  });

  test('详情 gives a link and no word of the content', async () => {
    const liu = await chats.liaison(2);
    const link = `https://court.example/#/liaison/get-task/index?taskId=${await liu.taskOf(2)}`;
    await liu.says('详情 2').hears(`2 号：${link}`, '登录后就能看到');
    await liu.says('2号欠多少钱').hears(link);
    await liu.says('详情 9').hears('没有找到 9 号');
  });

  test('静音, and not', async () => {
    const liu = await chats.liaison(0);
    await liu.says('静音').hears('急事还会发', '回“取消静音”');
    const chat = () =>
      chats.world.db
        .selectFrom('chat_bindings')
        .select('muted')
        .where('account_id', '=', liu.accountId)
        .executeTakeFirstOrThrow();
    expect(await chat()).toEqual({ muted: true });
    await liu.says('取消静音').hears('照常发给您');
    expect(await chat()).toEqual({ muted: false });
  });

  test('small talk is short, and politeness needs no answer', async () => {
    const liu = await chats.liaison(0);
    await liu.says('你好').hears('看手上的事，回“待办”');
    await liu.says('谢谢').hears('不客气。');
    await liu.says('好的').hearsNothing();
    await liu.says('帮助').hears('收到 3', '走访 3 愿履行', '不该我办 3', '人工');
    await liu.says('你们是不是骗子').hears('在聊天里办事', '12368', '我不收钱');
    await liu.says('我换手机了').hears('解除绑定');
  });
});
