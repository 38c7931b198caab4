import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setTransport, type Transport } from '../../miniprogram/src/api';
import { platform } from '../../miniprogram/src/platform';
import { session } from '../../miniprogram/src/session';
import Figures from '../../miniprogram/src/tips/figures';
import { minuteWords } from '../../miniprogram/src/tips/figures/words';
import Rewards from '../../miniprogram/src/tips/rewards';
import type { Reward } from '../../miniprogram/src/tips/rewards/reward-card';
import type { OutputOf } from '../../shared/actions';
import { ledgerOf, rewardSums } from '../../shared/cases/reward';
import type { Role } from '../../shared/cases/roles';
import { addDays, addMonths, type Day, dayAt } from '../../shared/day';
import { fen, ZERO_FEN } from '../../shared/money';
import { forgetEverything } from './taro';

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
    name: '林静',
    roles: [{ role, reach: '' }],
    courtName: COURT.name,
    watermark: '林静 09:02',
  } as OutputOf<'get-me'>);
};

beforeEach(() => {
  forgetEverything();
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

/** 10% of 92,197,008 yuan, of which a policy bears five millions. */
const realized = fen(9_219_700_800);
const sums = rewardSums(
  {
    promise: { mode: 'share', share: { numerator: 1000, denominator: 10_000 } },
    payer: 'insurer',
    coverFen: fen(500_000_000),
  },
  realized,
);
const reward: Reward = {
  rewardId: 'reward_00000001',
  number: 17,
  caseNumber: '（2026）浙9999执1号',
  bountyNumber: '悬赏〔2026〕3号',
  state: 'proposed',
  realized,
  amount: sums.bounty,
  fromCreditor: sums.fromCreditor,
  fromInsurer: sums.fromInsurer,
  creditorNet: sums.creditorNet,
  payer: 'insurer',
  policyNumber: 'PICC-0001',
  basis: '拍卖厂房所得',
  proposedBy: '周明',
  proposedAt: '2026-03-02T01:05:00.000Z',
  approvedBy: [],
  note: null,
  exclusion: null,
  releaseDocument: null,
  receiptNumber: null,
  paidDay: null,
  ledger: [],
  dispute: null,
  mayDecide: true,
  mayAnswer: false,
};
const paid: Reward = {
  ...reward,
  state: 'paid',
  approvedBy: ['高远', '林静'],
  mayDecide: false,
  ledger: ledgerOf(realized, sums),
  receiptNumber: '奖收〔2026〕1号',
  paidDay: '2026-03-20' as Day,
};
const dispute = { words: '我是最先说的', at: '2026-03-05T01:00:00.000Z', answer: null };
const listOf = (...rewards: Reward[]) => ({
  ...{ rewards, total: rewards.length, page: 1, pages: 1, watermark: '林静' },
});

describe('奖励', () => {
  test('tells the sums, who proposed it and that nobody approved it yet', async () => {
    signIn('chief');
    answers['list-rewards'] = listOf(reward);
    render(<Rewards />);
    const beside = (label: string) =>
      screen.getByText(label, { selector: '.zq-row__label' }).nextElementSibling?.textContent;
    await screen.findByText('等第一位审批');
    expect(beside('到位')).toBe('92,197,008.00 元');
    expect(beside('奖励')).toBe('9,219,700.80 元');
    expect(beside('从申请执行人款中扣')).toBe('4,219,700.80 元');
    expect(beside('保险支付')).toBe('5,000,000.00 元，保单号 PICC-0001');
    expect(beside('申请执行人净得')).toBe('87,977,307.20 元');
    expect(beside('谁提议')).toBe('周明 3月2日 09:05');
    expect(beside('谁批准')).toBe('还没有');
    expect(platform.storage.keys().filter((key) => key.includes('list-rewards'))).toEqual([]);
  });

  test('the ledger’s two sides show equal totals, beside the receipt', async () => {
    signIn('judge');
    answers['list-rewards'] = listOf(paid);
    render(<Rewards />);
    await tap('已办完');
    const table = await screen.findByRole('table', { name: '线索 17 号的账目' });
    const last = within(table).getAllByRole('row').at(-1)!;
    const [word, debit, credit] = within(last)
      .getAllByRole('cell')
      .map((cell) => cell.querySelector('.zq-table__content')!.textContent);
    expect([word, debit, credit]).toEqual(['合计', '97,197,008.00 元', '97,197,008.00 元']);
    screen.getByText('两边合计相等。');
    screen.getByText('奖收〔2026〕1号');
    screen.getByText('2026年3月20日');
    screen.getByText('高远、林静');
    expect(inputsOf('list-rewards')).toContainEqual({ filter: 'ended', page: 1 });
  });

  test('a ledger that does not balance is called out', async () => {
    signIn('judge');
    const [first, ...others] = paid.ledger;
    answers['list-rewards'] = listOf({
      ...paid,
      ledger: [{ ...first!, debit: fen(first!.debit + 1) }, ...others],
    });
    render(<Rewards />);
    await screen.findByText(/两边合计不相等/);
    expect(screen.queryByText('两边合计相等。')).toBeNull();
  });

  test('the judge proposes; the sum comes from the notice and is told afterwards', async () => {
    signIn('judge');
    answers['list-rewards'] = listOf();
    answers['propose-reward'] = { rewardId: reward.rewardId, amount: sums.bounty };
    render(<Rewards />);
    await tap('提议一笔奖励');
    named('propose-reward');
    await screen.findByText('请填写线索编号。');
    write('tipNumber', '17');
    write('realized', '92,197,008');
    write('basis', '拍卖厂房所得');
    expect(document.querySelector('input[name="amount"]')).toBeNull();
    named('propose-reward');
    await screen.findByText('线索 17 号：按公告计算，奖励 9,219,700.80 元。请另外两个人先后批准。');
    expect(inputsOf('propose-reward')).toEqual([{ tipNumber: 17, realized, basis: '拍卖厂房所得' }]);
    await waitFor(() => expect(inputsOf('list-rewards')).toHaveLength(2));
  });

  test('an approver decides; a refusal needs its reason', async () => {
    signIn('chief');
    answers['list-rewards'] = listOf(reward);
    answers['decide-reward'] = { done: true };
    render(<Rewards />);
    expect(screen.queryByRole('button', { name: '提议一笔奖励' })).toBeNull();
    await tap('审批');
    await choose(/^不批准/);
    named('decide-reward');
    await screen.findByText('不批准的，请写明理由，提供人会看到。');
    await choose(/^批准/);
    named('decide-reward');
    await screen.findByText('线索 17 号，奖励 9,219,700.80 元：已批准。');
    expect(inputsOf('decide-reward')).toEqual([{ rewardId: reward.rewardId, decision: 'approve', note: '' }]);
  });

  test.each(['proposed', 'approved-once'] as const)(
    'who proposed or approved it does not decide while it is %s',
    async (state) => {
      signIn('judge');
      answers['list-rewards'] = listOf({ ...reward, state, mayDecide: false });
      render(<Rewards />);
      await screen.findByText('由没有提议、也没有批准过的另一位法官或院领导审批。');
      expect(screen.queryByRole('button', { name: '审批' })).toBeNull();
    },
  );

  test('what is decided already is not decided again', async () => {
    signIn('judge');
    answers['list-rewards'] = listOf({ ...paid, mayDecide: true });
    render(<Rewards />);
    await screen.findByText('已发放');
    expect(screen.queryByRole('button', { name: '审批' })).toBeNull();
  });

  test('the chief releases a liaison by a written decision', async () => {
    signIn('chief');
    answers['list-rewards'] = listOf({ ...reward, state: 'blocked', exclusion: 'liaison' });
    answers['release-payee'] = { done: true };
    render(<Rewards />);
    await screen.findByText('联络员、网格员');
    await tap('登记书面放行');
    named('release-payee');
    await screen.findByText('请填写法院书面决定的文号。');
    write('document', '（2026）浙9999执1号之二');
    named('release-payee');
    await screen.findByText('线索 17 号：已放行，身份保管员可以发放。');
    expect(inputsOf('release-payee')).toEqual([
      { rewardId: reward.rewardId, document: '（2026）浙9999执1号之二' },
    ]);
  });

  test.each([
    ['a judge', 'judge', { ...reward, state: 'blocked', exclusion: 'liaison' }],
    ['the chief, where it is not blocked', 'chief', { ...reward, state: 'claimed' }],
    ['the chief, where nothing can be lifted', 'chief', { ...reward, state: 'blocked', exclusion: 'party' }],
  ] as const)('no release by %s', async (_, role, one) => {
    signIn(role);
    answers['list-rewards'] = listOf(one);
    render(<Rewards />);
    await screen.findByText('线索 17 号');
    expect(screen.queryByRole('button', { name: '登记书面放行' })).toBeNull();
  });

  test('an objection is answered by somebody who decided nothing of it', async () => {
    signIn('judge');
    answers['list-rewards'] = listOf({ ...reward, state: 'refused', dispute, mayAnswer: true });
    answers['answer-reward-dispute'] = { done: true };
    render(<Rewards />);
    await screen.findByText('我是最先说的（3月5日 09:00）');
    await tap('答复异议');
    write('answer', '另有一人早一天提供');
    named('answer-reward-dispute');
    await screen.findByText('请选择是否支持异议。');
    await choose(/^不支持/);
    named('answer-reward-dispute');
    await screen.findByText('线索 17 号：异议已答复，提供人会看到。');
    expect(inputsOf('answer-reward-dispute')).toEqual([
      { rewardId: reward.rewardId, upheld: false, answer: '另有一人早一天提供' },
    ]);
  });

  test('whoever decided it reads the objection, and an answer once it is there', async () => {
    signIn('judge');
    const answered = { ...dispute, answer: '已说明' };
    answers['list-rewards'] = listOf(
      { ...reward, state: 'refused', dispute },
      { ...reward, rewardId: 'reward_00000002', state: 'refused', dispute: answered, mayAnswer: true },
    );
    render(<Rewards />);
    await screen.findByText('异议由没有审批过这笔奖励的人答复。');
    screen.getByText('已说明');
    expect(screen.queryByRole('button', { name: '答复异议' })).toBeNull();
  });
});

describe('线索统计', () => {
  type Data = OutputOf<'get-tip-figures'>;
  const figures: Data = {
    tips: 128,
    months: [
      { month: '2026-03', tips: 20 },
      { month: '2026-04', tips: null },
    ],
    areas: [
      { area: '虹溪镇', tips: 33 },
      { area: '青岭乡', tips: null },
    ],
    medians: { accepted: 135, dispatched: 45, onSite: null, done: 1500 },
    ledToMoney: 9,
    realized: fen(123_456),
    paid: ZERO_FEN,
    asOf: '2026-05-06' as Day,
  };

  beforeEach(() => signIn('chief'));

  test('asks for the last twelve months, and tells them in words', async () => {
    answers['get-tip-figures'] = figures;
    render(<Figures />);
    await screen.findByText('128 条中 9 条');
    for (const words of [
      '2 小时 15 分钟',
      '45 分钟',
      '25 小时 0 分钟',
      '1,234.56',
      '2026年3月',
      '20 条',
      '虹溪镇',
    ])
      screen.getByText(words);
    const to = dayAt(platform.now());
    expect(inputsOf('get-tip-figures')).toEqual([{ from: addDays(addMonths(to, -12), 1), to }]);
    screen.getByText('数字截至2026年5月6日。');
  });

  test('what stands for fewer than five is not shown', async () => {
    answers['get-tip-figures'] = {
      ...figures,
      tips: null,
      months: [{ month: '2026-04', tips: null }],
      areas: [{ area: '青岭乡', tips: null }],
      medians: { accepted: null, dispatched: null, onSite: null, done: null },
      ledToMoney: null,
      realized: null,
      paid: null,
    };
    render(<Figures />);
    await screen.findByText('青岭乡');
    expect(screen.getAllByText('不足五条，不显示')).toHaveLength(10);
    expect(screen.queryByText(/条中/)).toBeNull();
  });

  test('another period is asked for; one turned round is not', async () => {
    answers['get-tip-figures'] = { ...figures, months: [], areas: [] };
    render(<Figures />);
    await screen.findAllByText('这段时间没有线索。可以换一段时间再看。');
    write('from', '2026-03-01');
    write('to', '2026-02-01');
    named('show');
    await screen.findByText('这一天要在开始那天之后，请重新选择。');
    write('to', '2026-03-31');
    named('show');
    await screen.findByText('2026年3月1日到2026年3月31日');
    await waitFor(() =>
      expect(inputsOf('get-tip-figures').at(-1)).toEqual({ from: '2026-03-01', to: '2026-03-31' }),
    );
  });

  test.each([
    [0, '0 分钟'],
    [60, '1 小时 0 分钟'],
    [null, '不足五条，不显示'],
  ])('%s minutes', (minutes, words) => {
    expect(minuteWords(minutes)).toBe(words);
  });
});
