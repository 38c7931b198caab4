import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setTransport, type Transport } from '../../miniprogram/src/api';
import DataRequests from '../../miniprogram/src/court/data-requests';
import GetDesk from '../../miniprogram/src/court/get-desk';
import MyData from '../../miniprogram/src/pages/my-data';
import MyDataCopy from '../../miniprogram/src/pages/my-data-copy';
import RequestCorrection from '../../miniprogram/src/pages/request-correction';
import RequestErasure from '../../miniprogram/src/pages/request-erasure';
import { DATA_REQUESTS, REQUEST_CORRECTION } from '../../miniprogram/src/routes';
import { session } from '../../miniprogram/src/session';
import type { OutputOf } from '../../shared/actions';
import type { Role } from '../../shared/cases/roles';
import type { Day } from '../../shared/day';
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
    name: '郑小满',
    roles: [{ role, reach: '' }],
    courtName: COURT.name,
    watermark: '郑小满 09:02',
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
const write = (name: string, value: string) =>
  fireEvent.change(document.querySelector(`input[name="${name}"], textarea[name="${name}"]`)!, {
    target: { value },
  });

type Data = OutputOf<'get-my-data'>;
const phone: Data['unread'][number] = {
  field: 'parties.phone_sealed',
  what: '手机号码',
  purpose: '提醒履行，联络本人',
  seenBy: '承办法院、您本人',
  keep: '案件办结后保存 3 年，到期清除',
  entries: 1,
  values: ['199****1001'],
};
const note = {
  ...phone,
  field: 'cases.note',
  what: '案件备注',
  purpose: '办理案件',
  entries: 2,
  values: null,
};
const hash = { ...phone, field: 'attempts.subject', what: '尝试者（加密摘要）', entries: 0, values: null };
const digest = { ...phone, field: 'parties.phone_index', what: '手机号码（加密摘要）', values: null };
const CASE = '案件（查询编号 K7M2-9QXR）里的您：义务人';
const data: Data = {
  name: '郑小满',
  groups: [
    {
      title: CASE,
      partyId: 'party_00000001',
      stays: '要保存到2029年3月1日，第二天自动清除',
      fields: [phone, note, digest],
    },
    { title: '您的账号', partyId: null, stays: null, fields: [] },
  ],
  unread: [hash],
  asProxy: false,
  watermark: '郑小满 09:02',
};

type Mine = OutputOf<'list-my-data-requests'>['requests'][number];
const mine: Mine = {
  requestId: 'dreq_00000001',
  kind: 'correction',
  field: 'phone',
  scope: null,
  about: '案件（查询编号 K7M2-9QXR）',
  why: '换号了',
  state: 'open',
  madeAt: '2026-03-02T01:05:00.000Z',
  answerBy: { day: '2026-03-23' as Day, certain: true },
  isOverdue: false,
  decided: null,
};

describe('我的信息', () => {
  beforeEach(() => {
    signIn('obligor');
    answers['get-my-data'] = data;
    answers['list-my-data-requests'] = { requests: [] };
  });

  test('says of each thing what for, who sees it and how long; what is not shown is only counted', async () => {
    render(<MyData />);
    await screen.findByText('199****1001');
    screen.getByText('用来提醒履行，联络本人。承办法院、您本人能看。案件办结后保存 3 年，到期清除。');
    screen.getByText('有 2 条，这里不显示内容');
    screen.getByText('要保存到2029年3月1日，第二天自动清除');
    expect(inputsOf('get-my-data')).toEqual([{}]);
    screen.getByText(/^另有手机号码的加密摘要/);
    expect(screen.queryByText(/尝试者/)).toBeNull();
    await tap('看有哪些');
    screen.getByText(/尝试者/);
  });

  test('a request tells until when it is answered, and then what was done and what stays', async () => {
    const decided: Mine = {
      ...mine,
      requestId: 'dreq_00000002',
      kind: 'erasure',
      field: null,
      scope: 'all',
      state: 'partly',
      decided: {
        at: '2026-03-03T01:05:00.000Z',
        answer: '能删的已删',
        ground: '保存期限还没有届满',
        done: ['意见反馈'],
        stays: ['账号的姓名'],
      },
    };
    const late: Mine = { ...mine, requestId: 'dreq_00000003', field: 'name', isOverdue: true };
    answers['list-my-data-requests'] = { requests: [mine, decided, late] };
    render(<MyData />);
    await screen.findByText('更正手机号码');
    screen.getByText('2026年3月23日');
    screen.getByText('删除：能删的都删');
    for (const words of ['部分同意', '能删的已删', '保存期限还没有届满', '意见反馈', '账号的姓名'])
      screen.getByText(words);
    screen.getByText('2026年3月23日，已经超过，请拨打法院电话催办');
  });

  test('leads to the correction of what stands there', async () => {
    render(<MyData />);
    const [ofCase] = await screen.findAllByRole('button', { name: '这里写错了，申请更正' });
    fireEvent.click(ofCase!);
    expect(visited.at(-1)).toContain(`${REQUEST_CORRECTION}?partyId=party_00000001&about=`);
  });

  test('his whole copy is asked for by a tap of its own', async () => {
    answers['get-my-data'] = {
      ...data,
      groups: [{ ...data.groups[0]!, fields: [{ ...phone, values: ['19900001001'] }] }],
    };
    render(<MyDataCopy />);
    await screen.findByText(/请在没有旁人的地方打开/);
    expect(inputsOf('get-my-data')).toEqual([]);
    await tap('打开副本');
    await screen.findByText('19900001001');
    expect(inputsOf('get-my-data')).toEqual([{ whole: true }]);
  });

  test('a correction needs a field, what is right and why; an account has no addresses', async () => {
    answers['request-correction'] = { requestId: 'dreq_00000009' };
    render(<RequestCorrection />);
    await tap('提交申请');
    await screen.findByText('请选择哪一项写错了。');
    expect(screen.queryByRole('radio', { name: /地址/ })).toBeNull();
    await choose(/手机号码/);
    write('wanted', '1990000');
    write('why', '换号了');
    await tap('提交申请');
    await screen.findByText('手机号码应为 11 位数字。');
    expect(inputsOf('request-correction')).toEqual([]);
    write('wanted', '19900001088');
    await tap('提交申请');
    await screen.findByText(/十五个工作日内答复/);
    expect(inputsOf('request-correction')).toEqual([
      { field: 'phone', wanted: '19900001088', why: '换号了' },
    ]);
  });

  test('an erasure says what must stay before it is asked for', async () => {
    answers['request-erasure'] = { requestId: 'dreq_00000009' };
    render(<RequestErasure />);
    await choose(/一件案件里的信息/);
    screen.getByText(`${CASE}——要保存到2029年3月1日，第二天自动清除。`);
    write('why', '早就还清了');
    await tap('提交申请');
    await screen.findByText('请选择是哪一件案件。');
    await choose(/K7M2/);
    await tap('提交申请');
    await screen.findByText(/十五个工作日内答复/);
    expect(inputsOf('request-erasure')).toEqual([
      { scope: 'case', partyId: 'party_00000001', why: '早就还清了' },
    ]);
  });
});

describe('个人信息申请', () => {
  type Row = OutputOf<'list-data-requests'>['requests'][number];
  const row: Row = {
    ...mine,
    name: '郑小满',
    role: '义务人',
    caseId: 'case_00000001',
    caseNumber: '（2026）浙9999民初1号',
    wanted: '19900001088',
    now: '19900001001',
    outlook: null,
    decidedBy: null,
  };
  const listOf = (...requests: Row[]) => ({
    ...{ requests, total: requests.length, page: 1, pages: 1, watermark: '周明' },
  });

  test('the judge compares, answers, and the row is gone', async () => {
    signIn('judge');
    answers['list-data-requests'] = listOf({ ...row, isOverdue: true });
    answers['decide-data-request'] = { state: 'granted', done: [], stays: [] };
    render(<DataRequests />);
    await screen.findByText('已超期');
    fireEvent.click(document.querySelector('[name="answer:dreq_00000001"]')!);
    screen.getByText('19900001001');
    screen.getByText('19900001088');
    await choose(/^同意/);
    write('answer', '已电话核对');
    answers['list-data-requests'] = listOf();
    fireEvent.click(document.querySelector('[name="decide-data-request"]')!);
    await screen.findByText('郑小满：已答复，本人在“我的信息”里能看到。');
    expect(inputsOf('decide-data-request')).toEqual([
      { requestId: row.requestId, decision: 'granted', answer: '已电话核对' },
    ]);
    await screen.findByText('现在没有要答复的申请。');
  });

  test('a refusal needs its legal ground; an erasure shows what it would do', async () => {
    signIn('chief');
    const outlook = { done: ['意见反馈'], stays: ['案件信息：要保存到2029年3月1日'] };
    answers['list-data-requests'] = listOf({
      ...row,
      kind: 'erasure',
      field: null,
      scope: 'all',
      wanted: null,
      now: null,
      outlook,
    });
    answers['decide-data-request'] = { state: 'refused', done: [], stays: [] };
    render(<DataRequests />);
    await screen.findByText('删除：能删的都删');
    fireEvent.click(document.querySelector('[name="answer:dreq_00000001"]')!);
    screen.getByText('意见反馈');
    screen.getByText('案件信息：要保存到2029年3月1日');
    expect(screen.queryByRole('radio', { name: /部分同意/ })).toBeNull();
    await choose(/^不同意/);
    write('answer', '期限没到');
    fireEvent.click(document.querySelector('[name="decide-data-request"]')!);
    await screen.findByText('没有全部同意的，请选择法律依据。');
    await choose(/保存期限还没有届满/);
    fireEvent.click(document.querySelector('[name="decide-data-request"]')!);
    await waitFor(() =>
      expect(inputsOf('decide-data-request')).toEqual([
        { requestId: row.requestId, decision: 'refused', answer: '期限没到', ground: 'retention-runs' },
      ]),
    );
  });

  test('a clerk reads, and does not answer', async () => {
    signIn('clerk');
    answers['list-data-requests'] = listOf(row);
    render(<DataRequests />);
    await screen.findByText('由法官或院领导答复');
    expect(document.querySelector('[name="answer:dreq_00000001"]')).toBeNull();
  });

  test('one that is overdue stands on the desk', async () => {
    signIn('clerk');
    const desk = {
      counts: [],
      unmatchedAddresses: 0,
      undelivered: 0,
      stuck: [],
      stuckTotal: 0,
      lastSweep: null,
    };
    answers['get-desk'] = { ...desk, dataRequests: { open: 3, overdue: 2 } };
    render(<GetDesk />);
    await screen.findByText(/2 项个人信息申请超过十五个工作日没有答复/);
    await tap('打开申请清单');
    expect(visited.at(-1)).toBe(DATA_REQUESTS);
  });
});
