import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { SetupError } from '../../server/settings';
import { ENVIRONMENT } from './environment';
import type { Place } from './place';

export interface Launched {
  stop(): Promise<void>;
  /** Settles when the server has ended, for whatever reason. */
  ended: Promise<void>;
}

/** Starts the server on this port of loopback and waits until it answers. */
export async function launch(place: Place, port: number, flags: string[]): Promise<Launched> {
  const child = spawn(join(place.native, 'bin', 'postgres'), argumentsFor(place.cluster, port, flags), {
    ...place.user,
    cwd: '/',
    env: ENVIRONMENT,
    // A session of its own: Ctrl-C is for us, and we stop the server when its clients are done.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit').then(() => {});
  await untilReady(child);
  const watch = guard(child.pid!);
  void ended.then(() => watch.kill());
  return {
    ended,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
      await ended;
    },
  };
}

function argumentsFor(cluster: string, port: number, flags: string[]): string[] {
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...flags];
  return ['-D', cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
}

async function untilReady(child: ChildProcess): Promise<void> {
  const lines = createInterface({ input: child.stderr! });
  let last = 'it ended without a word';
  const ready = new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      if (line.includes('FATAL:')) last = line.slice(line.indexOf('FATAL:') + 6).trim();
      if (line.includes('ready to accept connections')) resolve();
    });
    const refuse = () => reject(new SetupError(`The embedded PostgreSQL does not start: ${last}.`));
    child.once('error', refuse);
    lines.once('close', refuse);
  });
  await ready;
}

/** If we die without a chance to stop the server, its watch hears our end of the line close and stops it. */
function guard(server: number): ChildProcess {
  const watch = spawn('sh', ['-c', 'read _; kill -INT "$0"', String(server)], {
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watch.unref();
  (watch.stdin as unknown as { unref(): void }).unref();
  return watch;
}
