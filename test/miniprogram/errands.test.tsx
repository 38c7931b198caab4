import { join } from 'node:path';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setTransport, type Transport } from '../../miniprogram/src/api';
import { platform } from '../../miniprogram/src/platform';
import { LostFile } from '../../miniprogram/src/platform/platform';
import { session } from '../../miniprogram/src/session';
import Errands from '../../miniprogram/src/tips/errands';
import type { Errand } from '../../miniprogram/src/tips/errands/errand-card';
import type { OutputOf } from '../../shared/actions';
import Taro, { forgetEverything } from './taro';

const COURT = {
  name: '青溪县人民法院',
  phone: '0579-99990000',
  hotline: '12368',
  county: '青溪县',
  demo: false,
};
/** 3月5日 09:00 in Shanghai. */
const NOW = new Date('2026-03-05T01:00:00.000Z');
const DONE = { done: true };
let answers: Record<string, unknown>;
let asked: { action: string; input: unknown; idempotencyKey?: string | undefined }[];
let before: Transport;

beforeEach(() => {
  forgetEverything();
  sessionStorage.clear();
  vi.spyOn(platform, 'now').mockReturnValue(NOW);
  session.begin('token');
  session.recognise({
    accountId: 'acct_officer0001',
    name: '周明',
    roles: [{ role: 'officer', reach: '' }],
    courtName: COURT.name,
    watermark: '周明 09:00',
  } as OutputOf<'get-me'>);
  answers = { 'get-court': COURT };
  asked = [];
  before = setTransport(async ({ action, input, idempotencyKey }) => {
    asked.push({ action, input, idempotencyKey });
    const answer = answers[action];
    if (answer === undefined) throw new Error('no network');
    const isRefusal = typeof answer === 'object' && answer !== null && 'refusal' in answer;
    return { body: isRefusal ? { ok: false, ...answer } : { ok: true, data: answer } };
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  setTransport(before);
});

const inputsOf = (action: string) => asked.filter((one) => one.action === action).map(({ input }) => input);
const tap = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }));
const choose = async (name: string) => fireEvent.click(await screen.findByRole('radio', { name }));
const write = (name: string, value: string) =>
  fireEvent.change(document.querySelector(`textarea[name="${name}"]`)!, { target: { value } });

const errand: Errand = {
  errandId: 'errand_00000001',
  state: 'sent',
  sentAt: '2026-03-05T00:40:00.000Z',
  takenAt: null,
  onSiteAt: null,
  doneAt: null,
  outcome: null,
  dueAt: '2026-03-05T01:40:00.000Z',
  isOverdue: false,
  place: '虹溪镇宋家村修车铺',
  route: '过桥右转',
  words: '找蓝色货车',
  point: { latitude: 30.9, longitude: 119.9 },
  debtorName: '郑小满',
  caseNumber: '（2026）浙0522执18号',
  evidence: [],
};
const listOf = (...errands: Errand[]): OutputOf<'list-errands'> => ({
  errands,
  asOf: '2026-03-05' as OutputOf<'list-errands'>['asOf'],
  watermark: '周明 3月5日 09:00',
});
const over: Errand = {
  ...errand,
  state: 'done',
  doneAt: '2026-03-05T01:00:00.000Z',
  outcome: 'property-found',
  ...{ dueAt: null, place: null, route: '', words: '', point: null, debtorName: null, caseNumber: null },
};

describe('派出任务', () => {
  test('place, way, what to look for, of whom; how long there is to answer', async () => {
    answers['list-errands'] = listOf(errand);
    render(<Errands />);
    await screen.findByText('虹溪镇宋家村修车铺');
    for (const words of ['过桥右转', '找蓝色货车', '郑小满', '（2026）浙0522执18号', '还剩 40 分钟'])
      screen.getByText(words);
    screen.getByText('30.90000, 119.90000');
    screen.getByRole('button', { name: '复制坐标' });
    expect(document.querySelector('a[href^="http"]')).toBeNull();
    expect(document.querySelector('.zq-watermark')!.textContent).toContain('周明 3月5日 09:00');
    expect(platform.storage.keys().filter((key) => key.includes('list-errands'))).toEqual([]);
  });

  test('WeChat opens its own map with the point, and gives it no word of the tip', async () => {
    const openLocation = vi.fn(async () => ({}));
    Object.assign(Taro, { openLocation });
    // Named with its ending, because the tests take the browser's twin of every file.
    const weapp = join(import.meta.dirname, '../../miniprogram/src/tips/open-place.tsx');
    const { OpenPlace } = await import(/* @vite-ignore */ weapp);
    render(<OpenPlace point={errand.point} />);
    await tap('在地图上打开');
    expect(openLocation).toHaveBeenCalledWith({
      ...{ latitude: 30.9, longitude: 119.9, scale: 16 },
      name: '30.90000, 119.90000',
    });
  });

  test('one tap for going, one for arriving', async () => {
    answers['list-errands'] = listOf(errand);
    answers['answer-errand'] = DONE;
    render(<Errands />);
    await screen.findByRole('button', { name: '我去' });
    answers['list-errands'] = listOf({ ...errand, state: 'taken' });
    await tap('我去');
    await screen.findByText('已告诉值班同事您去。到了现场，点“已到现场”。');
    await waitFor(() => expect(screen.queryByRole('button', { name: '我去' })).toBeNull());
    answers['list-errands'] = listOf({ ...errand, state: 'on-site' });
    await tap('已到现场');
    await screen.findByText('现场怎么样？');
    expect(inputsOf('answer-errand')).toEqual([
      { errandId: errand.errandId, answer: 'take', note: '' },
      { errandId: errand.errandId, answer: 'arrive', note: '' },
    ]);
  });

  test('whoever cannot go says why', async () => {
    answers['list-errands'] = listOf(errand);
    answers['answer-errand'] = DONE;
    render(<Errands />);
    await tap('去不了');
    await tap('告诉值班同事去不了');
    await screen.findByText('请写一句原因，值班同事好另外安排。');
    expect(inputsOf('answer-errand')).toEqual([]);
    write(`note:${errand.errandId}`, '在外地办案');
    answers['list-errands'] = listOf({ ...over, state: 'declined', doneAt: null, outcome: null });
    await tap('告诉值班同事去不了');
    await screen.findByText('已告诉值班同事您去不了，他会另外安排。');
    await screen.findByText('现在没有要办的任务。');
    screen.getByText('3月5日 08:40派出的任务');
    expect(inputsOf('answer-errand')).toEqual([
      { errandId: errand.errandId, answer: 'decline', note: '在外地办案' },
    ]);
  });

  test('an answer that the court refuses says why, and can be given again', async () => {
    answers['list-errands'] = listOf(errand);
    answers['answer-errand'] = { refusal: { code: 'errand-state-forbids', message: '请刷新页面查看。' } };
    render(<Errands />);
    await tap('我去');
    await screen.findByText('请刷新页面查看。');
    screen.getByRole('button', { name: '我去' });
  });

  test('nothing to do says so', async () => {
    answers['list-errands'] = listOf();
    render(<Errands />);
    await screen.findByText('现在没有派给您的任务，有新的会提醒您。');
  });
});

describe('what came of it', () => {
  const SHA = 'abcdef0123456789abcdef0123456789';
  const PLACE = { fileId: 'file_00000001', url: '/put/1', method: 'PUT', expiresAt: '2026-03-05T01:10:00Z' };
  let removed: string[];
  let put: unknown[];

  beforeEach(() => {
    removed = [];
    put = [];
    vi.spyOn(platform.files, 'keep').mockImplementation(async (path) => path.replace('chosen', 'kept'));
    vi.spyOn(platform.files, 'show').mockResolvedValue('blob:1');
    vi.spyOn(platform.files, 'remove').mockImplementation(async (path) => void removed.push(path));
    vi.spyOn(platform.files, 'read').mockResolvedValue({
      fileName: 'car.jpg',
      mediaType: 'image/jpeg',
      bytes: new Uint8Array([1, 2, 3]).buffer,
    });
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('no canvas')));
    vi.stubGlobal('fetch', async (url: string) => {
      put.push(url);
      return { status: 200, text: async () => '', json: async () => null };
    });
    answers['list-errands'] = listOf({ ...errand, state: 'on-site', dueAt: null });
    answers['create-upload'] = PLACE;
  });

  async function addPhoto(): Promise<void> {
    const input = await waitFor(() => {
      const found = document.querySelector<HTMLInputElement>('input[type="file"]');
      expect(found).not.toBeNull();
      return found!;
    });
    const file = new File([new Uint8Array([1, 2, 3])], 'car.jpg', { type: 'image/jpeg' });
    file.arrayBuffer = async () => new Uint8Array([1, 2, 3]).buffer;
    fireEvent.change(input, { target: { files: [file] } });
    await screen.findByRole('img', { name: '第 1 张照片' });
  }

  test('outcome and photo; then its fingerprint and time', async () => {
    render(<Errands />);
    await tap('报告结果');
    await screen.findByText('请选择现场结果。');
    await choose('找到财产，已采取措施');
    write(`note:${errand.errandId}`, '已贴封条');
    await addPhoto();
    const evidence = { fileId: PLACE.fileId, sha256: SHA, at: '2026-03-05T01:00:00.000Z' };
    answers['report-errand'] = { evidence: [evidence] };
    answers['list-errands'] = listOf({ ...over, evidence: [{ ...evidence, url: '/files/1' }] });
    await tap('报告结果');
    await screen.findByText('已报告，值班同事会看到。谢谢您，辛苦了。');
    await screen.findByText('abcdef012345');
    await screen.findByText('已经回报。地点由值班同事保管，这里不再显示。');
    expect(screen.getAllByText('3月5日 09:00').length).toBeGreaterThan(0);
    expect(inputsOf('create-upload')).toEqual([
      { purpose: 'tip-evidence', fileName: 'car.jpg', mediaType: 'image/jpeg', bytes: 3 },
    ]);
    expect(put).toEqual(['/put/1']);
    expect(inputsOf('report-errand')).toEqual([
      {
        errandId: errand.errandId,
        outcome: 'property-found',
        note: '已贴封条',
        fileIds: [PLACE.fileId],
      },
    ]);
    // Neither the photo nor what he wrote stays on his telephone.
    expect(removed).toHaveLength(1);
    expect(platform.storage.keys().filter((key) => key.startsWith('draft:'))).toEqual([]);
  });

  test('without photos it is one choice and one tap', async () => {
    render(<Errands />);
    await choose('到了现场，没有找到');
    answers['report-errand'] = { evidence: [] };
    answers['list-errands'] = listOf(over);
    await tap('报告结果');
    await screen.findByText('已经回报。地点由值班同事保管，这里不再显示。');
    expect(inputsOf('report-errand')).toMatchObject([{ outcome: 'nothing-found', note: '', fileIds: [] }]);
    expect(inputsOf('create-upload')).toEqual([]);
  });

  test('a photo that has arrived is not sent again; the answer is asked for under the same key', async () => {
    render(<Errands />);
    await choose('找到一部分');
    await addPhoto();
    await tap('报告结果');
    await screen.findByText('没有连上网络。请检查网络后再试。');
    answers['report-errand'] = { evidence: [] };
    await tap('报告结果');
    await screen.findByText('已报告。下面是照片的指纹和收到的时间。');
    expect(inputsOf('create-upload')).toHaveLength(1);
    const keys = asked
      .filter(({ action }) => action === 'report-errand')
      .map(({ idempotencyKey }) => idempotencyKey);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  test('a photo that is lost is said, and nothing is reported without it', async () => {
    render(<Errands />);
    await choose('找到一部分');
    await addPhoto();
    vi.mocked(platform.files.read).mockRejectedValueOnce(new LostFile('kept:1'));
    await tap('报告结果');
    await screen.findByText(/^有一张照片已经不在手机上了。请去掉它/);
    expect(inputsOf('report-errand')).toEqual([]);
  });

  test('what he has begun is there again when he comes back', async () => {
    render(<Errands />);
    await choose('财产已经转移');
    write(`note:${errand.errandId}`, '邻居说昨晚开走');
    cleanup();
    render(<Errands />);
    const chosen = await screen.findByRole('radio', { name: '✓ 财产已经转移' });
    expect(chosen.getAttribute('aria-checked')).toBe('true');
    expect(document.querySelector('textarea')!.value).toBe('邻居说昨晚开走');
  });
});
