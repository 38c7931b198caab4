import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Certificate, makeCertificate } from '../bot/wire/certificate';
import { type PuppetProcess, startPuppet, TOKEN } from '../bot/wire/puppet-process';
import { until } from '../bot/wire/until';
import { freePort } from '../host/program';
import type { Bench } from './bench';

const PEOPLE = Array.from({ length: 20 }, (_, n) => `person-${n}`);
/** Each writes the next when the one before the last few is answered. */
const AHEAD = 4;
/** Until the code of both is compiled. */
const WARM_UP = 800;
const ROUNDS = 3;
const MESSAGES = 400;
const WORDS = '帮助';

/**
 * The bot as an operator starts it, against plain wechaty that says back what it hears. Its door answers at once: it is
 * the bot that is compared.
 */
export async function benchChat(bench: Bench): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'zhiqian-bench-chat-'));
  const certificate = makeCertificate(folder, 'own');
  const door = await openDoor();
  const startOurs = (endpoint: string) =>
    start('bot/index.ts', [], {
      ZHIQIAN_URL: door.url,
      ZHIQIAN_BOT_ID: 'bot',
      ZHIQIAN_BOT_SECRET: 'secret',
      ZHIQIAN_BOT_GATEWAY: 'wechaty',
      WECHATY_PUPPET_SERVICE_CA_FILE: certificate.certFile,
      WECHATY_PUPPET_SERVICE_TOKEN: TOKEN,
      WECHATY_PUPPET_SERVICE_ENDPOINT: endpoint,
    });
  const startPlain = (endpoint: string) =>
    start('test/bench/echo-bot.ts', [endpoint, TOKEN, certificate.certFile]);
  const talkers: Talker[] = [];
  try {
    talkers.push(await startTalker('plain wechaty', certificate, startPlain));
    talkers.push(await startTalker('our bot', certificate, startOurs));
    for (const talker of talkers) await write(talker, WARM_UP);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const talker of talkers) talker.answerMs += await write(talker, MESSAGES);
    }
    const [plain, ours] = talkers.map((talker) => report(bench, talker)) as [Report, Report];
    bench.atLeast('chat: answers a second against plain wechaty', ours.perSecond / plain.perSecond, 0.8);
    bench.atMost('chat: MB more than plain wechaty', ours.megabytes - plain.megabytes, 60);
  } finally {
    for (const { bot, puppet } of talkers) {
      bot.kill('SIGTERM');
      await once(bot, 'exit');
      await puppet.kill();
    }
    door.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const ANSWERS: Record<string, object> = {
  'sign-in-bot': { token: 'token', expiresAt: '2999-01-01T00:00:00Z' },
  'open-chat': { first: true, allowed: true, site: 'https://court.example', person: null },
  'claim-chat-notices': { notices: [] },
  'claim-group-posts': { site: 'https://court.example', posts: [] },
};

/** A door that knows nobody. */
async function openDoor() {
  const server = createServer((request, response) => {
    request.resume();
    const data = ANSWERS[request.url!.replace('/api/', '')] ?? {};
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ ok: true, data }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function start(script: string, args: string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    stdio: 'ignore',
    env: { PATH: process.env.PATH, WECHATY_LOG: 'silent', ...env },
  });
}

interface Talker {
  name: string;
  puppet: PuppetProcess;
  bot: ChildProcess;
  startMs: number;
  /** How long it took for all of the rounds. */
  answerMs: number;
}

async function startTalker(
  name: string,
  certificate: Certificate,
  startBot: (endpoint: string) => ChildProcess,
): Promise<Talker> {
  const port = await freePort();
  const puppet = await startPuppet(port, certificate);
  const started = performance.now();
  const bot = startBot(`127.0.0.1:${port}`);
  // What is written before it listens is lost, as with a telephone that is off.
  while (puppet.heard.length === 0) {
    puppet.order({ kind: 'say', from: PEOPLE[0]!, text: WORDS });
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { name, puppet, bot, startMs: performance.now() - started, answerMs: 0 };
}

/** So many messages of twenty people, and an answer to each; how long that took, in ms. */
async function write({ puppet }: Talker, count: number): Promise<number> {
  const begun = performance.now();
  const before = puppet.heard.length;
  for (let sent = 0; sent < count; sent += 1) {
    await until(() => sent - (puppet.heard.length - before) < PEOPLE.length * AHEAD, 0);
    puppet.order({ kind: 'say', from: PEOPLE[sent % PEOPLE.length]!, text: WORDS });
  }
  await until(() => puppet.heard.length - before >= count, 0);
  return performance.now() - begun;
}

type Report = ReturnType<typeof report>;

function report(bench: Bench, { name, bot, startMs, answerMs }: Talker) {
  const perSecond = (ROUNDS * MESSAGES * 1_000) / answerMs;
  const megabytes = peakMb(bot);
  bench.note(
    `chat, ${name}: first answer after ${Math.round(startMs)} ms, ${Math.round(perSecond)} answers a second, ${Math.round(megabytes)} MB`,
  );
  return { perSecond, megabytes };
}

const peakMb = ({ pid }: ChildProcess) =>
  Number(/^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
