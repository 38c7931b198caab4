import { describe, expect, test } from 'vitest';
import { wechatTakes } from '../../cloudfunctions/host/carrier-sandbox/wechat-fields';
import { fieldFits } from '../../shared/reminders/subscribe-fields';

const EXAMPLES: [string, string, boolean][] = [
  ['thing1', '事'.repeat(20), true],
  ['thing1', '事'.repeat(21), false],
  ['thing1', '𠮷'.repeat(20), true],
  ['thing1', '（2026）浙9999民初123号', true],
  ['thing1', '', false],
  ['thing1', '   ', false],
  ['character_string2', 'K7M2-9QXR', true],
  ['character_string2', 'A'.repeat(33), false],
  ['character_string2', '（2026）浙9999民初123号', false],
  ['number3', '3', true],
  ['number3', '-3.25', true],
  ['number3', '9'.repeat(32), true],
  ['number3', '9'.repeat(33), false],
  ['number3', '3件', false],
  ['letter4', 'Qingxi', true],
  ['letter4', 'Qingxi1', false],
  ['symbol5', '！！', true],
  ['symbol5', '！！！！！！', false],
  ['phrase6', '待收到', true],
  ['phrase6', '请尽快收到', true],
  ['phrase6', '请尽快去收到', false],
  ['phrase6', '待收到1', false],
  ['name7', '陈某某', true],
  ['name7', '阿'.repeat(11), false],
  ['name7', 'A'.repeat(20), true],
  ['name7', 'A'.repeat(21), false],
  ['name7', `阿${'A'.repeat(10)}`, false],
  ['amount8', '¥1234567.89', true],
  ['amount8', '1234567元', true],
  ['amount8', '¥12345678901', false],
  ['amount8', '约1234元整', false],
  ['phone_number9', '0572-12368', true],
  ['phone_number9', '请拨12368', false],
  ['phone_number9', '1'.repeat(18), false],
  ['time10', '15:01', true],
  ['time10', '2026年3月12日 15:01', true],
  ['time10', '08:00~20:00', true],
  ['time10', '下午三点', false],
  ['date11', '2026年3月12日', true],
  ['date11', '2026年3月12日 15:01', true],
  ['date11', '2026年3月1日~2026年3月12日', true],
  ['date11', '2026-03-12', false],
  ['date11', '3月12日', false],
  ['wish12', '任何', false],
];

describe('the limits of a subscribe message’s fields', () => {
  test.each(EXAMPLES)('%s “%s”: %s', (key, value, fits) => {
    expect(fieldFits(key, value)).toBe(fits);
  });

  test.each(EXAMPLES)('WeChat would say the same of %s “%s”', (key, value, fits) => {
    expect(wechatTakes(key, value)).toBe(fits);
  });
});
