import { expect, test } from 'vitest';
import { type PlatformWords, vouchedOpenid } from '../../cloudfunctions/server/auth';

const whole = { TCB_SOURCE: 'wx_client', WX_APPID: 'wx-ours', WX_OPENID: 'openid-of-song' };

test.each<[string, PlatformWords | undefined, string, string | undefined]>([
  ['our mini-program', whole, 'wx-ours', 'openid-of-song'],
  ['another mini-program', { ...whole, WX_APPID: 'wx-theirs' }, 'wx-ours', undefined],
  ['another function of the environment', { ...whole, TCB_SOURCE: 'scf' }, 'wx-ours', undefined],
  ['our mini-program by way of a function', { ...whole, TCB_SOURCE: 'wx_client,scf' }, 'wx-ours', undefined],
  ['a source that only sounds like it', { ...whole, TCB_SOURCE: 'not_wx_client' }, 'wx-ours', undefined],
  ['no source', { ...whole, TCB_SOURCE: undefined }, 'wx-ours', undefined],
  ['no app id on either side', { ...whole, WX_APPID: '' }, '', undefined],
  ['no person', { ...whole, WX_OPENID: '' }, 'wx-ours', undefined],
  ['no words at all', undefined, 'wx-ours', undefined],
])('%s', (_, words, ourAppId, openid) => {
  expect(vouchedOpenid(words, ourAppId)).toBe(openid);
});
