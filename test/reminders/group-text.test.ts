import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  digestText,
  type GroupTextFault,
  groupTextFault,
  urgentText,
} from '../../shared/reminders/group-text';

const SITE = 'https://zhiqian.example/#/';

describe('what a group may read', () => {
  test.each([
    digestText({ open: 3, overdue: 0 }, SITE),
    digestText({ open: 12, overdue: 4 }, SITE),
    digestText({ open: 12_345, overdue: 0 }, SITE),
    urgentText({ open: 1 }, SITE),
    '本周待办 3 件，请在小程序查看',
    '本周待办３件，请在小程序查看。',
    '请私聊我办理，群里不说具体情况。',
    '本周没有待办。',
  ])('%s', (text) => {
    expect(groupTextFault(text, SITE)).toBeNull();
  });

  test('whatever the counts are', () => {
    fc.assert(
      fc.property(fc.nat(2_000), fc.nat(999), (open, overdue) => {
        expect(groupTextFault(digestText({ open, overdue }, SITE), SITE)).toBeNull();
        expect(groupTextFault(urgentText({ open }, SITE), SITE)).toBeNull();
      }),
    );
  });
});

describe('what no group may read', () => {
  const table: [GroupTextFault, string][] = [
    ['name-or-word', '请联络员王小明今天办理'],
    ['name-or-word', '张三有 1 件待办'],
    ['name-or-word', '欧阳娜娜的待办 1 件'],
    ['name-or-word', '请到青溪镇柳树村 3 组'],
    ['name-or-word', '@老李 今天有 1 件待办'],
    ['name-or-word', 'Zhang San 有 1 件待办'],
    ['name-or-word', '本周待办 3 件，都是王五的'],
    ['number', '请打 057212368'],
    ['number', '请打 139 1234'],
    ['number', '请打 1234-5678'],
    ['number', '本周待办 2026 件'],
    ['number', '请回复 ８６２０１５'],
    ['amount', '还有 500 元没有收到'],
    ['amount', '收到 3 万'],
    ['amount', '还有五千块没有到'],
    ['amount', '共 ¥30'],
    ['amount', '共 1,200'],
    ['amount', '共 0.5 件'],
    ['case-number', '（2026）浙0599民初12号 今天到期'],
    ['case-number', '〔2026〕 今天到期'.replace('〔', '[').replace('〕', ']')],
    ['case-number', '请办理 12 号'],
    ['enforcement-word', '今天有 1 件执行待办'],
    ['enforcement-word', '被执行人今天到期'],
    ['enforcement-word', '今天会冻结'],
    ['link', `请查看 https://evil.example/`],
    ['link', `请查看：${SITE}?token=abc`],
    ['link', `请查看：${SITE}pages/case`],
    ['link', '请查看 evil.cn'],
    ['hidden-character', '本周待\u200b办 3 件'],
    ['hidden-character', '本周待办 3 件\u202e'],
  ];
  test.each(table)('%s: %s', (fault, text) => {
    expect(groupTextFault(text, SITE)).toBe(fault);
  });

  const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕';
  const GIVEN = '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰国建华红梅志';
  test('a name in the middle of a sentence that is allowed without it', () => {
    const name = fc
      .tuple(fc.constantFrom(...SURNAMES), fc.constantFrom(...GIVEN), fc.constantFrom('', ...GIVEN))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(name, (who) => {
        expect(groupTextFault(`本周${who}待办 3 件`, SITE)).toBe('name-or-word');
        expect(groupTextFault(`请 ${who} 在小程序查看`, SITE)).toBe('name-or-word');
      }),
    );
  });
});
