import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setTransport, type Transport } from '../../miniprogram/src/api';
import ApplyForBounty from '../../miniprogram/src/obligee/apply-for-bounty';
import { MyCaseReady } from '../../miniprogram/src/obligee/my-case/ready';
import { readShare } from '../../miniprogram/src/parties/amount';
import type { MyCase } from '../../miniprogram/src/parties/owed';
import { APPLY_FOR_BOUNTY } from '../../miniprogram/src/routes';
import { session } from '../../miniprogram/src/session';
import type { OutputOf } from '../../shared/actions';
import type { CaseStatus } from '../../shared/cases/case-status';
import type { Day } from '../../shared/day';
import { forgetEverything, visited } from './taro';

const CASE = 'case_00000001';
vi.mock('@tarojs/taro', async (load) => ({
  ...(await load<object>()),
  useRouter: () => ({ params: { caseId: 'case_00000001' } }),
}));

let answers: Record<string, unknown>;
let asked: { action: string; input: unknown }[];
let before: Transport;

beforeEach(() => {
  forgetEverything();
  session.begin('token');
  session.recognise({
    ...{ accountId: 'acct_somebody001', name: '王秀英', courtName: '', watermark: '' },
    roles: [{ role: 'obligee', reach: '' }],
  } as unknown as OutputOf<'get-me'>);
  answers = { 'get-case-bounties': { mayApply: true, bounties: [] } };
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
const named = (name: string) => fireEvent.click(document.querySelector(`[name="${name}"]`)!);
const choose = async (name: RegExp) => fireEvent.click(await screen.findByRole('radio', { name }));
const write = (name: string, value: string) =>
  fireEvent.change(document.querySelector(`input[name="${name}"], textarea[name="${name}"]`)!, {
    target: { value },
  });

type Bounty = OutputOf<'get-case-bounties'>['bounties'][number];
const bounty: Bounty = {
  ...{ bountyId: 'bounty_00000001', caseId: CASE, state: 'applied', mode: 'share', shareBp: 1000 },
  ...{ fixed: null, cap: null, payer: 'creditor', cover: null, sought: 'property', ways: ['online'] },
  ...{ appliedAt: '2026-03-02T01:00:00.000Z', decideBy: { day: '2026-03-12' as Day, certain: true } },
  ...{ isOverdue: false, number: null, text: null, expiresDay: null, note: null, ending: null },
};

describe('申请公告征集线索', () => {
  test('each error stands at its field', async () => {
    render(<ApplyForBounty />);
    await screen.findByText('奖励怎么算');
    named('way:online');
    named('apply-for-bounty');
    await screen.findByText('请选择按比例还是按固定金额。');
    screen.getByText('请至少选择一种发布方式。');
    screen.getByText('请先承诺：线索使债权实现的，按申请支付奖励。');
    await choose(/按收回的钱的比例/);
    named('way:online');
    named('promisesToPay');
    named('apply-for-bounty');
    await screen.findByText('请填写比例。');
    write('share', '一成');
    named('apply-for-bounty');
    await screen.findByText('请写百分之几，最多两位小数，例如 10 或者 7.5。');
    write('share', '150');
    named('apply-for-bounty');
    await screen.findByText('比例不能超过百分之百。');
    await choose(/固定金额/);
    named('apply-for-bounty');
    await screen.findByText('请填写金额。');
    write('fixed', '五千');
    named('apply-for-bounty');
    await screen.findByText(/金额/, { selector: '.zq-field__error' });
    write('fixed', '5000');
    await choose(/由保险支付/);
    named('apply-for-bounty');
    await screen.findByText('由保险支付的，请填写保单号。');
    screen.getByText('由保险支付的，请填写保险金额。');
    expect(inputsOf('apply-for-bounty')).toEqual([]);
  });

  test('says what it would cost, then hands it in', async () => {
    answers['apply-for-bounty'] = { bountyId: bounty.bountyId };
    render(<ApplyForBounty />);
    await choose(/按收回的钱的比例/);
    write('share', '10.5');
    screen.getByText('例如：凭线索收回 10,000.00 元');
    screen.getByText('1,050.00');
    screen.getByText('8,950.00');
    write('cap', '800');
    screen.getByText('800.00');
    screen.getByText('9,200.00');
    await screen.findByRole('radio', { name: /人员下落.*书面决定/ });
    write('note', '听说他买了车');
    named('promisesToPay');
    answers['get-case-bounties'] = { mayApply: false, bounties: [{ ...bounty, shareBp: 1050 }] };
    named('apply-for-bounty');
    await screen.findByText(/申请已送到法院/);
    expect(inputsOf('apply-for-bounty')).toEqual([
      {
        ...{ caseId: CASE, payer: 'creditor', promisesToPay: true, sought: 'property', ways: ['online'] },
        ...{ note: '听说他买了车', policyNumber: undefined, cover: undefined },
        promise: { mode: 'share', shareBp: 1050, fixed: undefined, cap: 80_000 },
      },
    ]);
    await screen.findByText('最晚2026年3月12日');
    expect(screen.queryByText('奖励怎么算')).toBeNull();
  });

  test('with an insurer, the example says what it pays; a fixed sum may be more than comes in', async () => {
    answers['apply-for-bounty'] = { bountyId: bounty.bountyId };
    render(<ApplyForBounty />);
    await choose(/固定金额/);
    write('fixed', '12000');
    screen.getByText(/差的 2,000.00 元可能要您另外支付/);
    await choose(/由保险支付/);
    write('policyNumber', 'P-77');
    write('cover', '3000');
    // Of 10,000 all goes to the tipster: the insurer bears 3,000, and so much is left to the creditor.
    expect(screen.getAllByText('3,000.00')).toHaveLength(2);
    named('promisesToPay');
    named('apply-for-bounty');
    await waitFor(() =>
      expect(inputsOf('apply-for-bounty')).toMatchObject([
        {
          payer: 'insurer',
          policyNumber: 'P-77',
          cover: 300_000,
          promise: { mode: 'fixed', fixed: 1_200_000 },
        },
      ]),
    );
  });

  test('what stands already is shown with its state, and says when it is late', async () => {
    const over: Bounty = {
      ...bounty,
      ...{ bountyId: 'bounty_00000002', state: 'published', number: 'N-0003', text: '征集财产线索' },
      expiresDay: '2026-09-05' as Day,
    };
    const late: Bounty = { ...bounty, isOverdue: true, note: '请补充' };
    answers['get-case-bounties'] = { mayApply: false, bounties: [over, late] };
    render(<ApplyForBounty />);
    await screen.findByText('公告中');
    screen.getByText('2026年9月5日');
    screen.getByText('征集财产线索');
    screen.getByText(/日期已经过了/);
    screen.getByText('请补充');
    expect(document.querySelector('[name="apply-for-bounty"]')).toBeNull();
  });

  test('before enforcement is filed it says when', async () => {
    answers['get-case-bounties'] = { mayApply: false, bounties: [] };
    render(<ApplyForBounty />);
    await screen.findByText(/执行立案以后，才能申请公告/);
  });

  test.each([
    ['10', 1000],
    ['７．５％', 750],
    ['10.55 %', 1055],
    ['10.555', null],
    ['', null],
    ['1000', null],
  ])('reads %s as %s', (text, share) => expect(readShare(text)).toBe(share));
});

describe('the creditor’s case', () => {
  const mine = (status: CaseStatus) =>
    ({
      record: {
        ...{ caseId: CASE, taskNumber: 'K7M2-9QXR', caseNumber: '', courtName: '', instrumentType: '' },
        ...{ status, dueDay: '2026-03-01', effectiveDay: '2026-01-01', portions: [], payments: [] },
        ...{ plans: [], requests: [], timeline: [], obligors: [], obligees: [], certificate: null, can: {} },
        statement: {
          ...{ asOf: '2026-03-05', costs: 0, general: 0, principal: 100, doubled: 0, total: 100 },
          ...{ dailyDoubled: 0, executionFee: 0, confirmedPaid: 0, waived: 0, lines: [], citations: [] },
        },
      },
      ...{ side: 'obligee', asProxy: false, partyId: 'party_1', name: '王秀英', counterpart: '郑大满' },
      ...{ howToPay: [], courtPhone: '', watermark: '' },
      enforcementRoad: { words: [], open: true },
    }) as unknown as MyCase;

  test('leads here only once enforcement is filed', async () => {
    render(<MyCaseReady mine={mine('supervised')} reload={() => {}} />);
    expect(document.querySelector('[name="apply-for-bounty"]')).toBeNull();
    cleanup();
    render(<MyCaseReady mine={mine('filed')} reload={() => {}} />);
    named('apply-for-bounty');
    expect(visited.at(-1)).toBe(`${APPLY_FOR_BOUNTY}?caseId=${CASE}`);
  });
});
