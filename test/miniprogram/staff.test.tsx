import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setTransport, type Transport } from '../../miniprogram/src/api';
import Accounts from '../../miniprogram/src/court/accounts';
import HandOver from '../../miniprogram/src/pages/hand-over';
import MyDevices from '../../miniprogram/src/pages/my-devices';
import SetUpSignIn from '../../miniprogram/src/pages/set-up-sign-in';
import SignIn from '../../miniprogram/src/pages/sign-in';
import { platform } from '../../miniprogram/src/platform';
import { ACCOUNTS, GET_DESK, SET_UP_SIGN_IN } from '../../miniprogram/src/routes';
import { session } from '../../miniprogram/src/session';
import { forgetEverything, visited } from './taro';

const COURT = {
  name: '青溪县人民法院',
  phone: '0579-99990000',
  hotline: '12368',
  county: '青溪县',
  demo: false,
};
const me = (role: string | null, setUp: string | null = null) => ({
  accountId: 'acct_judge00001',
  name: '周明',
  setUp,
  roles: role ? [{ role, reach: '' }] : [],
  courtName: COURT.name,
  watermark: '周明 09:02',
});
const KEYS = {
  token: 'token-1',
  refreshToken: 'refresh-1',
  expiresAt: '2026-03-02T01:10:00Z',
  deviceToken: 'device-1',
  setUp: null,
};

let answers: Record<string, unknown>;
let asked: { action: string; input: unknown }[];
let before: Transport;
beforeEach(() => {
  forgetEverything();
  answers = { 'get-court': COURT };
  asked = [];
  before = setTransport(async ({ action, input }) => {
    asked.push({ action, input });
    const answer = answers[action];
    if (answer === undefined) throw new Error('no network');
    const isRefusal = typeof answer === 'object' && answer !== null && 'refusal' in answer;
    return { body: isRefusal ? { ok: false, ...answer } : { ok: true, data: answer } };
  });
});
afterEach(() => {
  cleanup();
  setTransport(before);
  session.end(null);
});

const inputsOf = (action: string) => asked.filter((one) => one.action === action).map(({ input }) => input);
const type = (name: string, value: string) =>
  fireEvent.change(document.querySelector(`input[name="${name}"]`)!, { target: { value } });
const tap = async (words: string | RegExp) =>
  fireEvent.click(await screen.findByRole('button', { name: words }));

describe('a member of the court signs in', () => {
  const fill = () => {
    type('loginName', 'zhouming');
    type('password', 'rain on the old bridge');
    type('code', '123456');
  };

  test('and comes to his desk; the browser is known from now on', async () => {
    answers['sign-in'] = KEYS;
    answers['get-me'] = me('judge');
    render(<SignIn />);
    fill();
    await tap('登录');
    await waitFor(() => expect(visited).toContain(GET_DESK));
    expect(inputsOf('sign-in')[0]).toMatchObject({ loginName: 'zhouming', code: '123456' });
    expect(inputsOf('sign-in')[0]).not.toHaveProperty('deviceToken', expect.anything());
    expect(platform.storage.get('device-token')).toBe('device-1');
    expect(session.get()).toMatchObject({ token: 'token-1', refreshToken: 'refresh-1' });
    cleanup();
    render(<SignIn />);
    fill();
    await tap('登录');
    await waitFor(() => expect(inputsOf('sign-in')).toHaveLength(2));
    expect(inputsOf('sign-in')[1]).toMatchObject({ deviceToken: 'device-1' });
  });

  test('the password is not shown while it is typed', () => {
    render(<SignIn />);
    expect(document.querySelector('input[name="password"]')?.getAttribute('type')).toBe('password');
  });

  test('what is wrong stands there as the court says it', async () => {
    answers['sign-in'] = {
      refusal: { code: 'sign-in-too-often', message: '输错的次数多了，请等 30 秒再试。' },
    };
    render(<SignIn />);
    fill();
    await tap('登录');
    expect(await screen.findByText(/请等 30 秒再试/)).toBeTruthy();
    expect(session.token()).toBeNull();
  });

  test('an empty field is said before anything is sent', async () => {
    render(<SignIn />);
    await tap('登录');
    expect(await screen.findByText('请填写密码。')).toBeTruthy();
    expect(inputsOf('sign-in')).toEqual([]);
  });

  test('the first time he is led to set up his sign-in', async () => {
    answers['sign-in'] = { ...KEYS, setUp: 'password' };
    answers['get-me'] = me(null, 'password');
    render(<SignIn />);
    fill();
    await tap('登录');
    await waitFor(() => expect(visited).toContain(SET_UP_SIGN_IN));
  });
});

describe('the first sign-in', () => {
  beforeEach(() => session.begin('token'));

  test('two passwords that differ are not sent', async () => {
    answers['get-me'] = me(null, 'password');
    render(<SetUpSignIn />);
    await screen.findByText('第一步，共两步');
    type('before', 'K7M2-9QXR-T3VA');
    type('password', 'rain on the old bridge');
    type('again', 'rain on the new bridge');
    await tap('保存新密码');
    expect(await screen.findByText('两次填的不一样，请重新填写。')).toBeTruthy();
    expect(inputsOf('change-password')).toEqual([]);
    type('again', 'rain on the old bridge');
    answers['change-password'] = { setUp: 'one-time-codes' };
    answers['get-me'] = me(null, 'one-time-codes');
    await tap('保存新密码');
    expect(await screen.findByText('第二步，共两步')).toBeTruthy();
  });

  test('the picture is scanned, the first code confirms, and the codes on paper are shown once', async () => {
    answers['get-me'] = me(null, 'one-time-codes');
    answers['set-up-totp'] = {
      uri: 'otpauth://totp/x',
      secret: 'ABCD EFGH',
      qr: 'data:image/png;base64,AA==',
    };
    answers['confirm-totp'] = { recoveryCodes: ['K7M2-9QXR-T3VA-8WZC'] };
    render(<SetUpSignIn />);
    await tap('装好了，显示二维码');
    expect(await screen.findByAltText('绑定身份验证器的二维码')).toBeTruthy();
    expect(screen.getByText('ABCD EFGH')).toBeTruthy();
    type('code', '123456');
    await tap('核对');
    expect(await screen.findByText('K7M2-9QXR-T3VA-8WZC')).toBeTruthy();
    answers['get-me'] = me('admin');
    await tap('已经抄好，开始使用');
    await waitFor(() => expect(visited).toContain(ACCOUNTS));
    expect(screen.queryByText('K7M2-9QXR-T3VA-8WZC')).toBeTruthy();
    expect(platform.storage.keys().join()).not.toContain('totp');
  });
});

test('a device that was lost is signed out from here', async () => {
  session.begin('token');
  const at = '2026-03-02T01:00:00.000Z';
  answers['list-sessions'] = {
    sessions: [
      {
        sessionId: 'sess_here000001',
        device: 'Windows 电脑上的 Edge',
        since: at,
        lastUsed: at,
        isThis: true,
      },
      { sessionId: 'sess_lost000001', device: '安卓手机上的 Chrome', since: at, lastUsed: at, isThis: false },
    ],
  };
  answers['end-session'] = { done: true };
  render(<MyDevices />);
  expect(await screen.findByText('本机')).toBeTruthy();
  await tap('让它退出');
  await waitFor(() => expect(inputsOf('end-session')).toEqual([{ sessionId: 'sess_lost000001' }]));
  await waitFor(() => expect(inputsOf('list-sessions')).toHaveLength(2));
});

describe('holidays', () => {
  beforeEach(() => {
    session.begin('token');
    answers['get-hand-overs'] = {
      given: [
        {
          handOverId: 'over_00000001',
          name: '桥小河',
          from: '2026-03-05',
          to: '2026-03-08',
          isRunning: true,
        },
      ],
      taken: [
        {
          handOverId: 'over_00000002',
          name: '卢志新',
          from: '2026-04-01',
          to: '2026-04-03',
          isRunning: false,
        },
      ],
      colleagues: [{ accountId: 'acct_bridge0001', name: '桥小河', post: '村联络员 桥头村' }],
    };
  });

  test('tasks go to a colleague for some days', async () => {
    answers['hand-over'] = { handOverId: 'over_00000003' };
    render(<HandOver />);
    fireEvent.click(await screen.findByRole('radio', { name: /桥小河/ }));
    type('from', '2026-05-01');
    type('to', '2026-05-05');
    await tap('确定交接');
    const expected = { toAccountId: 'acct_bridge0001', from: '2026-05-01', to: '2026-05-05' };
    await waitFor(() => expect(inputsOf('hand-over')).toEqual([expected]));
  });

  test('and are taken back', async () => {
    answers['end-hand-over'] = { done: true };
    render(<HandOver />);
    expect(await screen.findByText('代卢志新办理')).toBeTruthy();
    await tap('现在收回');
    await waitFor(() => expect(inputsOf('end-hand-over')).toEqual([{ handOverId: 'over_00000001' }]));
  });
});

describe('the administrator', () => {
  const account = {
    accountId: 'acct_song000001',
    name: '宋大山',
    phoneMasked: '199****0006',
    loginName: null,
    signIn: 'none',
    disabled: false,
    grants: [
      {
        grantId: 'grant_00000001',
        role: 'village-liaison',
        reach: '虹溪镇 宋家村',
        from: '2025-01-01',
        to: null,
      },
    ],
  };
  beforeEach(() => {
    session.begin('token');
    session.recognise(me('admin') as never);
    answers['list-accounts'] = { accounts: [account], more: false };
  });

  test('ends a role now', async () => {
    answers['end-grant'] = { done: true };
    render(<Accounts />);
    expect(await screen.findByText(/虹溪镇 宋家村/)).toBeTruthy();
    await tap('现在结束这个身份');
    await waitFor(() => expect(inputsOf('end-grant')).toEqual([{ grantId: 'grant_00000001' }]));
    await waitFor(() => expect(inputsOf('list-accounts')).toHaveLength(2));
  });

  test('adds somebody, and reads the password once', async () => {
    answers['save-account'] = { accountId: 'acct_new0000001', oneTimePassword: 'K7M2-9QXR-T3VA' };
    render(<Accounts />);
    await tap('添加一个人');
    type('name', '林静');
    type('loginName', 'linjing');
    await tap('保存');
    expect(await screen.findByText(/登录名 linjing，第一次登录的密码 K7M2-9QXR-T3VA/)).toBeTruthy();
    expect(inputsOf('save-account')).toEqual([{ name: '林静', loginName: 'linjing' }]);
  });

  test('gives a role for a village', async () => {
    answers['grant-role'] = { grantId: 'grant_00000002' };
    answers['list-areas'] = {
      teams: [],
      towns: [
        {
          townId: 'town_hongxi000',
          name: '虹溪镇',
          team: null,
          villages: [{ villageId: 'village_qiaotou00', name: '桥头村', aliases: [] }],
        },
      ],
    };
    render(<Accounts />);
    await tap('加身份、重置登录、停用');
    fireEvent.click(await screen.findByRole('radio', { name: /村联络员/ }));
    await tap('虹溪镇');
    await tap('桥头村');
    type('from', '2026-03-02');
    await tap('登记这个身份');
    const expected = {
      accountId: 'acct_song000001',
      role: 'village-liaison',
      villageId: 'village_qiaotou00',
      from: '2026-03-02',
    };
    await waitFor(() => expect(inputsOf('grant-role')).toEqual([expected]));
  });

  test('sees no way to the cases', async () => {
    render(<Accounts />);
    const nav = await screen.findByRole('navigation');
    expect(within(nav).queryByText('全部案件')).toBeNull();
    expect(within(nav).getByText('账号和身份')).toBeTruthy();
  });
});
