import { describe, expect, test } from 'vitest';
import { day } from '../../shared/day';
import { forbiddenIn } from '../../shared/reminders/forbidden';
import {
  type OwnWordings,
  ownWordingFor,
  smsTemplates,
  smsWording,
  subscribeWording,
  wordingKey,
} from '../../shared/reminders/wording';
import { checkWording, templatesOf } from '../../shared/reminders/wording-rules';

const place = {
  courtName: '青溪县人民法院',
  courtPhone: '0999-6000000',
  hotline: '12368',
  site: 'https://zhiqian.example',
};
const find = (template: string, channel: 'sms' | 'subscribe' = 'sms') =>
  templatesOf(channel).find((one) => one.template === template)!;
const due = find('due-obligor');
const saying = {
  step: 'due',
  audience: 'obligor',
  taskNumber: 'K7M2-9QXR',
  day: day('2026-03-20'),
  code: '1234 5678',
} as const;

test.each(['sms', 'subscribe'] as const)('our own sentences pass our own check (%s)', (channel) => {
  for (const template of templatesOf(channel)) {
    const checked = checkWording(template, template.builtIn, place);
    expect([template.template, checked.problems]).toEqual([template.template, []]);
    expect(checked.preview?.text).toMatch(/^【青溪县人民法院】/);
    expect(checked.preview?.text).not.toMatch(/[{}]|undefined/);
  }
});

describe('a court’s own sentence', () => {
  test('is sent with everything that must stand in it, and its version', () => {
    const own = { body: '您好，{day}是一件生效文书履行期限的最后一天，请及时办理。', version: 3 };
    expect(smsWording(saying, place, own)).toEqual({
      template: 'due-obligor',
      version: 3,
      text: '【青溪县人民法院】您好，2026年3月20日是一件生效文书履行期限的最后一天，请及时办理。编号K7M2-9QXR，查询码1234 5678（7天内有效），请到https://zhiqian.example查看。核实拨12368或0999-6000000。回复“退订”或“号码有误”停止发送。',
      fields: { day: '2026年3月20日', task: 'K7M2-9QXR', code: '1234 5678' },
    });
  });

  test('that says a part itself does not get it twice', () => {
    const body = '编号{task}的文书请在{day}前履行，有疑问拨12368或0999-6000000，回复“退订”或“号码有误”停止。';
    const { text, fields } = smsWording(saying, place, { body, version: 1 });
    expect(text.match(/K7M2-9QXR/g)).toHaveLength(1);
    expect(text.match(/12368/g)).toHaveLength(1);
    expect(text.match(/退订/g)).toHaveLength(1);
    expect(text).toContain('查询码1234 5678（7天内有效），请到https://zhiqian.example查看');
    expect(Object.keys(fields)).toEqual(['task', 'day', 'code']);
    const own: OwnWordings = new Map([[wordingKey('due-obligor', 'sms'), { body, version: 1 }]]);
    expect(smsTemplates(place, own)['due-obligor']).toMatch(/^编号\{1\}的文书请在\{2\}前履行.*查询码\{3\}/);
  });

  test('stands on the card in the place of our subject', () => {
    const own = { body: '请留意{day}这一天', version: 2 };
    const card = subscribeWording(saying, place, own);
    expect(card).toMatchObject({ template: 'case', version: 2 });
    expect(card.fields.thing1).toBe('请留意2026年3月20日这一天');
    expect(card.fields.thing4).toContain('12368');
  });

  test('is found by step, reader, channel, and by how many cases a message tells of', () => {
    const one = { body: '一', version: 1 };
    const many = { body: '多', version: 1 };
    const card = { body: '卡', version: 1 };
    const own: OwnWordings = new Map([
      [wordingKey('due-obligor', 'sms'), one],
      [wordingKey('several-obligor', 'sms'), many],
      [wordingKey('due-obligor', 'subscribe'), card],
    ]);
    expect(ownWordingFor(own, saying, 'sms')).toBe(one);
    expect(ownWordingFor(own, { ...saying, cases: 2 }, 'sms')).toBe(many);
    expect(ownWordingFor(own, saying, 'subscribe')).toBe(card);
    expect(ownWordingFor(own, { ...saying, audience: 'obligee' }, 'sms')).toBeUndefined();
    expect(ownWordingFor(undefined, saying, 'sms')).toBeUndefined();
  });
});

describe('what is checked when it is saved', () => {
  test.each([
    ['nothing', '', /请写正文/],
    [
      'a variable of another message',
      '您有{count}件事项，期限到{day}。',
      /没有\{count\}这一项，可以用的是\{day\}、\{task\}、\{code\}/,
    ],
    ['a variable that does not exist', '{name}您好，请履行。', /没有\{name\}这一项/],
    ['a brace that is not closed', '期限到{day，请履行。', /花括号没有写完整/],
    ['an amount', '请在{day}前支付50000元。', /不写金额/],
    ['a case number', '（2026）浙9999民初1号，期限到{day}。', /不写案号/],
    ['a mobile number', '请拨19900001001。', /不能写手机号码/],
    ['another number', '请拨0999-6111111。', /除了法院电话和 12368，不能写别的号码/],
    ['the cause', '您的民间借贷纠纷，期限到{day}。', /不写案由/],
    ['a measure of enforcement', '逾期将限制消费。', /不写执行措施/],
    ['being blacklisted', '您将成为被执行人。', /不写执行措施/],
    ['a threat', '请履行，否则后果自负。', /不写威胁的话/],
    ['a link', '请点 https://pay.example/a?t=1 办理。', /不能加链接/],
    ['a bare address', '请到 www.example.com 办理。', /不能加链接/],
    ['an account', '请转账到法院账号办理。', /不能写收款账户/],
    ['a payment link', '扫码支付更方便。', /不能叫人点链接或扫码付款/],
    ['a signature of its own', '【法院】请履行。', /署名由系统写上/],
    ['two lines', '请履行。\n谢谢。', /不能换行/],
    [
      'too many words',
      `期限到{day}。${'请履行'.repeat(40)}`,
      /连同署名、编号和核实办法共\d+个字，最多201个字（三条短信），请删去\d+个字/,
    ],
  ])('%s is refused', (_, body, sentence) => {
    const { problems } = checkWording(due, body, place);
    expect(problems.join(' ')).toMatch(sentence);
    for (const problem of problems) expect(problem).toMatch(/。$/);
  });

  test('the court’s own telephone, hotline and address may stand in it', () => {
    const body = '期限到{day}，请到https://zhiqian.example办理，或拨0999-6000000、12368。';
    expect(checkWording(due, body, place).problems).toEqual([]);
  });

  test('the length is reckoned with the longest values: what fits a short court need not fit a long one', () => {
    const { preview: short } = checkWording(due, '期限到{day}。', place);
    const body = `期限到{day}。${'请'.repeat(201 - short!.characters)}`;
    expect(checkWording(due, body, place).problems).toEqual([]);
    expect(checkWording(due, `${body}请`, place).problems.join()).toMatch(/共202个字.*请删去1个字/);
    const long = { ...place, courtName: '青溪傣族景颇族自治州中级人民法院' };
    expect(checkWording(due, body, long).problems.join()).toMatch(/请删去9个字/);
    const { preview } = checkWording(due, '期限到{day}。', place);
    expect(preview?.text).toContain('2026年12月31日');
    expect(preview?.characters).toBe(preview?.text.length);
  });

  test.each([
    ['请留意{day}这一天', true],
    ['请您务必留意{day}这一天的期限', false],
    ['一二三四五六七八九十一二三四五六七八九十', true],
    ['一二三四五六七八九十一二三四五六七八九十一', false],
  ])('a card’s subject has twenty characters: %s (%s)', (body, fits) => {
    const { problems } = checkWording(find('due-obligor', 'subscribe'), body, place);
    expect(problems).toEqual(
      fits ? [] : [expect.stringMatching(/^订阅消息的标题最多20个字，现在最长有\d+个字/)],
    );
  });
});

describe('one message for all of a person’s cases', () => {
  test.each(['obligor', 'obligee', 'liaison', 'team'] as const)(
    'to the %s counts them and nothing else',
    (audience) => {
      const sms = smsWording({ ...saying, audience, cases: 3 }, place);
      expect(sms.template).toBe(
        `several-${audience === 'liaison' || audience === 'team' ? 'staff' : audience}`,
      );
      expect(sms.text).toMatch(/您有3件/);
      expect(sms.fields.count).toBe('3');
      expect(forbiddenIn(sms.text)).toEqual([]);
      expect(subscribeWording({ ...saying, audience, cases: 3 }, place).fields.thing1).toBe(
        '您有3件事项请查看',
      );
    },
  );

  test('the weekly list counts the open tasks, not the cases of the message', () => {
    const digest = { ...saying, step: 'digest', audience: 'liaison', count: 7 } as const;
    expect(smsWording(digest, place).text).toContain('您有7件执前督促任务还没有办结');
    expect(subscribeWording(digest, place).fields.thing1).toBe('本周待办7件');
  });
});
