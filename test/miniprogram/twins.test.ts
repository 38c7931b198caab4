// @vitest-environment node
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Reply } from '../../miniprogram/src/api';
import { judgeRefresh } from '../../shared/cases/refresh';

/** Tabs of one browser: each loads the program anew, from the storage that the browser copied for it. */

type Heard = (event: { data: unknown }) => void;
const browser = {
  listeners: [] as { from: object; listener: Heard }[],
  turns: new Map<string, Promise<unknown>>(),
};

vi.stubGlobal(
  'BroadcastChannel',
  class {
    postMessage(message: unknown) {
      for (const one of browser.listeners.filter(({ from }) => from !== this))
        queueMicrotask(() => one.listener({ data: structuredClone(message) }));
    }
    addEventListener(_: 'message', listener: Heard) {
      browser.listeners.push({ from: this, listener });
    }
  },
);
vi.stubGlobal('navigator', {
  onLine: true,
  userAgent: '',
  locks: {
    request(name: string, work: () => Promise<unknown>) {
      const mine = (browser.turns.get(name) ?? Promise.resolve()).then(work, work);
      browser.turns.set(name, mine);
      return mine;
    },
  },
});
afterAll(() => vi.unstubAllGlobals());

/** The court's side of one session, as sessions.ts keeps it. */
const court = { newest: 1, seen: 0, isOver: false, refreshes: 0 };

async function answer(action: string, input: unknown, token: string | null): Promise<Reply> {
  const over = { ok: false, refusal: { code: 'sign-in-first', message: '请先登录。' } };
  if (court.isOver) return { status: 401, body: over };
  if (action !== 'refresh-session') {
    const number = Number(token?.split(' ')[1]);
    if (number < court.newest) return { status: 401, body: over };
    court.seen = Math.max(court.seen, number);
    return { body: { ok: true, data: { tasks: [] } } };
  }
  court.refreshes += 1;
  const presented = Number((input as { refreshToken: string }).refreshToken.split(' ')[1]);
  const verdict = judgeRefresh(presented, court);
  if (verdict === 'stolen') {
    court.isOver = true;
    return { status: 401, body: { ok: false, refusal: { code: 'session-over', message: '登录已经结束。' } } };
  }
  if (verdict === 'rotate') {
    court.seen = court.newest;
    court.newest += 1;
  }
  const pair = { token: `access ${court.newest}`, refreshToken: `refresh ${court.newest}`, expiresAt: '' };
  return { body: { ok: true, data: pair } };
}

async function openTab() {
  vi.resetModules();
  const { call, setTransport } = await import('../../miniprogram/src/api');
  const { session } = await import('../../miniprogram/src/session');
  setTransport(({ action, input }, token) => answer(action, input, token));
  return { session, ask: () => call('list-tasks', { closed: false }) };
}
type Tab = Awaited<ReturnType<typeof openTab>>;

const generationOf = (tab: Tab) => tab.session.get().generation;
/** Old enough to be renewed before the next call. */
const stale = () => vi.setSystemTime(Date.now() + 9 * 60_000);

let first: Tab;
beforeEach(async () => {
  vi.useRealTimers();
  vi.useFakeTimers({ toFake: ['Date'] });
  sessionStorage.clear();
  browser.listeners.length = 0;
  browser.turns.clear();
  Object.assign(court, { newest: 1, seen: 0, isOver: false, refreshes: 0 });
  first = await openTab();
  first.session.begin('access 1', 'refresh 1');
});

describe('a tab that was duplicated', () => {
  test('goes on beside the first: what one of them got the other has too', async () => {
    const twin = await openTab();
    expect(twin.session.get()).toMatchObject({ refreshToken: 'refresh 1' });
    for (const tab of [first, twin, twin, first]) {
      stale();
      await tab.ask();
    }
    expect(court).toMatchObject({ isOver: false, refreshes: 4 });
    expect([generationOf(first), generationOf(twin)]).toEqual([4, 4]);
  });

  test('both at once renew once', async () => {
    const twin = await openTab();
    stale();
    await Promise.all([first.ask(), twin.ask()]);
    expect(court).toMatchObject({ isOver: false, refreshes: 1, newest: 2 });
  });

  test('one that was put away while the other went on asks before it renews', async () => {
    const twin = await openTab();
    const asleep = browser.listeners.pop()!;
    stale();
    await first.ask();
    expect(generationOf(twin)).toBe(0);
    browser.listeners.push(asleep);
    stale();
    await twin.ask();
    expect(court).toMatchObject({ isOver: false });
    expect(twin.session.get().refreshToken).toBe(first.session.get().refreshToken);
  });
});

describe('whoever is nobody’s twin', () => {
  test('hears of no other sign-in', async () => {
    const other = await openTab();
    other.session.begin('other 1', 'other-refresh 1');
    stale();
    await first.ask();
    expect(other.session.get()).toMatchObject({ token: 'other 1', refreshToken: 'other-refresh 1' });
  });

  test('a message that is older, or not ours, changes nothing', async () => {
    const { family } = first.session.get();
    const { listener } = browser.listeners[0]!;
    const state = { kind: 'state', family, generation: 0, token: 'x', refreshToken: 'y', renewedAt: 1 };
    for (const message of [null, 'x', {}, state, { ...state, family: 'z', generation: 9 }])
      listener({ data: message });
    expect(first.session.get()).toMatchObject({ token: 'access 1', refreshToken: 'refresh 1' });
  });
});
