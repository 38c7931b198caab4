import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Gateway, GatewayState, Inbound } from '../../../bot/gateways/port';
import { type WechatyGateway, wechatyGateway } from '../../../bot/gateways/wechaty';
import { freePort } from '../../host/program';
import { type Certificate, makeCertificate } from './certificate';
import { type HandClock, handClock } from './hand-clock';
import { type PuppetProcess, startPuppet, TOKEN } from './puppet-process';
import { until } from './until';

/** The real wire: a puppet server in one process, our gateway in this one, our own certificate between them. */

const home = process.env.HOME;
const folder = mkdtempSync(join(tmpdir(), 'zhiqian-wire-'));
process.env.HOME = folder;
const [own, other] = ['own', 'other'].map((name) => makeCertificate(folder, name)) as [
  Certificate,
  Certificate,
];
let port: number;
let server: PuppetProcess;

interface Line {
  gateway: WechatyGateway;
  clock: HandClock;
  states: GatewayState[];
  messages: Inbound[];
}
const lines: Line[] = [];

async function openLine(): Promise<Line> {
  const clock = handClock();
  const gateway = wechatyGateway(
    {
      puppet: 'wechaty-puppet-service',
      options: {
        token: TOKEN,
        endpoint: `127.0.0.1:${port}`,
        tls: { caCert: readFileSync(own.certFile, 'utf8') },
      },
      dingEveryMs: 20_000,
      dongWithinMs: 15_000,
      sayWithinMs: 300,
    },
    clock,
  );
  const line: Line = { gateway, clock, states: [], messages: [] };
  lines.push(line);
  await gateway.start({
    state: (state) => line.states.push(state),
    message: (message) => line.messages.push(message),
  });
  return line;
}

/** Lets seconds pass, each with a little real time for the wire, until it is so; how many it took. */
async function secondsUntil({ clock }: Line, isSo: () => boolean): Promise<number> {
  for (let seconds = 0; ; seconds += 1) {
    if (isSo()) return seconds;
    clock.advance(1_000);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const isNow = (line: Line, state: GatewayState) => () => line.states.at(-1) === state;
const comesUp = (line: Line) => secondsUntil(line, isNow(line, 'up'));
const say = (gateway: Gateway, text: string) => gateway.say({ user: 'li' }, text);

beforeAll(async () => {
  port = await freePort();
  server = await startPuppet(port, own);
});
afterEach(async () => {
  for (const { gateway } of lines.splice(0)) await gateway.stop();
});
afterAll(async () => {
  await server.kill();
  process.env.HOME = home;
  rmSync(folder, { recursive: true, force: true });
});

describe('while all is well', () => {
  let line: Line;
  beforeEach(async () => {
    line = await openLine();
    await comesUp(line);
  });

  test('people write to the bot, and the bot to them', async () => {
    server.order({ kind: 'say', from: 'li', text: '待办' });
    await until(() => line.messages.length > 0);
    expect(line.messages[0]).toMatchObject({ from: 'li', text: '待办', mentionsMe: false });
    expect(line.messages[0]).not.toHaveProperty('group');
    expect(await say(line.gateway, '您有 3 件待办')).toEqual({ kind: 'accepted', carrierId: 'sent-1' });
    await until(() => server.heard.length > 0);
    expect(server.heard.at(-1)).toEqual({ to: 'li', text: '您有 3 件待办' });
  });

  test('in a group one person is called by name', async () => {
    server.order({ kind: 'say', from: 'wang', text: '待办', inRoom: true });
    await until(() => line.messages.length > 0);
    expect(line.messages[0]).toMatchObject({ from: 'wang', group: 'village@chatroom' });
    const group = 'village@chatroom';
    await line.gateway.say({ group, mention: 'li' }, '本周待办 3 件');
    await until(() => server.heard.at(-1)?.to === group);
    expect(server.heard.at(-1)?.text).toBe('@li\u2005本周待办 3 件');
  });

  test('who wrote is nowhere on the disk, and with that no lock of a file can be in the way', async () => {
    server.order({ kind: 'say', from: 'li', text: '待办' });
    await until(() => line.messages.length > 0);
    expect(readdirSync(folder).filter((name) => !/^(?:own|other)\b/u.test(name))).toEqual([]);
  });

  test('a day without a word changes nothing: the same line, no alarm, and then an answer', async () => {
    const before = line.gateway.evidence();
    for (let dings = 0; dings < (24 * 60 * 60) / 20; dings += 1) {
      line.clock.advance(20_000);
      await until(() => line.gateway.evidence()?.dingAt === null, 0);
    }
    expect(line.gateway.evidence()).toBe(before);
    expect(line.states).toEqual(['up']);
    expect((await say(line.gateway, '早上好')).kind).toBe('accepted');
  });

  test('logged out, kicked, and back', async () => {
    server.order({ kind: 'logout', reason: 'user quit' });
    expect(await secondsUntil(line, isNow(line, 'logged-out'))).toBeLessThanOrEqual(60);
    expect(await say(line.gateway, '在吗')).toEqual({ kind: 'temporary', reason: 'logged-out' });
    server.order({ kind: 'login' });
    await comesUp(line);
    server.order({ kind: 'logout', reason: 'kicked: logged in on another device' });
    expect(await secondsUntil(line, isNow(line, 'kicked'))).toBeLessThanOrEqual(60);
    server.order({ kind: 'login' });
    await comesUp(line);
    expect(line.states).toEqual(['up', 'logged-out', 'up', 'kicked', 'up']);
  });

  test('a second client on the same token is deaf and says so; the first goes on', async () => {
    const second = await openLine();
    expect(await secondsUntil(second, isNow(second, 'displaced'))).toBeLessThanOrEqual(60);
    await second.gateway.stop();
    server.order({ kind: 'say', from: 'li', text: '还在吗' });
    await until(() => line.messages.some(({ text }) => text === '还在吗'));
    expect(line.states).toEqual(['up']);
    expect(second.messages).toEqual([]);
  });

  test('another program that ends our stream is noticed, and we come back', async () => {
    await endEverybodysStream();
    expect(await secondsUntil(line, isNow(line, 'displaced'))).toBeLessThanOrEqual(60);
    await comesUp(line);
    expect((await say(line.gateway, '又来了')).kind).toBe('accepted');
  });

  test('a frozen server: what was being said is unknown, the channel rests, and after the thaw nothing is said twice', async () => {
    server.child.kill('SIGSTOP');
    expect(await say(line.gateway, '冻住时说的')).toEqual({ kind: 'unknown', reason: 'deadline' });
    expect(await secondsUntil(line, isNow(line, 'frozen'))).toBeLessThanOrEqual(60);
    expect(await say(line.gateway, '没有说出去的')).toEqual({ kind: 'temporary', reason: 'frozen' });
    server.child.kill('SIGCONT');
    await comesUp(line);
    expect((await say(line.gateway, '化了以后')).kind).toBe('accepted');
    await until(() => server.heard.at(-1)?.text === '化了以后');
    expect(server.heard.filter(({ text }) => text === '冻住时说的').length).toBeLessThanOrEqual(1);
    expect(server.heard.map(({ text }) => text)).not.toContain('没有说出去的');
  });

  test('a server killed in the middle of a message: unknown, then down, then up with the new one', async () => {
    server.order({ kind: 'hold', on: true });
    const saying = say(line.gateway, '说到一半');
    server.order({ kind: 'say', from: 'li', text: '它已经收下了' });
    await until(() => line.messages.length > 0);
    await server.kill();
    expect((await saying).kind).toBe('unknown');
    expect(await secondsUntil(line, () => line.states.at(-1) !== 'up')).toBeLessThanOrEqual(60);
    await secondsUntil(line, isNow(line, 'down'));
    server = await startPuppet(port, own);
    await comesUp(line);
    expect((await say(line.gateway, '新的服务器')).kind).toBe('accepted');
    expect(server.heard.map(({ text }) => text)).toEqual(['新的服务器']);
  });
});

describe('a server that cannot be trusted', () => {
  test('with another certificate it gets not a word, and with ours again it does', async () => {
    await server.kill();
    server = await startPuppet(port, other);
    const line = await openLine();
    expect(await secondsUntil(line, isNow(line, 'down'))).toBeLessThanOrEqual(60);
    expect((await say(line.gateway, '秘密')).kind).toBe('temporary');
    expect(server.heard).toEqual([]);
    await server.kill();
    server = await startPuppet(port, own);
    await comesUp(line);
    expect(line.states).toEqual(['down', 'up']);
  });
});

/** What a plain wechaty program does that shares our token and leaves. */
async function endEverybodysStream(): Promise<void> {
  const { WechatyBuilder } = await import('wechaty');
  const intruder = WechatyBuilder.build({
    puppet: 'wechaty-puppet-service' as never,
    puppetOptions: {
      token: TOKEN,
      endpoint: `127.0.0.1:${port}`,
      tls: { caCert: readFileSync(own.certFile, 'utf8') },
    } as never,
  });
  intruder.on('error', () => {});
  await intruder.start();
  await intruder.stop();
}
