import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setTransport, type Transport } from '../../miniprogram/src/api';
import { Parties } from '../../miniprogram/src/court/get-case/parties';
import { CallButton } from '../../miniprogram/src/liaison/get-task/call-button';
import { platform } from '../../miniprogram/src/platform';
import { session } from '../../miniprogram/src/session';
import type { OutputOf } from '../../shared/actions';
import { forgetEverything } from './taro';

/** What is masked, and the taps that open it. */

let answers: Record<string, unknown>;
let asked: { action: string; input: unknown }[];
let before: Transport;
const dialled: string[] = [];

beforeEach(() => {
  forgetEverything();
  session.begin('token');
  answers = {};
  asked = [];
  dialled.length = 0;
  vi.spyOn(platform, 'phoneCall').mockImplementation((number) => void dialled.push(number));
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

const tap = async (name: string | RegExp) => fireEvent.click(await screen.findByRole('button', { name }));
const inputsOf = (action: string) => asked.filter((one) => one.action === action).map(({ input }) => input);

const PARTY: OutputOf<'get-case'>['parties'][number] = {
  partyId: 'party_00000001',
  side: 'obligor',
  name: '郑小满',
  idNumberMasked: '999999**********4X',
  phoneMasked: '199****1001',
  addressMasked: null,
  village: '宋家村',
  contactState: 'ok',
  bound: false,
};
const found = (party = PARTY) => ({ parties: [party] }) as OutputOf<'get-case'>;

describe('the liaison calls', () => {
  test('two taps: that he calls, and what for', async () => {
    answers['reveal-contact'] = { phone: '19900001001' };
    render(<CallButton taskId="task_00000001" masked="199****1001" />);
    await tap(/^打电话给他/);
    expect(asked).toEqual([]);
    await tap('约见');
    await waitFor(() => expect(dialled).toEqual(['19900001001']));
    expect(inputsOf('reveal-contact')).toEqual([
      { taskId: 'task_00000001', reason: 'appointment', words: '' },
    ]);
    await tap('再打一次');
    expect(dialled).toHaveLength(2);
    expect(inputsOf('reveal-contact')).toHaveLength(1);
  });

  test('another reason takes a sentence; whoever leaves has opened nothing', async () => {
    answers['reveal-contact'] = { phone: '19900001001' };
    render(<CallButton taskId="task_00000001" masked="199****1001" />);
    await tap(/^打电话给他/);
    await tap('其他');
    expect(asked).toEqual([]);
    fireEvent.change(document.querySelector('input[name="words"]')!, { target: { value: '家人病重' } });
    await tap('查看号码');
    await waitFor(() => expect(dialled).toHaveLength(1));
    expect(inputsOf('reveal-contact')).toMatchObject([{ reason: 'other', words: '家人病重' }]);
    cleanup();
    render(<CallButton taskId="task_00000001" masked="199****1001" />);
    await tap(/^打电话给他/);
    await tap('不看了');
    await screen.findByRole('button', { name: /^打电话给他/ });
    expect(inputsOf('reveal-contact')).toHaveLength(1);
  });

  test('without a network he reads so, and may tap again', async () => {
    render(<CallButton taskId="task_00000001" masked="199****1001" />);
    await tap(/^打电话给他/);
    await tap('约见');
    await screen.findByText(/网络/);
    expect(dialled).toEqual([]);
    screen.getByRole('button', { name: '约见' });
  });
});

describe('the court looks at a party', () => {
  test('everything is masked; one field is opened, the others stay', async () => {
    answers['reveal-party-field'] = { value: '99999919800101004X' };
    render(<Parties found={found()} reload={() => {}} />);
    screen.getByText('199****1001');
    expect(screen.queryByRole('button', { name: '查看地址' })).toBeNull();
    await tap('查看证件号码');
    await tap('核对号码');
    await screen.findByText('99999919800101004X');
    screen.getByText('199****1001');
    expect(inputsOf('reveal-party-field')).toEqual([
      { partyId: 'party_00000001', field: 'id-number', reason: 'check-number', words: '' },
    ]);
  });

  test('an opened number can be called', async () => {
    answers['reveal-party-field'] = { value: '19900001001' };
    render(<Parties found={found()} reload={() => {}} />);
    await tap('查看电话');
    await tap('其他方式联系不上');
    const link = await screen.findByRole('link', { name: '19900001001' });
    expect(link.getAttribute('href')).toBe('tel:19900001001');
  });
});
