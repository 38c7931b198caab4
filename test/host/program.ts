import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

export interface Program {
  child: ChildProcess;
  /** Everything it has said so far. */
  said(): string;
  /** Waits until it has said this; fails when it ends before. */
  says(words: string | RegExp): Promise<void>;
  /** Its exit code, or the signal that ended it. */
  end(): Promise<number | string | null>;
}

/** A program of the host's as an operator starts it: a process of its own, with this environment and no other. */
export function run(script: string, env: Record<string, string>, args: string[] = []): Program {
  return follow(
    process.execPath,
    ['--import', 'tsx', join(ROOT, 'cloudfunctions/host', script), ...args],
    env,
  );
}

/** The same in a shell, as npm does it; a signal to the shell reaches nobody else. */
export function runInShell(script: string, env: Record<string, string>, args: string[]): Program {
  const path = join(ROOT, 'cloudfunctions/host', script);
  return follow('sh', ['-c', '"$0" "$@"; true', process.execPath, '--import', 'tsx', path, ...args], env);
}

function follow(program: string, args: string[], env: Record<string, string>): Program {
  const child = spawn(program, args, { cwd: ROOT, env: { PATH: process.env.PATH, ...env } });
  let text = '';
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece: Buffer) => {
      text += piece;
      for (const look of waiting) look();
    });
  }
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | string | null);
  return {
    child,
    said: () => text,
    end: () => ended,
    says: (words) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (text.match(words)) resolve();
        };
        waiting.add(look);
        look();
        void ended.then(() => reject(new Error(`it ended and had said: ${text}`)));
      }),
  };
}

export function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });
}
