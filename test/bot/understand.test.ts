import { describe, expect, test } from 'vitest';
import { shown, tableOf } from './understand-shown';

/** What liaisons say, and what is understood of it. A `?` is asked first; #3 is the third of a list, perhaps. */
const TABLES = {
  'the commands as the help says them': `
    待办 → list
    收到 3 → acknowledge 3
    走访 3 愿履行 → visit 3 willing
    走访 3 愿履行 「下周五付五千」 → visit 3 willing
    走访 3 已联系 → visit 3 contacted
    走访 3 联系不上 → visit 3 unreachable
    走访 3 有困难 → visit 3 hardship
    走访 3 → visit 3
    不该我办 3 人是桥头村的 → decline 3
    不该我办 3 → decline 3
    详情 3 → details 3
    详情 → details
    静音 → mute
    取消静音 → unmute
    帮助 → help
    人工 → person
    收到 → acknowledge
    都收到 → acknowledge all
    123456 → code 123456
    绑定码 123456 → code 123456
    我的绑定码是 123 456 → code 123456
  `,
  'received: free wording, dialect, and what voice input makes of it': `
    3号收到 → acknowledge 3
    收到，第三个 → acknowledge #3
    晓得了，3号 → acknowledge 3
    3知道了 → acknowledge 3
    已收到3 → acknowledge 3
    3 明白 → acknowledge 3
    收道3 → acknowledge 3
    收倒 3 → acknowledge 3
    收倒了，3 → acknowledge 3
    手到 3 → acknowledge 3
    3手到了 → acknowledge 3
    受到 3 → acknowledge 3
    首到3 → acknowledge 3
    小得了 3 → acknowledge 3
    收 到 3 → acknowledge 3
    SHOUDAO 3 → acknowledge 3
    3 好嘞 → acknowledge 3
    3 OK → acknowledge 3
    👌3 → acknowledge 3
    要得，3号 → acknowledge 3
    要得嘛 3 → acknowledge 3
    得行 3 → acknowledge 3
    3 中 → acknowledge 3
    3 中不中 → unknown
    行 3 → acknowledge 3
    好的好的3号收到了 → acknowledge 3
    领导好，3号收到 → acknowledge 3
    报告领导，3 收到！ → acknowledge 3
    3号已签收 → acknowledge 3
    3号任务收到 → acknowledge 3
    任务3收到 → acknowledge 3
    收到3号，谢谢 → acknowledge 3
    收到 3，下午就去看他 → acknowledge 3
    俺晓得咯 3 → acknowledge 3
    3 俺晓得了 → acknowledge 3
    晓得了 → acknowledge
    知到了 → acknowledge
    收倒 → acknowledge
    收到！！！ → acknowledge
    收到收到 → acknowledge
    嗯嗯收到 → acknowledge
    好的，收到 → acknowledge
    收到[抱拳] → acknowledge
    全部收到 → acknowledge all
    都收到了 → acknowledge all
    收到 全部 → acknowledge all
    统统晓得了 → acknowledge all
  `,
  'numbers in every writing': `
    收到３ → acknowledge 3
    收到③ → acknowledge 3
    收到⑩ → acknowledge 10
    收到⑶ → acknowledge 3
    收到3️⃣ → acknowledge 3
    叁号收到 → acknowledge 3
    收到三 → acknowledge 3
    三收到 → acknowledge 3
    收到 廿一 → acknowledge 21
    收到十二号 → acknowledge 12
    二十三号收到 → acknowledge 23
    收到 三十 → acknowledge 30
    收到#3 → acknowledge 3
    收到3# → acknowledge 3
    收到：3 → acknowledge 3
    收到【3】 → acknowledge 3
    第3个收到 → acknowledge #3
    第三件收到 → acknowledge #3
    收到 003 → acknowledge 3
    收到 12 → acknowledge 12
    两号收到 → acknowledge 2
    收到幺号 → acknowledge 1
    一 收到 → acknowledge 1
  `,
  'several tasks in one message': `
    1收到 2走访了没人 3不是我们村的 → acknowledge 1 + visit 2 unreachable + decline 3
    1收到，2走访了没人，3不归我管，是桥头村的 → acknowledge 1 + visit 2 unreachable + decline 3
    1号收到2号收到 → acknowledge 1 + acknowledge 2
    收到1和3 → acknowledge 1,3
    收到 1、2、3 → acknowledge 1,2,3
    收到1，2，3 → acknowledge 1,2,3
    1 2 3 收到 → acknowledge 1,2,3
    1,2,3收到 → acknowledge 1,2,3
    1.2.3收到 → acknowledge 1,2,3
    1/2/3 都收到 → acknowledge 1,2,3
    收到１．２．３ → acknowledge 1,2,3
    1号2号3号都收到了 → acknowledge 1,2,3
    收到①② → acknowledge 1,2
    收到1-3 → acknowledge 1,2,3
    收到1~3 → acknowledge 1,2,3
    收到 1—3 → acknowledge 1,2,3
    1到3收到 → acknowledge 1,2,3
    1至3号收到 → acknowledge 1,2,3
    收到 3跟5 → acknowledge 3,5
    走访 1和2 联系不上 → visit 1,2 unreachable
    1 愿意 2 没人 → visit 1 willing + visit 2 unreachable
    1.收到 2.没人 → acknowledge 1 + visit 2 unreachable
    1：收到；2：没钱 → acknowledge 1 + visit 2 hardship
    1号走访，3号收到，2号退回 → visit 1 + acknowledge 3 + decline 2
    详情 1 2 → details 1,2
    收到 3，走访 3 没人 → visit 3 unreachable
    3收到，去过了，没人 → visit 3 unreachable
    三号没人四号愿意还 → visit 3 unreachable + visit 4 willing
    领导我三号四号都去过了三号家里没人四号说愿意还下个月给两千 → visit 3 unreachable + visit 4 willing
    我今天去了3号和5号，3号没人，5号说没钱 → visit 3 unreachable + visit 5 hardship
    3号5号走访了，都没人 → visit 3,5 unreachable
    3）没人 5）愿意 → visit 3 unreachable + visit 5 willing
    收到1，收到2 → acknowledge 1 + acknowledge 2
    收到1 2 收到3 → acknowledge 1,2 + acknowledge 3
    退回1 退回2 人在外县 → decline 1 + decline 2
    走访1没人走访2愿意 → visit 1 unreachable + visit 2 willing
    走访1、2没人，收到3 → visit 1,2 unreachable + acknowledge 3
    3收到，不归我管，5号搬走的 → acknowledge 3 + decline 3 ?
    收到1 4走访了没人 → acknowledge 1 + visit 4 unreachable
    收到1 4愿意还 → acknowledge 1 + visit 4 willing
    退回1 4收到 → decline 1 + acknowledge 4
    走访1 4没人 → visit 1,4 unreachable
    收到1、2走访3没人 → acknowledge 1,2 + visit 3 unreachable
    退回 1 退回 2 人在外县 → decline 1 + decline 2
    收到 3 详情 → acknowledge 3 + details 3
    1没人2收到3不归我管，外县的4有困难 → visit 1 unreachable + acknowledge 2 + decline 3 + visit 4 hardship
    收到1收到2收到3 → acknowledge 1 + acknowledge 2 + acknowledge 3
  `,
  'visits: free wording, dialect, and slips': `
    3 今天上门了 → visit 3
    3号去过了 → visit 3 ?
    走仿3 → visit 3
    走放 3 没人 → visit 3 unreachable
    打了电话 3 → visit 3
    3 见到本人了 → visit 3 contacted
    3 电话打通了 → visit 3 contacted
    3 人在家，不肯还 → visit 3 contacted
    3 会到人了 → visit 3 contacted
    3 他答应下周付 → visit 3 willing
    走访3 愿旅行 → visit 3 willing
    3 说月底还 → visit 3 willing
    3 走访了，愿意还，下个月先付一半 → visit 3 willing
    2走访了没人 → visit 2 unreachable
    3 屋头没得人 → visit 3 unreachable
    3 屋里冇人 → visit 3 unreachable
    3 莫得人 → visit 3 unreachable
    3 屋里莫得人 → visit 3 unreachable
    3 没仁 → visit 3 unreachable
    3 电话打不通 → visit 3 unreachable
    3 走访了，门锁着，说是出去打工了 → visit 3 unreachable
    3 铁将军把门 → visit 3 unreachable
    走訪 3 聯繫不上 → visit 3 unreachable
    3 他家确实没钱 → visit 3 hardship
    3号走访了，住院呢 → visit 3 hardship
    走访3 低保户，拿不出 → visit 3 hardship
    3 没得钱 → visit 3 hardship
    3 莫得钱 → visit 3 hardship
    3 打死也不还 → visit 3 contacted
    3 去了他家，说死都不认账 → visit 3 contacted
    3 他家恼火得很，造孽 → visit 3 hardship
    3号上门了 人在家 不肯还 → visit 3 contacted
    走访了，没人在家 → visit unreachable
    没人 → visit unreachable
    愿履行 → visit willing
    我走访过了 → visit
    2走访了没人开门 → visit 2 unreachable
    走访 3 没有困难 → visit 3
    3 没人，明天再去 → visit 3 unreachable
    3 没人，说5号回来 → visit 3 unreachable
    3 去了3次都没人 → visit 3 unreachable
    3 他家3口人，低保 → visit 3 hardship
    3，2月28号去的，没人 → visit 3 unreachable
    3 欠5万，愿意先还5000，剩下11月30日前还清 → visit 3 willing
    3 打电话13912345678没人接 → visit 3 unreachable
    走访 3 愿履行 每月500分10期 → visit 3 willing
    3 走访了，他说考虑考虑 → visit 3
    3 搞定 → visit 3 ?
    那个领导啊三号我昨天下午去了他答应下周付五千 → visit 3 willing ?
    1 电话打不通，后来又说愿意还 → visit 1 unreachable/willing
    3 见到人了，他愿意 → visit 3 willing
  `,
  'not his': `
    不该我办 3 不是我们村的 → decline 3
    3不归我管，是桥头村的 → decline 3
    退回3 人家户口在外县 → decline 3
    派错了，3 → decline 3
    3 不是俺村的 → decline 3
    3不是我们村的，是桥头村的 → decline 3
    3 我们村没这个人 → decline 3
    3 查无此人 → decline 3
    3 冇得这个人 → decline 3
    不改我办 3 → decline 3
    不归我管 → decline
    3 那个人不归我管 → decline 3 ?
    3 他把钱退回来了 → decline 3 ?
  `,
  'asking about tasks': `
    代办 → list
    待伴 → list
    我还有几件？ → list
    今天有啥任务 → list
    还有哪些没办 → list
    還有哪些沒辦 → list
    有么子事 → list
    3 详情 → details 3
    3是谁 → details 3
    3号什么情况 → details 3
    看看3 → details 3
    3欠多少 → details 3
    2号欠多少钱 → details 2
    祥情3 → details 3
    详请 3 → details 3
    第三个是哪家 → details #3
    3 住哪 → details 3
    3 住哪，联系不上他 → details 3 + visit 3 unreachable ?
    3 明天去 → later 3
    3号还没走访 → later 3
    3 下午去走访 → later 3
    3 我去看看 → later 3
    3再联系 → later 3
    3还没去 → later 3
    还没来得及 → later
    没空去 → later
    3明天没空 → later 3
  `,
  'all else that a message can be about': `
    咋用 → help
    这个怎么弄 → help
    看不懂 → help
    ？？ → help
    转人工 → person
    有没有人啊 → person
    我要找法官 → person
    别跟我扯，找个人来 → person
    仁工 → person
    你是谁 → who
    你们是不是骗子 → who
    真的假的 → who
    你是哪个单位的 → who
    怎么证明你是法院的 → who
    别发了 → mute
    不要再发了 → mute
    TD → mute
    莫吵 → mute
    净音 → mute
    恢复提醒 → unmute
    可以发了 → unmute
    解绑 → unbind
    取消绑定 → unbind
    我换手机了 → unbind
    我的案子 → my-case
    案子到哪一步了 → my-case
    我的事咋样了 → my-case
    什么时候到期 → my-case
    我已经付了 → paid
    钱打过去了，我付清了 → paid
    上周还了五千 → paid
    我把钱转过去了 → paid
    怎么还钱 → paid
    能不能分期 → plan
    宽限几天 → plan
    我想跟他协商 → plan
    你们找错人了 → wrong-person
    发错了，我不是这个人 → wrong-person
    我不服 → objection
    我不欠他的钱 → objection
    我要申请执行 → enforcement
    他一直不还怎么办 → enforcement
    没收到 → not-received
    我没有收到啊 → not-received
    刚才说错了 → correction
    记错了 → correction
    我要更正 → correction
    谢谢 → thanks
    辛苦了 → thanks
    🙏 → thanks
    你好 → greeting
    在吗 → greeting
    早上好 → greeting
  `,
  'answers, which mean something only to a question': `
    是 → okay
    对头 → okay
    没错 → okay
    是的是的 → okay
    好 → okay
    要得 → okay
    中 → okay
    得行 → okay
    嗯 → okay
    哦 → okay
    OK → okay
    👌 → okay
    不是 → no
    算了 → no
    不用了 → no
    不对 → no
    没有 → no
    唔系 → no
    不是，是2号 → no 2
    3 → numbers 3
    ３ → numbers 3
    叁 → numbers 3
    第二个 → numbers #2
    1和3 → numbers 1,3
    全部 → numbers all
    是2号 → numbers 2
  `,
  'what nobody can read': `
    今年的稻子收成不错 → unknown
    隔壁老李家的牛 → unknown
    笑死我了 → unknown
    嘻嘻 → unknown
    <img src=x onerror=alert()> → unknown
    <script>收到</script> → unknown
    asdfgh → unknown
    shoudaole → unknown
    收入到了三月 → unknown
    中午吃饭 → unknown
    行政村 → unknown
    三月三赶集 → unknown
  `,
};

describe.each(Object.entries(TABLES))('%s', (_, lines) => {
  test.each(tableOf(lines))('「%s」 → %s', (said, understood) => {
    expect(shown(said)).toBe(understood);
  });
});

test('there are more than 250 of them', () => {
  const all = Object.values(TABLES).flatMap(tableOf);
  expect(all.length).toBeGreaterThan(250);
  expect(new Set(all.map(([said]) => said)).size).toBe(all.length);
});
