import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setTransport, type Transport } from '../../miniprogram/src/api';
import Funnel from '../../miniprogram/src/court/funnel';
import { Notices } from '../../miniprogram/src/court/get-case/notices';
import GetDesk from '../../miniprogram/src/court/get-desk';
import { navAt } from '../../miniprogram/src/court/nav';
import Undelivered from '../../miniprogram/src/court/undelivered';
import { GET_DESK } from '../../miniprogram/src/routes';
import { session } from '../../miniprogram/src/session';
import type { OutputOf } from '../../shared/actions';
import type { Role } from '../../shared/cases/roles';
import { day } from '../../shared/day';
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
    accountId: 'acc_court00001',
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
  signIn('clerk');
});
afterEach(() => {
  cleanup();
  setTransport(before);
});

const inputsOf = (action: string) => asked.filter((one) => one.action === action).map(({ input }) => input);

type Row = OutputOf<'list-undelivered'>['undelivered'][number];
const row: Row = {
  noticeId: 'notice_00000001',
  messages: 1,
  caseId: 'case_00000001',
  caseNumber: '（2026）浙9999民初1号',
  partyId: 'party_00000001',
  name: '郑小满',
  role: '义务人',
  phone: '19900001001',
  warning: null,
  channel: 'sms',
  step: '到期当天提醒',
  reason: '对方关机或不在服务区',
  since: '2026-03-02T01:05:00.000Z',
  handled: null,
};
const listOf = (...undelivered: Row[]) => ({
  ...{ undelivered, total: undelivered.length, page: 1, pages: 1, watermark: '林静' },
});

describe('the list of calls', () => {
  test('says whom to call and why, and the number is there to be tapped', async () => {
    answers['list-undelivered'] = listOf(row);
    render(<Undelivered />);
    const number = await screen.findByRole('link', { name: '19900001001' });
    expect(number.getAttribute('href')).toBe('tel:19900001001');
    screen.getByText('对方关机或不在服务区');
    screen.getByText('到期当天提醒（短信）');
    expect(inputsOf('list-undelivered')[0]).toEqual({ filter: 'open', page: 1 });
  });

  test('a result needs an outcome, one that is left needs a reason; then the row is gone', async () => {
    answers['list-undelivered'] = listOf(row);
    answers['handle-undelivered'] = { closed: 1 };
    render(<Undelivered />);
    fireEvent.click(await screen.findByRole('button', { name: '记结果' }));
    fireEvent.click(screen.getByRole('button', { name: '记下结果' }));
    screen.getByText('请选择办理结果。');
    fireEvent.click(screen.getByRole('radio', { name: /先不处理/ }));
    fireEvent.click(screen.getByRole('button', { name: '记下结果' }));
    screen.getByText('先不处理的，请用一句话写明为什么。');
    expect(inputsOf('handle-undelivered')).toEqual([]);

    answers['list-undelivered'] = listOf();
    fireEvent.click(screen.getByRole('radio', { name: /电话告知了/ }));
    fireEvent.click(screen.getByRole('button', { name: '记下结果' }));
    await screen.findByText('郑小满：电话告知了，已记下。');
    expect(inputsOf('handle-undelivered')).toEqual([{ noticeId: row.noticeId, outcome: 'told', note: '' }]);
    await screen.findByText('现在没有要打的电话，提醒都送到了。');
    expect(screen.queryByRole('radiogroup')).toBeNull();
  });

  test('a new number is put on file from here', async () => {
    answers['list-undelivered'] = listOf(row);
    answers['correct-contact'] = { done: true };
    const { container } = render(<Undelivered />);
    fireEvent.click(await screen.findByRole('button', { name: '记结果' }));
    fireEvent.click(screen.getByRole('radio', { name: /号码变了/ }));
    const write = (name: string, value: string) =>
      fireEvent.change(container.querySelector(`input[name=${name}]`)!, { target: { value } });
    write('phone', '19900001088');
    write('source', '村里提供');
    fireEvent.click(screen.getByRole('button', { name: '保存新电话' }));
    await screen.findByText('郑小满的新号码已登记，没发出的提醒会重新发。');
    expect(inputsOf('correct-contact')).toEqual([
      { partyId: row.partyId, phone: '19900001088', source: '村里提供' },
    ]);
    expect(inputsOf('handle-undelivered')).toEqual([]);
  });

  test('what was handled: how, by whom, when, and no number', async () => {
    const handled = { at: '2026-03-02T03:00:00.000Z', by: '林静', words: '电话告知了', note: '家人接的' };
    answers['list-undelivered'] = listOf({ ...row, phone: null, handled });
    render(<Undelivered />);
    fireEvent.click(screen.getByRole('button', { name: '已经处理' }));
    await screen.findByText('家人接的');
    screen.getByText('林静 3月2日 11:00');
    expect(screen.queryByRole('button', { name: '记结果' })).toBeNull();
    expect(inputsOf('list-undelivered').at(-1)).toEqual({ filter: 'handled', page: 1 });
  });
});

describe('the desk', () => {
  const desk = { counts: [], unmatchedAddresses: 0, stuck: [], stuckTotal: 0, lastSweep: null };

  test('says how many calls wait, and leads there', async () => {
    answers['get-desk'] = { ...desk, undelivered: 3 };
    render(<GetDesk />);
    await screen.findByText(/3 条没有送到，请打电话。/);
    fireEvent.click(screen.getByRole('button', { name: '打开电话清单' }));
    expect(visited).toEqual(['/court/undelivered/index']);
  });

  test('says nothing when none waits', async () => {
    answers['get-desk'] = { ...desk, undelivered: 0 };
    render(<GetDesk />);
    await screen.findByText('现在没有卡住的案件。');
    expect(screen.queryByText(/请打电话/)).toBeNull();
  });

  test.each([
    ['officer', []],
    ['clerk', ['没有送到']],
    ['judge', ['没有送到', '提醒效果']],
  ] as const)('leads a %s to what is his', (role, words) => {
    signIn(role);
    const own = navAt(GET_DESK).map(({ word }) => word);
    expect(own.filter((word) => ['没有送到', '提醒效果'].includes(word))).toEqual(words);
  });
});

describe('what became of a case’s messages', () => {
  type Notice = OutputOf<'get-case'>['notices'][number];
  const notice: Notice = {
    noticeId: 'notice_00000001',
    to: '郑**',
    role: '义务人',
    channel: 'sms',
    step: '到期当天提醒',
    state: '已送到手机',
    reason: null,
    at: '2026-03-20T01:00:00.000Z',
    nextAt: null,
    toldWith: null,
    template: '到期当天提醒，发给义务人',
    version: 2,
    openedAt: '2026-03-20T02:00:00.000Z',
    acknowledgedAt: null,
  };
  const wordsOf = (...notices: Notice[]) => {
    render(<Notices notices={notices} />);
    const [, line] = within(screen.getByRole('table')).getAllByRole('row');
    return line!.textContent;
  };

  test('one that arrived and was opened', () => {
    const words = wordsOf(notice);
    for (const part of [
      '3月20日 09:00',
      '义务人 郑**',
      '短信',
      '已送到手机',
      '本院用语第2版',
      '10:00 打开',
    ]) {
      expect(words).toContain(part);
    }
    expect(words).not.toContain('有回应');
  });

  test('one that waits, one that failed, one that another told of', () => {
    const waits = {
      nextAt: '2026-03-21T00:00:00.000Z',
      state: '等待发送',
      openedAt: null,
      template: null,
      version: null,
    };
    expect(wordsOf({ ...notice, ...waits })).toMatch(/等待发送3月21日 08:00以后发.*还没有/);
    cleanup();
    expect(wordsOf({ ...notice, state: '发不出去', reason: '号码不存在' })).toContain('发不出去：号码不存在');
    cleanup();
    const merged = { toldWith: '（2026）浙9999民初2号', template: '多件合并成一条，发给义务人', version: 0 };
    expect(wordsOf({ ...notice, ...merged })).toContain('与（2026）浙9999民初2号合在一条里说的');
  });
});

describe('what reminders achieve', () => {
  const line = {
    ...{ template: 'due-obligor', words: '到期当天提醒，发给义务人', version: 0, channel: 'sms' as const },
    ...{ sent: 40, delivered: 36, opened: 20, acknowledged: 18, performed: 9 },
  };
  const period = { from: day('2025-12-06'), to: day('2026-03-05') };

  test('counts in a table, with every word explained', async () => {
    signIn('judge');
    answers['get-funnel'] = { ...period, rows: [line] };
    render(<Funnel />);
    await screen.findByText('2025年12月6日到2026年3月5日');
    const [head, body] = within(screen.getByRole('table')).getAllByRole('row');
    expect(
      within(head!)
        .getAllByRole('columnheader')
        .map((cell) => cell.textContent),
    ).toEqual(['提醒', '用语', '方式', '发出', '送达', '打开', '回应', '履行']);
    expect(body!.textContent).toMatch(/系统原文.*短信.*40.*36.*20.*18.*9/);
    for (const word of ['发出', '送达', '打开', '回应', '履行']) {
      expect(screen.getAllByText(word).length).toBeGreaterThan(1);
    }
  });

  test('of another period', async () => {
    answers['get-funnel'] = { ...period, rows: [] };
    const { container } = render(<Funnel />);
    await screen.findByText(/这段时间没有发出过提醒/);
    fireEvent.change(container.querySelector('input[name=from]')!, { target: { value: '2026-01-01' } });
    fireEvent.click(screen.getByRole('button', { name: '查看' }));
    await screen.findByText(/这段时间没有发出过提醒/);
    expect(inputsOf('get-funnel').at(-1)).toMatchObject({ from: '2026-01-01' });
  });
});
