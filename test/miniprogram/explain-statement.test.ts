// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { day } from '../../shared/day';
import { fen, showYuan } from '../../shared/money';
import { noBrowser, openBrowser } from './browser';
import { built } from './built';
import { explained } from './explained';
import { Loopback } from './loopback';

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const COURT = {
  name: '青溪县人民法院',
  phone: '0579-99990000',
  hotline: '12368',
  county: '青溪县',
  demo: false,
};

/** The page in Chromium, its answers reckoned by the server's own rules. */
describe.skipIf(noBrowser)(`「怎么算的」 in a browser${noBrowser ? ` (${noBrowser})` : ''}`, () => {
  const server = new Loopback();
  let folder: string;
  let address: string;
  let browser: Browser;
  let page: Page;
  let answers: Record<string, unknown>;
  let errors: string[];

  beforeAll(async () => {
    folder = await built('h5');
    address = await server.start();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await server.stop();
  });
  beforeEach(async () => {
    answers = { 'get-court': COURT, 'explain-statement': explained(2) };
    server.received = [];
    server.answer = ({ method, url }, response) => {
      if (method === 'POST') {
        const data = answers[url.split('/').pop() ?? ''];
        return void response.end(JSON.stringify({ ok: true, data }));
      }
      const path = join(folder, url === '/' ? 'index.html' : (url.split('?')[0] ?? ''));
      if (!existsSync(path)) return void response.writeHead(404).end();
      response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream' });
      response.end(readFileSync(path));
    };
    errors = [];
    page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    page.setDefaultTimeout(8_000);
    page.on('pageerror', (error) => errors.push(error.message));
  });
  afterEach(async () => {
    await page?.close();
    expect(errors).toEqual([]);
  });

  const open = async () => {
    await page.goto(`${address}/#/pages/explain-statement/index?caseId=case_00000001`);
    await page.getByRole('heading', { name: '怎么算的', exact: true }).waitFor();
    await page.getByText('依据', { exact: true }).waitFor();
  };
  const asked = () =>
    server.received
      .filter(({ url }) => url.endsWith('/explain-statement'))
      .map(({ body }) => JSON.parse(String(body)));

  test('each run of days reads as a sum that a villager can do again', async () => {
    await open();
    const run = await page.locator('.zq-run').first().textContent();
    expect(run).toBe(
      '2024年3月21日到2024年4月19日没付的502,300.00元（其中诉讼费用2,300.00元） × 30天 × 万分之1.75＝2,637.08 元',
    );
    const { total, doubled } = explained(2);
    await page
      .getByText(`${showYuan(total)} 元`)
      .first()
      .waitFor();
    await page.getByText(`一共${showYuan(doubled!.total)}元`).waitFor();
    expect(await page.locator('.zq').last().textContent()).not.toMatch(/undefined|NaN|\[object/);
  });

  test('another day is asked for; one that cannot be is refused beside the field', async () => {
    await open();
    answers['explain-statement'] = explained(2, true, day('2027-01-01'));
    await page.locator('input[name=asOf]').fill('2027-01-01');
    await page.getByText('算到2027年1月1日，还欠').waitFor();
    expect(asked().at(-1)).toEqual({ caseId: 'case_00000001', asOf: '2027-01-01' });
    const before = asked().length;
    await page.locator('input[name=asOf]').fill('2023-01-01');
    await page.getByText('请选2024年3月20日到2027年11月23日之间的日子。').waitFor();
    await page.getByText('算到2027年1月1日，还欠').waitFor();
    expect(asked()).toHaveLength(before);
  });

  test('a closed account has no day to pick, and says of nothing that it is owed', async () => {
    const left = { day: day('2026-06-28'), title: '截至2026年6月28日，还欠 0.00 元', items: [] };
    const closed = { range: null, total: fen(0), left, daily: null, application: null };
    answers['explain-statement'] = { ...explained(1, false), ...closed };
    await open();
    expect(await page.locator('input[name=asOf]').count()).toBe(0);
    expect(await page.getByText('申请执行的费用和期限').count()).toBe(0);
    await page.getByText(/不再要求$/).waitFor();
    expect(await page.getByText(/元，还欠/).count()).toBe(0);
  });

  test('in large letters nothing is wider than a small telephone, nor is what is tapped small', async () => {
    answers['explain-statement'] = explained(24);
    await open();
    await page.getByRole('switch', { name: '大字' }).click();
    const found = await page.evaluate(() => ({
      width: Math.max(...[...document.querySelectorAll('.zq, .zq *')].map((element) => element.scrollWidth)),
      small: [...document.querySelectorAll('.zq-tap, .zq-input')]
        .map((element) => element.getBoundingClientRect())
        .filter(({ width, height }) => width < 44 || height < 44).length,
    }));
    expect(found).toEqual({ width: 320, small: 0 });
  });

  test('what does not fit on one sheet goes on, and nothing is cut off', async () => {
    answers['explain-statement'] = explained(80);
    await open();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)!.length).toBeGreaterThan(1);
  });

  test.each([
    [6, true],
    [24, false],
    [24, true],
  ])('%s payments, interest of its own %s: one sheet of A4', async (payments, withInterest) => {
    answers['explain-statement'] = explained(payments, withInterest);
    await open();
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59\d(\.\d+)? 84[12]/);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
    expect(await page.locator('input[name=asOf]').isVisible()).toBe(false);
    const smallest = await page.evaluate(() =>
      Math.min(
        ...[...document.querySelectorAll('.zq-sheet *')]
          .filter((e) => e.getClientRects().length > 0)
          .map((e) => Number.parseFloat(getComputedStyle(e).fontSize)),
      ),
    );
    // Seven points are what a printed form uses for its notes.
    expect(smallest).toBeGreaterThanOrEqual((7 * 4) / 3);
  });
});
