import { expect, test } from 'vitest';
import { deviceWords } from '../../shared/cases/device-words';

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0',
    'Windows 电脑上的 Edge',
  ],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0.0.0 Safari/537.36', 'Windows 电脑上的 Chrome'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148 MicroMessenger/8.0',
    'iPhone上的 微信',
  ],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1.15', '苹果电脑上的 Safari'],
  ['Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile Safari/537.36', '安卓手机上的 Chrome'],
  ['curl/8', '其他设备上的 浏览器'],
])('%s', (agent, words) => {
  expect(deviceWords(agent)).toBe(words);
});
