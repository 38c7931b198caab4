import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const executablePath = process.env.CHROMIUM ?? PLACES.find((path) => existsSync(path));

/** Says why browser tests are skipped; empty where there is a browser. */
export const noBrowser = executablePath ? '' : 'skipped, no Chromium is installed (apt-get install chromium)';

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath, args: FLAGS });
