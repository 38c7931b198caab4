import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayAt, instantOf } from '../../shared/day';
import { chromiumPath, openBrowser, Person } from './browser';
import { type RunningHost, startHost } from './running-host';

interface Arrival {
  to: string;
  text: string;
}

/** The road of one case: from the court's list to the certificate, every hand on it in a real browser. */
const DEBTOR = { phone: '19900008801', idNumber: '999999198503072319' };
const CREDITOR = { phone: '19900008802', idNumber: '999999197911236023' };
/** The county is made for the day of the first start, so the case is too. */
const TODAY = dayAt(new Date());
const CASE_NUMBER = '（2026）浙9999民初98765号';

describe.skipIf(!chromiumPath)('from the court’s list to a performed judgment', () => {
  let host: RunningHost;
  let browser: Browser;
  let clerk: Person;
  let liaison: Person;
  let debtor: Person;
  let creditor: Person;

  beforeAll(async () => {
    host = await startHost();
    await moveTo(1, 10);
    browser = await openBrowser();
    clerk = await Person.sitsDown(browser, 'court', 'desk');
    liaison = await Person.sitsDown(browser, 'liaison', 'phone');
    debtor = await Person.sitsDown(browser, 'debtor', 'phone');
    creditor = await Person.sitsDown(browser, 'creditor', 'phone');
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await host?.stop();
  });

  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    for (const person of [clerk, liaison, debtor, creditor]) {
      await person?.shows('when-it-failed');
      console.error(await person?.stands());
    }
  });

  /** By day of the journey and hour in Asia/Shanghai: telephones ring only by day. */
  const moveTo = (days: number, hour: number) =>
    host.post('/demo/clock', { now: instantOf(addDays(TODAY, days), hour).toISOString() });

  const signIn = (person: Person, persona: string) =>
    person.page.goto(`${host.url}/#/pages/home/index?persona=${persona}`);

  const lastMessageTo = async (phone: string): Promise<string> => {
    const arrivals = (await host.get('/demo/arrivals')) as Arrival[];
    return arrivals.filter(({ to }) => to === phone).at(-1)?.text ?? '';
  };

  const claims = async (person: Person, { phone, idNumber }: typeof DEBTOR) => {
    const message = await lastMessageTo(phone);
    const [, code] = /查询码(\d{4} \d{4})/.exec(message) ?? [];
    expect(message, 'the message says nothing of the case').not.toMatch(/民初|借贷|元/);
    await person.page.goto(`${host.url}/`);
    await person.tapsName('claim-access');
    await person.writes('code', code!);
    await person.writes('idLast6', idNumber.slice(-6));
    await person.taps('查看案件');
  };

  /** The village of the liaison whose place we take, as people write it in an address. */
  const villageOfLiaison = async (): Promise<string> => {
    const { token } = (await host.post('/demo/sign-in', { persona: 'village-liaison' })) as { token: string };
    const answer = await fetch(`${host.url}/api/get-me`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: '{}',
    });
    const { data } = (await answer.json()) as { data: { roles: { reach: string }[] } };
    return data.roles[0]!.reach.replace(' ', '');
  };

  test('the clerk brings the list in', async () => {
    const list = [
      '案号,案由,权利人,权利人证件号码,权利人电话,义务人,证件号码,联系电话,户籍地址,标的额,文书类型,生效日期,履行期限',
      `${CASE_NUMBER},民间借贷纠纷,何其安,${CREDITOR.idNumber},${CREDITOR.phone},郑有为,${DEBTOR.idNumber},${DEBTOR.phone},青溪县${await villageOfLiaison()}8号,50000,民事判决书,${addDays(TODAY, -30)},${addDays(TODAY, 7)}`,
    ].join('\n');
    await signIn(clerk, 'clerk');
    await clerk.sees('卡在哪里');
    await clerk.shows('desk');
    await clerk.taps('导入案件');
    await clerk.page
      .locator('input[name="case-list"]')
      .setInputFiles({ name: '清单.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
    await clerk.sees('检查报告');
    await clerk.shows('import-report');
    await clerk.taps('导入可以导入的 1 件');
    await clerk.sees(/新增 1 件/);
  });

  test('the judge starts the supervision', async () => {
    await signIn(clerk, 'judge');
    await clerk.sees('卡在哪里');
    await clerk.taps('全部案件');
    await clerk.writes('search', '98765');
    await clerk.taps('查找');
    await clerk.taps(CASE_NUMBER);
    await clerk.sees('待发起督促');
    await clerk.tapsName('start-supervision');
    await clerk.sees(/已对 1 件发起督促/);
    await clerk.shows('started');
    await host.post('/demo/sweep', {});
  });

  test('the liaison taps 「收到」 without a network, and reports his visit', async () => {
    await signIn(liaison, 'village-liaison');
    await liaison.sees('我的待办');
    await liaison.page
      .getByText(/郑有为/)
      .locator('visible=true')
      .first()
      .click();
    await liaison.sees('住在哪里');
    await liaison.context.setOffline(true);
    await liaison.taps('收到');
    await liaison.sees(/已记在手机上/);
    await liaison.shows('offline');
    await liaison.context.setOffline(false);
    await liaison.sees('已收到');
    await liaison.taps('看文书');
    await liaison.sees('督促履行通知书');
    await liaison.shows('papers');
    await liaison.page.goBack();
    await liaison.taps('填写走访结果');
    await liaison.taps('愿履行');
    await liaison.writes('note', '说下周一全部付清');
    await liaison.shows('visit');
    await liaison.taps('提交走访结果');
    await liaison.sees(/已送出/);
  });

  test('the debtor proves who he is and registers what he paid', async () => {
    await claims(debtor, DEBTOR);
    await debtor.sees('今天应付');
    await debtor.sees('50,000.00');
    await debtor.shows('my-case');
    await debtor.taps('登记已付款');
    await debtor.taps('全部付清了，填 50,000.00');
    await debtor.taps('银行转账给权利人');
    await debtor.shows('register-payment');
    await debtor.taps('提交登记');
    await debtor.sees(/已登记/);
    await moveTo(1, 11);
    await host.post('/demo/sweep', {});
  });

  test('the creditor confirms, and the case is performed', async () => {
    await claims(creditor, CREDITOR);
    await creditor.sees('等您确认');
    await creditor.shows('my-case');
    await creditor.sees(/申请执行/);
    await creditor.taps('去确认这一笔');
    await creditor.taps('收到了');
    await creditor.taps('确认收到这一笔');
    await creditor.sees(/已确认，案件办结/);
    await creditor.taps('回到案件');
    await creditor.sees(/已全部履行/);
    await host.post('/demo/sweep', {});
  });

  test('the debtor opens his certificate, the liaison is thanked, nothing more is sent', async () => {
    await debtor.taps('回到案件');
    await debtor.taps('打开自动履行证明书');
    await debtor.sees('自动履行证明书');
    await debtor.sees(/履证〔\d{4}〕\d+号/);
    await debtor.shows('certificate');
    await signIn(liaison, 'village-liaison');
    await liaison.taps('看已办结的事');
    await liaison.page
      .getByText(/郑有为/)
      .locator('visible=true')
      .first()
      .click();
    await liaison.sees(/已履行，谢谢/);
    await moveTo(15, 10);
    const before = ((await host.get('/demo/arrivals')) as Arrival[]).filter(({ to }) => to === DEBTOR.phone);
    await host.post('/demo/sweep', {});
    const after = ((await host.get('/demo/arrivals')) as Arrival[]).filter(({ to }) => to === DEBTOR.phone);
    expect(after).toEqual(before);
    expect([clerk, liaison, debtor, creditor].flatMap(({ troubles }) => troubles)).toEqual([]);
  });

  test('a citizen reads a notice and tells what he knows; the desk sends an officer, and he reads of it', async () => {
    const citizen = await Person.sitsDown(browser, 'citizen', 'phone');
    const officer = await Person.sitsDown(browser, 'officer', 'phone');
    await citizen.page.goto(`${host.url}/`);
    await citizen.taps('公告与线索');
    await citizen.taps('看公告');
    await citizen.sees('怎样才能得到奖励');
    await citizen.shows('notice');
    await citizen.taps('我有线索');
    await citizen.tapsName('understood');
    await citizen.tapsName('about:vehicle');
    await citizen.writes('words', '他的白色货车每天夜里停在茶厂后门。');
    await citizen.tapsName('next');
    await citizen.writes('place', '茶厂后门');
    await citizen.writes('seenDay', TODAY);
    await citizen.tapsName('next');
    const code = (await citizen.page.locator('.zq-receipt').locator('visible=true').textContent())!.trim();
    expect(code).toMatch(/^(\d{4} ){3}\d{4}$/);
    await citizen.shows('receipt-code');
    await citizen.tapsName('code-saved');
    await citizen.writes('lastFour', code.slice(-4));
    await citizen.tapsName('submit-tip');
    await citizen.sees(/第 \d+ 号线索/);
    const [, number] = /第 (\d+) 号线索/.exec((await citizen.page.locator('body').textContent())!)!;
    expect(await citizen.page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('茶厂');

    await signIn(clerk, 'tip-desk');
    await clerk.sees('线索值班');
    const row = clerk.page.getByRole('row').filter({ hasText: `${number} 号` });
    await row.getByText('打开', { exact: true }).click();
    await clerk.sees('他的白色货车每天夜里停在茶厂后门。');
    await clerk.shows('tip');
    await clerk.taps('采用');
    await clerk.tapsName('decide-tip');
    await clerk.sees('派谁去');
    await clerk.page.getByRole('radio').filter({ hasText: '陈刚' }).click();
    await clerk.tapsName('dispatch-tip');
    await clerk.sees(/等待回复/);

    await signIn(officer, 'officer');
    await officer.taps('派出任务');
    await officer.taps('我去');
    await officer.taps('已到现场');
    await officer.shows('errand');

    await citizen.page.goto(`${host.url}/#/citizen/my-tip/index`);
    await citizen.writes('code', code);
    await citizen.tapsName('open-tip');
    await citizen.sees('执行人员已经到达现场。');
    await citizen.shows('my-tip');
    expect([citizen, officer, clerk].flatMap(({ troubles }) => troubles)).toEqual([]);
  });

  test('a tab that the clerk duplicates goes on beside the first, and neither is taken for a thief', async () => {
    await signIn(clerk, 'clerk');
    await clerk.sees('卡在哪里');
    const duplicated = clerk.context.waitForEvent('page');
    await clerk.page.evaluate(() => void window.open(location.href));
    const twin = await duplicated;
    await twin.getByText('卡在哪里').first().waitFor();
    for (const page of [clerk.page, twin, clerk.page]) {
      await page.evaluate(() => {
        const kept = JSON.parse(sessionStorage.getItem('session')!);
        sessionStorage.setItem('session', JSON.stringify({ ...kept, renewedAt: 0 }));
      });
      const renewed = page.waitForResponse(/refresh-session/);
      await page.reload();
      expect((await renewed).status()).toBe(200);
      await page.getByText('全部案件').first().waitFor();
    }
    await twin.close();
  });
});
