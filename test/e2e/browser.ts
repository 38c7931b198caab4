import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
export const chromiumPath = PLACES.find((path) => existsSync(path));

if (!chromiumPath) {
  console.warn('Skipped: the browser journey. Install Debian’s chromium and fonts-noto-cjk to run it.');
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

const SIZES = { phone: { width: 375, height: 812 }, desk: { width: 1280, height: 800 } };

/** One person at one device, with a storage of its own. Whatever goes wrong in the page fails the test. */
export class Person {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly name: string,
    readonly troubles: string[],
  ) {}

  static async sitsDown(browser: Browser, name: string, device: keyof typeof SIZES): Promise<Person> {
    const context = await browser.newContext({ viewport: SIZES[device], locale: 'zh-CN' });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const troubles: string[] = [];
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (line) => {
      if (line.text().includes('Content Security Policy')) troubles.push(line.text());
    });
    return new Person(context, page, name, troubles);
  }

  /** A word that stands on the page that is open now; Taro keeps the pages before it in the document. */
  sees(words: string | RegExp) {
    return this.page.getByText(words).locator('visible=true').first().waitFor();
  }

  async taps(words: string): Promise<void> {
    await this.page.getByText(words, { exact: true }).locator('visible=true').first().click();
  }

  async tapsName(name: string): Promise<void> {
    await this.page.locator(`[name="${name}"]`).locator('visible=true').first().click();
  }

  async writes(name: string, text: string): Promise<void> {
    await this.page.locator(`[name="${name}"]`).locator('visible=true').first().fill(text);
  }

  /** Where he stands and what he reads there: enough to understand a failure from a log alone. */
  async stands(): Promise<string> {
    const outline = await this.page.locator('body').ariaSnapshot();
    return [`${this.name} at ${this.page.url()}`, outline, ...this.troubles].join('\n');
  }

  /** Keeps what the page looks like, for people to look at. */
  async shows(title: string): Promise<void> {
    await mkdir('.cache/screenshots', { recursive: true });
    await this.page.screenshot({ path: `.cache/screenshots/${this.name}-${title}.png` });
  }
}
