import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setTransport, type Transport } from '../../miniprogram/src/api';
import {
  BigChoice,
  Branches,
  Button,
  Card,
  DayField,
  DeskTable,
  Field,
  MoneyField,
  Notice,
  Page,
  Steps,
  Tag,
} from '../../miniprogram/src/components';
import { useDraft } from '../../miniprogram/src/drafts';
import { checkForm } from '../../miniprogram/src/forms';
import { outbox, submit } from '../../miniprogram/src/outbox';
import { useQuery } from '../../miniprogram/src/query';
import type { Branch } from '../../miniprogram/src/query-core';
import { session } from '../../miniprogram/src/session';
import { recordVisit } from '../../shared/actions/record-visit';
import type { Fen } from '../../shared/money';
import { forgetEverything, showAgain, visited } from './taro';

const court = {
  name: '青溪县人民法院',
  phone: '0579-99990000',
  hotline: '12368',
  county: '青溪县',
  demo: true,
};
let answers: Record<string, unknown>;
let asked: string[];
let before: Transport;

const me = {
  accountId: 'acc_liaison01',
  name: '李联络',
  roles: [],
  courtName: court.name,
  watermark: '李联络 09:02',
};

beforeEach(() => {
  forgetEverything();
  answers = { 'get-court': { ok: true, data: court } };
  asked = [];
  before = setTransport(async ({ action }) => {
    asked.push(action);
    if (!(action in answers)) throw new Error('no network');
    return { body: answers[action] };
  });
  session.begin('token');
  session.recognise(me);
});
afterEach(() => {
  cleanup();
  setTransport(before);
});

const nothing = () => {};

function Inbox() {
  const query = useQuery('list-tasks', {}, { isEmpty: (data) => data.tasks.length === 0 });
  return (
    <Branches query={query} empty="今天没有待办。">
      {(data) => <p>{data.tasks.length} 件</p>}
    </Branches>
  );
}

const PAGE = '/liaison/record-visit/index?taskId=task_00000001';

function Form() {
  const [draft, change] = useDraft(PAGE, { note: '' });
  return <Field name="note" label="说明" value={draft.note} onChange={(note) => change({ note })} />;
}

describe('a button', () => {
  test('is a real button that the keyboard reaches, and says what happens', () => {
    const tapped = vi.fn();
    render(<Button onTap={tapped}>提交走访记录</Button>);
    const button = screen.getByRole('button', { name: '提交走访记录' });
    button.focus();
    expect(document.activeElement).toBe(button);
    fireEvent.click(button);
    expect(tapped).toHaveBeenCalledOnce();
  });

  test('that is busy says what it is doing and cannot be pressed twice', () => {
    const tapped = vi.fn();
    render(
      <Button busy busyText="正在送出…" onTap={tapped}>
        提交
      </Button>,
    );
    const button = screen.getByRole('button', { name: '正在送出…' });
    fireEvent.click(button);
    expect(tapped).not.toHaveBeenCalled();
    expect(button.getAttribute('aria-busy')).toBe('true');
  });

  test('a card that leads somewhere is one as well', () => {
    const tapped = vi.fn();
    render(<Card title="张某某" onTap={tapped} />);
    fireEvent.click(screen.getByRole('button', { name: /张某某/ }));
    expect(tapped).toHaveBeenCalledOnce();
  });
});

describe('a field', () => {
  test('is found by its label and its name, and hands on what is typed', () => {
    const changed = vi.fn();
    render(<Field name="code" label="查询码" value="" onChange={changed} />);
    const input = screen.getByLabelText('查询码');
    expect(document.querySelector('input[name=code]')).toBe(input);
    fireEvent.change(input, { target: { value: '12345678' } });
    expect(changed).toHaveBeenCalledWith('12345678');
  });

  test('that is wrong says so to eyes and to ears', () => {
    render(
      <MoneyField
        name="amount"
        label="金额"
        hint="单位是元"
        value="五千"
        onChange={nothing}
        error="金额看不清，请填数字。"
      />,
    );
    const input = screen.getByLabelText('金额');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    const said = input
      .getAttribute('aria-describedby')
      ?.split(' ')
      .map((id) => document.getElementById(id)?.textContent);
    expect(said).toEqual(['单位是元', '金额看不清，请填数字。']);
    expect(screen.getByRole('alert').textContent).toBe('金额看不清，请填数字。');
  });

  test('only what may be left out says so', () => {
    render(<DayField name="paidDay" label="哪天付的" value="" onChange={nothing} optional />);
    expect(screen.getByLabelText(/哪天付的（选填）/)).toBeTruthy();
  });
});

test('of the big choices one holds, and the choice is heard, not only seen', () => {
  const chosen = vi.fn();
  const choices = [
    { value: 'contacted', word: '已联系' },
    { value: 'willing', word: '愿履行' },
  ] as const;
  render(<BigChoice name="outcome" label="结果" choices={choices} value="willing" onChoose={chosen} />);
  const group = screen.getByRole('radiogroup', { name: '结果' });
  const checked = within(group)
    .getAllByRole('radio')
    .map((radio) => radio.getAttribute('aria-checked'));
  expect(checked).toEqual(['false', 'true']);
  fireEvent.click(document.querySelector('button[name="outcome:contacted"]')!);
  expect(chosen).toHaveBeenCalledWith('contacted');
});

test.each([
  ['info', 'status'],
  ['done', 'status'],
  ['warning', 'alert'],
  ['danger', 'alert'],
] as const)('a notice of kind %s is announced as %s', (kind, role) => {
  render(<Notice kind={kind}>请核对。</Notice>);
  expect(screen.getByRole(role).textContent).toContain('请核对。');
});

test('a state is a word; its mark is not read aloud', () => {
  const { container } = render(<Tag tone="late">已逾期</Tag>);
  expect(container.textContent).toContain('已逾期');
  expect(container.querySelector('[aria-hidden=true]')?.textContent).toBe('▲');
});

test('steps are also said in words', () => {
  render(<Steps names={['核对身份', '登记付款']} at={1} />);
  expect(screen.getByRole('group', { name: '第 2 步，共 2 步：登记付款' })).toBeTruthy();
});

test('the desk’s table has a caption and column heads', () => {
  const rows = [{ number: '（2026）浙9999民初1号', owed: 100 as Fen }];
  const columns = [{ key: 'number', title: '案号', cell: (row: (typeof rows)[number]) => row.number }];
  render(<DeskTable caption="卡住的案件" rows={rows} columns={columns} keyOf={(row) => row.number} />);
  const table = screen.getByRole('table', { name: '卡住的案件' });
  expect(within(table).getByRole('columnheader', { name: '案号' })).toBeTruthy();
  expect(within(table).getByText('（2026）浙9999民初1号')).toBeTruthy();
});

describe('the four branches of a page', () => {
  const reload = vi.fn(async () => {});
  const show = (branch: Branch<number>) =>
    render(
      <Branches query={{ ...branch, reload }} empty="今天没有待办。">
        {(count) => <p>待办 {count} 件</p>}
      </Branches>,
    );

  test('loading', () => {
    show({ state: 'loading' });
    expect(screen.getByRole('status').textContent).toContain('正在读取');
  });
  test('failed, with a way to try again', () => {
    show({ state: 'failed', sentence: '没有连上网络。' });
    expect(screen.getByRole('alert').textContent).toContain('没有连上网络。');
    fireEvent.click(screen.getByRole('button', { name: '重新读取' }));
    expect(reload).toHaveBeenCalledOnce();
  });
  test('empty', () => {
    show({ state: 'empty' });
    expect(screen.getByRole('status').textContent).toBe('今天没有待办。');
  });
  test('ready, and old with its time in Shanghai', () => {
    show({ state: 'ready', data: 3, readAt: '2026-03-05T01:02:00Z', stale: true });
    expect(screen.getByText('待办 3 件')).toBeTruthy();
    expect(screen.getByRole('status').textContent).toContain('上次更新：3月5日 09:02');
  });
});

describe('the frame of every page', () => {
  test('carries the court’s telephone and 投诉建议', async () => {
    render(<Page title="我的任务">{null}</Page>);
    expect(screen.getByRole('heading', { level: 1, name: '我的任务' })).toBeTruthy();
    expect(await screen.findByRole('link', { name: `法院电话 ${court.phone}` })).toBeTruthy();
    fireEvent.click(screen.getByRole('link', { name: '投诉建议' }));
    expect(visited).toEqual(['/pages/give-feedback/index']);
  });

  test('大字 is one tap, and remembered', () => {
    const { container } = render(<Page title="我的任务">{null}</Page>);
    fireEvent.click(screen.getByRole('switch', { name: '大字' }));
    expect(container.querySelector('.zq--large')).toBeTruthy();
    cleanup();
    const again = render(<Page title="另一页">{null}</Page>);
    expect(again.container.querySelector('.zq--large')).toBeTruthy();
    fireEvent.click(screen.getByRole('switch', { name: '大字' }));
    expect(again.container.querySelector('.zq--large')).toBeNull();
  });

  test('party data carries account and minute, unread aloud', () => {
    const { container } = render(
      <Page title="案件" watermark>
        {null}
      </Page>,
    );
    const mark = container.querySelector('.zq-watermark');
    expect(mark?.textContent).toContain(me.watermark);
    expect(mark?.getAttribute('aria-hidden')).toBe('true');
  });
});

describe('a page that reads', () => {
  test('reads once when it opens, and again when one comes back to it', async () => {
    answers['list-tasks'] = { ok: true, data: { tasks: [] } };
    render(<Inbox />);
    expect(await screen.findByText('今天没有待办。')).toBeTruthy();
    expect(asked.filter((action) => action === 'list-tasks')).toHaveLength(1);
    answers['list-tasks'] = { ok: true, data: { tasks: [{}] } };
    showAgain();
    expect(await screen.findByText('1 件')).toBeTruthy();
  });
});

describe('a form', () => {
  test('keeps what was typed when it is left and opened again', () => {
    render(<Form />);
    fireEvent.change(screen.getByLabelText('说明'), { target: { value: '下周再来' } });
    cleanup();
    render(<Form />);
    expect(screen.getByLabelText<HTMLInputElement>('说明').value).toBe('下周再来');
  });

  test('is checked by its contract, one sentence a field', () => {
    const checked = checkForm(recordVisit.input, {
      taskId: 'task_00000001',
      outcome: null,
      note: 'x'.repeat(1001),
    });
    expect(checked).toEqual({
      ok: false,
      sentences: {
        outcome: '请选择结果：已联系、愿履行、联系不上或有困难。',
        note: '文字太长了，请控制在一千字以内。',
      },
    });
  });

  test('the wording of the machine is not for citizens', () => {
    const checked = checkForm(recordVisit.input, { taskId: 'task_00000001', outcome: 'willing', note: 7 });
    expect(checked).toEqual({ ok: false, sentences: { note: '请补充这一项。' } });
  });

  const submission = {
    action: 'give-feedback' as const,
    input: { text: '字太小' },
    title: '投诉建议',
    page: PAGE,
    draft: { note: '字太小' },
  };

  test('handed in without a network it is named in the bar of every page, and can be sent by hand', async () => {
    render(<Page title="我的任务">{null}</Page>);
    await submit(submission);
    expect(await screen.findByText(/1 件待发/)).toBeTruthy();
    answers['give-feedback'] = { ok: true, data: { done: true } };
    fireEvent.click(screen.getByRole('button', { name: /查看/ }));
    fireEvent.click(screen.getByRole('button', { name: '现在发送' }));
    await vi.waitFor(() => expect(screen.queryByText(/待发/)).toBeNull());
    expect(outbox.items()).toMatchObject([{ state: 'sent' }]);
  });

  test('refused it shows the court’s sentence, and 修改 leads back into the form as it was', async () => {
    const refusal = { code: 'input-wrong', message: '请用一句话写明原因。' };
    answers['give-feedback'] = { ok: false, refusal };
    render(<Page title="我的任务">{null}</Page>);
    await submit(submission);
    expect(await screen.findByText(refusal.message)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '修改' }));
    expect(visited).toEqual([PAGE]);
    expect(outbox.items()).toEqual([]);
    cleanup();
    render(<Form />);
    expect(screen.getByLabelText<HTMLInputElement>('说明').value).toBe('字太小');
  });
});
