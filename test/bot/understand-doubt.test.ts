import { describe, expect, test } from 'vitest';
import { understand } from '../../bot/understand';
import { shown, tableOf } from './understand-shown';

/** What would change a record, and may be meant otherwise: nothing of it is `sure`. */
const TABLES = {
  'numbers that are days, sums, telephones, houses, people': `
    3号去的 → visit 3 ?
    3号去了，愿意还 → visit 3 willing ?
    3号下午走访没人 → visit 3 unreachable ?
    他说3号还 → visit 3 ?
    他答应3号付 → visit 3 willing ?
    我昨天3号收到的短信 → unknown
    今天3号走访没人 → visit unreachable
    下个月3号还 → unknown
    愿意还5000块 → visit willing
    他还了300 → paid
    第三期还没给 → unknown
    3个人去的 → unknown
    三天以后再说 → unknown
    26.3.5收到 → unknown
    3.5收到 → unknown
    13812345678 → unknown
    138 1234 5678 → unknown
    0999-6000000 → unknown
    电话13812345678打不通 → visit unreachable
    2026-11-23 收到 → acknowledge
    11月23日走访没人 → visit unreachable
    11.23走访没人 → visit unreachable
    8点半走访，没人 → visit unreachable
    3号楼2单元没人 → visit unreachable
    三组的老李没人 → visit unreachable
    老三收到了 → unknown
    收到 0 → acknowledge
    收到 1000 → acknowledge
    走访 3 愿意还，下周五付5000 → visit 3 willing
    走访 3 愿履行 500 → visit 3 willing
    走访 3 愿意分3期 → visit 3 willing
    走访11-23 没人 → visit 11,12,13,14,15,16,17,18,19,20,21,22,23 unreachable ?
    三件都收到 → unknown
    收到3件 → unknown
  `,
  'said no': `
    没收到 → not-received
    3没收到 → not-received 3
    3 没有收到 → not-received 3
    冇收到 → not-received
    收不到3 → not-received 3
    3不收到 → acknowledge 3 ?
    3 收到不了 → acknowledge 3 ?
    还没去 → later
    3还没去 → later 3
    3 没走访 → later 3
    3 没去成，他说愿意还 → visit 3 willing ?
    3不是不愿意还 → visit 3 contacted ?
    3 不是联系不上 → visit 3 unreachable ?
    3 不是没钱 → visit 3 hardship ?
    3 没说愿意 → visit 3 willing ?
    3 他不怎么愿意 → visit 3 willing ?
    3 人没有在家 → visit 3 unreachable
    3 不是不归我管 → decline 3 ?
    3 不退回 → decline 3 ?
    别退回3 → decline 3 ?
    先别收到3 → acknowledge 3 ?
    3 不会还 → visit 3 contacted
    3 他不会还 → visit 3 contacted
    收到 3 不是 4 → acknowledge 3 ?
    3 没打算走访 → later 3
    3 还没联系上人 → later 3
    3 从来没说过不还 → visit 3 ?
  `,
  'asked, and not told': `
    3收到了吗 → acknowledge 3 ?
    3收到没 → acknowledge 3 ?
    3 收到没有 → acknowledge 3 ?
    3收到没? → acknowledge 3 ?
    收到没? → unknown
    收到了吗 → unknown
    3收到？ → acknowledge 3 ?
    3 愿意还吗 → visit 3 willing ?
    3 愿不愿意还 → visit 3 ?
    3 他是不是没钱 → visit 3 hardship ?
    3 走访了没 → visit 3 ?
    3 没人？ → visit 3 unreachable ?
    3 怎么不归我管 → decline 3 ?
    3 是不是派错了 → decline 3 ?
    3 为什么派给我 → visit 3 ?
    3 要不要走访 → visit 3 ?
    要是3没人呢 → visit 3 unreachable ?
    3 如果他愿意还 → visit 3 willing ?
    谁说3不归我管 → decline 3 ?
  `,
  'hearsay, irony, others': `
    3 听说他愿意还 → visit 3 willing ?
    3 可能没人 → visit 3 unreachable ?
    3 估计有困难 → visit 3 hardship ?
    3 好像在家 → visit 3 contacted ?
    3 他收到了 → acknowledge 3 ?
    3 老李收到了 → acknowledge 3 ?
    3号他收到判决了 → acknowledge 3 ?
    收到3的通知 → acknowledge 3 ?
    3 收到个屁 → acknowledge 3 ?
    收到个屁 → unknown
    呵呵，3收到 → acknowledge 3 ?
    3 愿意还才怪 → visit 3 willing ?
    3 他愿意还？鬼才信 → visit 3 willing ?
    3 我没钱 → visit 3 hardship ?
    3 我愿意 → visit 3 willing ?
    3 同意 → visit 3 willing ?
    3 只有老人在家 → visit 3 ?
    3 本来不愿意，后来答应了 → visit 3 willing ?
    3 收到，去了他家 → visit 3
    3 收到，没人 → acknowledge 3 + visit 3 unreachable ?
    收到3，不归我管 → acknowledge 3 + decline 3 ?
    3 明天去，他说愿意 → visit 3 willing ?
    3 不知道他愿意不愿意 → help 3
    他们都不在家 → visit unreachable
    1收到 呵呵 2收到 → acknowledge 1 ? + acknowledge 2
    3 今天天气好 → visit 3 ?
    王家坳3号没人 → visit 3 unreachable ?
    3不在我们村住了 → decline 3 ?
    3我不去 → decline 3 ?
    3 我不想去 → decline 3 ?
  `,
  'taken back, and left out': `
    收到3 4没收到 → acknowledge 3,4 ?
    3收到，4没收到 → acknowledge 3 ?
    除了3都收到 → acknowledge 3 ?
    3以外都收到 → acknowledge 3 ?
    都收到，除了3 → acknowledge 3 ?
    不是3是4收到 → acknowledge 3 ? + acknowledge 4
    3错了，4收到 → acknowledge 4 ?
    3 记错了，是没人 → visit 3 unreachable ?
    3改成没人 → visit 3 unreachable ?
    取消收到3 → acknowledge 3 ?
    取消 3 → no 3
    撤回3 → correction 3
    3搞错了 → wrong-person 3
    3不行 → no 3
    前3个收到 → unknown
    倒数第二个收到 → acknowledge #2 ?
    两个都走访了 → visit ?
    一个都没收到 → not-received
    一件也没去 → later
    任务3 任务4 收到 → acknowledge 3,4
  `,
};

describe.each(Object.entries(TABLES))('%s', (_, lines) => {
  test.each(tableOf(lines))('「%s」 → %s', (said, understood) => {
    expect(shown(said)).toBe(understood);
  });
});

/** Words of every outcome and deed, with a number, in the frames of questions, negations and hearsay. */
const DEEDS = [
  ...[
    '收到',
    '知道了',
    '晓得了',
    '收倒',
    '走访了',
    '上门了',
    '去过了',
    '愿履行',
    '愿意还',
    '答应了',
    '同意还',
  ],
  ...['联系不上', '没人', '不在家', '打不通', '有困难', '没钱', '住院', '已联系', '见到人了', '不肯还'],
  ...['不归我管', '退回', '派错了', '不是我们村的', '查无此人'],
];
const FRAMES: ((deed: string) => string)[] = [
  ...['吗', '吗？', '么', '?', '？', '没？', '没有？', '不？', '没', '是不是', '对不对', '才怪', '个屁'].map(
    (end) => (deed: string) => `3${deed}${end}`,
  ),
  ...[
    '不是',
    '没有',
    '不',
    '没',
    '别',
    '莫',
    '是不是',
    '难道',
    '要是',
    '如果',
    '听说',
    '可能',
    '好像',
    '谁说',
  ].map((start) => (deed: string) => `3 ${start}${deed}`),
  (deed) => `是不是3${deed}`,
  (deed) => `3 没说${deed}`,
  (deed) => `3 不知道${deed}`,
  (deed) => `${deed} 3 吗`,
];

describe('a question or a negation is never sure', () => {
  // What is a word of its own says what it says.
  const CLEAR = [
    ...['3 不愿履行', '3 不愿意还', '3 不答应了', '3 没答应了', '3 没有答应了', '3 不同意还', '3 没同意还'],
    '3 没见到人了',
  ];
  const phrases = DEEDS.flatMap((deed) => FRAMES.map((frame) => frame(deed)));
  test.each(phrases.filter((phrase) => !CLEAR.includes(phrase)))('「%s」', (phrase) => {
    const sure = understand(phrase).intents.filter(
      (intent) =>
        ['acknowledge', 'visit', 'decline'].includes(intent.kind) && 'sure' in intent && intent.sure,
    );
    expect(sure).toEqual([]);
  });
});
