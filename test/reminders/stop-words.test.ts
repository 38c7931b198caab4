import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wishOf } from '../../shared/reminders/stop-words';

test.each([
  '退订',
  '退订。',
  ' 退 订 ',
  '“退订”',
  '「退订」',
  '【退订】！！',
  '退订短信',
  '请退订',
  '我要退订，谢谢',
  '回复退订',
  'TD',
  'td',
  'ＴＤ',
  'Ｔ　Ｄ',
  'TDTD',
  'T',
  't.',
  'STOP',
  '取消订阅',
  '别发短信了',
  '不要再发短信',
  '停止发送',
  '退\u200b订',
])('%j stops the messages', (text) => {
  expect(wishOf(text)).toBe('opted-out');
});

test.each([
  '号码有误',
  '"号码有误"',
  '号码有误。',
  '号 码 有 误',
  '您好，号码错误',
  '号码不对',
  '电话号码错了',
  '手机号不对',
  '这个号码错了',
  '打错了',
  '你打错了！',
  '你们打错电话了',
  '发错人了',
  '弄错号码了',
  '错号',
  '不是我',
  '不是本人',
  '我不是机主',
  '不认识这个人',
  '我不认识此人',
  '查无此人',
  '号码换人了',
])('%j says that the number is somebody else’s', (text) => {
  expect(wishOf(text)).toBe('wrong-number');
});

test.each([
  '',
  '。。。',
  '好的',
  '收到',
  '知道了',
  '已付',
  '不对',
  '弄错了',
  '你们弄错了',
  '金额错了',
  '不是我欠的',
  '我没有打错，想分期，不退订',
  '不要退订',
  '怎么退订',
  '退订会怎样？',
  '退货',
  'TDK',
  'TT',
  '1',
  'N',
  '订',
  '号码',
  '我换了号码，请发到新号码',
  '有误的是金额',
])('%j is for a person to read', (text) => {
  expect(wishOf(text)).toBeNull();
});

test('whatever stands around the word changes nothing, and any text is read without a fault', () => {
  const noise = fc.stringMatching(/^[\s，。！？、“”"'（）()【】…~-]{0,8}$/u);
  fc.assert(
    fc.property(noise, noise, (before, after) => wishOf(`${before}退${after}订${before}`) === 'opted-out'),
  );
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => wishOf(text) !== undefined));
});
