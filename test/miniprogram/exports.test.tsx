import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setTransport, type Transport } from '../../miniprogram/src/api';
import Exports from '../../miniprogram/src/court/exports';
import type { ExportLine } from '../../miniprogram/src/court/exports/export-card';
import GetDesk from '../../miniprogram/src/court/get-desk';
import { platform } from '../../miniprogram/src/platform';
import { EXPORTS } from '../../miniprogram/src/routes';
import { session } from '../../miniprogram/src/session';
import type { OutputOf } from '../../shared/actions';
import type { Role } from '../../shared/cases/roles';
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
  answers = {
    'get-court': COURT,
    'list-areas': {
      teams: [],
      towns: [{ townId: 'town_hongxi000', name: '虹溪镇', team: null, villages: [] }],
    },
  };
  asked = [];
  before = setTransport(async ({ action, input }) => {
    asked.push({ action, input });
    if (!(action in answers)) throw new Error('no network');
    return { body: { ok: true, data: answers[action] } };
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  setTransport(before);
});

const inputsOf = (action: string) => asked.filter((one) => one.action === action).map(({ input }) => input);
const tap = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const named = (name: string) => fireEvent.click(document.querySelector(`[name="${name}"]`)!);
const write = (name: string, value: string) =>
  fireEvent.change(document.querySelector(`input[name="${name}"], textarea[name="${name}"]`)!, {
    target: { value },
  });

const line: ExportLine = {
  exportId: 'export_00000001',
  number: '导出〔2026〕3号',
  isMine: false,
  askedBy: '周明',
  askedAt: '2026-03-02T01:00:00.000Z',
  why: '季度报表',
  which: '督促中，虹溪镇',
  cases: 12,
  columns: ['case-number', 'obligors', 'obligor-phones'],
  clearAsked: ['obligors', 'obligor-phones'],
  clearGranted: [],
  standing: 'asked',
  decided: null,
  expiresAt: null,
  fetchesLeft: 3,
};
const ready: ExportLine = {
  ...line,
  isMine: true,
  standing: 'ready',
  clearGranted: ['obligor-phones'],
  decided: { by: '高远', at: '2026-03-02T02:00:00.000Z', answer: '' },
  expiresAt: '2026-03-03T02:00:00.000Z',
};
const listOf = (...exports: ExportLine[]) => ({ exports, total: exports.length, page: 1, pages: 1 });

describe('导出申请', () => {
  test('asking: what for, which cases, which columns; masked unless said', async () => {
    signIn('clerk');
    answers['list-exports'] = listOf();
    answers['request-export'] = { exportId: line.exportId, number: line.number, cases: 12 };
    render(<Exports />);
    await tap('申请导出');
    await screen.findByRole('radio', { name: '虹溪镇' });
    named('request-export');
    await screen.findByText('请写明导出来做什么用。');
    expect(inputsOf('request-export')).toEqual([]);
    write('why', '季度报表');
    named('status:supervised');
    named('town:town_hongxi000');
    named('column:obligor-phones');
    named('column:town');
    named('clear:obligor-phones');
    named('clear:obligors');
    named('clear:obligors');
    named('request-export');
    await screen.findByText('已提交，请等另一位法官或院领导批准。');
    expect(inputsOf('request-export')).toEqual([
      {
        why: '季度报表',
        filter: { status: 'supervised', townId: 'town_hongxi000' },
        columns: ['case-number', 'status', 'obligors', 'principal', 'due-day', 'village', 'obligor-phones'],
        clear: ['obligor-phones'],
      },
    ]);
  });

  test('a column that is taken away again is not asked for in clear either', async () => {
    signIn('clerk');
    answers['list-exports'] = listOf();
    answers['request-export'] = { exportId: line.exportId, number: line.number, cases: 12 };
    render(<Exports />);
    await tap('申请导出');
    write('why', '季度报表');
    named('clear:obligors');
    named('column:obligors');
    named('request-export');
    await screen.findByText(/已提交/);
    expect(inputsOf('request-export')).toMatchObject([{ clear: [] }]);
  });

  test('a judge lets a colleague’s go, and ticks himself what goes without masks', async () => {
    signIn('judge');
    answers['list-exports'] = listOf(line);
    answers['decide-export'] = { standing: 'ready', expiresAt: ready.expiresAt };
    render(<Exports />);
    await screen.findByText('督促中，虹溪镇（申请时 12 件）');
    named('decide:export_00000001');
    fireEvent.click(await screen.findByRole('radio', { name: /^批准/ }));
    named('clear-granted:obligor-phones');
    named('decide-export');
    await screen.findByText('导出〔2026〕3号：已批准。');
    expect(inputsOf('decide-export')).toEqual([
      { exportId: line.exportId, granted: true, clearGranted: ['obligor-phones'], answer: '' },
    ]);
  });

  test('a refusal needs a word; what was ticked before does not go with it', async () => {
    signIn('chief');
    answers['list-exports'] = listOf(line);
    answers['decide-export'] = { standing: 'refused', expiresAt: null };
    render(<Exports />);
    await tap('答复');
    fireEvent.click(await screen.findByRole('radio', { name: /^批准/ }));
    named('clear-granted:obligors');
    fireEvent.click(await screen.findByRole('radio', { name: /^不批准/ }));
    named('decide-export');
    await screen.findByText('不批准的，请用一句话写明原因。');
    write('answer', '用汇总数就够');
    named('decide-export');
    await screen.findByText('导出〔2026〕3号：没有批准。');
    expect(inputsOf('decide-export')).toEqual([
      { exportId: line.exportId, granted: false, clearGranted: [], answer: '用汇总数就够' },
    ]);
  });

  test.each([
    ['his own', 'judge', { ...line, isMine: true }],
    ['as a clerk', 'clerk', line],
  ] as const)('nobody answers %s', async (_, role, one) => {
    signIn(role);
    answers['list-exports'] = listOf(one);
    render(<Exports />);
    await screen.findByText('由另一位法官或院领导批准。');
    expect(screen.queryByRole('button', { name: '答复' })).toBeNull();
  });

  test('who asked fetches the file, and reads how often he still may', async () => {
    signIn('clerk');
    const saved = vi.spyOn(platform, 'saveFile').mockImplementation(() => {});
    answers['list-exports'] = listOf(ready);
    const file = {
      fileName: '导出〔2026〕3号.xlsx',
      mediaType: 'x/y',
      content: 'AAEC',
      cases: 11,
      fetchesLeft: 2,
    };
    answers['get-export'] = file;
    render(<Exports />);
    await screen.findByText('3 次，3月3日 10:00前');
    await tap('下载');
    await screen.findByText('已下载 导出〔2026〕3号.xlsx，11 件，还能下载 2 次。');
    expect(saved).toHaveBeenCalledWith(file);
    await waitFor(() => expect(inputsOf('list-exports')).toHaveLength(2));
  });

  test('after the last fetch he still reads that it is there', async () => {
    signIn('clerk');
    vi.spyOn(platform, 'saveFile').mockImplementation(() => {});
    answers['list-exports'] = listOf({ ...ready, fetchesLeft: 1 });
    answers['get-export'] = { fileName: 'a.xlsx', mediaType: 'x/y', content: '', cases: 11, fetchesLeft: 0 };
    render(<Exports />);
    await screen.findByRole('button', { name: '下载' });
    answers['list-exports'] = listOf({ ...ready, standing: 'used-up', fetchesLeft: 0 });
    await tap('下载');
    await screen.findByText('次数用完');
    screen.getByText('已下载 a.xlsx，11 件，还能下载 0 次。');
    expect(screen.queryByRole('button', { name: '下载' })).toBeNull();
  });

  test('another’s is not offered; one that is over says so', async () => {
    signIn('judge');
    answers['list-exports'] = listOf(
      { ...ready, isMine: false },
      { ...ready, exportId: 'export_00000002', standing: 'expired' },
    );
    render(<Exports />);
    await screen.findByText('已经过期');
    expect(screen.queryByRole('button', { name: '下载' })).toBeNull();
  });

  test('the bytes arrive as they were sent', async () => {
    const made: Blob[] = [];
    const clicked: string[] = [];
    URL.createObjectURL = (blob) => `blob:${made.push(blob as Blob)}`;
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      clicked.push(`${this.download} ${this.href}`);
    });
    platform.saveFile({ fileName: 'a.xlsx', mediaType: 'x/y', content: 'AAEC/w==' });
    expect(clicked).toEqual(['a.xlsx blob:1']);
    expect(made[0]!.type).toBe('x/y');
    const bytes = await new Promise<ArrayBuffer>((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result as ArrayBuffer);
      reader.readAsArrayBuffer(made[0]!);
    });
    expect([...new Uint8Array(bytes)]).toEqual([0, 1, 2, 255]);
  });
});

test('those that wait for the judge’s hand stand on his desk', async () => {
  signIn('judge');
  answers['get-desk'] = {
    counts: [],
    unmatchedAddresses: 0,
    undelivered: 0,
    dataRequests: { open: 0, overdue: 0 },
    exports: 2,
    trial: false,
    stuck: [],
    stuckTotal: 0,
    lastSweep: null,
  };
  render(<GetDesk />);
  await screen.findByText('2 份导出申请等您答复。');
  await tap('打开导出申请');
  expect(visited.at(-1)).toBe(EXPORTS);
});
