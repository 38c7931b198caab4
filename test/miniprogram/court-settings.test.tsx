import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setTransport, type Transport } from '../../miniprogram/src/api';
import GetDesk from '../../miniprogram/src/court/get-desk';
import LadderSettings from '../../miniprogram/src/court/ladder-settings';
import { checkLadder, formOf } from '../../miniprogram/src/court/ladder-settings/ladder-form';
import { placeOf } from '../../miniprogram/src/court/ladder-settings/ladder-words';
import { monthsOf } from '../../miniprogram/src/court/ladder-settings/month';
import SendingSettings from '../../miniprogram/src/court/sending-settings';
import WordingSettings from '../../miniprogram/src/court/wording-settings';
import { session } from '../../miniprogram/src/session';
import type { OutputOf } from '../../shared/actions';
import type { Role } from '../../shared/cases/roles';
import { day } from '../../shared/day';
import { LADDERS } from '../../shared/reminders/ladder';
import { ladderProblems } from '../../shared/reminders/ladder-checks';
import { type LadderPolicy, policyOf } from '../../shared/reminders/ladder-policy';
import { forgetEverything, visited } from './taro';

/** A draft is looked at when its writer pauses; a busy machine takes its time as well. */
configure({ asyncUtilTimeout: 10_000 });

const TODAY = day('2026-03-05');
const TOMORROW = day('2026-03-06');
const BUILT_IN = policyOf(LADDERS[0]);

let answers: Record<string, unknown>;
let asked: { action: string; input: unknown }[];
let before: Transport;

const signIn = (role: Role) => {
  session.begin('token');
  session.recognise({
    accountId: 'acc_court00001',
    name: '林静',
    roles: [{ role, reach: '' }],
    courtName: '青溪县人民法院',
    watermark: '林静 09:02',
  } as OutputOf<'get-me'>);
};

const ladder = (change: Partial<OutputOf<'get-ladder'>> = {}): OutputOf<'get-ladder'> => ({
  today: TODAY,
  mayChange: true,
  inUse: { version: 0, policy: BUILT_IN },
  draft: BUILT_IN,
  versions: [],
  sending: { trial: false, allow: [] },
  ...change,
});

const caseLine = {
  ...{
    caseId: 'case_00000001',
    caseNumber: '（2026）浙9999民初1号',
    obligors: ['郑小满'],
    obligees: ['孙有余'],
  },
  ...{ cause: null, status: 'supervised', principal: '100', dueDay: TODAY },
  ...{ village: null, town: null, team: null, judge: null },
};
const preview: OutputOf<'preview-ladder'> = {
  caseNumber: caseLine.caseNumber,
  today: TODAY,
  problems: [],
  rests: null,
  calendar: [
    {
      ...{ day: day('2026-03-12'), putOffFrom: null, isPast: false, what: '到期前三天提醒', to: '义务人' },
      ...{ channel: 'sms' as const, text: '【青溪县人民法院】您好，请按时履行。', version: 0 },
    },
  ],
  stops: ['已履行：不再提醒'],
};

beforeEach(() => {
  forgetEverything();
  answers = {
    'get-court': {
      name: '青溪县人民法院',
      phone: '0579-99990000',
      hotline: '12368',
      county: '青溪县',
      demo: false,
    },
    'get-ladder': ladder(),
    'list-cases': { cases: [caseLine], total: 1, page: 1, pages: 1 },
    'preview-ladder': preview,
  };
  asked = [];
  before = setTransport(async ({ action, input }) => {
    asked.push({ action, input });
    if (!(action in answers)) throw new Error('no network');
    return { body: { ok: true, data: answers[action] } };
  });
  signIn('judge');
});
afterEach(() => {
  cleanup();
  setTransport(before);
});

const inputsOf = (action: string) => asked.filter((one) => one.action === action).map(({ input }) => input);
const field = (name: string) => document.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
const type = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });
const tap = (name: string) => fireEvent.click(field(name));

describe('a ladder in its fields', () => {
  test('comes back as it was', () => {
    const { policy, validFrom, wrongs } = checkLadder(formOf(BUILT_IN, TOMORROW), TOMORROW);
    const withChannel = (rungs: LadderPolicy['aroundDue']) =>
      rungs.map((rung) => ({ ...rung, channel: rung.channel ?? 'sms' }));
    expect(policy).toEqual({
      ...BUILT_IN,
      aroundDue: withChannel(BUILT_IN.aroundDue),
      aroundInstalment: withChannel(BUILT_IN.aroundInstalment as never),
    });
    expect({ validFrom, wrongs }).toEqual({ validFrom: TOMORROW, wrongs: {} });
  });

  test.each([
    ['a rung without a reader', { aroundDue: [{ ...BUILT_IN.aroundDue[0]!, sides: [] }] }, 'before-7'],
    [
      'a rung on a day that its words do not fit',
      { aroundDue: [{ ...BUILT_IN.aroundDue[0]!, after: 3 }] },
      'before-7',
    ],
    ['no word in time', { aroundDue: [] }, 'aroundDue'],
    ['no word of a missed instalment', { aroundInstalment: [] }, 'aroundInstalment'],
    ['a town that hears first', { task: { remindAfter: 5, escalateAfter: 2 } }, 'escalateAfter'],
  ])('%s is told beside its field', (_, change, place) => {
    const places = ladderProblems({ ...BUILT_IN, ...change } as LadderPolicy).map(placeOf);
    expect(places).toContain(place);
    expect(places).not.toContain('all');
  });

  test('a day that has begun is too early', () => {
    const { validFrom, wrongs } = checkLadder(formOf(BUILT_IN, TODAY), TOMORROW);
    expect(validFrom).toBeNull();
    expect(wrongs.validFrom![0]).toContain('2026年3月6日');
  });
});

test('a month stands under its weekdays', () => {
  const [march, may] = monthsOf([day('2026-05-31'), day('2026-03-12'), day('2026-03-01')]);
  // 1 March 2026 is a Sunday.
  expect(march!.places.slice(0, 8)).toEqual([...Array(6).fill(null), '2026-03-01', '2026-03-02']);
  expect(march!.places).toHaveLength(6 + 31);
  expect([march!.words, may!.words]).toEqual(['2026年3月', '2026年5月']);
});

describe('when the court reminds', () => {
  test('days, readers and channel are changed and saved as a new version', async () => {
    answers['save-ladder'] = { version: 1, validFrom: day('2026-03-09') };
    render(<LadderSettings />);
    await screen.findByText('现在用的是系统自带的安排');
    type('days:before-7', '10');
    tap('readers:before-7:village-liaison');
    tap('channel:before-7:subscribe');
    tap('remove:after-60');
    tap('add:after-90');
    tap('digest:off');
    type('validFrom', '2026-03-09');
    tap('save-ladder');
    await screen.findByText('已保存为第1版，2026年3月9日起生效。');
    const [input] = inputsOf('save-ladder') as { validFrom: string; policy: LadderPolicy }[];
    expect(input!.validFrom).toBe('2026-03-09');
    expect(input!.policy.aroundDue[0]).toEqual({
      ...{ step: 'before-7', after: -10, sides: ['obligor'] },
      ...{ staff: ['village-liaison'], channel: 'subscribe' },
    });
    expect(input!.policy.aroundDue.at(-1)).toMatchObject({ step: 'after-90', after: 90 });
    expect(input!.policy.aroundDue.map(({ step }) => step)).not.toContain('after-60');
    expect(input!.policy.digest.isOn).toBe(false);
  });

  test('a change goes on from the version that is still to come', async () => {
    const versions = [
      {
        ...{ version: 2, validFrom: day('2026-03-09'), state: 'coming' as const },
        ...{ savedAt: '2026-03-02T01:05:00.000Z', savedBy: '林静' },
      },
    ];
    const draft = { ...BUILT_IN, visitIdleAfter: 21 };
    answers['get-ladder'] = ladder({ draft, versions });
    render(<LadderSettings />);
    await screen.findByText('下面是还没到日子的第2版，可以接着改。');
    expect(field('visitIdleAfter').value).toBe('21');
    fireEvent.click(screen.getByText('从现在用的重新改起'));
    expect(field('visitIdleAfter').value).toBe('14');
  });

  test('what is wrong is said beside the field, and cannot be saved', async () => {
    render(<LadderSettings />);
    await screen.findByText('现在用的是系统自带的安排');
    type('days:after-30', '');
    const row = field('days:after-30').closest('tr')!;
    within(row).getByText(/日子要填整数/);
    type('days:after-30', '12');
    within(row).getByText(/“逾期三十天提醒”要排在到期日之后第30天到第180天/);
    tap('save-ladder');
    expect(inputsOf('save-ladder')).toEqual([]);
    type('days:after-30', '30');
    expect(within(row).queryByRole('alert')).toBeNull();
    expect(field('save-ladder').hasAttribute('disabled')).toBe(false);
  });

  test('a case is previewed under the draft as it stands', async () => {
    render(<LadderSettings />);
    fireEvent.click(await screen.findByText(/浙9999民初1号 郑小满/));
    await screen.findByText('【青溪县人民法院】您好，请按时履行。');
    screen.getByText(/到期前三天提醒，发给义务人/);
    screen.getByText('· 已履行：不再提醒');
    type('days:before-3', '5');
    await waitFor(() => expect(inputsOf('preview-ladder')).toHaveLength(2));
    const policies = (inputsOf('preview-ladder') as { policy: LadderPolicy }[]).map(({ policy }) =>
      policy.aroundDue.find(({ step }) => step === 'before-3'),
    );
    expect(policies.map((rung) => rung!.after)).toEqual([-3, -5]);
  });

  test('who may not change it reads it', async () => {
    signIn('clerk');
    answers['get-ladder'] = ladder({ mayChange: false });
    render(<LadderSettings />);
    await screen.findByText('提前7天');
    expect(field('save-ladder')).toBeNull();
    expect(field('days:before-7')).toBeNull();
    await screen.findByText(/浙9999民初1号 郑小满/);
  });
});

describe('in which words', () => {
  const wording = {
    ...{ template: 'due-obligor', channel: 'sms' as const, reader: 'obligor' as const },
    ...{ what: '到期当天提醒', phase: 'before-filing' as const, variables: ['day', 'task', 'code'] },
    ...{ builtIn: '今天是{day}，请履行。', own: null },
  };
  const list = (one: object = {}): unknown => ({
    mayChange: true,
    place: { courtName: '', courtPhone: '', hotline: '', site: '' },
    wordings: [{ ...wording, ...one }],
  });
  const good = {
    problems: [],
    preview: { text: '【青溪县人民法院】手机上的全文', characters: 130, segments: 2 },
  };

  test('a sentence is tried on the phone while it is typed, then saved', async () => {
    answers['list-wordings'] = list();
    answers['preview-wording'] = { ...good, problems: ['短信里不写金额，请删去。'] };
    answers['save-wording'] = { version: 1, preview: null };
    render(<WordingSettings />);
    await screen.findByText('今天是{day}，请履行。');
    tap('wording:sms due-obligor');
    type('body', '欠款 100 元');
    await screen.findByText('短信里不写金额，请删去。');
    expect(field('save-wording').hasAttribute('disabled')).toBe(true);
    answers['preview-wording'] = good;
    type('body', '今天到期，请办理。');
    await screen.findByText(/共 130 个字，按 2 条短信计费/);
    screen.getByText('【青溪县人民法院】手机上的全文');
    await waitFor(() => expect(field('save-wording').hasAttribute('disabled')).toBe(false));
    tap('save-wording');
    await screen.findByText(/已保存为本院第1版/);
    expect(inputsOf('save-wording')).toEqual([
      { template: 'due-obligor', channel: 'sms', body: '今天到期，请办理。' },
    ]);
  });

  test('the court’s own is taken back', async () => {
    const own = { body: '今天到期。', version: 3, savedAt: '2026-03-02T01:05:00.000Z', savedBy: '林静' };
    answers['list-wordings'] = list({ own });
    answers['preview-wording'] = good;
    answers['save-wording'] = { version: 4, preview: null };
    render(<WordingSettings />);
    await screen.findByText('本院第3版');
    tap('wording:sms due-obligor');
    tap('restore');
    await screen.findByText(/已恢复原文/);
    expect(inputsOf('save-wording')).toMatchObject([{ body: '' }]);
  });

  test('who may not change them sees them on the phone all the same', async () => {
    answers['list-wordings'] = { ...(list() as object), mayChange: false };
    answers['preview-wording'] = good;
    render(<WordingSettings />);
    await screen.findByText('今天是{day}，请履行。');
    tap('wording:sms due-obligor');
    await screen.findByText('【青溪县人民法院】手机上的全文');
    expect(field('body').disabled).toBe(true);
    expect(field('save-wording')).toBeNull();
  });
});

describe('the trial', () => {
  const allow = [
    { id: 'aaaaaaaaaaaaaaaa', mask: '****1001' },
    { id: 'bbbbbbbbbbbbbbbb', mask: '****1002' },
  ];

  test('is turned on with a number more and one less', async () => {
    answers['get-ladder'] = ladder({ sending: { trial: false, allow } });
    answers['set-sending'] = { trial: true, allow: [allow[0]] };
    render(<SendingSettings />);
    await screen.findByText('现在：正式发');
    tap('trial:on');
    tap('drop:bbbbbbbbbbbbbbbb');
    type('phone', '1990000');
    tap('set-sending');
    expect(inputsOf('set-sending')).toEqual([]);
    screen.getByRole('alert');
    type('phone', '19900001003');
    tap('set-sending');
    await screen.findByText('已保存。提醒只发给名单里的 1 个号码，别人一条也收不到。');
    screen.getByText('现在：正在试运行');
    expect(field('phone').value).toBe('');
    expect(inputsOf('set-sending')).toEqual([
      { trial: true, allowPhones: ['19900001003'], keep: ['aaaaaaaaaaaaaaaa'] },
    ]);
  });

  test.each([true, false])('stands on the desk while it is on: %s', async (trial) => {
    answers['get-desk'] = {
      ...{ counts: [], unmatchedAddresses: 0, undelivered: 0, trial },
      ...{ stuck: [], stuckTotal: 0, lastSweep: null },
    };
    render(<GetDesk />);
    await screen.findByText('现在没有卡住的案件。');
    expect(screen.queryAllByText(/正在试运行/)).toHaveLength(trial ? 1 : 0);
    if (!trial) return;
    tap('trial');
    expect(visited).toEqual(['/court/sending-settings/index']);
  });
});
