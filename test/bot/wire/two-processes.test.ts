import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../host/program';
import { type Certificate, makeCertificate } from './certificate';
import { type PuppetProcess, startPuppet, TOKEN } from './puppet-process';
import { until } from './until';

/** `npm run bot` itself, between a puppet server and a door that gives each notice once, as the court's does. */

const folder = mkdtempSync(join(tmpdir(), 'zhiqian-two-'));
const own: Certificate = makeCertificate(folder, 'own');
let puppet: PuppetProcess;
let puppetPort: number;
let door: Server;
let due: { key: string; to: string; text: string }[] = [];
let reports: { key: string; outcome: string }[] = [];
let states: string[] = [];

const ANSWERS: Record<string, (input: never) => object> = {
  'sign-in-bot': () => ({ token: 't', expiresAt: '2999-01-01T00:00:00Z' }),
  'report-gateway': ({ state }: { state: string }) => {
    states.push(state);
    return {};
  },
  'claim-chat-notices': () => ({ notices: due.splice(0) }),
  'claim-group-posts': () => ({ site: 'https://court.example', posts: [] }),
  'report-chat-notices': (input: { reports: typeof reports }) => {
    reports.push(...input.reports);
    return { settled: input.reports.length };
  },
};

const bots: ChildProcess[] = [];
function startBot(): ChildProcess {
  const bot = spawn(process.execPath, ['--import', 'tsx', 'bot/index.ts'], {
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      ZHIQIAN_URL: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
      ZHIQIAN_BOT_ID: 'bot',
      ZHIQIAN_BOT_SECRET: 'secret',
      ZHIQIAN_BOT_GATEWAY: 'wechaty',
      WECHATY_PUPPET_SERVICE_CA_FILE: own.certFile,
      WECHATY_PUPPET_SERVICE_TOKEN: TOKEN,
      WECHATY_PUPPET_SERVICE_ENDPOINT: `127.0.0.1:${puppetPort}`,
      ZHIQIAN_BOT_DING_MS: '400',
      ZHIQIAN_BOT_DONG_MS: '5000',
      ZHIQIAN_BOT_CLAIM_MS: '50',
    },
  });
  bots.push(bot);
  return bot;
}

beforeAll(async () => {
  puppetPort = await freePort();
  puppet = await startPuppet(puppetPort, own);
  door = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    const data = ANSWERS[request.url!.replace('/api/', '')]?.(JSON.parse(body) as never) ?? {};
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, data }));
  }).listen(0, '127.0.0.1');
  await once(door, 'listening');
});
afterAll(async () => {
  for (const bot of bots) bot.kill('SIGKILL');
  await puppet.kill();
  door.close();
  door.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

const homeOf = (bot: ChildProcess) =>
  ['/dev/shm', tmpdir()].map((base) => join(base, `zhiqian-bot-${bot.pid}`)).find(existsSync);

test('a bot killed in the middle of a message: the next one says what is new, and that one not again', async () => {
  const first = startBot();
  await until(() => states.includes('up'));
  const home = homeOf(first)!;
  puppet.order({ kind: 'hold', on: true });
  due = [{ key: 'n1', to: 'li', text: '说到一半' }];
  await until(() => due.length === 0);
  first.kill('SIGKILL');
  await once(first, 'exit');
  expect(reports).toEqual([]);
  puppet.order({ kind: 'hold', on: false });
  [states, reports] = [[], []];
  const second = startBot();
  await until(() => states.includes('up'));
  due = [{ key: 'n2', to: 'li', text: '新的一条' }];
  await until(() => reports.length > 0);
  expect(reports).toMatchObject([{ key: 'n2', outcome: 'accepted' }]);
  expect(puppet.heard.filter(({ text }) => text === '说到一半').length).toBeLessThanOrEqual(1);
  expect(puppet.heard.filter(({ text }) => text === '新的一条').length).toBe(1);
  // What the killed one had on disk is gone, and the second leaves nothing.
  expect(existsSync(home)).toBe(false);
  const itsHome = homeOf(second)!;
  second.kill('SIGTERM');
  await once(second, 'exit');
  expect(existsSync(itsHome)).toBe(false);
});
