import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The whole system as a newcomer starts it: `npm start`'s own file, on a free port and a folder of its own. */
export interface RunningHost {
  url: string;
  post(path: string, body: unknown): Promise<unknown>;
  get(path: string): Promise<unknown>;
  stop(): Promise<void>;
}

export async function startHost(): Promise<RunningHost> {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'zhiqian-e2e-'));
  // As root the database server runs as another user, who must be able to enter.
  await chmod(folder, 0o755);
  const child = spawn(process.execPath, ['--import', 'tsx', 'cloudfunctions/host/start.ts'], {
    env: { ...process.env, PORT: String(port), ZHIQIAN_DATA: folder, DATABASE_URL: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = `http://127.0.0.1:${port}`;
  await untilItSays(child, url);
  const ask = async (path: string, init?: RequestInit) => (await fetch(`${url}${path}`, init)).json();
  return {
    url,
    get: (path) => ask(path),
    post: (path, body) =>
      ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Waits for the screen that names the address; what the host said instead is in the error. */
function untilItSays(child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes(words)) resolve();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', () => reject(new Error(`the host ended before it was ready:\n${said}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
