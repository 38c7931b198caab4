import { describe, expect, test } from 'vitest';
import { chatsOfThisFile, handedOver } from './chat';

const chats = chatsOfThisFile();

describe('what is not understood', () => {
  test('gets two examples, and then a person', async () => {
    const liu = await chats.liaison(1);
    await liu.says('今年的稻子收成不错').hears('这句我没看明白', '“收到 3”，或者“走访 3 愿履行”');
    await liu
      .says('我说的是村东头那片田')
      .hears('还是没看明白，已经转给青溪县人民法院的工作人员', '0999-6000000');
    expect(await handedOver(chats)).toContainEqual({
      reason: 'not-understood',
      text: '我说的是村东头那片田',
    });
    expect(await liu.record(1)).toMatchObject({ state: 'open', visits: [] });
  });

  test('after that goes to the same person, without the examples once more', async () => {
    const liu = await chats.liaison(0);
    await liu.says('人工').hears('好，已经转给青溪县人民法院的工作人员', '0999-6000000');
    await liu.says('村东头那片田是谁家的地').hears('这句也转给法院的工作人员了。');
    const texts = (await handedOver(chats)).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['人工', '村东头那片田是谁家的地']));
  });

  test('does not keep what is understood from being done', async () => {
    const liu = await chats.liaison(1);
    await liu.says('今年的稻子收成不错').hears('没看明白');
    await liu.says('收到 1').hears('1 号记下收到了');
  });

  test('is read by a person ten times in half an hour, not a thousand', async () => {
    const liu = await chats.liaison(0);
    await liu.says('人工').hears('已经转给');
    for (let times = 1; times < 10; times += 1) await liu.says(`稻子 ${times} 号田`).hears(/转给|没有找到/);
    const before = (await handedOver(chats)).length;
    for (let times = 1; times < 15; times += 1) await liu.says(`稻子收成${'好'.repeat(times)}`).hears('转给');
    expect((await handedOver(chats)).length - before).toBeLessThan(10);
    await liu.says('稻子收成').hears('请等他们联系您', '12368');
  });

  test('may be five thousand characters', async () => {
    const liu = await chats.liaison(0);
    await liu.says('稻'.repeat(5_000)).hears('没看明白');
    await liu.says('稻'.repeat(5_000)).hears('已经转给');
    expect((await handedOver(chats)).some(({ text }) => text === '稻'.repeat(2_000))).toBe(true);
  });

  test('may be HTML, or letters that no record can hold', async () => {
    const liu = await chats.liaison(0);
    await liu.says('<img src=x onerror=alert()>\u0000\udfff').hears('没看明白');
    await liu.says('<b>稻子</b>\u0007').hears('已经转给');
    expect((await handedOver(chats)).map(({ text }) => text)).toContain('<b>稻子</b>');
  });

  test('may be a picture: only words are read', async () => {
    const liu = await chats.liaison(0);
    await liu.says('').hears('我只看得懂文字');
    await liu.says('  \n ').hears('我只看得懂文字');
  });

  test('is a number alone', async () => {
    const liu = await chats.liaison(3);
    await liu.says('3').hears('3 号怎么样了？', '回“收到 3”', '回“走访 3”');
    await liu.says('77').hears('没有找到 77 号');
    expect(await liu.record(3)).toMatchObject({ state: 'open' });
  });

  test('is a no to nothing', async () => {
    const liu = await chats.liaison(1);
    await liu.says('不对').hears('没有在问您什么');
  });
});

describe('what was wrong before', () => {
  test('is put right by a person, who reads the whole sentence', async () => {
    const liu = await chats.liaison(1);
    await liu.says('走访 1 愿履行').hears('记好了');
    await liu.says('记错了').hears('请连着号重报一次');
    await liu.says('1 号刚才记错了，应该改一下').hears('转给青溪县人民法院');
    expect((await liu.record(1)).visits).toHaveLength(1);
  });
});

describe('a quoted message', () => {
  const quote = (text: string, answer: string) =>
    `「小执：${text}」\n- - - - - - - - - - - - - - -\n${answer}`;

  test('of the bot’s to him: 「收到」 is of the task in it', async () => {
    const liu = await chats.liaison(3);
    const text = `任务 2：https://court.example/#/liaison/get-task/index?taskId=${await liu.taskOf(2)}`;
    await liu.says(quote(text, '收到')).hears('2 号记下收到了');
    expect(await liu.record(1)).toMatchObject({ isReceived: false });
  });

  test('and a visit too', async () => {
    const liu = await chats.liaison(3);
    const text = `任务 2：https://court.example/#/liaison/get-task/index?taskId=${await liu.taskOf(2)}`;
    await liu.says(quote(text, '走访了没人')).hears('记好了：2 号走访，联系不上');
  });

  test('that was cut: it is asked', async () => {
    const liu = await chats.liaison(3);
    await liu.says(quote('任务 2：https://court.exa…', '收到')).hears('您是说 2 号收到了吗？');
    await liu.says('是的').hears('2 号记下收到了');
  });

  test('that was said to somebody else: nothing is recorded of the task with the same number', async () => {
    const liu = await chats.liaison(2);
    const other = await chats.liaison(2);
    const stolen = `任务 2：https://court.example/#/liaison/get-task/index?taskId=${await other.taskOf(2)}`;
    await liu.says(quote(stolen, '收到')).hears('您引的那条不是发给您的，我没有记。');
    await liu.says(quote(stolen, '走访了愿履行')).hears('不是发给您的');
    expect(await liu.record(2)).toMatchObject({ state: 'open', visits: [] });
    expect(await other.record(2)).toMatchObject({ state: 'open', visits: [] });
  });

  test('does not outweigh the number that he says himself', async () => {
    const liu = await chats.liaison(3);
    const text = `任务 2：https://court.example/#/liaison/get-task/index?taskId=${await liu.taskOf(2)}`;
    await liu.says(quote(text, '收到 3')).hears('3 号记下收到了');
    expect(await liu.record(2)).toMatchObject({ isReceived: false });
  });
});
