import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setTransport, type Transport } from '../../miniprogram/src/api';
import ChatGroups from '../../miniprogram/src/court/chat-groups';
import ChatHandovers from '../../miniprogram/src/court/chat-handovers';
import { navAt } from '../../miniprogram/src/court/nav';
import MyChats from '../../miniprogram/src/pages/my-chats';
import { CHAT_HANDOVERS } from '../../miniprogram/src/routes';
import { session } from '../../miniprogram/src/session';
import type { OutputOf } from '../../shared/actions';
import type { Role } from '../../shared/cases/roles';
import { day } from '../../shared/day';
import { forgetEverything } from './taro';

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
  };
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

test('a liaison gets a code to write to the bot, and ends a binding', async () => {
  signIn('village-liaison');
  answers['list-my-chats'] = {
    chats: [
      {
        chatId: 'chat_00000001',
        gateway: 'wechaty',
        since: '2026-03-02T01:00:00Z',
        lastUsed: null,
        muted: true,
      },
    ],
  };
  answers['create-chat-code'] = { code: '204816', expiresAt: '2026-03-02T01:10:00Z' };
  answers['end-chat-binding'] = { done: true };
  render(<MyChats />);
  fireEvent.click(await screen.findByRole('button', { name: '获取绑定码' }));
  await screen.findByText('204816');
  screen.getByText('静音');
  fireEvent.click(screen.getByRole('button', { name: '解除绑定' }));
  await expect.poll(() => inputsOf('end-chat-binding')).toEqual([{ chatId: 'chat_00000001' }]);
});

const talk: OutputOf<'list-chat-handovers'>['handovers'][number] = {
  handoverId: 'talk_00000001',
  reason: 'distress',
  audience: 'obligor',
  name: '郑小满',
  phone: null,
  gateway: 'wecom',
  text: '我撑不住了',
  at: '2026-03-02T01:00:00Z',
  takenBy: null,
  takenAt: null,
};

test('a clerk sees what is pressing, takes it, and only then sees the number', async () => {
  answers['list-chat-handovers'] = { handovers: [talk] };
  answers['take-chat-handover'] = { done: true };
  render(<ChatHandovers />);
  await screen.findByText('我撑不住了');
  screen.getByText(/可能有危险/);
  expect(screen.queryByRole('link', { name: '19900001001' })).toBeNull();
  answers['list-chat-handovers'] = {
    handovers: [{ ...talk, takenBy: '林静', takenAt: '2026-03-02T01:05:00Z', phone: '19900001001' }],
  };
  fireEvent.click(screen.getByRole('button', { name: '我来接手' }));
  await screen.findByRole('link', { name: '19900001001' });
  expect(inputsOf('take-chat-handover')).toEqual([{ handoverId: 'talk_00000001' }]);
  expect(inputsOf('list-chat-handovers')).toEqual([{ taken: false }, { taken: true }]);
});

test('an administrator sees how the gateway is, and puts a group on the list', async () => {
  signIn('admin');
  answers['list-chat-groups'] = {
    groups: [],
    failoverMinutes: 30,
    gateways: [
      {
        gateway: 'wecom',
        state: 'kicked',
        since: '2026-03-02T01:00:00Z',
        heardAt: '2026-03-02T01:00:00Z',
        bound: 7,
      },
    ],
  };
  answers['list-areas'] = { towns: [{ townId: 'town_hongxi000', name: '虹溪镇', villages: [] }], teams: [] };
  answers['save-chat-group'] = { chatGroupId: 'group_00000001' };
  render(<ChatGroups />);
  await screen.findByText(/被踢下线.*已绑定 7 人/);
  fireEvent.click(screen.getByRole('button', { name: '登记一个群' }));
  const save = await screen.findByRole('button', { name: '保存' });
  fireEvent.click(save);
  await screen.findByText('请填写群的名称。');
  expect(inputsOf('save-chat-group')).toEqual([]);
  fireEvent.change(screen.getByLabelText(/群的名称/), { target: { value: '虹溪镇联络群' } });
  fireEvent.change(screen.getByLabelText(/群的编号/), { target: { value: 'room-1' } });
  fireEvent.click(await screen.findByRole('radio', { name: /虹溪镇/ }));
  fireEvent.click(save);
  await expect
    .poll(() => inputsOf('save-chat-group'))
    .toMatchObject([
      { gateway: 'wecom', groupId: 'room-1', name: '虹溪镇联络群', townId: 'town_hongxi000', isOn: true },
    ]);
});

test('the last day of a post is shown', async () => {
  signIn('chief');
  answers['list-chat-groups'] = {
    groups: [
      {
        ...{ chatGroupId: 'group_00000001', gateway: 'wecom', groupId: 'room-1', name: '虹溪镇联络群' },
        ...{ townId: 'town_hongxi000', town: '虹溪镇', isOn: false, lastPostDay: day('2026-03-02') },
      },
    ],
    gateways: [],
    failoverMinutes: 30,
  };
  render(<ChatGroups />);
  await screen.findByText('2026-03-02');
  screen.getByText('已关闭');
});

test('a court says how long it waits for a gateway', async () => {
  signIn('chief');
  answers['list-chat-groups'] = { groups: [], gateways: [], failoverMinutes: 30 };
  answers['set-chat-failover'] = { done: true };
  render(<ChatGroups />);
  const field = await screen.findByLabelText(/断线多少分钟/);
  fireEvent.change(field, { target: { value: '3' } });
  fireEvent.click(screen.getByRole('button', { name: '保存时间' }));
  await screen.findByText('最少 5 分钟。');
  fireEvent.change(field, { target: { value: '60' } });
  fireEvent.click(screen.getByRole('button', { name: '保存时间' }));
  await screen.findByText(/已保存/);
  expect(inputsOf('set-chat-failover')).toEqual([{ minutes: 60 }]);
});

test('the desk leads clerks to the talks, and officers not', () => {
  const words = () => navAt('/').map(({ word }) => word);
  expect(words()).toContain('聊天转人工');
  signIn('officer');
  expect(words()).not.toContain('聊天转人工');
  expect(navAt(CHAT_HANDOVERS).find(({ here }) => here)?.word).toBe('聊天转人工');
});
