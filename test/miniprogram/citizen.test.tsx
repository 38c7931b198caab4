import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setTransport, type Transport } from '../../miniprogram/src/api';
import BountyNotice from '../../miniprogram/src/citizen/bounty-notice';
import BountyNotices from '../../miniprogram/src/citizen/bounty-notices';
import { deviceId } from '../../miniprogram/src/citizen/device';
import FollowedAreas from '../../miniprogram/src/citizen/followed-areas';
import { takeHanded } from '../../miniprogram/src/citizen/handed-on';
import SubmitTip from '../../miniprogram/src/citizen/submit-tip';
import Home from '../../miniprogram/src/pages/home';
import { platform } from '../../miniprogram/src/platform';
import {
  BOUNTY_NOTICE,
  BOUNTY_NOTICES,
  CLAIM_ACCESS,
  FOLLOWED_AREAS,
  MY_TIP,
  SIGN_IN,
  SUBMIT_TIP,
} from '../../miniprogram/src/routes';
import { session } from '../../miniprogram/src/session';
import type { OutputOf, RequestOf } from '../../shared/actions';
import { BEFORE_TELLING } from '../../shared/cases/tip';
import { isTipCode, showTipCode } from '../../shared/cases/tip-code';
import type { Day } from '../../shared/day';
import type { Fen } from '../../shared/money';
import { forgetEverything, visited } from './taro';

const at = vi.hoisted(() => ({ params: {} as Record<string, string> }));
vi.mock('@tarojs/taro', async (load) => ({
  ...(await load<object>()),
  useRouter: () => ({ params: at.params }),
}));

let answers: Record<string, unknown>;
let refusals: Record<string, { code: string; message: string }>;
let asked: { action: string; input: unknown }[];
let puts: { url: string; type: string; bytes: number }[];
let before: Transport;

beforeEach(() => {
  forgetEverything();
  session.end(null);
  at.params = {};
  answers = {};
  refusals = {};
  asked = [];
  puts = [];
  before = setTransport(async ({ action, input }) => {
    asked.push({ action, input });
    if (action in refusals) return { body: { ok: false, refusal: refusals[action] } };
    if (!(action in answers)) throw new Error('no network');
    return { body: { ok: true, data: answers[action] } };
  });
  vi.stubGlobal('fetch', async (url: string, { headers, body }: { headers: object; body: Uint8Array }) => {
    puts.push({ url, type: Object.values(headers).join(), bytes: body.byteLength });
    return new Response('', { status: 200 });
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
const choose = async (name: RegExp) => fireEvent.click(await screen.findByRole('radio', { name }));
const field = (name: string) =>
  document.querySelector<HTMLInputElement>(`input[name="${name}"], textarea[name="${name}"]`)!;
const write = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });
const stored = () =>
  platform.storage
    .keys()
    .map((key) => `${key} ${JSON.stringify(platform.storage.get(key))}`)
    .join('\n');

type Notice = OutputOf<'get-bounty-notice'>;
const listed: OutputOf<'list-bounty-notices'>['notices'][number] = {
  number: '悬赏〔2026〕3号',
  courtName: '青溪县人民法院',
  courtPhone: '0579-99990000',
  debtorName: '郑大满',
  area: '青溪县虹溪镇',
  mode: 'share',
  shareBp: 1050,
  fixed: null,
  cap: 5_000_000 as Fen,
  sought: 'property',
  text: '向社会征集财产线索。\n提供线索的，依法保密。',
  publishedDay: '2026-03-05' as Day,
  expiresDay: '2026-09-05' as Day,
};
const notice: Notice = { ...listed, address: 'https://court.example/n/3', qr: 'data:image/png;base64,AA==' };
const listOf = (...notices: (typeof listed)[]) => ({ notices, total: notices.length, page: 1, pages: 1 });

describe('公告', () => {
  test('the list says of whom, what is sought and what is promised, and nothing of it is kept', async () => {
    const fixed = { ...listed, number: '悬赏〔2026〕4号', mode: 'fixed' as const, shareBp: null, cap: null };
    answers['list-bounty-notices'] = listOf(listed, { ...fixed, fixed: 500_000 as Fen });
    render(<BountyNotices />);
    await screen.findByText('按线索实际收回金额的 10.5% 奖励，最多 50,000.00 元');
    screen.getByText('奖励 5,000.00 元');
    expect(screen.getAllByText('到2026年9月5日')).toHaveLength(2);
    expect(stored()).not.toContain('郑大满');
    fireEvent.click(document.querySelector('[name="notice:悬赏〔2026〕3号"]')!);
    expect(visited.at(-1)).toBe(`${BOUNTY_NOTICE}?number=${encodeURIComponent(listed.number)}`);
    await tap('我有线索');
    await tap('查看我的线索');
    await tap('关注乡镇的新公告');
    expect(visited.slice(-3).map((url) => url.replace(/\?$/, ''))).toEqual([
      SUBMIT_TIP,
      MY_TIP,
      FOLLOWED_AREAS,
    ]);
  });

  test('an empty list says what one can still do', async () => {
    answers['list-bounty-notices'] = listOf();
    render(<BountyNotices />);
    await screen.findByText(/现在没有正在发布的公告/);
    expect(screen.queryByText(/下一页/)).toBeNull();
  });

  test('turns the pages', async () => {
    answers['list-bounty-notices'] = { ...listOf(listed), total: 21, pages: 2 };
    render(<BountyNotices />);
    await tap('下一页');
    await waitFor(() => expect(inputsOf('list-bounty-notices')).toEqual([{ page: 1 }, { page: 2 }]));
  });

  test('one notice says who may have the reward, is printed, and leads to telling', async () => {
    at.params = { number: encodeURIComponent(notice.number) };
    answers['get-bounty-notice'] = notice;
    const print = vi.spyOn(platform, 'print').mockReturnValue(true);
    render(<BountyNotice />);
    await screen.findByText('郑大满（青溪县虹溪镇）');
    for (const words of [/还没有掌握/, /真的收回了钱/, /最先提供的人/, /有义务提供线索/, /依法保密/])
      screen.getByText(words);
    screen.getByText('2026年3月5日至2026年9月5日');
    expect(screen.getByRole('img', { name: /二维码/ }).getAttribute('src')).toBe(notice.qr);
    expect(inputsOf('get-bounty-notice')).toEqual([{ number: notice.number }]);
    await tap('打印张贴');
    expect(print).toHaveBeenCalledOnce();
    expect(screen.queryByText(/不能直接打印/)).toBeNull();
    print.mockReturnValue(false);
    await tap('打印张贴');
    await screen.findByText(/请在电脑浏览器里打开/);
    await tap('我有线索');
    expect(visited.at(-1)).toBe(`${SUBMIT_TIP}?number=${encodeURIComponent(notice.number)}`);
  });

  test('the front page leads here in words that frighten nobody', async () => {
    render(<Home />);
    await tap('公告与线索');
    await tap('查询我的线索');
    expect(visited).toEqual([BOUNTY_NOTICES, MY_TIP]);
    expect(document.body.textContent).not.toMatch(/悬赏|被执行人/);
  });
});

describe('关注乡镇', () => {
  test('says why one has to come in first, and how', async () => {
    render(<FollowedAreas />);
    await screen.findByText(/看公告、提供线索不需要/);
    await tap('我是案件当事人，用短信查询码进入');
    await tap('我是法院、镇村工作人员，登录');
    expect(visited.map((url) => url.replace(/\?$/, ''))).toEqual([CLAIM_ACCESS, SIGN_IN]);
    expect(asked.map(({ action }) => action)).not.toContain('list-followed-areas');
  });

  test('follows a town, and lets it go', async () => {
    session.begin('token');
    session.recognise({
      accountId: 'acct_somebody001',
      name: '郑小满',
      roles: [],
    } as unknown as OutputOf<'get-me'>);
    answers['list-followed-areas'] = {
      towns: [{ townId: 'town_hongxi000', name: '虹溪镇', follows: false }],
    };
    answers['follow-area'] = { done: true };
    render(<FollowedAreas />);
    fireEvent.click(await screen.findByRole('switch', { name: '虹溪镇' }));
    fireEvent.click(await screen.findByRole('switch', { name: '虹溪镇（已关注）' }));
    await screen.findByRole('switch', { name: '虹溪镇' });
    expect(inputsOf('follow-area')).toEqual([
      { townId: 'town_hongxi000', follows: true },
      { townId: 'town_hongxi000', follows: false },
    ]);
  });
});

type Tip = RequestOf<'submit-tip'>;
const received = { number: 7, receivedAt: '2026-03-05T01:02:00.000Z', receivedEarlier: false };
const tips = () => inputsOf('submit-tip') as Tip[];
const shownCode = () => document.querySelector('.zq-receipt')!.textContent!.replaceAll(' ', '');

const begin = async () => {
  render(<SubmitTip />);
  await tap('我知道了，继续');
};
const fillIn = async () => {
  await choose(/车辆/);
  write('words', '白色小客车，每天晚上在那里');
  await tap('下一步');
  write('place', '菜市场后门');
  write('seenDay', '2026-03-04');
  write('seenWhen', '晚上八点以后');
  await tap('下一步');
};
/** Until the button that sends it is free; answers the code. */
const saveCode = async () => {
  await screen.findByRole('button', { name: '我已经记下，继续' });
  const code = shownCode();
  await tap('我已经记下，继续');
  write('lastFour', code.slice(-4));
  return code;
};

describe('我有线索', () => {
  test('a whole telling: warned, in steps, the code written down, then sent without a name', async () => {
    answers['submit-tip'] = received;
    render(<SubmitTip />);
    for (const words of BEFORE_TELLING) screen.getByText(new RegExp(words.slice(0, 12)));
    expect(stored()).not.toContain('telling:');
    await tap('我知道了，继续');
    await tap('下一步');
    await screen.findByText('请选择是什么线索。');
    screen.getByText('请多写几个字，说清楚是什么、怎么知道的。');
    write('whom', '郑大满');
    await choose(/车辆/);
    write('words', '白色小客车，每天晚上在那里');
    await tap('下一步');
    await tap('下一步');
    await screen.findByText('请选择日期。');
    expect(screen.queryByText(/地图/)).toBeNull();
    write('place', '菜市场后门');
    write('seenDay', '2026-03-04');
    await tap('下一步');

    await screen.findByText(/丢了谁也找不回来/);
    const code = shownCode();
    expect(isTipCode(code)).toBe(true);
    expect(screen.queryByRole('button', { name: '提交' })).toBeNull();
    await tap('我已经记下，继续');
    expect(document.body.textContent).not.toContain(showTipCode(code));
    expect((await screen.findByRole('button', { name: '提交' })).hasAttribute('disabled')).toBe(true);
    write('lastFour', code.slice(-4) === '0000' ? '1111' : '0000');
    await screen.findByText(/与收据码的最后四位不一样/);
    expect(screen.getByRole('button', { name: '提交' }).hasAttribute('disabled')).toBe(true);
    write('lastFour', code.slice(-4));
    await tap('提交');

    await screen.findByText('第 7 号线索');
    expect(shownCode()).toBe(code);
    screen.getByText('法院在 3月5日 09:02 收到了，谢谢您。');
    expect(tips()).toEqual([
      {
        ...{ code, device: await deviceId(), understood: true, whom: '郑大满', about: 'vehicle' },
        ...{ words: '白色小客车，每天晚上在那里', place: '菜市场后门', seenDay: '2026-03-04' },
        ...{ seenWhen: '', photos: [], number: undefined, point: undefined },
      },
    ]);
    expect(stored()).not.toContain(code);
    expect(stored()).not.toContain('telling:');
    await tap('查看我的线索');
    expect(visited).toEqual([MY_TIP]);
    expect(takeHanded()).toEqual({ code, words: '' });
    expect(takeHanded()).toBeNull();
  });

  test('of a notice nobody asks whom', async () => {
    at.params = { number: encodeURIComponent(notice.number) };
    answers['submit-tip'] = received;
    await begin();
    screen.getByText(`针对的公告：${notice.number}`);
    expect(field('whom')).toBeNull();
    await fillIn();
    await saveCode();
    await tap('提交');
    await screen.findByText('第 7 号线索');
    expect(tips()).toMatchObject([{ number: notice.number, seenWhen: '晚上八点以后' }]);
    expect(tips()[0]?.whom).toBeUndefined();
  });

  test('without a network it stays on the telephone, and goes again under the same code', async () => {
    await begin();
    await fillIn();
    const code = await saveCode();
    await tap('提交');
    await screen.findByText('没有网络，内容已保存在这部手机上，有网络后再点提交。');
    cleanup();

    answers['submit-tip'] = { ...received, receivedEarlier: true };
    render(<SubmitTip />);
    expect(await saveCode()).toBe(code);
    await tap('上一步');
    await tap('上一步');
    expect(field('words').value).toBe('白色小客车，每天晚上在那里');
    write('words', '白色小客车，车牌尾号 88');
    await tap('下一步');
    await tap('下一步');
    await saveCode();
    await tap('提交');
    await screen.findByText(/法院在 3月5日 09:02 已经收到，内容是您前一次提交时的样子/);
    const [first, second] = tips();
    expect(second).toEqual({ ...first, words: '白色小客车，车牌尾号 88' });
    await tap('补充刚才改动的内容');
    expect(visited).toEqual([MY_TIP]);
    expect(takeHanded()).toEqual({
      code,
      words: '白色小客车，车牌尾号 88\n地点：菜市场后门\n时间：2026-03-04 晚上八点以后',
    });
  });

  test('a photo goes up once, without its name, however often the rest is tried', async () => {
    vi.spyOn(platform.files, 'read').mockResolvedValue({
      ...{ fileName: '我家.jpg', mediaType: 'image/jpeg', bytes: new ArrayBuffer(3) },
    });
    vi.spyOn(platform.files, 'show').mockResolvedValue('blob:1');
    const removed = vi.spyOn(platform.files, 'remove').mockResolvedValue();
    platform.storage.set('telling:', { understood: true, step: 1, photos: ['kept:1'] });
    answers['create-tip-upload'] = { fileId: 'photo_00000001', url: 'http://store/1', method: 'PUT' };
    render(<SubmitTip />);
    await tap('上一步');
    await fillIn();
    await saveCode();
    await tap('提交');
    await screen.findByText(/没有网络/);
    refusals['submit-tip'] = {
      code: 'tip-photo-missing',
      message: '照片没有传完整，请重新添加照片后再提交。',
    };
    await tap('提交');
    await screen.findByText('照片没有传完整，请重新添加照片后再提交。');
    expect(inputsOf('create-tip-upload')).toEqual([
      { device: await deviceId(), mediaType: 'image/jpeg', bytes: 3 },
    ]);
    expect(puts).toEqual([{ url: 'http://store/1', type: 'image/jpeg', bytes: 3 }]);
    refusals = {};
    answers['submit-tip'] = received;
    await tap('提交');
    await screen.findByText('第 7 号线索');
    expect(tips().at(-1)?.photos).toEqual(['photo_00000001']);
    expect(puts).toHaveLength(2);
    await waitFor(() => expect(removed).toHaveBeenCalledWith('kept:1'));
  });

  test('a notice that was taken down does not lose what was written', async () => {
    at.params = { number: 'N-0003' };
    refusals['submit-tip'] = { code: 'bounty-unknown', message: '没有找到这份公告，它可能已经撤下。' };
    await begin();
    await fillIn();
    const code = await saveCode();
    await tap('提交');
    await tap('不写公告编号，继续提供');
    expect(field('words').value).toBe('白色小客车，每天晚上在那里');
    write('whom', '郑大满');
    await tap('下一步');
    await tap('下一步');
    refusals = {};
    answers['submit-tip'] = received;
    await saveCode();
    await tap('提交');
    await screen.findByText('第 7 号线索');
    expect(tips().at(-1)).toMatchObject({ code, whom: '郑大满' });
    expect(stored()).not.toContain('telling:');
  });

  test('what the court refuses is said, and stays to be corrected', async () => {
    refusals['submit-tip'] = { code: 'tip-day-wrong', message: '看到的日期不能晚于今天，请核对。' };
    await begin();
    await fillIn();
    const code = await saveCode();
    await tap('提交');
    await screen.findByText('看到的日期不能晚于今天，请核对。');
    expect(stored()).toContain(code);
  });

  test('a full telephone says so, instead of promising to keep it', async () => {
    await begin();
    vi.spyOn(platform.storage, 'set').mockImplementation(() => {
      throw new Error('full');
    });
    await fillIn();
    screen.getByText('手机存储满了，写的内容没有保存，请不要关闭本页。');
    await saveCode();
    await tap('提交');
    await screen.findByText(/手机存储也满了/);
  });

  test('whoever is signed in, it is not kept under his account', async () => {
    session.begin('token');
    session.recognise({
      accountId: 'acct_somebody001',
      name: '郑小满',
      roles: [],
    } as unknown as OutputOf<'get-me'>);
    await begin();
    await waitFor(() => expect(platform.storage.get<{ code: string }>('telling:')?.code).toMatch(/^\d{16}$/));
    expect(stored()).not.toContain('acct_somebody001');
  });

  test('the telephone is wiped, after asking', async () => {
    const removed = vi.spyOn(platform.files, 'remove').mockResolvedValue();
    platform.storage.set('telling:N-0003', { understood: true, code: '1', photos: ['kept:9'] });
    await deviceId();
    platform.storage.set('taro_clipboard', '1234');
    await begin();
    await tap('清除这部手机上的记录');
    await tap('先不清除');
    await tap('清除这部手机上的记录');
    await tap('确定清除');
    await screen.findByText('这部手机上的记录已经清除。');
    screen.getByRole('button', { name: '我知道了，继续' });
    expect(removed).toHaveBeenCalledWith('kept:9');
    expect(platform.storage.keys().filter((key) => /telling|device|clipboard/.test(key))).toEqual([]);
  });

  test('copying leaves nothing in the browser’s storage', async () => {
    const copied: string[] = [];
    vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void copied.push(text) } });
    await begin();
    await fillIn();
    await screen.findByRole('button', { name: '复制收据码' });
    const code = shownCode();
    await tap('复制收据码');
    await screen.findByText(/已复制/);
    expect(copied).toEqual([code]);
    // As Taro's H5 does with whatever is copied by hand.
    platform.storage.set('taro_clipboard', code);
    document.dispatchEvent(new Event('copy'));
    await waitFor(() => expect(platform.storage.keys()).not.toContain('taro_clipboard'));
  });
});
