import { describe, expect, test } from 'vitest';
import { day } from '../../shared/day';
import { ENFORCEMENT_WORDS, forbiddenIn } from '../../shared/reminders/forbidden';
import { NOTICE_STEPS } from '../../shared/reminders/steps';
import { fieldFits } from '../../shared/reminders/subscribe-fields';
import {
  type Audience,
  SUBSCRIBE_TEMPLATES,
  SWEEP_COURSE,
  smsSegments,
  smsTemplates,
  smsWording,
  subscribeWording,
} from '../../shared/reminders/wording';

const place = {
  courtName: '青溪县人民法院',
  courtPhone: '0999-6000000',
  hotline: '12368',
  site: 'https://zhiqian.example',
};
const AUDIENCES: Audience[] = ['obligor', 'obligee', 'liaison', 'team'];
const every = NOTICE_STEPS.flatMap((step) => AUDIENCES.map((audience) => ({ step, audience })));
const saying = (of: (typeof every)[number]) => ({
  ...of,
  taskNumber: 'K7M2-9QXR',
  day: day('2026-03-20'),
  code: '1234 5678',
});

describe('what the court’s messages look like', () => {
  test('the day on which the period ends, to the debtor', () => {
    expect(smsWording(saying({ step: 'due', audience: 'obligor' }), place)).toEqual({
      template: 'due-obligor',
      version: 0,
      text: '【青溪县人民法院】您有一件生效文书确定的事项，2026年3月20日是履行期限的最后一天，请及时办理。已履行的请登记。编号K7M2-9QXR，查询码1234 5678（7天内有效），请到https://zhiqian.example查看。核实拨12368或0999-6000000。回复“退订”或“号码有误”停止发送。',
      fields: { day: '2026年3月20日', task: 'K7M2-9QXR', code: '1234 5678' },
    });
  });

  test('a week after, to the creditor: his road is open', () => {
    expect(smsWording(saying({ step: 'after-7', audience: 'obligee' }), place).text).toContain(
      '履行期限已于2026年3月20日届满。您可以随时申请执行，督促不影响申请。',
    );
  });

  test('a task, as a card in WeChat', () => {
    expect(subscribeWording(saying({ step: 'task-new', audience: 'liaison' }), place)).toEqual({
      template: 'task',
      version: 0,
      text: '【青溪县人民法院】\n任务：新的督促任务，请回复收到\n编号：K7M2-9QXR\n期限：2026年3月20日\n提示：核实请拨12368或法院电话',
      fields: {
        thing1: '新的督促任务，请回复收到',
        character_string2: 'K7M2-9QXR',
        date3: '2026年3月20日',
        thing4: '核实请拨12368或法院电话',
      },
      page: 'pages/home/index',
    });
  });
});

describe.each(every)('$step to $audience', (of) => {
  const sms = smsWording(saying(of), place);
  const card = subscribeWording(saying(of), place);

  test('carries nothing that others must not read', () => {
    expect(forbiddenIn(sms.text)).toEqual([]);
    expect(forbiddenIn(card.text)).toEqual([]);
  });

  test('says who writes, which matter, and how to verify', () => {
    for (const { text } of [sms, card]) {
      expect(text).toContain('【青溪县人民法院】');
      expect(text).toContain('K7M2-9QXR');
      expect(text).toContain('12368');
      expect(text).not.toMatch(/undefined|[{}]/);
    }
    expect(sms.text).toContain('0999-6000000');
    expect(sms.text).toContain('回复“退订”或“号码有误”停止发送');
  });

  test('a party gets a code, a liaison none', () => {
    const isParty = of.audience === 'obligor' || of.audience === 'obligee';
    expect(sms.text.includes('查询码1234 5678')).toBe(isParty);
    expect(card.text).not.toContain('1234');
  });

  test('fits into three short messages, and its fields into WeChat’s limits', () => {
    expect(smsSegments(sms.text)).toBeLessThanOrEqual(3);
    for (const [key, value] of Object.entries(card.fields)) expect(fieldFits(key, value)).toBe(true);
  });

  test('its variables fill its template in order', () => {
    const values = Object.values(sms.fields);
    const body = smsTemplates(place)[sms.template]!.replace(/\{(\d+)\}/g, (_, n) => values[Number(n) - 1]!);
    expect(`【青溪县人民法院】${body}`).toBe(sms.text);
    expect(Object.keys(card.fields)).toEqual(
      Object.keys(SUBSCRIBE_TEMPLATES[card.template as 'case'].fields),
    );
  });
});

test('what the sweep adds to a case’s course carries nothing either', () => {
  for (const words of Object.values(SWEEP_COURSE)) expect(forbiddenIn(words)).toEqual([]);
});

describe('what must not stand in a message', () => {
  test.each([
    ['amount', '请支付50000元'],
    ['amount', '尚欠3.5万元'],
    ['amount', '¥ 800'],
    ['case-number', '（2026）浙9999民初1号'],
    ['case-number', '督促〔2026〕1号'],
    ['id-number', '证件99999919800101004X'],
    ['phone', '请拨19900001001'],
    ['phone', '请拨199-0000-1001'],
    ['cause', '民间借贷纠纷'],
    ['token-link', 'https://zhiqian.example/a?t=3f'],
    ['payment-link', '点击付款'],
    ...ENFORCEMENT_WORDS.map((word) => ['enforcement-word', `您可能${word}`]),
  ])('%s: %s', (kind, text) => {
    expect(forbiddenIn(text!)).toContain(kind);
  });

  test('a name, where it is known whose', () => {
    expect(forbiddenIn('郑小满您好', ['郑小满', '何家福'])).toEqual(['name']);
  });
});

test.each([
  ['字'.repeat(70), 1],
  ['字'.repeat(71), 2],
  ['字'.repeat(134), 2],
  ['字'.repeat(135), 3],
])('a text costs as many short messages as the carrier counts', (text, segments) => {
  expect(smsSegments(text)).toBe(segments);
});
