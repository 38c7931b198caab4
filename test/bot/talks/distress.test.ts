import { describe, expect, test } from 'vitest';
import { chatsOfThisFile, handedOver, type Speaker } from './chat';

const chats = chatsOfThisFile();

/** Help that can be reached this minute, kindly, and the court's own number. */
async function isHelped(speaker: Speaker, words: string): Promise<void> {
  const answer = await speaker
    .says(words)
    .hears('已经告诉青溪县人民法院的工作人员', '110', '12356', '0999-6000000');
  expect(answer).not.toMatch(/没看明白|绑定|待办|登记/u);
  expect(await handedOver(chats)).toContainEqual({ reason: 'distress', text: words });
}

describe('who sounds as if he were in danger', () => {
  test.each(['我不想活了', '逼死我算了', '活着没意思'])('a debtor says 「%s」', async (words) => {
    const { debtor } = await chats.parties();
    await isHelped(debtor, words);
  });

  test('a creditor threatens somebody', async () => {
    const { creditor } = await chats.parties();
    await isHelped(creditor, '他再不还钱我就砍死他');
  });

  test('a liaison tells of somebody: before any record', async () => {
    const liu = await chats.liaison(1);
    await isHelped(liu, '走访1 他说要喝农药');
    expect(await liu.record(1)).toMatchObject({ state: 'open', visits: [] });
  });

  test('somebody whom the bot does not know', async () => {
    await isHelped(chats.stranger(), '我要跳楼');
  });

  test('in the middle of a question: it waits no longer', async () => {
    const liu = await chats.liaison(1);
    await liu.says('走访 1').hears('走访下来怎么样？');
    await isHelped(liu, '我不想活了，别烦我');
    await liu.says('2').hears('没有找到 2 号');
    expect((await liu.record(1)).visits).toEqual([]);
  });

  test('and writes on: nobody sends him away with examples', async () => {
    const { debtor } = await chats.parties();
    await isHelped(debtor, '我真的不想活了');
    await debtor.says('隔壁的牛也欺负我').hears('我在听。', '12356', '110');
    expect(await handedOver(chats)).toContainEqual({ reason: 'distress', text: '隔壁的牛也欺负我' });
  });

  test('however often: it is told every time', async () => {
    const { debtor } = await chats.parties();
    const told = async () => (await handedOver(chats)).filter(({ text }) => text === '不想活').length;
    const before = await told();
    for (let times = 0; times < 12; times += 1) await debtor.says('不想活').hears('12356');
    expect((await told()) - before).toBe(12);
  });

  test('and whose binding ends at that moment is heard all the same', async () => {
    const { debtor, obligorId } = await chats.parties();
    await chats.world.db.deleteFrom('chat_bindings').where('account_id', '=', obligorId).execute();
    await isHelped(debtor, '我不活了');
  });
});

test('who only says that he is dead tired is not', async () => {
  const liu = await chats.liaison(1);
  await liu.says('累死了，走访 1 联系不上').hears('1 号走访，联系不上');
  await liu.says('笑死我了').hears('没看明白');
});
