import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { nameOf } from '../../cloudfunctions/host/processes';
import { findRunning } from '../../cloudfunctions/host/running';
import { freePort, type Program, run, runInShell } from './program';

/** `npm start` as a real process, on a folder and a port of its own: from the first start to the third. */
let folder: string;
let port: number;
let first: Program;

const environment = () => ({ PORT: String(port), ZHIQIAN_DATA: join(folder, 'data') });
const start = (env: Record<string, string> = {}) =>
  run('start.ts', { ...environment(), ...env }, ['--without-pages']);
const at = (path: string) => `http://127.0.0.1:${port}${path}`;
const call = async (path: string, body: object, token?: string) => {
  const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const headers = { 'content-type': 'application/json', ...authorization };
  return (await fetch(at(path), { method: 'POST', headers, body: JSON.stringify(body) })).json();
};
/** Reads what a wall says until it has said this. */
async function hears(path: string, words: string | RegExp): Promise<void> {
  const wall = (await fetch(at(path))).body!.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  while (!heard.match(words)) heard += (await wall.read()).value;
  await wall.cancel();
}
const signIn = async (persona: string) => (await call('/demo/sign-in', { persona })).token as string;
const postgresPid = async () =>
  Number((await readFile(join(folder, 'data/postgres/postmaster.pid'), 'utf8')).split('\n')[0]);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhiqian-start-'));
  // As root the server runs as another user, who must be able to enter.
  await chmod(folder, 0o755);
  port = await freePort();
  first = start();
  await first.says('Ctrl-C stops it');
}, 600_000);
afterAll(async () => {
  first.child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

describe('the first start', () => {
  test('ends in one screen: where to look, the phone wall, and a link for each persona', () => {
    expect(first.said()).toContain(`http://127.0.0.1:${port}/\n`);
    expect(first.said()).toContain(`http://127.0.0.1:${port}/phones`);
    for (const persona of ['judge', 'village-liaison', 'obligor', 'obligee']) {
      expect(first.said()).toContain(`/#/pages/home/index?persona=${persona}`);
    }
  });

  test('is well, and the county is there', async () => {
    expect(await (await fetch(at('/healthz'))).json()).toMatchObject({ ok: true, database: 'ok' });
    const desk = await call('/api/get-desk', {}, await signIn('judge'));
    expect(desk.data.counts.reduce((sum: number, { cases }: { cases: number }) => sum + cases, 0)).toBe(400);
  });

  test('rings the telephones of the personas', async () => {
    const personas = (await (await fetch(at('/demo/personas'))).json()) as {
      persona: string;
      phone: string;
    }[];
    const { phone } = personas.find(({ persona }) => persona === 'obligor')!;
    // The first sweep may still be at it; the wall tells what came before and what comes.
    await hears('/phones/events', `"to":"${phone}"`);
  });

  test('has a bot that knows the town’s liaison, and tells everybody else how to be known', async () => {
    await call('/demo/chat', { from: 'town-liaison', text: '待办', group: false });
    await call('/demo/chat', { from: 'village-liaison', text: '待办', group: false });
    await hears('/phones/chats', /您手上有 \d+ 件|您手上没有要办的事/u);
    await hears('/phones/chats', '要在这里办事，先绑定');
  });
});

describe('what an operator can get wrong, said in one sentence', () => {
  const ends = async (program: Program) => {
    onTestFinished(() => void program.child.kill('SIGKILL'));
    return { code: await program.end(), said: program.said().trim() };
  };

  test('a second start on the same folder', async () => {
    const { code, said } = await ends(start({ PORT: String(await freePort()) }));
    expect(code).toBe(1);
    expect(said).toMatch(/^Zhiqian already runs on this folder .*$/);
  });

  test('a port that is in use', async () => {
    const { code, said } = await ends(start({ ZHIQIAN_DATA: join(folder, 'other') }));
    expect(code).toBe(1);
    expect(said).toBe(`Port ${port} is in use; stop what uses it, or start with PORT=${port + 1}.`);
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['a port that is no port', { PORT: 'eighty' }, /^PORT is "eighty"; give a number/],
    [
      'a host that is not here',
      { HOST: '203.0.113.5' },
      /^HOST is "203\.0\.113\.5", which is no address of this machine/,
    ],
    [
      'a folder that cannot be',
      { ZHIQIAN_DATA: join(import.meta.filename, 'data') },
      /^The data folder .* is not writable \(ENOTDIR\); set ZHIQIAN_DATA to a folder that is\.$/,
    ],
    ['a mode that is none', { ZHIQIAN_MODE: 'test' }, /^ZHIQIAN_MODE must be/],
    [
      'production without its secrets',
      { ZHIQIAN_MODE: 'production' },
      /^ZHIQIAN_MODE=production needs DATABASE_URL, /,
    ],
    [
      'a database address that is none',
      { DATABASE_URL: 'the one in the cellar' },
      /^DATABASE_URL must read like/,
    ],
    [
      'a database that does not answer',
      { DATABASE_URL: 'postgres://u:geheim@127.0.0.1:9/d' },
      /^The database of DATABASE_URL \(127\.0\.0\.1:9\/d\) cannot be used: nothing listens there/,
    ],
  ])('%s', async (_title, env, sentence) => {
    const other = { ZHIQIAN_DATA: join(folder, 'other'), PORT: String(await freePort()) };
    const { code, said } = await ends(start({ ...other, ...env }));
    expect(code).toBe(1);
    expect(said).toMatch(sentence);
    expect(said.split('\n')).toHaveLength(1);
    expect(said).not.toContain('geheim');
  });
});

describe('stopping and starting again', () => {
  test('Ctrl-C ends everything, the database too, with code 0, also while somebody watches the wall', async () => {
    const wall = await fetch(at('/phones/events'));
    const pid = await postgresPid();
    await call('/api/give-feedback', { text: '字再大一点就好了' }, await signIn('obligor'));
    await call('/demo/clock', { now: '2027-01-04' });
    first.child.kill('SIGINT');
    expect(await first.end()).toBe(0);
    expect(await nameOf(pid)).toBeNull();
    expect(await findRunning(join(folder, 'data'))).toBeNull();
    await wall.body?.cancel().catch(() => {});
  });

  test('the second start keeps the cases, what people wrote, and the clock', async () => {
    first = start();
    await first.says('Ctrl-C stops it');
    expect(first.said()).not.toContain('first start');
    const { counts } = (await call('/api/get-desk', {}, await signIn('judge'))).data;
    expect(counts.reduce((sum: number, { cases }: { cases: number }) => sum + cases, 0)).toBe(400);
    expect((await call('/demo/sweep', {})).ok).toBe(true);
    const health = await (await fetch(at('/healthz'))).json();
    expect(health.lastSweepAt).toMatch(/^2027-01-04/);
  });

  test('killed on the spot, it leaves no database running, and the third start finds all in order', async () => {
    const pid = await postgresPid();
    first.child.kill('SIGKILL');
    expect(await first.end()).toBe('SIGKILL');
    first = runInShell('start.ts', environment(), ['--without-pages', '--ends-with-parent']);
    await first.says('Ctrl-C stops it');
    expect(await nameOf(pid)).not.toBe('postgres');
  });

  test('when npm is ended, whose shell passes no signal on, it ends too', async () => {
    const pid = await postgresPid();
    first.child.kill('SIGTERM');
    // The shell is gone at once; its output closes only when the server has ended.
    await first.end();
    expect(await nameOf(pid)).toBeNull();
    expect(await findRunning(join(folder, 'data'))).toBeNull();
  });
});
