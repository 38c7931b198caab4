import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { useEffect } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setTransport, type Transport } from '../../miniprogram/src/api';
import { platform } from '../../miniprogram/src/platform';
import { DUTY, READ_TIP } from '../../miniprogram/src/routes';
import { session } from '../../miniprogram/src/session';
import { spanWords } from '../../miniprogram/src/tips/clock';
import Duty from '../../miniprogram/src/tips/duty';
import { minutesOf, shiftOf } from '../../miniprogram/src/tips/duty/shift-times';
import ListTips from '../../miniprogram/src/tips/list-tips';
import type { TipLine } from '../../miniprogram/src/tips/list-tips/tip-table';
import type { OutputOf } from '../../shared/actions';
import { day } from '../../shared/day';
import { forgetEverything, showAgain, visited } from './taro';

// The stand-in for Taro does not know when a page is covered.
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
/** 3月5日 09:00 in Shanghai. */
const NOW = new Date('2026-03-05T01:00:00.000Z');
let answers: Record<string, unknown>;
let asked: { action: string; input: unknown }[];
let before: Transport;

beforeEach(() => {
  forgetEverything();
  sessionStorage.clear();
  vi.spyOn(platform, 'now').mockReturnValue(NOW);
  session.begin('token');
  session.recognise({
    accountId: 'acct_somebody001',
    name: '沈安',
    roles: [{ role: 'tip-desk', reach: '' }],
    courtName: COURT.name,
    watermark: '沈安 09:00',
  } as OutputOf<'get-me'>);
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
  vi.restoreAllMocks();
  setTransport(before);
});

const inputsOf = (action: string) => asked.filter((one) => one.action === action).map(({ input }) => input);
const tap = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const choose = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('radio', { name }));
const named = (name: string) => fireEvent.click(document.querySelector(`[name="${name}"]`)!);
const box = (name: string) =>
  document.querySelector<HTMLInputElement>(`input[name="${name}"], textarea[name="${name}"]`)!;
const write = (name: string, value: string) => fireEvent.change(box(name), { target: { value } });

const line: TipLine = {
  tipId: 'tip_00000017',
  number: 17,
  state: 'received',
  about: 'vehicle',
  receivedAt: '2026-03-05T00:35:00.000Z',
  dueAt: '2026-03-05T04:35:00.000Z',
  isOverdue: false,
  check: 'pass',
  caseNumber: null,
  unread: 0,
  fromSameDevice: 1,
  officer: null,
};
const listOf = (...tips: TipLine[]): OutputOf<'list-tips'> => ({
  tips,
  total: tips.length,
  page: 1,
  pages: 1,
  onDuty: ['沈安'],
  watermark: '沈安 3月5日 09:00',
});

describe('the clock', () => {
  test.each([
    [20_000, '不到 1 分钟'],
    [35 * 60_000, '35 分钟'],
    [60 * 60_000, '1 小时'],
    [(3 * 60 + 20) * 60_000, '3 小时 20 分'],
    [47.5 * 3_600_000, '47 小时 30 分'],
    [53 * 3_600_000, '2 天 5 小时'],
    [72 * 3_600_000, '3 天'],
  ])('%d ms is %s', (ms, words) => expect(spanWords(ms)).toBe(words));
});

describe('线索值班', () => {
  test('each row says what, how far, how long, and what to heed', async () => {
    answers['list-tips'] = listOf(
      { ...line, unread: 2, fromSameDevice: 7, check: 'risky' },
      {
        ...line,
        tipId: 'tip_00000018',
        number: 18,
        state: 'on-site',
        isOverdue: true,
        dueAt: '2026-03-05T00:30:00.000Z',
        officer: '周明',
        caseNumber: '（2026）浙0522执18号',
      },
      { ...line, tipId: 'tip_00000019', number: 19, dueAt: null },
    );
    render(<ListTips />);
    await screen.findByText('现在值班：沈安');
    const rows = screen.getAllByRole('row').slice(1);
    for (const words of ['17 号', '车辆', '待研判', '3月5日 08:35', '还剩 3 小时 35 分', '3月5日 12:35前'])
      within(rows[0]!).getByText(words);
    within(rows[0]!).getByText('2 条新消息');
    within(rows[0]!).getByText('同一手机今天 7 条');
    within(rows[0]!).getByText('平台提示内容敏感，先遮住');
    for (const words of ['已到现场', '执行人员 周明', '已超时', '应在3月5日 08:30前', '（2026）浙0522执18号'])
      within(rows[1]!).getByText(words);
    expect(within(rows[1]!).queryByText(/同一手机/)).toBeNull();
    within(rows[2]!).getByText('没有时限');
    named('open:tip_00000018');
    expect(visited).toEqual([`${READ_TIP}?tipId=tip_00000018`]);
  });

  test('what has become late since it was read is late', async () => {
    answers['list-tips'] = listOf({ ...line, dueAt: '2026-03-05T00:59:59.000Z' });
    render(<ListTips />);
    await screen.findByText('已超时');
  });

  test('nobody on duty is a warning, also over an empty list', async () => {
    answers['list-tips'] = { ...listOf(), onDuty: [] };
    render(<ListTips />);
    await screen.findByText('现在没有人值班，新线索没有人接。请马上排班。');
    screen.getByText(/现在没有等处理的线索/);
    await tap('去排班');
    expect(visited).toEqual([DUTY]);
  });

  test('the filters ask from the first page; nothing stays on the device', async () => {
    answers['list-tips'] = { ...listOf(line), pages: 3, total: 70 };
    render(<ListTips />);
    await tap('下一页');
    await waitFor(() => expect(inputsOf('list-tips')).toHaveLength(2));
    await tap('核查中');
    await tap('已结束');
    await waitFor(() =>
      expect(inputsOf('list-tips')).toEqual([
        { filter: 'waiting', page: 1 },
        { filter: 'waiting', page: 2 },
        { filter: 'running', page: 1 },
        { filter: 'ended', page: 1 },
      ]),
    );
    expect(platform.storage.keys().filter((key) => key.includes('list-tips'))).toEqual([]);
  });

  test('it reads again every minute while it is in sight, and rests when it is not', async () => {
    const minutes = new Map<number, () => void>();
    const { setInterval: set, clearInterval: clear } = globalThis;
    vi.spyOn(globalThis, 'setInterval').mockImplementation(((work: () => void, ms: number) => {
      if (ms !== 60_000) return set(work, ms);
      minutes.set(minutes.size + 1_000_000, work);
      return minutes.size + 999_999;
    }) as never);
    vi.spyOn(globalThis, 'clearInterval').mockImplementation(((timer: number) => {
      if (!minutes.delete(timer)) clear(timer);
    }) as never);
    answers['list-tips'] = listOf(line);
    render(<ListTips />);
    await screen.findByText('17 号');
    answers['list-tips'] = listOf(line, { ...line, tipId: 'tip_00000018', number: 18 });
    expect(minutes.size).toBe(1);
    act(() => [...minutes.values()].forEach((work) => void work()));
    await screen.findByText('18 号');
    expect(inputsOf('list-tips')).toHaveLength(2);
    cover();
    expect(minutes.size).toBe(0);
    act(() => showAgain());
    expect(minutes.size).toBe(1);
    await waitFor(() => expect(inputsOf('list-tips')).toHaveLength(3));
    cleanup();
    expect(minutes.size).toBe(0);
  });
});

describe('值班表', () => {
  const DONE = { done: true };
  const STAFF = [
    { accountId: 'acct_desk000001', name: '沈安' },
    { accountId: 'acct_desk000002', name: '柳青' },
  ];
  const shift = {
    shiftId: 'shift_00000001',
    accountId: 'acct_desk000001',
    name: '沈安',
    from: '2026-03-05T00:00:00.000Z',
    to: '2026-03-05T10:00:00.000Z',
    isNow: true,
  };
  const later = {
    ...shift,
    shiftId: 'shift_00000002',
    name: '柳青',
    from: '2026-03-05T10:00:00.000Z',
    to: '2026-03-06T00:00:00.000Z',
    isNow: false,
  };

  test.each([
    ['18:00', 1080],
    ['8:30', 510],
    ['18：00', 1080],
    ['０８:００', 480],
    ['1800', 1080],
    ['800', 480],
    ['20点', 1200],
    ['7点30分', 450],
    ['24:00', 1440],
    ['24:01', null],
    ['8:60', null],
    ['25:00', null],
    ['晚上', null],
    ['', null],
  ])('%s as a time', (text, minutes) => expect(minutesOf(text)).toBe(minutes));

  test.each([
    [1080, 480, '2026-02-28T10:00:00.000Z', '2026-03-01T00:00:00.000Z'],
    [480, 1080, '2026-02-28T00:00:00.000Z', '2026-02-28T10:00:00.000Z'],
    [480, 480, '2026-02-28T00:00:00.000Z', '2026-03-01T00:00:00.000Z'],
    [0, 1440, '2026-02-27T16:00:00.000Z', '2026-02-28T16:00:00.000Z'],
  ])('a shift from minute %d to %d', (begin, end, from, to) => {
    const found = shiftOf(day('2026-02-28'), begin, end);
    expect([found.from.toISOString(), found.to.toISOString()]).toEqual([from, to]);
  });

  test('a night shift ends on the next day, which is read before it is saved', async () => {
    answers['list-duty'] = { shifts: [shift], staff: STAFF };
    answers['save-duty'] = DONE;
    render(<Duty />);
    await tap('加到值班表');
    await screen.findByText('请选择谁值班。');
    expect(screen.getAllByText('请按 18:00 这样填写。')).toHaveLength(2);
    await choose('柳青');
    write('begin', '18:00');
    write('end', '08:00');
    screen.getByText('3月5日 18:00 到 3月6日 08:00（第二天，共 14 小时）');
    answers['list-duty'] = { shifts: [shift, later], staff: STAFF };
    await tap('加到值班表');
    await screen.findByText(/^已加上：柳青 3月5日 18:00 到 3月6日 08:00/);
    expect(inputsOf('save-duty')).toEqual([
      {
        what: 'add',
        accountId: 'acct_desk000002',
        from: '2026-03-05T10:00:00.000Z',
        to: '2026-03-06T00:00:00.000Z',
      },
    ]);
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(3));
    expect(box('begin').value).toBe('');
  });

  test('a shift that the court does not take keeps what was filled in', async () => {
    answers['list-duty'] = { shifts: [shift], staff: STAFF };
    answers['save-duty'] = { refusal: { code: 'duty-wrong', message: '值班从现在或以后开始。' } };
    render(<Duty />);
    await choose('沈安');
    write('day', '2026-03-06');
    write('begin', '8:00');
    write('end', '18:00');
    screen.getByText('3月6日 08:00 到 3月6日 18:00（共 10 小时）');
    await tap('加到值班表');
    await screen.findByText('值班从现在或以后开始。');
    expect(box('begin').value).toBe('8:00');
  });

  test('one that has not begun can be taken off; one that has cannot', async () => {
    answers['list-duty'] = { shifts: [shift, later], staff: STAFF };
    answers['save-duty'] = DONE;
    render(<Duty />);
    await screen.findByText('已经开始，不能去掉');
    expect(screen.getAllByRole('button', { name: '去掉这一班' })).toHaveLength(1);
    answers['list-duty'] = { shifts: [shift], staff: STAFF };
    await tap('去掉这一班');
    await screen.findByText('已去掉：柳青 3月5日 18:00的一班。');
    expect(inputsOf('save-duty')).toEqual([{ what: 'remove', shiftId: later.shiftId }]);
    await waitFor(() => expect(screen.queryByText('去掉这一班')).toBeNull());
  });

  test('nobody now, and nobody who could', async () => {
    answers['list-duty'] = { shifts: [], staff: [] };
    render(<Duty />);
    await screen.findByText('现在没有人值班，新线索没有人接。请在下面加一班。');
    screen.getByText('还没有人有“线索值班”的身份。请联系系统管理员登记。');
  });
});
