import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setTransport, type Transport } from '../../miniprogram/src/api';
import { platform } from '../../miniprogram/src/platform';
import { READ_TIP } from '../../miniprogram/src/routes';
import { session } from '../../miniprogram/src/session';
import ReadTip, { type Tip } from '../../miniprogram/src/tips/read-tip';
import type { OutputOf } from '../../shared/actions';
import { CLAIM_SENTENCES } from '../../shared/cases/tip';
import { forgetEverything, visited } from './taro';

// The stand-in for Taro does not know the page's query.
vi.mock('@tarojs/taro', async (original) => ({
  ...(await original<typeof import('./taro')>()),
  useRouter: () => ({ params: { tipId: 'tip_00000017' } }),
}));

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

const photo = {
  fileId: 'file_00000001',
  sha256: 'abcdef0123456789abcdef',
  at: '2026-03-05T00:36:00.000Z',
  url: '/files/1',
};
const tip: Tip = {
  tipId: 'tip_00000017',
  number: 17,
  state: 'received',
  about: 'vehicle',
  receivedAt: '2026-03-05T00:35:00.000Z',
  dueAt: '2026-03-05T04:35:00.000Z',
  isOverdue: false,
  check: 'pass',
  caseNumber: null,
  covered: false,
  words: '他的货车停在修车铺后面',
  place: '虹溪镇宋家村修车铺',
  point: null,
  seen: '2026年3月4日 傍晚',
  whom: '郑小满',
  bountyNumber: null,
  caseId: null,
  debtorName: null,
  photos: [photo],
  messages: [],
  note: null,
  knownBefore: false,
  sameClue: [],
  maybeSame: [],
  errands: [],
  falseMarks: [],
  isBlocked: false,
  hasIdentity: false,
  officers: [
    { accountId: 'acct_officer0001', name: '周明', team: '执行一团队' },
    { accountId: 'acct_officer0002', name: '何川', team: '执行二团队' },
  ],
  watermark: '沈安 3月5日 09:00',
};
const DONE = { done: true };
const FOUND = {
  caseId: 'case_00000001',
  caseNumber: '（2026）浙0522执18号',
  debtorNames: ['郑小满', '郑大有'],
  filedDay: '2026-02-01',
  bountyNumber: '青溪悬赏〔2026〕3号',
};
const open = async (change: Partial<Tip> = {}) => {
  answers['read-tip'] = { ...tip, ...change };
  render(<ReadTip />);
  await screen.findByText('17 号线索');
};

describe('one tip', () => {
  test('what was told, where, and photos with fingerprint and time', async () => {
    const opened = vi.spyOn(platform, 'openFile').mockImplementation(() => {});
    const share = vi.spyOn(platform, 'hideShareMenu');
    await open();
    for (const words of ['他的货车停在修车铺后面', '虹溪镇宋家村修车铺', '郑小满', '2026年3月4日 傍晚'])
      screen.getByText(words);
    screen.getByText('abcdef012345');
    screen.getByText('3月5日 08:36');
    await tap('放大第 1 张照片');
    expect(opened).toHaveBeenCalledWith('/files/1');
    expect(document.querySelector('.zq-watermark')!.textContent).toContain('沈安 3月5日 09:00');
    expect(share).toHaveBeenCalled();
    expect(inputsOf('read-tip')).toEqual([{ tipId: tip.tipId, uncovered: false }]);
  });

  test('a covered one is opened on purpose; before, nobody decides about it', async () => {
    await open({ covered: true, check: 'risky', words: null, place: null, seen: '', photos: [] });
    expect(screen.queryByText('研判')).toBeNull();
    expect(screen.queryByText('与提供人的对话')).toBeNull();
    expect(screen.queryByRole('button', { name: '标记为虚假' })).toBeNull();
    screen.getByRole('button', { name: '暂停接收这部手机的线索' });
    answers['read-tip'] = { ...tip, check: 'risky' };
    await tap('我要看');
    await screen.findByText('他的货车停在修车铺后面');
    screen.getByText('研判');
    expect(inputsOf('read-tip')).toEqual([
      { tipId: tip.tipId, uncovered: false },
      { tipId: tip.tipId, uncovered: true },
    ]);
    answers['ask-tipster'] = DONE;
    write('ask', '车牌是多少？');
    named('ask-tipster');
    await waitFor(() => expect(inputsOf('read-tip')).toHaveLength(3));
    expect(inputsOf('read-tip').at(-1)).toEqual({ tipId: tip.tipId, uncovered: true });
  });

  test('a point is copied; the browser opens nobody else’s map', async () => {
    const writeText = vi.fn(async () => {});
    Object.assign(navigator, { clipboard: { writeText } });
    await open({ point: { latitude: 30.916_57, longitude: 119.876_543_2 } });
    screen.getByText('30.91657, 119.87654');
    expect(document.querySelector('a[href^="http"]')).toBeNull();
    await tap('复制坐标');
    await screen.findByText('已复制，可以粘贴到地图里查找。');
    expect(writeText).toHaveBeenCalledWith('30.91657, 119.87654');
    writeText.mockRejectedValueOnce(new Error('no'));
    await tap('复制坐标');
    await screen.findByText('没有复制上，请照着坐标输入。');
  });

  test('asking the tipster: a few words at least; the talk stands above', async () => {
    const first: Tip['messages'][number] = {
      from: 'tipster',
      words: '车身是蓝色的',
      at: '2026-03-05T00:40:00.000Z',
      photos: ['/files/2'],
    };
    await open({ messages: [first] });
    screen.getByText('提供人 3月5日 08:40');
    screen.getByText('车身是蓝色的');
    screen.getByRole('button', { name: '放大对话里的第 1 张照片' });
    named('ask-tipster');
    await screen.findByText('请多写几个字，说清楚是什么、怎么知道的。');
    answers['ask-tipster'] = DONE;
    write('ask', '车牌是多少？');
    const question = { from: 'court', words: '车牌是多少？', at: '2026-03-05T01:00:00.000Z', photos: [] };
    answers['read-tip'] = { ...tip, messages: [first, question] };
    named('ask-tipster');
    await screen.findByText('法院 3月5日 09:00');
    screen.getByText('已发出，提供人凭收据码回来时能看到。');
    expect(box('ask').value).toBe('');
    expect(inputsOf('ask-tipster')).toEqual([{ tipId: tip.tipId, words: '车牌是多少？' }]);
  });
});

describe('accepting and refusing', () => {
  test('accepted as a clue of a case that was found', async () => {
    await open();
    await choose(/^采用/);
    named('decide-tip');
    await screen.findByText('采用的，请选择是哪件案件，或与哪条线索相同。');
    write('search', '郑');
    named('find-case');
    await screen.findByText('请至少填写两个字。');
    expect(inputsOf('find-tip-cases')).toEqual([]);
    answers['find-tip-cases'] = { cases: [FOUND] };
    write('search', '郑小满');
    await tap('查找');
    await tap('（2026）浙0522执18号 郑小满、郑大有，2026年2月1日立案，公告 青溪悬赏〔2026〕3号');
    screen.getByText('（2026）浙0522执18号 郑小满、郑大有');
    fireEvent.click(screen.getByRole('checkbox', { name: /法院以前已经掌握/ }));
    write('note', '谢谢您');
    answers['decide-tip'] = DONE;
    answers['read-tip'] = { ...tip, state: 'accepted', caseId: FOUND.caseId };
    named('decide-tip');
    await screen.findByText('派人核查');
    screen.getByText('已采用。');
    expect(inputsOf('decide-tip')).toEqual([
      {
        tipId: tip.tipId,
        decision: 'accept',
        caseId: FOUND.caseId,
        knownBefore: true,
        note: '谢谢您',
      },
    ]);
  });

  test('a case that is not there says which can be found', async () => {
    answers['find-tip-cases'] = { cases: [] };
    await open();
    await choose(/^采用/);
    write('search', '王五');
    await tap('查找');
    await screen.findByText('没有找到。只能找到已经执行立案的案件，请核对案号或姓名。');
  });

  test('the case of the notice stands there already, and can be changed', async () => {
    answers['decide-tip'] = DONE;
    await open({ caseId: FOUND.caseId, caseNumber: FOUND.caseNumber, debtorName: '郑小满' });
    await choose(/^采用/);
    await tap('换一件案件');
    expect(box('search').value).toBe('');
    cleanup();
    await open({ caseId: FOUND.caseId, caseNumber: FOUND.caseNumber, debtorName: '郑小满' });
    await choose(/^采用/);
    named('decide-tip');
    await waitFor(() => expect(inputsOf('decide-tip')).toHaveLength(1));
    expect(inputsOf('decide-tip')).toEqual([
      { tipId: tip.tipId, decision: 'accept', caseId: FOUND.caseId, knownBefore: false, note: '' },
    ]);
  });

  test('accepted as the same as another, which is opened by itself', async () => {
    answers['decide-tip'] = { refusal: { code: 'tip-not-accepted', message: '那条线索还没有采用。' } };
    await open({
      maybeSame: [{ tipId: 'tip_00000012', number: 12, standing: CLAIM_SENTENCES.alone }],
      sameClue: [{ tipId: 'tip_00000013', number: 13, standing: CLAIM_SENTENCES.first }],
    });
    screen.getByText('最先提供');
    await tap('打开 12 号');
    expect(visited).toEqual([`${READ_TIP}?tipId=tip_00000012`]);
    await choose(/^采用/);
    await choose(/与 12 号相同/);
    expect(screen.queryByRole('checkbox')).toBeNull();
    named('decide-tip');
    await screen.findByText('那条线索还没有采用。');
    expect(inputsOf('decide-tip')).toEqual([
      { tipId: tip.tipId, decision: 'accept', sameAs: 'tip_00000012', knownBefore: false, note: '' },
    ]);
  });

  test('a refusal needs its reason, and takes a word to the tipster', async () => {
    await open();
    await choose(/^不采用/);
    named('decide-tip');
    await screen.findByText('请选择不采用的理由。');
    expect(inputsOf('decide-tip')).toEqual([]);
    answers['decide-tip'] = DONE;
    await choose('内容不够具体，无法核查');
    write('note', '请补充车牌');
    answers['read-tip'] = { ...tip, state: 'refused', note: '请补充车牌' };
    named('decide-tip');
    await screen.findByText('改为采用');
    screen.getByText('没有采用。提供人凭收据码能看到理由，还可以补充。');
    expect(inputsOf('decide-tip')).toEqual([
      { tipId: tip.tipId, decision: 'refuse', reason: 'too-vague', note: '请补充车牌' },
    ]);
  });

  test('what was accepted can still be refused, out of the way', async () => {
    answers['decide-tip'] = DONE;
    await open({ state: 'accepted' });
    await tap('改为不采用');
    await choose('法院已经掌握');
    named('decide-tip');
    await waitFor(() =>
      expect(inputsOf('decide-tip')).toMatchObject([{ decision: 'refuse', reason: 'known-already' }]),
    );
  });
});

describe('sending an officer', () => {
  test('place and point come from the tip; who goes has to be said', async () => {
    await open({ state: 'accepted', point: { latitude: 30.9, longitude: 119.9 } });
    expect(box('place').value).toBe('虹溪镇宋家村修车铺');
    expect(box('route').value).toBe('地图标点 30.90000, 119.90000');
    // What the tipster wrote does not go along by itself.
    expect(box('words').value).toBe('');
    await tap('派出');
    await screen.findByText('请选择派谁去。');
    await choose('何川（执行二团队）');
    write('place', ' ');
    await tap('派何川去');
    await screen.findByText('请写明去哪里。');
    expect(inputsOf('dispatch-tip')).toEqual([]);
    write('place', '宋家村修车铺');
    write('words', '找蓝色货车');
    answers['dispatch-tip'] = { errandId: 'errand_00000001' };
    answers['read-tip'] = { ...tip, state: 'dispatched' };
    await tap('派何川去');
    await screen.findByText('已经派出，等执行人员回报。经过写在下面。');
    screen.getByText('已派出，系统已经通知何川。');
    expect(inputsOf('dispatch-tip')).toEqual([
      {
        tipId: tip.tipId,
        accountId: 'acct_officer0002',
        place: '宋家村修车铺',
        route: '地图标点 30.90000, 119.90000',
        words: '找蓝色货车',
      },
    ]);
  });

  test('what came of an errand, with its evidence; another can be sent', async () => {
    await open({
      state: 'done',
      photos: [],
      errands: [
        {
          errandId: 'errand_00000001',
          state: 'done',
          sentAt: '2026-03-05T00:40:00.000Z',
          takenAt: '2026-03-05T00:45:00.000Z',
          onSiteAt: null,
          doneAt: '2026-03-05T00:58:00.000Z',
          outcome: 'moved-away',
          officer: '周明',
          words: '昨晚开走了',
          evidence: [photo],
        },
      ],
    });
    for (const words of [
      '派出：周明',
      '已回报',
      '财产已经转移',
      '昨晚开走了',
      'abcdef012345',
      '3月5日 08:58',
    ])
      screen.getByText(words);
    screen.getByText('再派人核查');
    expect(screen.queryByText('研判')).toBeNull();
  });

  test('one who cannot go is named, so that another is sent', async () => {
    await open({
      state: 'accepted',
      officers: [],
      errands: [
        {
          errandId: 'errand_00000001',
          state: 'declined',
          sentAt: '2026-03-05T00:40:00.000Z',
          takenAt: null,
          onSiteAt: null,
          doneAt: null,
          outcome: null,
          officer: '周明',
          words: '在外地',
          evidence: [],
        },
      ],
    });
    screen.getByText('周明去不了：在外地。请另派一位。');
    screen.getByText('现在没有可以派的执行人员，请联系执行团队负责人。');
  });
});

describe('rare acts', () => {
  test('the first mark waits for a second person', async () => {
    answers['mark-tip-false'] = { isFalse: false };
    await open();
    expect(screen.queryByText(/要两个人分别标记/)).toBeNull();
    await tap('标记为虚假');
    screen.getByText('要两个人分别标记才算数。认定后提供人不能领奖；别人提供的同一线索不受影响。');
    named('mark-tip-false');
    await screen.findByText('请用一句话写明原因。');
    write('false-reason', '车早已报废');
    const mine = { by: '沈安', at: '2026-03-05T01:00:00.000Z', reason: '车早已报废', isMine: true };
    answers['read-tip'] = { ...tip, falseMarks: [mine] };
    named('mark-tip-false');
    await screen.findByText('您已经标记过，还要另一位同事标记才算数。');
    screen.getByText('3月5日 09:00，车早已报废');
    expect(document.querySelector('[name="mark-tip-false"]')).toBeNull();
    expect(inputsOf('mark-tip-false')).toEqual([{ tipId: tip.tipId, reason: '车早已报废' }]);
  });

  test('the second, by somebody else, makes it so', async () => {
    const first = { by: '周明', at: '2026-03-05T00:50:00.000Z', reason: '车早已报废', isMine: false };
    answers['mark-tip-false'] = { isFalse: true };
    await open({ falseMarks: [first] });
    screen.getByText('3月5日 08:50，车早已报废');
    write('false-reason', '核对过车管所记录');
    answers['read-tip'] = {
      ...tip,
      state: 'false',
      falseMarks: [first, { ...first, by: '沈安', isMine: true }],
    };
    await tap('我也标记为虚假');
    await screen.findByText('已有两个人标记，这条线索认定为虚假。');
    expect(document.querySelector('[name="mark-tip-false"]')).toBeNull();
    expect(screen.queryByText('研判')).toBeNull();
  });

  test('the sender is blocked for some days, and let in again', async () => {
    answers['block-tip-sender'] = DONE;
    await open();
    await tap('暂停接收这部手机的线索');
    write('block-reason', '反复提交同样的内容');
    named('block-tip-sender');
    await screen.findByText('请选择停多久。');
    await choose('7 天');
    answers['read-tip'] = { ...tip, isBlocked: true };
    named('block-tip-sender');
    await screen.findByText('现在不收这部手机提交的线索。');
    await tap('恢复接收');
    write('block-reason', '已经说明情况');
    answers['read-tip'] = tip;
    named('block-tip-sender');
    await screen.findByText('已恢复接收这部手机的线索。');
    expect(inputsOf('block-tip-sender')).toEqual([
      { tipId: tip.tipId, days: 7, reason: '反复提交同样的内容' },
      { tipId: tip.tipId, days: 0, reason: '已经说明情况' },
    ]);
  });
});
