import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoReports } from '../../cloudfunctions/host/carriers';
import { readSettings } from '../../cloudfunctions/server/settings';
import { openHost } from '../host/doors';
import { createSupervised } from '../supervised';
import { OBLIGOR_PHONE, sweep } from '../sweeping';
import { chromiumPath, openBrowser, Person } from './browser';

describe.skipIf(!chromiumPath)('the phone wall', () => {
  let host: Awaited<ReturnType<typeof openHost>>;
  let browser: Browser;
  let visitor: Person;
  beforeAll(async () => {
    host = await openHost();
    const settings = readSettings({});
    host.world.app.receipts = settings.receipts;
    const port = Number(new URL(host.url).port);
    host.demo!.carriers.sandbox.callbacks.reportTo({ ...demoReports({ ...settings, port }), afterMs: 0 });
    browser = await openBrowser();
    visitor = await Person.sitsDown(browser, 'visitor', 'desk');
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await host?.close();
  });

  test('a phone answers 「退订」, and the court’s side knows', async () => {
    const { obligor } = await createSupervised(host.world, host.county);
    await host.world.db
      .insertInto('demo_personas')
      .values({
        persona: 'obligor',
        court_id: host.county.courtId,
        account_id: obligor.accountId,
        words: '收到短信的人',
        phone: OBLIGOR_PHONE,
        sort: 1,
      })
      .execute();
    await sweep();
    const { page } = visitor;
    await page.goto(`${host.url}/phones`);
    const phone = page.locator('[data-persona="obligor"]');
    await phone.locator('.bubble').waitFor();
    await phone.getByLabel('用这部手机回短信').fill('退订');
    await phone.getByRole('button', { name: '回复' }).click();
    await page.getByText('法院已经收到').waitFor();
    expect(await phone.locator('.mine').textContent()).toBe('退订');
    expect(await phone.locator('.count').textContent()).toBe('1 条');
    expect(page.url()).toBe(`${host.url}/phones`);
    const party = await host.world.db
      .selectFrom('parties')
      .select('contact_state')
      .where('party_id', '=', obligor.partyId)
      .executeTakeFirstOrThrow();
    expect(party.contact_state).toBe('opted-out');
    await visitor.shows('a-phone-answered');
  });
});
