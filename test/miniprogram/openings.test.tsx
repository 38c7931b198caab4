import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useEffect } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setTransport, type Transport } from '../../miniprogram/src/api';
import { platform } from '../../miniprogram/src/platform';
import { session } from '../../miniprogram/src/session';
import Exclusions from '../../miniprogram/src/tips/exclusions';
import Openings from '../../miniprogram/src/tips/openings';
import type { Opening } from '../../miniprogram/src/tips/openings/opening-card';
import type { OutputOf } from '../../shared/actions';
import type { Role } from '../../shared/cases/roles';
import { dayAt } from '../../shared/day';
import { fen } from '../../shared/money';
import { forgetEverything, showAgain } from './taro';

// The stand-in for Taro has no such function yet: this page is the first that has to know when it is covered.
const hidden = vi.hoisted(() => new Set<() => void>());
vi.mock('@tarojs/taro', async (original) => ({
  ...(await original<typeof import('./taro')>()),
  useDidHide: (callback: () => void) =>
    useEffect(() => {
      hidden.add(callback);
      return () => void hidden.delete(callback);
    }),
}));
const cover = () => act(() => [...hidden].forEach((callback) => void callback()));

const COURT = {
  name: '青溪县人民法院',
  phone: '0579-99990000',
  hotline: '12368',
  county: '青溪县',
  demo: false,
};
let answers: Record<string, unknown>;
let asked: { action: string; input: unknown }[];
let before: Transport;

const signIn = (role: Role) => {
  session.begin('token');
  session.recognise({
    accountId: 'acct_somebody001',
    name: '沈安',
    roles: [{ role, reach: '' }],
    courtName: COURT.name,
    watermark: '沈安 09:02',
  } as OutputOf<'get-me'>);
};

beforeEach(() => {
  forgetEverything();
  sessionStorage.clear();
  answers = { 'get-court': COURT };
  asked = [];
  before = setTransport(async ({ action, input }) => {
    asked.push({ action, input });
    if (!(action in answers)) throw new Error('no network');
    return { body: { ok: true, data: answers[action] } };
  });
});
afterEach(() => {
  cleanup();
  setTransport(before);
});

const inputsOf = (action: string) => asked.filter((one) => one.action === action).map(({ input }) => input);
const tap = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const choose = async (name: RegExp) => fireEvent.click(await screen.findByRole('radio', { name }));
const named = (name: string) => fireEvent.click(document.querySelector(`[name="${name}"]`)!);
const write = (name: string, value: string) =>
  fireEvent.change(document.querySelector(`input[name="${name}"], textarea[name="${name}"]`)!, {
    target: { value },
  });

const opening: Opening = {
  openingId: 'open_00000001',
  number: 17,
  reason: 'pay',
  words: '发放奖励',
  askedBy: '沈安',
  askedAt: '2026-03-02T01:05:00.000Z',
  isMine: true,
  state: 'asked',
  decidedBy: null,
  note: null,
  expiresAt: null,
  opened: 0,
};
const granted: Opening = {
  ...opening,
  state: 'granted',
  decidedBy: '高远',
  note: '同意',
  expiresAt: '2026-03-03T02:00:00.000Z',
};
const who: OutputOf<'open-tipster'> = {
  name: '吴守信',
  idNumber: '999999199001011234',
  phone: '19900005678',
  bankName: '青溪农商银行',
  bankAccount: '6200000000001234',
  watermark: '沈安 只限本人查看',
};
const due = { rewardId: 'reward_00000001', number: 17, amount: fen(921_970) };
const listOf = (openings: Opening[], toPay: (typeof due)[] = []) => ({
  ...{ openings, toPay, watermark: '沈安' },
});
const SECRETS = [who.name, who.idNumber, who.phone, who.bankAccount];

/** Everything that outlives the page: the telephone's storage and this tab's own. */
const keptWords = () => {
  const kept = platform.storage.keys().map((key) => `${key} ${JSON.stringify(platform.storage.get(key))}`);
  return [...kept, ...Object.entries({ ...sessionStorage }), ...Object.entries({ ...localStorage })].join(
    '\n',
  );
};
const expectNothingLeft = () => {
  for (const secret of SECRETS) {
    expect(document.body.textContent).not.toContain(secret);
    expect(keptWords()).not.toContain(secret);
  }
};

describe('身份保管', () => {
  test('says that both names are recorded, and asks with number, reason and words', async () => {
    signIn('tip-custodian');
    answers['list-tipster-openings'] = listOf([]);
    answers['ask-tipster-opening'] = { openingId: opening.openingId };
    render(<Openings />);
    screen.getByText(/每打开一次，都会记下申请人和批准人两个人的姓名/);
    await screen.findByText('还没有人申请打开过身份。');
    await tap('申请打开身份');
    named('ask-tipster-opening');
    await screen.findByText('请填写线索编号。');
    screen.getByText('请选择为什么要打开。');
    write('number', '17');
    await choose(/可能有危险/);
    write('words', '接到威胁');
    named('ask-tipster-opening');
    await screen.findByText('线索 17 号：已提交，请等院领导批准。');
    expect(inputsOf('ask-tipster-opening')).toEqual([{ number: 17, reason: 'danger', words: '接到威胁' }]);
    await waitFor(() => expect(inputsOf('list-tipster-openings')).toHaveLength(2));
  });

  test('the identity is shown alone, under its own watermark, until he is done with it', async () => {
    signIn('tip-custodian');
    answers['list-tipster-openings'] = listOf([granted]);
    answers['open-tipster'] = who;
    render(<Openings />);
    await tap('打开身份');
    await screen.findByText(who.name);
    for (const secret of SECRETS) screen.getByText(secret);
    expect(screen.getAllByText(who.watermark).length).toBeGreaterThan(1);
    expect(screen.queryByRole('button', { name: '打开身份' })).toBeNull();
    for (const secret of SECRETS) expect(keptWords()).not.toContain(secret);
    await tap('看完了');
    await screen.findByRole('button', { name: '打开身份' });
    expectNothingLeft();
    expect(inputsOf('open-tipster')).toEqual([{ openingId: granted.openingId }]);
    await waitFor(() => expect(inputsOf('list-tipster-openings').length).toBeGreaterThan(1));
  });

  test('it is gone when another page covers this one, and does not come back with it', async () => {
    signIn('tip-custodian');
    answers['list-tipster-openings'] = listOf([granted]);
    answers['open-tipster'] = who;
    render(<Openings />);
    await tap('打开身份');
    await screen.findByText(who.name);
    cover();
    expectNothingLeft();
    act(showAgain);
    await screen.findByRole('button', { name: '打开身份' });
    expectNothingLeft();
    expect(inputsOf('open-tipster')).toHaveLength(1);
  });

  test('one that arrives while the page is covered is not there when it is seen again', async () => {
    signIn('tip-custodian');
    answers['list-tipster-openings'] = listOf([granted]);
    let arrive = (): void => {};
    const late = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const quick = setTransport(async (call, token) => {
      if (call.action !== 'open-tipster') return quick(call, token);
      await late;
      return { body: { ok: true, data: who } };
    });
    render(<Openings />);
    await tap('打开身份');
    cover();
    await act(async () => arrive());
    act(showAgain);
    await screen.findByRole('button', { name: '打开身份' });
    expectNothingLeft();
  });

  test('it is gone when the page is closed', async () => {
    signIn('tip-custodian');
    answers['list-tipster-openings'] = listOf([granted]);
    answers['open-tipster'] = who;
    const { unmount } = render(<Openings />);
    await tap('打开身份');
    await screen.findByText(who.name);
    unmount();
    expectNothingLeft();
  });

  test.each([
    ['another’s', { ...granted, isMine: false }],
    ['one that is over', { ...granted, state: 'over' }],
    ['one that waits', opening],
  ] as const)('%s is not opened', async (_, one) => {
    signIn('tip-custodian');
    answers['list-tipster-openings'] = listOf([one]);
    render(<Openings />);
    await screen.findByText('线索 17 号');
    expect(screen.queryByRole('button', { name: '打开身份' })).toBeNull();
    expect(screen.queryByRole('button', { name: '答复' })).toBeNull();
  });

  test('a reward is paid with a granted opening: the day and the bank’s number', async () => {
    signIn('tip-custodian');
    answers['list-tipster-openings'] = listOf([granted], [due]);
    answers['pay-reward'] = { receiptNumber: '奖收〔2026〕1号' };
    render(<Openings />);
    await tap('已经转账，登记发放');
    named('pay-reward');
    await screen.findByText('请填写银行流水号。');
    const today = dayAt(platform.now());
    write('paidDay', today);
    write('reference', '202603200001');
    named('pay-reward');
    await screen.findByText('线索 17 号：已登记发放，收据编号 奖收〔2026〕1号。');
    expect(inputsOf('pay-reward')).toEqual([
      { rewardId: due.rewardId, paidDay: today, reference: '202603200001' },
    ]);
  });

  test('without one he is led to ask for it', async () => {
    signIn('tip-custodian');
    answers['list-tipster-openings'] = listOf([{ ...granted, number: 18 }], [due]);
    answers['ask-tipster-opening'] = { openingId: opening.openingId };
    render(<Openings />);
    await screen.findByText(/先申请打开这条线索的身份/);
    expect(screen.queryByRole('button', { name: '已经转账，登记发放' })).toBeNull();
    named('ask:17');
    write('words', '发放奖励');
    named('ask-tipster-opening');
    await screen.findByText(/已提交/);
    expect(inputsOf('ask-tipster-opening')).toEqual([{ number: 17, reason: 'pay', words: '发放奖励' }]);
  });

  test('the chief decides; a refusal needs its reason; nothing else is his', async () => {
    signIn('chief');
    answers['list-tipster-openings'] = listOf([{ ...opening, isMine: false }], [due]);
    answers['decide-tipster-opening'] = { done: true };
    render(<Openings />);
    await tap('答复');
    expect(screen.queryByRole('button', { name: '申请打开身份' })).toBeNull();
    expect(screen.queryByText('待发放：线索 17 号')).toBeNull();
    await choose(/^不批准/);
    named('decide-tipster-opening');
    await screen.findByText('不同意的，请写明理由。');
    await choose(/^批准/);
    named('decide-tipster-opening');
    await screen.findByText('线索 17 号：已批准。');
    expect(inputsOf('decide-tipster-opening')).toEqual([
      { openingId: opening.openingId, decision: 'granted', note: '' },
    ]);
  });

  test('nobody grants his own', async () => {
    signIn('chief');
    answers['list-tipster-openings'] = listOf([opening]);
    render(<Openings />);
    await screen.findByText('由院领导批准，申请人自己不能批准。');
    expect(screen.queryByRole('button', { name: '答复' })).toBeNull();
  });
});

describe('线索回避', () => {
  const staff = Array.from({ length: 10 }, (_, at) => ({
    accountId: `acct_0000000${at}`,
    name: at === 9 ? '周明' : `同事${at}`,
    roles: '法官',
  }));
  const line = { caseId: 'case_00000001', caseNumber: '（2026）浙9999执1号', obligors: ['郑小满'] };
  const exclusion = {
    ...{ accountId: 'acct_00000009', name: '周明', caseId: line.caseId, caseNumber: line.caseNumber },
    ...{ reason: '被执行人的堂兄', at: '2026-03-02T01:05:00.000Z' },
  };

  beforeEach(() => {
    signIn('chief');
    answers['list-cases'] = { cases: [line], total: 1, page: 1, pages: 1 };
    answers['exclude-from-tips'] = { done: true };
  });

  test('a person is kept from the tips of a case', async () => {
    answers['list-tip-exclusions'] = { staff, exclusions: [] };
    render(<Exclusions />);
    await screen.findByText('现在没有人回避。');
    await tap('让一个人回避');
    await screen.findByText('共 10 人，请写姓名再找。');
    named('exclude-from-tips');
    await screen.findByText('请选择谁回避。');
    screen.getByText('请选择回避哪一件案件。');
    expect(inputsOf('exclude-from-tips')).toEqual([]);
  });

  test('with a reason, and let in again with one', async () => {
    answers['list-tip-exclusions'] = { staff, exclusions: [] };
    render(<Exclusions />);
    await tap('让一个人回避');
    write('person', '周');
    await tap('周明（法官）');
    await tap('（2026）浙9999执1号 郑小满');
    named('exclude-from-tips');
    await screen.findByText('请用一句话写明原因。');
    write('reason', '被执行人的堂兄');
    answers['list-tip-exclusions'] = { staff, exclusions: [exclusion] };
    named('exclude-from-tips');
    await screen.findByText('周明：已回避 （2026）浙9999执1号，马上看不到这件案件的线索。');
    await tap('不用再回避');
    write('reason', '登记错了');
    named('exclude-from-tips');
    await screen.findByText('周明：不再回避 （2026）浙9999执1号。');
    const who = { accountId: 'acct_00000009', caseId: line.caseId };
    expect(inputsOf('exclude-from-tips')).toEqual([
      { ...who, excluded: true, reason: '被执行人的堂兄' },
      { ...who, excluded: false, reason: '登记错了' },
    ]);
    expect(platform.storage.keys().filter((key) => key.startsWith('cache:'))).toEqual([]);
  });
});
