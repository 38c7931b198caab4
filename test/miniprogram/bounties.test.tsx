import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setTransport, type Transport } from '../../miniprogram/src/api';
import Bounties from '../../miniprogram/src/court/bounties';
import { type Bounty, draftText, promiseWords } from '../../miniprogram/src/court/bounties/words';
import { readShare } from '../../miniprogram/src/parties/amount';
import { platform } from '../../miniprogram/src/platform';
import { BOUNTY_NOTICE } from '../../miniprogram/src/routes';
import { session } from '../../miniprogram/src/session';
import type { OutputOf } from '../../shared/actions';
import { unpublishableIn } from '../../shared/cases/bounty-notice';
import type { Role } from '../../shared/cases/roles';
import { addDays, type Day, dayAt } from '../../shared/day';
import { fen } from '../../shared/money';
import { forgetEverything, visited } from './taro';

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
const fieldOf = (name: string) =>
  document.querySelector<HTMLInputElement>(`input[name="${name}"], textarea[name="${name}"]`)!;
const write = (name: string, value: string) => fireEvent.change(fieldOf(name), { target: { value } });

const bounty: Bounty = {
  bountyId: 'bounty_00000001',
  caseId: 'case_00000001',
  caseNumber: '（2026）浙9999执1号',
  debtorName: '郑小满',
  state: 'applied',
  mode: 'share',
  shareBp: 1050,
  fixed: null,
  cap: fen(5_000_000),
  payer: 'insurer',
  policyNumber: 'PICC-0001',
  cover: fen(3_000_000),
  sought: 'property',
  ways: ['online', 'court-board'],
  appliedAt: '2026-03-02T01:05:00.000Z',
  decideBy: { day: '2026-03-12' as Day, certain: true },
  isOverdue: false,
  creditorNote: '何秀兰申请，电话 19900001234',
  number: null,
  text: null,
  expiresDay: null,
  note: null,
  ending: null,
  isMine: false,
};
const TEXT = '征集被执行人郑小满可供执行的财产线索，提供的给予奖励。';
const drafted: Bounty = { ...bounty, state: 'drafted', text: TEXT, expiresDay: '2026-09-01' as Day };
const published: Bounty = { ...drafted, state: 'published', number: '悬赏〔2026〕3号' };
const listOf = (...bounties: Bounty[]) => ({
  ...{ bounties, total: bounties.length, page: 1, pages: 1, watermark: '林静' },
});
const today = dayAt(platform.now());

describe('悬赏公告', () => {
  test('tells the promise, the payer, the ways and the clock', async () => {
    signIn('judge');
    answers['list-bounties'] = listOf({ ...bounty, isOverdue: true });
    render(<Bounties />);
    await screen.findByText('到位金额的 10.5%，最多 50,000.00 元');
    screen.getByText('保险支付，保单号 PICC-0001，最多支付 30,000.00 元');
    screen.getByText('本院网上公告、法院公告栏张贴');
    screen.getByText('最晚 2026年3月12日前决定');
    screen.getByText('已超期');
    expect(inputsOf('list-bounties')).toEqual([{ filter: 'waiting', page: 1 }]);
    expect(platform.storage.keys().filter((key) => key.includes('list-bounties'))).toEqual([]);
  });

  test('one in time is not said to be late; a day that may move says so', async () => {
    signIn('clerk');
    answers['list-bounties'] = listOf({ ...bounty, decideBy: { day: '2027-10-08' as Day, certain: false } });
    render(<Bounties />);
    await screen.findByText('放假安排公布后核定');
    expect(screen.queryByText('已超期')).toBeNull();
    screen.getByText('由法官或院领导办理。');
    expect(screen.queryByRole('button', { name: '决定' })).toBeNull();
  });

  test('a judge grants it with a text and a day; the draft names no creditor, no telephone', async () => {
    signIn('judge');
    answers['list-bounties'] = listOf(bounty);
    answers['decide-bounty'] = { done: true };
    render(<Bounties />);
    await tap('决定');
    named('decide-bounty');
    await screen.findByText('请选择是否同意。');
    await choose(/^同意/);
    const draft = fieldOf('text').value;
    expect(draft).toContain('征集被执行人郑小满可供执行的财产线索');
    expect(unpublishableIn(draft, ['何秀兰'])).toEqual([]);
    named('decide-bounty');
    await screen.findByText('同意的，请填写公告到哪一天。');
    write('text', '太短');
    named('decide-bounty');
    await screen.findByText('公告内容太短，请写清征集什么线索。');
    expect(inputsOf('decide-bounty')).toEqual([]);
    write('text', TEXT);
    write('expiresDay', addDays(today, 90));
    named('decide-bounty');
    await screen.findByText('（2026）浙9999执1号：公告已写好，请另一位法官或院领导审核发布。');
    expect(inputsOf('decide-bounty')).toEqual([
      {
        bountyId: bounty.bountyId,
        decision: 'granted',
        text: TEXT,
        expiresDay: addDays(today, 90),
        note: '',
      },
    ]);
    await waitFor(() => expect(inputsOf('list-bounties')).toHaveLength(2));
  });

  test('a telephone in the text is told at once', async () => {
    signIn('judge');
    answers['list-bounties'] = listOf(bounty);
    render(<Bounties />);
    await tap('决定');
    await choose(/^同意/);
    write('text', `${TEXT}请打 19900001234`);
    await screen.findByText('公告里不能有手机号码，请删去。');
  });

  test('a person is looked for only by a written decision', async () => {
    signIn('chief');
    answers['list-bounties'] = listOf({ ...bounty, sought: 'person' });
    answers['decide-bounty'] = { done: true };
    render(<Bounties />);
    await tap('决定');
    await choose(/^同意/);
    expect(fieldOf('text').value).toContain('征集被执行人郑小满的下落');
    write('expiresDay', addDays(today, 30));
    named('decide-bounty');
    await screen.findByText('请填写书面决定的文号；没有书面决定的，不能征集人员下落。');
    expect(inputsOf('decide-bounty')).toEqual([]);
    write('personDecision', '（2026）浙9999执1号之一');
    named('decide-bounty');
    await waitFor(() =>
      expect(inputsOf('decide-bounty')).toMatchObject([{ personDecision: '（2026）浙9999执1号之一' }]),
    );
  });

  test('a refusal needs its reason, and takes no text with it', async () => {
    signIn('judge');
    answers['list-bounties'] = listOf(bounty);
    answers['decide-bounty'] = { done: true };
    render(<Bounties />);
    await tap('决定');
    await choose(/^不同意/);
    named('decide-bounty');
    await screen.findByText('不同意的，请写明理由。');
    write('note', '没有承诺支付');
    named('decide-bounty');
    await screen.findByText('（2026）浙9999执1号：没有同意，申请执行人会看到理由。');
    expect(inputsOf('decide-bounty')).toEqual([
      { bountyId: bounty.bountyId, decision: 'refused', note: '没有承诺支付' },
    ]);
  });

  test('one that came back is changed, with what the second person said beside it', async () => {
    signIn('judge');
    answers['list-bounties'] = listOf({ ...drafted, state: 'applied', note: '请写明领取条件' });
    render(<Bounties />);
    await screen.findByText('请写明领取条件');
    screen.getByText('退回意见');
    await tap('决定');
    await choose(/^同意/);
    expect(fieldOf('text').value).toBe(TEXT);
    expect(fieldOf('expiresDay').value).toBe('2026-09-01');
  });

  test('nobody publishes his own text', async () => {
    signIn('judge');
    answers['list-bounties'] = listOf({ ...drafted, isMine: true });
    render(<Bounties />);
    await screen.findByText('这份公告是您写的，要由另一位法官或院领导审核。');
    expect(screen.queryByRole('button', { name: '审核公告' })).toBeNull();
  });

  test('a second person publishes another’s, or sends it back with a word', async () => {
    signIn('chief');
    answers['list-bounties'] = listOf(drafted);
    answers['approve-bounty'] = { number: '悬赏〔2026〕3号' };
    render(<Bounties />);
    await screen.findByText(TEXT);
    await tap('审核公告');
    await choose(/^退回修改/);
    named('approve-bounty');
    await screen.findByText('退回的，请写明要改什么。');
    expect(inputsOf('approve-bounty')).toEqual([]);
    await choose(/^发布/);
    named('approve-bounty');
    await screen.findByText('已发布，公告编号 悬赏〔2026〕3号。');
    expect(inputsOf('approve-bounty')).toEqual([
      { bountyId: bounty.bountyId, decision: 'publish', note: '' },
    ]);
  });

  test('a published one leads to its page, and is taken down with a reason', async () => {
    signIn('judge');
    answers['list-bounties'] = listOf(published);
    answers['take-down-bounty'] = { done: true };
    render(<Bounties />);
    named('filter:published');
    fireEvent.click(await screen.findByRole('link', { name: '打开公告 悬赏〔2026〕3号' }));
    expect(visited.at(-1)).toBe(`${BOUNTY_NOTICE}?number=${encodeURIComponent('悬赏〔2026〕3号')}`);
    expect(screen.queryByText(/前决定/)).toBeNull();
    await tap('撤下公告');
    named('take-down-bounty');
    await screen.findByText('请用一句话写明原因。');
    write('reason', '已经和解');
    named('take-down-bounty');
    await screen.findByText(/已撤下，网上看不到了/);
    expect(inputsOf('take-down-bounty')).toEqual([{ bountyId: bounty.bountyId, reason: '已经和解' }]);
    expect(inputsOf('list-bounties')).toContainEqual({ filter: 'published', page: 1 });
  });

  test('one that is over says why, and nothing can be done', async () => {
    signIn('judge');
    answers['list-bounties'] = listOf({ ...published, state: 'ended', ending: 'expired' });
    render(<Bounties />);
    named('filter:ended');
    await screen.findByText('公告期限届满');
    expect(screen.queryByRole('button', { name: '撤下公告' })).toBeNull();
    expect(screen.queryByRole('button', { name: '登记书面申请' })).toBeNull();
  });
});

describe('登记书面申请', () => {
  const line = { caseId: 'case_00000001', caseNumber: '（2026）浙9999执1号', obligors: ['郑小满'] };

  beforeEach(() => {
    signIn('clerk');
    answers['list-bounties'] = listOf();
    answers['list-cases'] = { cases: [line], total: 1, page: 1, pages: 1 };
    answers['apply-for-bounty'] = { bountyId: bounty.bountyId };
    answers['get-case-bounties'] = { mayApply: true, bounties: [] };
  });

  const pickCase = async () => {
    await tap('登记书面申请');
    await tap('（2026）浙9999执1号 郑小满');
  };

  test('a share with a cap, paid by an insurer', async () => {
    render(<Bounties />);
    await pickCase();
    await choose(/^按比例/);
    named('apply-for-bounty');
    await screen.findByText('请填写比例。');
    screen.getByText('申请里没有这项承诺的，请先让申请执行人补上。');
    screen.getByText('请至少选择一种发布方式。');
    write('share', '10.5');
    write('cap', '五万');
    named('promisesToPay');
    named('payer:insurer');
    named('way:online');
    named('way:media');
    named('way:media');
    named('apply-for-bounty');
    await waitFor(() => expect(screen.queryByText('请填写比例。')).toBeNull());
    expect(inputsOf('apply-for-bounty')).toEqual([]);
    write('cap', '50,000');
    named('apply-for-bounty');
    await screen.findByText('由保险支付的，请填写保单号。');
    screen.getByText('由保险支付的，请填写保险金额。');
    write('policyNumber', 'PICC-0001');
    write('cover', '30000');
    named('apply-for-bounty');
    await screen.findByText('（2026）浙9999执1号：已登记，请法官在十日内决定。');
    expect(inputsOf('get-case-bounties')).toEqual([{ caseId: 'case_00000001' }]);
    expect(inputsOf('apply-for-bounty')).toEqual([
      {
        caseId: 'case_00000001',
        promise: { mode: 'share', shareBp: 1050, cap: 5_000_000 },
        promisesToPay: true,
        payer: 'insurer',
        policyNumber: 'PICC-0001',
        cover: 3_000_000,
        sought: 'property',
        ways: ['online'],
        note: '',
      },
    ]);
  });

  test('a fixed sum; what was typed for a share does not go with it', async () => {
    render(<Bounties />);
    await pickCase();
    await choose(/^按比例/);
    write('share', '10');
    await choose(/^固定金额/);
    named('promisesToPay');
    named('way:village-board');
    named('apply-for-bounty');
    await screen.findByText('请填写金额。');
    write('fixed', '5000');
    named('apply-for-bounty');
    await screen.findByText(/已登记/);
    expect(inputsOf('apply-for-bounty')).toMatchObject([
      { promise: { mode: 'fixed', fixed: 500_000 }, payer: 'creditor' },
    ]);
    expect(JSON.stringify(inputsOf('apply-for-bounty'))).not.toContain('shareBp');
  });

  test('a case for which nothing can be applied for says so', async () => {
    answers['get-case-bounties'] = { mayApply: false, bounties: [] };
    render(<Bounties />);
    await pickCase();
    await screen.findByText(/这件案件现在不能登记/);
    expect(document.querySelector('[name="apply-for-bounty"]')).toBeNull();
    await tap('换一件案件');
    await screen.findByRole('button', { name: '（2026）浙9999执1号 郑小满' });
  });
});

test.each([
  ['10', 1000],
  ['10.5%', 1050],
  ['０.05％', 5],
  ['10.555', null],
  ['一成', null],
  ['', null],
])('reads the share %s', (typed, shareBp) => {
  expect(readShare(typed)).toBe(shareBp);
});

test('a fixed sum stands in the draft as it was promised', () => {
  const fixed = { ...bounty, mode: 'fixed' as const, shareBp: null, fixed: fen(500_000), cap: null };
  expect(promiseWords(fixed)).toBe('5,000.00 元');
  expect(draftText(fixed)).toContain('奖励5,000.00 元。');
});
