import { describe, expect, test } from 'vitest';
import { bindTo, chatsOfThisFile, handedOver } from './chat';

const chats = chatsOfThisFile();
const at = (page: string, caseId: string) => `https://court.example/#/${page}/index?caseId=${caseId}`;

describe('a debtor', () => {
  test('asks how his case stands: a state, a day, a link, and nobody’s name', async () => {
    const { debtor, caseId } = await chats.parties();
    await debtor
      .says('我的案子到哪一步了')
      .hears('您有 1 件案子：', '督促中，期限3月20日', at('obligor/my-case', caseId));
  });

  test('asks who that is, and hears how to check it', async () => {
    const { debtor } = await chats.parties();
    await debtor
      .says('你们是骗子吧')
      .hears('我是法院的聊天助手，是程序', '在聊天里办事', '12368', '我不收钱');
  });

  test('has paid: a link, and the bot takes no money', async () => {
    const { debtor, caseId } = await chats.parties();
    await debtor
      .says('我已经付了五千')
      .hears('我不收钱', '对方确认后就算数', at('obligor/register-payment', caseId));
    await debtor.says('怎么还钱').hears('钱直接付给对方');
    expect(await chats.world.db.selectFrom('payments').selectAll().execute()).toEqual([]);
  });

  test.each([
    ['我愿意还，下周五付五千', 'obligor/propose-plan'],
    ['能不能分期', 'obligor/propose-plan'],
    ['我现在没得钱', 'obligor/report-hardship'],
    ['我不服', 'obligor/register-objection'],
    ['你们找错人了', 'obligor/report-wrong-person'],
  ])('「%s」: the page for it', async (words, page) => {
    const { debtor, caseId } = await chats.parties();
    await debtor.says(words).hears(at(page, caseId));
  });

  test('wants a person', async () => {
    const { debtor } = await chats.parties();
    await debtor.says('我要找法官').hears('已经转给青溪县人民法院的工作人员', '0999-6000000');
    expect(await handedOver(chats)).toContainEqual({ reason: 'asked', text: '我要找法官' });
  });

  test('is not understood: two examples, then a person', async () => {
    const { debtor } = await chats.parties();
    await debtor.says('隔壁老李家的牛').hears('“我的案子”，或者“我付过了”');
    await debtor.says('又来吃我的菜').hears('已经转给');
  });

  test('says 「收到」, thanks and good-bye', async () => {
    const { debtor } = await chats.parties();
    await debtor.says('收到').hears('您这里不用回收到');
    await debtor.says('谢谢').hears('不客气');
    await debtor.says('好的').hearsNothing();
    await debtor.says('帮助').hears('我付过了');
    await debtor.says('静音').hears('急事还会发');
    await debtor.says('在吗').hears('您好');
  });

  test('talks like a liaison: there is no task of his, and nothing happens', async () => {
    const { debtor, tasks } = await chats.parties();
    await debtor.says('收到 1').hears('不用回收到');
    await debtor.says('走访 1 愿履行').hears('obligor/propose-plan');
    await debtor.says('不该我办 1 不是我').hears('没看明白');
    const task = await chats.world.db
      .selectFrom('tasks')
      .select('state')
      .where('task_id', '=', tasks['village-liaison'])
      .executeTakeFirstOrThrow();
    expect(task).toEqual({ state: 'open' });
  });
});

describe('a creditor', () => {
  test('asks for his case, and for enforcement', async () => {
    const { creditor, caseId } = await chats.parties();
    await creditor.says('案子怎么样了').hears('您有 1 件案子', at('obligee/my-case', caseId));
    await creditor.says('他一直不还怎么办').hears('申请执行是您的权利', at('obligee/my-case', caseId));
    await creditor.says('钱收到了').hears('请在这里确认', at('obligee/my-case', caseId));
    await creditor.says('帮助').hears('对方不付：申请执行');
  });
});

describe('somebody with several parts', () => {
  test('of two cases the bot does not guess one', async () => {
    const { debtor, obligorId } = await chats.parties();
    const second = await chats.parties();
    await chats.world.db
      .updateTable('party_bindings')
      .set({ account_id: obligorId })
      .where('account_id', '=', second.obligorId)
      .execute();
    await debtor.says('我的案子').hears('您有 2 件案子', 'https://court.example/#/pages/my-cases/index');
    await debtor.says('我付了').hears('https://court.example/#/pages/my-cases/index');
    // The other chat's account is nobody's any more.
    await second.debtor.says('我的案子').hears('在这里办事，先绑定');
  });

  test('a member of the court is told where his work is', async () => {
    const { world, county, bot } = chats;
    const judge = await bindTo({ world, county, bot }, county.judge, 'wx-judge');
    await judge.says('待办').hears('请在电脑的工作台上办');
    await judge.says('收到 1').hears('请在电脑的工作台上办');
    await judge.says('人工').hears('已经转给');
  });
});
