import { describe, expect, test } from 'vitest';
import { chatsOfThisFile } from './chat';

const chats = chatsOfThisFile();

describe('a visit', () => {
  test('with its outcome and his own words', async () => {
    const liu = await chats.liaison(3);
    await liu.says('走访 3 愿履行 「下周五付五千」').hears('记好了：3 号走访，愿履行，“下周五付五千”。');
    expect(await liu.record(3)).toMatchObject({
      state: 'reported',
      isReceived: true,
      visits: [{ outcome: 'willing', note: '下周五付五千' }],
    });
  });

  test('as people write it', async () => {
    const ways = [
      ['走仿1 愿旅行', 'willing'],
      ['2走访了没人', 'unreachable'],
      ['３号走访了，门锁着，说是出去打工了', 'unreachable'],
      ['4 屋头没得人', 'unreachable'],
      ['5 他家确实没钱', 'hardship'],
      ['走訪 6 聯繫不上', 'unreachable'],
      ['7 会到人了', 'contacted'],
      ['8号上门了 人在家 不肯还', 'contacted'],
    ] as const;
    const liu = await chats.liaison(ways.length);
    for (const [index, [words, outcome]] of ways.entries()) {
      await liu.says(words).hears(`记好了：${index + 1} 号走访`);
      expect((await liu.record(index + 1)).visits).toMatchObject([{ outcome }]);
    }
  });

  test('by voice, all in one breath: 「三号」 is the task, or the day', async () => {
    const liu = await chats.liaison(3);
    await liu.says('那个领导啊三号我昨天下午去了他答应下周付五千').hears('3 号记成走访，愿履行', '对吗？');
    await liu.says('对').hears('记好了：3 号走访，愿履行');
    expect((await liu.record(3)).visits).toHaveLength(1);
  });

  test('several tasks in one message', async () => {
    const liu = await chats.liaison(3);
    await liu
      .says('1收到，2走访了没人，3不归我管，是桥头村的')
      .hears('1 号记下收到了', '2 号走访，联系不上', '3 号退回法院了');
    expect(await liu.record(1)).toMatchObject({ state: 'acknowledged' });
    expect(await liu.record(2)).toMatchObject({ state: 'reported' });
    expect(await liu.record(3)).toMatchObject({ state: 'declined' });
  });

  test('the same of two tasks', async () => {
    const liu = await chats.liaison(2);
    await liu.says('走访 1和2 联系不上').hears('1、2 号走访，联系不上');
    expect((await liu.record(1)).visits).toHaveLength(1);
    expect((await liu.record(2)).visits).toHaveLength(1);
  });

  test('of more tasks than anybody visits at once', async () => {
    const liu = await chats.liaison(6);
    await liu.says('都走访了，都没人').hears('一次记太多容易记错，我没有记。');
    await liu.says('退回 1 2 3 4 5 6 都不是我们村的').hears('我没有记');
    expect((await liu.record(1)).visits).toEqual([]);
    await liu.says('走访 1 2 3 都没人').hears('1、2、3 号走访，联系不上');
  });

  test('told a thousand times in one message', async () => {
    const liu = await chats.liaison(1);
    const words = Array.from({ length: 500 }, (_, day) => `走访 1 愿履行 「说第${day}回」`).join('。');
    await liu.says(words).hears('我没有记');
    expect((await liu.record(1)).visits).toEqual([]);
  });

  test('without an outcome: it is asked, and answered by a number', async () => {
    const liu = await chats.liaison(3);
    await liu.says('走访 3').hears('3 号走访下来怎么样？', '1 已联系', '2 愿履行', '3 联系不上', '4 有困难');
    expect((await liu.record(3)).visits).toEqual([]);
    await liu.says('2').hears('记好了：3 号走访，愿履行。');
    expect((await liu.record(3)).visits).toEqual([{ outcome: 'willing', note: '' }]);
  });

  test('without an outcome: it may be answered in words', async () => {
    const liu = await chats.liaison(3);
    await liu.says('3号去过了').hears('3 号走访下来怎么样？');
    await liu.says('家里没人').hears('3 号走访，联系不上');
  });

  test('without a number: it is asked, although there is only one', async () => {
    const liu = await chats.liaison(1);
    await liu.says('走访了，没人在家').hears('1 号记成走访，联系不上', '对吗？回“是”或“不是”。');
    expect((await liu.record(1)).visits).toEqual([]);
    await liu.says('嗯嗯').hears('记好了：1 号走访，联系不上');
  });

  test('without a number and an outcome: one thing is asked after the other', async () => {
    const liu = await chats.liaison(3);
    await liu.says('我走访过了').hears('您走访的是哪一件？您手上有 1、2、3 号。');
    await liu.says('2').hears('2 号走访下来怎么样？');
    await liu.says('4').hears('2 号走访，有困难');
    expect((await liu.record(2)).visits).toMatchObject([{ outcome: 'hardship' }]);
  });

  test('with two outcomes that contradict each other', async () => {
    const liu = await chats.liaison(1);
    const answer = await liu.says('1 电话打不通，后来又说愿意还').hears('1 号走访下来怎么样？');
    expect(answer).not.toContain('有困难');
    await liu.says('愿履行').hears('1 号走访，愿履行');
  });

  test('that will be is not one that was', async () => {
    const liu = await chats.liaison(1);
    await liu.says('1 明天去').hears('去过以后告诉我一声');
    await liu.says('1号还没走访').hears('去过以后告诉我一声');
    expect((await liu.record(1)).visits).toEqual([]);
  });

  test('that perhaps was is asked', async () => {
    const liu = await chats.liaison(1);
    await liu.says('1 听说他愿意还').hears('1 号记成走访，愿履行', '对吗？');
    await liu.says('不是').hears('好，没有记。');
    expect((await liu.record(1)).visits).toEqual([]);
  });

  test('sent twice by a nervous finger is asked the second time', async () => {
    const liu = await chats.liaison(1);
    await liu.says('走访 1 联系不上').hears('记好了');
    await liu.says('走访 1 联系不上').hears('1 号刚才记过一次走访，联系不上。还要再记一次吗？');
    await liu.says('不用').hears('好，没有记。');
    expect((await liu.record(1)).visits).toHaveLength(1);
    await liu.says('走访 1 愿履行').hears('记好了');
    expect((await liu.record(1)).visits).toHaveLength(2);
  });

  test('what was paid is registered on the page of the task, with the debtor’s consent', async () => {
    const liu = await chats.liaison(1);
    await liu
      .says('1 他付了')
      .hears('这件事要在页面里办，我没有记。', 'https://court.example/#/liaison/get-task/');
    await liu.says('他们要分期').hears('这件事聊天里办不了');
  });

  test('with five thousand characters', async () => {
    const liu = await chats.liaison(1);
    const long = '他说家里的事情很多很多'.repeat(455);
    await liu.says(`走访 1 愿履行 ${long}`).hears('记好了：1 号走访，愿履行', '…');
    const [visit] = (await liu.record(1)).visits;
    expect(visit!.note.length).toBeLessThanOrEqual(1_000);
    expect(visit!.note).toContain('很多很多');
  });

  test('with HTML and characters that nobody sees: it is a text like any other', async () => {
    const liu = await chats.liaison(1);
    await liu.says('走访 1 愿履行 「<script>alert(1)</script>\u0000\ud800好」').hears('愿履行');
    expect((await liu.record(1)).visits).toMatchObject([{ note: '<script>alert(1)</script>好' }]);
  });

  test('in a case that was closed meanwhile', async () => {
    const liu = await chats.liaison(2);
    await liu.closes(1);
    await liu.says('走访 1 愿履行').hears('没有找到 1 号，可能已经办结了', '您手上现在是 2 号');
    expect((await liu.record(1)).visits).toEqual([]);
  });

  test('in a case that was closed between the question and the answer', async () => {
    const liu = await chats.liaison(1);
    await liu.says('走访 1').hears('走访下来怎么样？');
    await liu.closes(1);
    await liu.says('2').hears('没有找到 1 号');
    expect((await liu.record(1)).visits).toEqual([]);
  });
});
