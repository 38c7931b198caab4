import { describe, expect, test } from 'vitest';
import { failureSubject, networkOf, secondsToWait, waitWords } from '../../shared/cases/lock-out';

const now = new Date('2026-03-02T09:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

describe('how long the next try waits', () => {
  test.each([
    ['nothing went wrong yet', 0, 0, 0],
    ['four slips cost nothing', 4, 0, 0],
    ['the fifth costs half a minute', 5, 0, 30],
    ['what has passed counts', 5, 12, 18],
    ['a broken second is a whole one', 5, 29.5, 1],
    ['half a minute later it is over', 5, 30, 0],
    ['the sixth costs a minute', 6, 0, 60],
    ['the seventh costs two', 7, 0, 120],
    ['the eighth costs five', 8, 0, 300],
    ['the ninth costs a quarter of an hour', 9, 0, 900],
    ['it never grows beyond', 5000, 0, 900],
    ['after a day it is forgotten', 5000, 24 * 3600, 0],
  ])('%s', (_, count, secondsAgo, expected) => {
    expect(secondsToWait(count === 0 ? null : { count, lastAt: ago(secondsAgo) }, now)).toBe(expected);
  });
});

describe('whose failures they are', () => {
  const judge = failureSubject('zhouming', { network: '192.0.2.7', knownDevice: 'his browser' });

  test.each([
    ['somebody elsewhere', 'zhouming', '198.51.100.1', null],
    ['somebody on the judge’s own address', 'zhouming', '192.0.2.7', null],
    ['a colleague at his own browser', 'linjing', '192.0.2.7', 'her browser'],
    ['a login name made of the device’s words', 'device zhouming', '192.0.2.7', null],
  ])('%s does not slow the judge down', (_, login, network, knownDevice) => {
    expect(failureSubject(login, { network, knownDevice })).not.toBe(judge);
  });

  test('the judge’s own browser counts as one wherever it is', () => {
    expect(failureSubject('zhouming', { network: '203.0.113.9', knownDevice: 'his browser' })).toBe(judge);
  });
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:0:1::5', '2001:db8:0:1::/64'],
  ['2001:0db8:0000:0001:aaaa:bbbb:cccc:dddd', '2001:db8:0:1::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', ''],
])('the network of %s', (address, expected) => {
  expect(networkOf(address)).toBe(expected);
});

test.each([
  [1, '1 秒'],
  [59, '59 秒'],
  [60, '1 分钟'],
  [61, '2 分钟'],
  [900, '15 分钟'],
])('%i seconds in words', (seconds, words) => {
  expect(waitWords(seconds)).toBe(words);
});
