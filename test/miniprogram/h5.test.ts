// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { newerSyntaxIn } from '../../miniprogram/check-bundles';
import { MAIN_PAGES, SUB_PACKAGES } from '../../miniprogram/src/routes';
import { noBrowser, openBrowser } from './browser';
import { built } from './built';
import { Loopback } from './loopback';

/** The real H5 build in Chromium, against a server on this machine that answers as a test says. */

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const COURT = {
  name: '青溪县人民法院',
  phone: '0579-99990000',
  hotline: '12368',
  county: '青溪县',
  demo: false,
};
const LIAISON = {
  accountId: 'acc_liaison01',
  name: '李联络',
  roles: [{ role: 'village-liaison', reach: '溪口村' }],
  courtName: COURT.name,
  watermark: '李联络 3月5日 09:02',
};

const server = new Loopback();
let folder: string;
let address: string;
let browser: Browser;
let answers: Record<string, unknown>;
let page: Page;
let errors: string[];

beforeAll(async () => {
  folder = await built('h5');
  address = await server.start();
  if (!noBrowser) browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server.stop();
});

beforeEach(async () => {
  answers = { 'get-court': COURT, 'get-me': LIAISON };
  server.received = [];
  server.answer = ({ method, url }, response) => {
    if (method === 'PUT') return void response.writeHead(204).end();
    if (method === 'POST') {
      const action = url.split('/').pop() ?? '';
      if (!(action in answers)) return void response.destroy();
      return void response.end(JSON.stringify({ ok: true, data: answers[action] }));
    }
    const path = join(folder, url === '/' ? 'index.html' : (url.split('?')[0] ?? ''));
    if (!existsSync(path)) return void response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream' });
    response.end(readFileSync(path));
  };
  errors = [];
  if (noBrowser) return;
  page = await browser.newPage({ viewport: { width: 375, height: 812 } });
  page.on('pageerror', (error) => errors.push(error.message));
});
afterEach(() => page?.close());

const received = (action: string) => server.received.filter(({ url }) => url.endsWith(`/${action}`));

test('no bundle holds syntax newer than the oldest telephones read', () => {
  expect(newerSyntaxIn(folder)).toEqual([]);
});

describe.skipIf(noBrowser)(`in a browser${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  test('the landing page asks for no login, and names the court', async () => {
    await page.goto(address);
    await page.getByText(`${COURT.name} · 执前通`).waitFor();
    await page.getByRole('button', { name: '输入短信查询码' }).waitFor();
    expect(errors).toEqual([]);
  });

  test('the keyboard alone reaches 大字 and turns it on', async () => {
    await page.goto(address);
    await page.getByRole('switch', { name: '大字' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('大字');
    await page.keyboard.press('Enter');
    await page.locator('.zq--large').waitFor();
  });

  test('nothing is wider than a small telephone, in large letters, and nothing that is tapped is small', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${address}/#/pages/gallery/index`);
    await page.getByRole('switch', { name: '大字' }).click();
    const found = await page.evaluate(() => ({
      width: Math.max(...[...document.querySelectorAll('.zq, .zq *')].map((element) => element.scrollWidth)),
      small: [...document.querySelectorAll('.zq-tap, .zq-input')]
        .map((element) => element.getBoundingClientRect())
        .filter(({ width, height }) => width < 44 || height < 44).length,
    }));
    expect(found.width).toBeLessThanOrEqual(320);
    expect(found.small).toBe(0);
  });

  const pages = [
    ...MAIN_PAGES,
    ...Object.entries(SUB_PACKAGES).flatMap(([root, paths]) => paths.map((path) => `${root}/${path}`)),
  ];
  test.each(pages)(
    '%s opens without the server, and shows a sentence, never an empty screen',
    async (path) => {
      answers = {};
      await page.goto(`${address}/#/${path}`);
      await page.getByRole('link', { name: '投诉建议' }).waitFor();
      expect(await page.locator('.zq').last().textContent()).not.toMatch(/undefined|NaN|\[object/);
      expect(errors).toEqual([]);
    },
  );

  test('a visit written without a network, with its photo, is sent under one key when the network is back', async () => {
    server.answer = withDemoSignIn(server.answer);
    await page.goto(`${address}/#/pages/home/index?persona=liaison`);
    await vi.waitFor(() => expect(page.url()).toContain('/liaison/list-tasks/index'));
    await page.goto(`${address}/#/liaison/record-visit/index?taskId=task_00000001`);
    await page.locator('button[name="outcome:willing"]').click();
    await page.locator('textarea[name=note]').fill('下周五付五千');
    await page
      .locator('input[type=file][name=photos]')
      .setInputFiles({ name: 'door.png', mimeType: 'image/png', buffer: PIXEL });
    await page.getByRole('img', { name: '第 1 张照片' }).waitFor();
    await page.getByRole('button', { name: '提交走访结果' }).click();
    await page.getByText(/待发/).first().waitFor();
    expect(received('record-visit')).toEqual([]);

    const url = `${address}/files/file_00000001`;
    answers['create-upload'] = {
      fileId: 'file_00000001',
      url,
      method: 'PUT',
      expiresAt: '2026-03-05T02:00:00Z',
    };
    answers['record-visit'] = { visitId: 'visit_00000001' };
    await page.reload();
    // A page that is closed before it read the answer sends again, under the same key.
    await vi.waitFor(() => expect(received('record-visit')).not.toEqual([]), 10_000);
    await vi.waitFor(async () => expect(await page.getByText(/待发/).count()).toBe(0), 10_000);
    const sent = received('record-visit');
    const keys = new Set(sent.map(({ headers }) => headers['idempotency-key']));
    expect([...keys]).toEqual([expect.stringMatching(/^[\w-]{8,80}$/)]);
    expect(JSON.parse(String(sent[0]?.body))).toMatchObject({
      taskId: 'task_00000001',
      outcome: 'willing',
      note: '下周五付五千',
      fileIds: ['file_00000001'],
    });
    expect(server.received.find(({ method }) => method === 'PUT')?.body).toEqual(PIXEL);
    await page.reload();
    await page.getByRole('link', { name: '投诉建议' }).waitFor();
    expect(await page.getByText(/待发/).count()).toBe(0);
    expect(received('record-visit')).toHaveLength(sent.length);
    expect(errors).toEqual([]);
  });
});

function withDemoSignIn(otherwise: Loopback['answer']): Loopback['answer'] {
  return (request, response) => {
    if (request.url === '/demo/sign-in') response.end(JSON.stringify({ token: 'token' }));
    else otherwise(request, response);
  };
}
