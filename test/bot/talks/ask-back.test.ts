import { describe, expect, test } from 'vitest';
import { chatsOfThisFile } from './chat';

const chats = chatsOfThisFile();

describe('「收到」 without a number', () => {
  test('to nothing, with one task: it is asked', async () => {
    const liu = await chats.liaison(1);
    await liu.says('帮助').hears('待办');
    await liu.says('收到').hears('您是说 1 号收到了吗？回“是”或“不是”。');
    await liu.says('收到').hears('1 号记下收到了');
  });

  test('to nothing, with several: it is asked which', async () => {
    const liu = await chats.liaison(3);
    await liu.says('帮助').hears('待办');
    await liu.says('收到').hears('您收到的是哪一件？您手上有 1、2、3 号。');
    await liu.says('2').hears('2 号记下收到了');
    expect(await liu.record(2)).toMatchObject({ isReceived: true });
    expect(await liu.record(1)).toMatchObject({ isReceived: false });
  });

  test('and all of them', async () => {
    const liu = await chats.liaison(2);
    await liu.says('帮助').hears('待办');
    await liu.says('收到').hears('是哪一件');
    await liu.says('全部').hears('1、2 号记下收到了');
  });

  test('to a list of several: whether it was all of them', async () => {
    const liu = await chats.liaison(2);
    await liu.says('待办').hears('都收到');
    await liu.says('收到').hears('您是说 1、2 号收到了吗？');
    await liu.says('是').hears('1、2 号记下收到了');
  });

  test('the second of those that were named', async () => {
    const liu = await chats.liaison(4);
    await liu.says('收到 1和2').hears('记下收到了');
    await liu.says('收到').hears('您手上有 3、4 号');
    await liu.says('第二个').hears('4 号记下收到了');
  });
});

describe('the answer', () => {
  test('is no', async () => {
    const liu = await chats.liaison(1);
    await liu.says('帮助').hears('待办');
    await liu.says('收到').hears('您是说 1 号收到了吗？');
    await liu.says('不是').hears('好，没有记。');
    expect(await liu.record(1)).toMatchObject({ isReceived: false });
    await liu.says('是').hearsNothing();
    expect(await liu.record(1)).toMatchObject({ isReceived: false });
  });

  test('is another number', async () => {
    const liu = await chats.liaison(3);
    await liu.says('3 听说他愿意还').hears('3 号记成走访');
    await liu.says('不是，是2号').hears('记好了：2 号走访，愿履行');
    expect((await liu.record(3)).visits).toEqual([]);
  });

  test('is another outcome', async () => {
    const liu = await chats.liaison(1);
    await liu.says('1 可能愿意还').hears('对吗？');
    await liu.says('联系不上').hears('1 号走访，联系不上');
  });

  test('is a number that was not among them: asked once more, then a person', async () => {
    const liu = await chats.liaison(2);
    await liu.says('走访 1').hears('走访下来怎么样？');
    await liu.says('9').hears('没看明白，我再问一遍。', '2 愿履行');
    await liu.says('9').hears('已经转给青溪县人民法院的工作人员', '0999-6000000');
    expect((await liu.record(1)).visits).toEqual([]);
    await liu.says('2').hears('2 号怎么样了？');
  });

  test('is something else: it is done, and he hears what was not', async () => {
    const liu = await chats.liaison(2);
    await liu.says('走访 1').hears('走访下来怎么样？');
    await liu.says('待办').hears('您手上有 2 件', '刚才问的那件没有记。');
    await liu.says('2').hears('2 号怎么样了？');
  });

  test('says it all anew: nothing is lost', async () => {
    const liu = await chats.liaison(2);
    await liu.says('我走访过了').hears('是哪一件');
    const answer = await liu.says('走访 2 愿履行').hears('记好了：2 号走访，愿履行');
    expect(answer).not.toContain('没有记');
  });

  test('is another thing about the same task', async () => {
    const liu = await chats.liaison(2);
    await liu.says('走访 2').hears('2 号走访下来怎么样？');
    await liu.says('不归我管').hears('2 号为什么不该您办？');
    await liu.says('人在桥头村').hears('2 号退回法院了');
  });

  test('comes too late: it is no answer any more', async () => {
    const liu = await chats.liaison(1);
    await liu.says('1 可能愿意还').hears('对吗？');
    chats.world.setNow('2026-03-02T04:31:00Z');
    await liu.says('是').hearsNothing();
    expect((await liu.record(1)).visits).toEqual([]);
    chats.world.setNow('2026-03-02T04:00:00Z');
  });

  test('comes to a bot that began anew: it asks again', async () => {
    const liu = await chats.liaison(3);
    await liu.says('走访 1').hears('走访下来怎么样？');
    chats.restart();
    await liu.says('2').hears('2 号怎么样了？', '走访 2');
    expect((await liu.record(1)).visits).toEqual([]);
    expect((await liu.record(2)).visits).toEqual([]);
  });
});

describe('why it is not his', () => {
  test('is asked, and whatever he writes is the reason', async () => {
    const liu = await chats.liaison(1);
    await liu.says('不该我办 1').hears('1 号为什么不该您办？说一句原因');
    expect(await liu.record(1)).toMatchObject({ state: 'open' });
    await liu.says('他前年就迁到桥头去了').hears('1 号退回法院了');
    expect(await liu.record(1)).toMatchObject({ state: 'declined', reason: '他前年就迁到桥头去了' });
  });

  test('is not 「算了」', async () => {
    const liu = await chats.liaison(1);
    await liu.says('退回1').hears('1 号为什么不该您办？');
    await liu.says('算了').hears('好，没有记。');
    expect(await liu.record(1)).toMatchObject({ state: 'open' });
  });

  test('is not 「人工」', async () => {
    const liu = await chats.liaison(1);
    await liu.says('退回1').hears('1 号为什么不该您办？');
    await liu.says('人工').hears('已经转给青溪县人民法院的工作人员');
    expect(await liu.record(1)).toMatchObject({ state: 'open' });
  });

  test('of the right one of two tasks', async () => {
    const liu = await chats.liaison(2);
    await liu.says('收到1退回2').hears('1 号记下收到了', '2 号为什么不该您办？');
    await liu.says('人在外县').hears('2 号退回法院了');
    expect(await liu.record(1)).toMatchObject({ state: 'acknowledged' });
  });

  test('of which task, then why', async () => {
    const liu = await chats.liaison(2);
    await liu.says('不归我管').hears('不该您办的是哪一件？');
    await liu.says('2').hears('2 号为什么不该您办？');
    await liu.says('查无此人').hears('2 号退回法院了');
  });
});

test('two questions in one message are asked one after the other', async () => {
  const liu = await chats.liaison(3);
  const first = await liu.says('1号走访，3号收到，2号退回').hears('3 号记下收到了', '1 号走访下来怎么样？');
  expect(first).not.toContain('2 号');
  await liu.says('3').hears('1 号走访，联系不上', '2 号为什么不该您办？');
  await liu.says('人在外县').hears('2 号退回法院了');
});
