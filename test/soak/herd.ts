import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Clock } from './clock';
import type { Where } from './soak-app';
import type { Word } from './sweeper';

export interface Sweeper {
  child: ChildProcess;
  isReady: boolean;
  /** The clock's move before its last sweep, when that had nothing to do. */
  idleAt: number | null;
  /** The sweep that it is at. */
  runId: string | null;
}

export interface Fault {
  at: number;
  words: string;
}

/** The sweeping processes. One that ends without being killed is a fault of its own. */
export interface Herd {
  alive(): Sweeper[];
  start(): Sweeper;
  /** SIGKILL, now; the promise ends when the process is gone. */
  kill(sweeper: Sweeper): Promise<void>;
  killAll(): Promise<void>;
  /** Ends when any sweeper says something. */
  anyWord(): Promise<void>;
  /** Sweeps that a kill ended. */
  killedRuns: Set<string>;
  /** Sweeps that failed, by the machine's time. */
  faults: Fault[];
  died: string[];
}

/** One file, as a function of the cloud is built: it starts in a moment. */
export async function bundleSweeper(folder: string): Promise<string> {
  const outfile = join(folder, 'sweeper.cjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'sweeper.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['pg-native', 'pg-cloudflare'],
    logLevel: 'error',
  });
  return outfile;
}

export function createHerd(script: string, where: Where, clock: Clock, logFile: string): Herd {
  const alive = new Set<Sweeper>();
  const killed = new WeakSet<ChildProcess>();
  const log = createWriteStream(logFile, { flags: 'a' });
  let listeners: (() => void)[] = [];
  clock.onMove((move) => {
    for (const { child } of alive) if (child.connected) child.send(move);
  });
  const herd: Herd = {
    alive: () => [...alive],
    start: () => {
      const env = {
        PATH: process.env.PATH,
        SOAK_WHERE: JSON.stringify(where),
        SOAK_CLOCK: JSON.stringify(clock.move()),
      };
      const child = fork(script, { env, execArgv: [], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
      const sweeper: Sweeper = { child, isReady: false, idleAt: null, runId: null };
      child.stderr!.pipe(log, { end: false });
      child.on('error', () => {});
      child.on('message', (word: Word) => {
        hear(sweeper, word, herd.faults);
        wake();
      });
      child.once('exit', (code, signal) => {
        alive.delete(sweeper);
        if (!killed.has(child)) herd.died.push(`a sweeper ended by itself: ${code ?? signal}`);
        wake();
      });
      alive.add(sweeper);
      // It may have missed a move while it started.
      child.once('spawn', () => child.send(clock.move()));
      return sweeper;
    },
    kill: async (sweeper) => {
      const { child } = sweeper;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'close');
      killed.add(child);
      child.kill('SIGKILL');
      alive.delete(sweeper);
      await gone;
      // What it said before its end has been heard by now.
      if (sweeper.runId) herd.killedRuns.add(sweeper.runId);
    },
    killAll: async () => {
      await Promise.all([...alive].map((sweeper) => herd.kill(sweeper)));
    },
    anyWord: () => new Promise((resolve) => listeners.push(resolve)),
    killedRuns: new Set(),
    faults: [],
    died: [],
  };
  const wake = () => {
    const waiting = listeners;
    listeners = [];
    for (const listener of waiting) listener();
  };
  return herd;
}

function hear(sweeper: Sweeper, word: Word, faults: Fault[]): void {
  if (word.kind === 'ready') sweeper.isReady = true;
  if (word.kind === 'run') sweeper.runId = word.runId;
  if (word.kind !== 'swept') return;
  sweeper.runId = null;
  sweeper.idleAt = word.moved === 0 && !word.fault ? word.clock : null;
  if (word.fault) faults.push({ at: Date.now(), words: word.fault });
}
