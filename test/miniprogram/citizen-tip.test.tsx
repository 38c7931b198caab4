import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setTransport, type Transport } from '../../miniprogram/src/api';
import { handOn } from '../../miniprogram/src/citizen/handed-on';
import MyTip from '../../miniprogram/src/citizen/my-tip';
import { platform } from '../../miniprogram/src/platform';
import { HOME, MY_TIP } from '../../miniprogram/src/routes';
import { session } from '../../miniprogram/src/session';
import type { OutputOf, RequestOf } from '../../shared/actions';
import { REWARD_SENTENCES, type RewardState } from '../../shared/cases/reward';
import { CLAIM_SENTENCES, TIP_STATE_SENTENCES } from '../../shared/cases/tip';
import { makeTipCode, showTipCode } from '../../shared/cases/tip-code';
import type { Day } from '../../shared/day';
import type { Fen } from '../../shared/money';
import { forgetEverything, showAgain, visited } from './taro';

const phone = vi.hoisted(() => ({ hidden: new Set<() => void>(), onTop: '' }));
vi.mock('@tarojs/taro', async (load) => {
  const taro = await load<{ default: object }>();
  const { useEffect } = await import('react');
  return {
    ...taro,
    useDidHide: (callback: () => void) =>
      useEffect(() => {
        phone.hidden.add(callback);
        return () => void phone.hidden.delete(callback);
      }),
    default: { ...taro.default, getCurrentPages: () => [{ route: phone.onTop }] },
  };
});

const CODE = makeTipCode((bytes) => new Uint8Array(bytes).fill(127));
const HERE = MY_TIP.slice(1);

let answers: Record<string, unknown>;
let refusals: Record<string, { code: string; message: string }>;
let asked: { action: string; input: unknown }[];
let before: Transport;

beforeEach(() => {
  forgetEverything();
  session.end(null);
  phone.onTop = HERE;
  answers = {};
  refusals = {};
  asked = [];
  before = setTransport(async ({ action, input }) => {
    asked.push({ action, input });
    if (action in refusals) return { body: { ok: false, refusal: refusals[action] } };
    if (!(action in answers)) throw new Error('no network');
    return { body: { ok: true, data: answers[action] } };
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.useRealTimers();
  setTransport(before);
});

const inputsOf = <T = unknown>(action: string) =>
  asked.filter((one) => one.action === action).map(({ input }) => input as T);
const tap = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const field = (name: string) =>
  document.querySelector<HTMLInputElement>(`input[name="${name}"], textarea[name="${name}"]`)!;
const write = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });
const stored = () =>
  [
    ...platform.storage.keys().map((key) => `${key} ${JSON.stringify(platform.storage.get(key))}`),
    ...Array.from({ length: sessionStorage.length }, (_, n) =>
      sessionStorage.getItem(sessionStorage.key(n)!),
    ),
  ].join('\n');

type Tip = OutputOf<'open-tip'>;
type Reward = NonNullable<Tip['reward']>;
const tip: Tip = {
  number: 7,
  receivedAt: '2026-03-05T01:02:00.000Z',
  state: 'dispatched',
  sentence: TIP_STATE_SENTENCES.dispatched,
  note: null,
  about: 'vehicle',
  words: '白色小客车，每天晚上在那里',
  place: '菜市场后门',
  claim: CLAIM_SENTENCES.alone,
  messages: [
    { from: 'court', words: '车牌尾号是多少？', at: '2026-03-05T02:00:00.000Z', photos: [] },
    { from: 'tipster', words: '好像是 88', at: '2026-03-05T03:00:00.000Z', photos: ['photo_00000001'] },
  ],
  hasIdentity: false,
  reward: null,
};
const rewardIn = (state: RewardState, more: Partial<Reward> = {}): Tip => ({
  ...tip,
  state: 'done',
  sentence: TIP_STATE_SENTENCES.done,
  reward: {
    ...{ state, sentence: REWARD_SENTENCES[state], amount: 500_000 as Fen, note: null },
    ...{ receipt: null, dispute: null, ...more },
  },
});

const open = async (data: Tip = tip) => {
  answers['open-tip'] = data;
  render(<MyTip />);
  write('code', showTipCode(CODE));
  fireEvent.click(document.querySelector('[name="open-tip"]')!);
  await screen.findByText('第 7 号线索');
};

describe('查询进展', () => {
  test('the code is asked for, and checked before it travels', async () => {
    refusals['open-tip'] = { code: 'tip-code-unknown', message: '没有找到这个收据码，请逐位核对。' };
    render(<MyTip />);
    write(
      'code',
      CODE.replace(/.$/, (last) => String((Number(last) + 1) % 10)),
    );
    fireEvent.click(document.querySelector('[name="open-tip"]')!);
    await screen.findByText('收据码是 16 位数字，请逐位核对，可能有一位写错了。');
    expect(inputsOf('open-tip')).toEqual([]);
    write('code', CODE);
    fireEvent.click(document.querySelector('[name="open-tip"]')!);
    await screen.findByText('没有找到这个收据码，请逐位核对。');
  });

  test('with spaces in the code he sees where it stands, and nothing says what he did', async () => {
    await open();
    screen.getByText(TIP_STATE_SENTENCES.dispatched);
    screen.getByText(CLAIM_SENTENCES.alone);
    screen.getByRole('group', { name: '第 3 步，共 5 步：派出' });
    screen.getByText('法院 · 3月5日 10:00');
    screen.getByText('附照片 1 张');
    expect(document.title).toBe('查询进展 · 执前通');
    expect(document.body.textContent).not.toContain('举报');
    expect(document.body.textContent).not.toContain(CODE);
  });

  test('one that was not taken up has its reason, and no steps', async () => {
    await open({ ...tip, state: 'refused', sentence: TIP_STATE_SENTENCES.refused, note: '内容不够具体' });
    screen.getByText('法院的话：内容不够具体');
    expect(screen.queryByRole('group', { name: /第 \d 步/ })).toBeNull();
  });

  test('he answers; a lost answer is sent again under the same name, another text under another', async () => {
    await open();
    await tap('送给法院');
    await screen.findByText('请多写几个字，说清楚是什么、怎么知道的。');
    write('words', '尾号是 88，白色');
    await tap('送给法院');
    await screen.findByText('没有网络，还没有送到。请不要离开本页，有网络后再点一次。');
    answers['add-to-tip'] = { done: true };
    await tap('送给法院');
    await screen.findByText(/已送到法院/);
    expect(field('words').value).toBe('');
    write('words', '今天又看到了');
    await tap('送给法院');
    await waitFor(() => expect(inputsOf('add-to-tip')).toHaveLength(3));
    type Added = RequestOf<'add-to-tip'>;
    const [first, again, next] = inputsOf<Added>('add-to-tip');
    expect(again).toEqual(first);
    expect(next?.once).not.toBe(first?.once);
    expect(next).toMatchObject({ words: '今天又看到了', photos: [], device: first?.device });
    await waitFor(() => expect(inputsOf('open-tip')).toHaveLength(3));
  });

  test('what was changed after it had arrived is there to be added', async () => {
    answers['open-tip'] = tip;
    handOn({ code: CODE, words: '车牌尾号 88' });
    render(<MyTip />);
    await screen.findByText('第 7 号线索');
    expect(field('words').value).toBe('车牌尾号 88');
    expect(inputsOf('open-tip')).toEqual([{ code: CODE }]);
  });
});

describe('奖励', () => {
  test('before it is granted nobody is asked who he is', async () => {
    await open(rewardIn('proposed'));
    screen.getByText(REWARD_SENTENCES.proposed);
    screen.getByText('5,000.00');
    expect(field('idNumber')).toBeNull();
  });

  test('is claimed with a name and an account, each checked at its field', async () => {
    await open(rewardIn('approved'));
    screen.getByText(/只有两位指定人员一起，才能打开/);
    await tap('确认身份，领取奖励');
    for (const words of ['请填写姓名。', '身份证号码是 18 位，请核对。', '手机号码应为 11 位数字。'])
      await screen.findByText(words);
    screen.getByText('收款账号应为 8 到 25 位数字。');
    expect(inputsOf('claim-reward')).toEqual([]);
    write('name', '郑小满');
    write('idNumber', '999999 19900101 001x');
    write('phone', '19900001001');
    write('bankAccount', '6222 0000 0000 0001');
    answers['claim-reward'] = { sentence: '您的身份已经确认，法院正在安排发放。' };
    await tap('确认身份，领取奖励');
    await screen.findByText('请确认您不是申请执行人的代理人，也不是依法有义务提供线索的人。');
    fireEvent.click(document.querySelector('[name="declares"]')!);
    answers['open-tip'] = { ...rewardIn('claimed'), hasIdentity: true };
    await tap('确认身份，领取奖励');
    await screen.findByText(/由专人单独保管/);
    expect(screen.getAllByText('您的身份已经确认，法院正在安排发放。')).toHaveLength(2);
    expect(inputsOf('claim-reward')).toMatchObject([
      { name: '郑小满', phone: '19900001001', bankAccount: '6222000000000001' },
    ]);
    expect(field('idNumber')).toBeNull();
    expect(stored()).not.toMatch(/郑小满|6222|19900001001/);
  });

  test('its payment is written down', async () => {
    await open(rewardIn('paid', { receipt: { number: 'R-9', paidDay: '2026-04-01' as Day } }));
    screen.getByText('2026年4月1日，凭证号 R-9');
  });

  test('he objects to a refusal, and waits for somebody else’s answer', async () => {
    await open(rewardIn('refused', { note: '法院先已掌握' }));
    screen.getByText('法院先已掌握');
    await tap('我有异议');
    await tap('提交异议');
    await screen.findByText('请多写几个字，说清楚是什么、怎么知道的。');
    write('disputeWords', '是我最先说的');
    answers['dispute-reward'] = { done: true };
    answers['open-tip'] = rewardIn('refused', { dispute: { at: '2026-03-06T01:00:00.000Z', answer: null } });
    await tap('提交异议');
    await screen.findByText(/由没有参与决定的人答复/);
    expect(screen.queryByRole('button', { name: '我有异议' })).toBeNull();
    expect(inputsOf('dispute-reward')).toEqual([{ code: showTipCode(CODE), words: '是我最先说的' }]);
  });

  test('there being none can be objected to as well; an answer is shown', async () => {
    await open({ ...tip, reward: null });
    screen.getByRole('button', { name: '我有异议' });
    cleanup();
    await open(rewardIn('void', { dispute: { at: '2026-03-06T01:00:00.000Z', answer: '已重新核对' } }));
    screen.getByText('法院的答复：已重新核对');
  });
});

describe('leaving', () => {
  const hide = () => {
    for (const callback of [...phone.hidden]) callback();
  };

  test('「离开并清除」 forgets it and goes home', async () => {
    await open();
    await tap('离开并清除');
    expect(visited).toEqual([HOME]);
    expect(field('code').value).toBe('');
    expect(screen.queryByText('第 7 号线索')).toBeNull();
    cleanup();
    expect(stored()).not.toContain(CODE);
    expect(stored()).not.toContain(showTipCode(CODE));
    expect(stored()).not.toMatch(/菜市场|open-tip/);
  });

  test('nothing of the code is ever in the storage', async () => {
    await open();
    answers['add-to-tip'] = { done: true };
    write('words', '今天又看到了');
    expect(stored()).not.toContain('今天又看到了');
    await tap('送给法院');
    await screen.findByText(/已送到法院/);
    for (const trace of [CODE, showTipCode(CODE), '今天又看到了', '菜市场'])
      expect(stored()).not.toContain(trace);
  });

  test('another page on top of it makes it forget', async () => {
    await open();
    phone.onTop = 'pages/give-feedback/index';
    hide();
    await waitFor(() => expect(screen.queryByText('第 7 号线索')).toBeNull());
    expect(field('code').value).toBe('');
  });

  test('the camera does not; a long absence does', async () => {
    await open();
    const now = vi.spyOn(platform, 'now').mockReturnValue(new Date('2026-03-05T04:00:00Z'));
    hide();
    await new Promise((resolve) => setTimeout(resolve, 700));
    showAgain();
    screen.getByText('第 7 号线索');
    hide();
    now.mockReturnValue(new Date('2026-03-05T04:06:00Z'));
    showAgain();
    await waitFor(() => expect(screen.queryByText('第 7 号线索')).toBeNull());
  });

  test('what comes after he left is not shown', async () => {
    let answer: (body: { body: unknown }) => void = () => {};
    setTransport(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    render(<MyTip />);
    write('code', CODE);
    fireEvent.click(document.querySelector('[name="open-tip"]')!);
    phone.onTop = HOME;
    hide();
    await waitFor(() => expect(field('code').value).toBe(''));
    answer({ body: { ok: true, data: tip } });
    await waitFor(() => expect(screen.queryByText('正在查询…')).toBeNull());
    expect(screen.queryByText('第 7 号线索')).toBeNull();
  });
});
