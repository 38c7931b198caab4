// @vitest-environment node
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { newerSyntax, newerSyntaxIn } from '../../miniprogram/check-bundles';
import { built } from './built';
import { WeChat, type WxRequest } from './wechat';

/** The real bundle, as it is uploaded to WeChat, in a bare JavaScript context. */

let folder: string;
beforeAll(async () => {
  folder = await built('weapp');
});

const court = {
  name: '青溪县人民法院',
  phone: '0579-99990000',
  hotline: '12368',
  county: '青溪县',
  demo: false,
};

/** The court's server, as far as a test needs it. */
function answering(answers: Record<string, unknown>, asked: WxRequest[] = []) {
  return (request: WxRequest) => {
    asked.push(request);
    const action = request.url.split('/api/')[1] ?? '';
    if (action in answers) request.success({ statusCode: 200, data: answers[action], header: {} });
    else request.fail({ errMsg: 'request:fail' });
  };
}

describe('the mini-program in WeChat', () => {
  test('opens on the landing page, without a login, and names its court', async () => {
    const wechat = new WeChat(folder);
    wechat.request = answering({ 'get-court': { ok: true, data: court } });
    wechat.launch('pages/home/index');
    wechat.open('pages/home/index');
    await vi.waitFor(() => expect(wechat.text()).toContain(`${court.name} · 执前通`));
    expect(wechat.text()).toContain('拨打 12368 核实');
    expect(wechat.errors).toEqual([]);
  });

  test('leads from the landing page to the code of the message', async () => {
    const wechat = new WeChat(folder);
    wechat.launch('pages/home/index');
    wechat.open('pages/home/index');
    await vi.waitFor(() => expect(wechat.text()).toContain('输入短信查询码'));
    wechat.tap('输入短信查询码');
    expect(wechat.went).toEqual(['navigateTo /pages/claim-access/index']);
  });

  test('大字 is kept on the telephone', async () => {
    const wechat = new WeChat(folder);
    wechat.launch('pages/home/index');
    wechat.open('pages/home/index');
    await vi.waitFor(() => expect(wechat.text()).toContain('大字'));
    wechat.tap('大字');
    await vi.waitFor(() => expect(wechat.text()).toContain('标准字'));
    expect(wechat.stored.get('large-text')).toBe(true);
  });

  test('checks a form by its contract, and keeps a submission that finds no network', async () => {
    const wechat = new WeChat(folder);
    wechat.stored.set('session', {
      token: 'token',
      me: { accountId: 'acc_00000001', name: '张某某', roles: [], courtName: court.name, watermark: '' },
      farewell: null,
    });
    wechat.launch('pages/give-feedback/index');
    wechat.open('pages/give-feedback/index');
    await vi.waitFor(() => expect(wechat.text()).toContain('提交给法院'));
    wechat.tap('提交给法院');
    await vi.waitFor(() => expect(wechat.text()).toContain('请用一句话写明原因。'));
    wechat.type('field-text', '字太小了，看不清');
    wechat.tap('提交给法院');
    await vi.waitFor(() => expect(wechat.text()).toContain('1 件待发'));
    expect(wechat.stored.get('outbox')).toMatchObject([
      {
        action: 'give-feedback',
        payload: { text: '字太小了，看不清' },
        state: 'waiting',
        account: 'acc_00000001',
      },
    ]);

    const asked: WxRequest[] = [];
    const later = new WeChat(folder);
    for (const [key, value] of wechat.stored) later.stored.set(key, value);
    later.request = answering({ 'give-feedback': { ok: true, data: { done: true } } }, asked);
    later.launch('pages/home/index');
    await vi.waitFor(() => expect(later.stored.get('outbox')).toMatchObject([{ state: 'sent' }]));
    expect(asked.find(({ url }) => url.endsWith('/api/give-feedback'))?.header).toMatchObject({
      Authorization: 'Bearer token',
      'Idempotency-Key': expect.stringMatching(/^[\w-]{8,80}$/),
    });
  });

  test('every page opens without a network, and shows a sentence, never an empty screen', async () => {
    const paths = new WeChat(folder).pages;
    expect(paths.length).toBeGreaterThan(3);
    for (const path of paths) {
      const wechat = new WeChat(folder);
      wechat.launch(path);
      wechat.open(path);
      await vi.waitFor(() => expect(wechat.text(), path).toMatch(/投诉建议/));
      expect(wechat.text(), path).not.toMatch(/undefined|NaN|\[object/);
      expect(wechat.errors, path).toEqual([]);
    }
  });
});

describe('what is uploaded', () => {
  const bytesIn = (path: string): number =>
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

  test('holds no syntax newer than the oldest telephones read', () => {
    expect(newerSyntaxIn(folder)).toEqual([]);
  });

  test('keeps the main package under 1.2 MB and every sub-package under WeChat’s 2 MB', () => {
    const subs = new WeChat(folder).config.subPackages.map(({ root }) => bytesIn(join(folder, root)));
    for (const bytes of subs) expect(bytes).toBeLessThan(2 * 1024 * 1024);
    expect(bytesIn(folder) - subs.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(1.2 * 1024 * 1024);
  });

  test('is found by search only through its landing page', () => {
    const { rules } = JSON.parse(readFileSync(join(folder, 'sitemap.json'), 'utf8'));
    expect(rules).toEqual([
      { action: 'allow', page: 'pages/home/index' },
      { action: 'disallow', page: '*' },
    ]);
  });

  test('has spoken attributes on what people tap and type into', () => {
    const templates = readFileSync(join(folder, 'base.wxml'), 'utf8');
    for (const element of ['view', 'text', 'button', 'input', 'textarea']) {
      expect(templates).toMatch(new RegExp(`<${element} [^>]*aria-label=`));
    }
  });

  test('carries no source map', () => {
    const names = readdirSync(folder, { recursive: true }).map(String);
    expect(names.filter((name) => name.endsWith('.map'))).toEqual([]);
  });
});

describe('the look for newer syntax', () => {
  test.each([
    'a?.b',
    'a ?? b',
    'try { a() } catch { b() }',
    'class A { #b = 1 }',
    'x = { ...a }',
    'a ||= b',
    '/(?<=a)b/',
    'x = 1n',
  ])('finds %s', (code) => {
    expect(newerSyntax(code)).not.toBeNull();
  });

  test.each(['async function f() { await g() }', 'let [a, ...b] = c', 'x = a ** b', 'x = { a, b }'])(
    'lets %s pass',
    (code) => {
      expect(newerSyntax(code)).toBeNull();
    },
  );
});
