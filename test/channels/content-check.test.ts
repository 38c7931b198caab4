import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ContentChecker, wechatChecker } from '../../cloudfunctions/server/tips/content-check';
import { type Carriers, nobodysAddress, OPENID, startCarriers, WECHAT } from './sandbox';

let carriers: Carriers;
let checker: ContentChecker;
beforeEach(async () => {
  carriers = await startCarriers();
  checker = wechatChecker({ ...WECHAT, baseUrl: carriers.url });
});
afterEach(() => carriers.stop());

describe('WeChat’s check of what a citizen writes', () => {
  test.each([
    ['他的货车停在砖厂', 'pass'],
    ['他是个骗子', 'review'],
    ['他在镇上开赌博机', 'risky'],
  ])('%s: %s', async (words, verdict) => {
    expect(await checker.check(words, OPENID)).toBe(verdict);
  });

  test('takes what is longer than it can read', async () => {
    expect(await checker.check('长'.repeat(5_000), OPENID)).toBe('pass');
  });

  test('goes on with a new token where the old one was revoked', async () => {
    expect(await checker.check('货车', OPENID)).toBe('pass');
    carriers.revokeToken();
    expect(await checker.check('货车', OPENID)).toBe('pass');
  });

  test('knows nothing where nobody answers, or its own account is refused', async () => {
    const nobody = wechatChecker({ ...WECHAT, baseUrl: await nobodysAddress() });
    expect(await nobody.check('货车', OPENID)).toBeNull();
    const stranger = wechatChecker({ ...WECHAT, secret: 'wrong', baseUrl: carriers.url });
    expect(await stranger.check('货车', OPENID)).toBeNull();
  });

  test('sends words and user, and nothing else of the tip', async () => {
    await checker.check('货车', OPENID);
    const at = carriers.calls.indexOf('/wxa/msg_sec_check');
    expect(JSON.parse(carriers.bodies[at]!)).toEqual({
      version: 2,
      scene: 2,
      openid: OPENID,
      content: '货车',
    });
  });
});
