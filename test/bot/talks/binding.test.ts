import { describe, expect, test } from 'vitest';
import { chatsOfThisFile, handedOver, speaker } from './chat';

const chats = chatsOfThisFile();
const codeFor = async (accountId: string) =>
  (await (await chats.world.as(accountId)).does('create-chat-code', {})).code;

describe('somebody whom the bot does not know', () => {
  test('hears who it is, and how to bind', async () => {
    const nobody = chats.stranger();
    await nobody.says('你好').hears('我是法院的聊天助手，是程序', '进“在聊天里办事”', '把六位数字发给我');
    await nobody.says('你是谁').hears('我不收钱', '12368');
    await nobody.says('你们发错人了').hears('回“人工”');
    await nobody.says('谢谢').hears('不客气');
    await nobody.says('好').hearsNothing();
  });

  test.each(['待办', '收到 3', '走访 3 愿履行', '详情 1', '我的案子', '我付了', '静音'])(
    'hears nothing of anybody and changes nothing: 「%s」',
    async (words) => {
      await chats.stranger().says(words).hears('先绑定');
    },
  );

  test('is not understood: how to bind, then a person', async () => {
    const nobody = chats.stranger();
    await nobody.says('村东头那片田').hears('先绑定');
    await nobody.says('种了稻子').hears('已经转给青溪县人民法院的工作人员');
    expect(await handedOver(chats)).toContainEqual({ reason: 'not-understood', text: '种了稻子' });
  });

  test('wants a person', async () => {
    await chats.stranger().says('转人工').hears('已经转给青溪县人民法院的工作人员', '0999-6000000');
  });
});

describe('a code', () => {
  test.each([
    ['alone', (code: string) => code],
    ['with words around it', (code: string) => `我的绑定码是${code}`],
    [
      'with a gap and in wide letters',
      (code: string) =>
        `${code.slice(0, 3)} ${code.slice(3)}`.replace(
          /\d/gu,
          (digit) => '０１２３４５６７８９'[Number(digit)]!,
        ),
    ],
  ])('binds who writes it: %s', async (_how, written) => {
    const liu = await chats.liaison(1);
    const telephone = chats.stranger();
    await telephone.says(written(await codeFor(liu.accountId))).hears('绑好了。看手上的事，回“待办”');
    await telephone.says('待办').hears('您手上有 1 件要办');
  });

  test('of a debtor', async () => {
    const { obligorId } = await chats.parties();
    const telephone = chats.stranger();
    await telephone.says(await codeFor(obligorId)).hears('绑好了。看进展，回“我的案子”');
    await telephone.says('我的案子').hears('您有 1 件案子');
  });

  test('of a member of the court', async () => {
    const telephone = chats.stranger();
    await telephone.says(await codeFor(chats.county.clerk)).hears('绑好了。您的工作请在电脑的工作台上办');
  });

  test('that is wrong is told in the court’s own words, and after five of them he waits', async () => {
    const nobody = chats.stranger();
    for (let tries = 0; tries < 5; tries += 1)
      await nobody
        .says('000000')
        .hears('绑定码不对，或者已经用过、过期。请在小程序里重新获取一个，再发给我。');
    await nobody.says('000000').hears('输错的次数多了');
  });

  test('used by one is of no use to another', async () => {
    const liu = await chats.liaison(0);
    const code = await codeFor(liu.accountId);
    await chats.stranger().says(code).hears('绑好了');
    await chats.stranger().says(code).hears('绑定码不对');
  });

  test('written by two at once binds one', async () => {
    const liu = await chats.liaison(1);
    const code = await codeFor(liu.accountId);
    const [one, other] = [chats.stranger(), chats.stranger()];
    const answers = await Promise.all([one.says(code).hears(/绑/u), other.says(code).hears(/绑/u)]);
    expect(answers.filter((answer) => answer.startsWith('绑好了'))).toHaveLength(1);
  });

  test('from six digits that are none, for somebody who is bound', async () => {
    const { debtor } = await chats.parties();
    await debtor.says('200000').hears('您已经绑定好了，不用再发绑定码。');
    await debtor.says('我的案子').hears('您有 1 件案子');
  });
});

describe('a person bound twice', () => {
  test('with a new telephone: the old one hears nothing any more', async () => {
    const liu = await chats.liaison(1);
    const telephone = chats.stranger();
    await telephone.says(await codeFor(liu.accountId)).hears('绑好了');
    await liu.says('待办').hears('先绑定');
    await liu.says('收到 1').hears('我还不认识您，这句没有记。');
    await telephone.says('收到 1').hears('1 号记下收到了');
  });

  test('one telephone for another account: what was asked before is nobody’s', async () => {
    const first = await chats.liaison(1);
    const second = await chats.liaison(2);
    await first.says('走访 1').hears('走访下来怎么样？');
    const telephone = speaker({ bot: chats.bot }, first.from);
    await telephone.says(await codeFor(second.accountId)).hears('绑好了');
    await telephone.says('2').hears('2 号怎么样了？');
    expect((await first.record(1)).visits).toEqual([]);
    expect((await second.record(1)).visits).toEqual([]);
  });
});

describe('a liaison who left', () => {
  test('is a stranger', async () => {
    const liu = await chats.liaison(1);
    await liu.says('走访 1').hears('走访下来怎么样？');
    await chats.world.db.deleteFrom('role_grants').where('account_id', '=', liu.accountId).execute();
    await liu.says('2').hears('我还不认识您，这句没有记。');
    await liu.says('待办').hears('先绑定');
    expect((await liu.record(1)).visits).toEqual([]);
  });
});
