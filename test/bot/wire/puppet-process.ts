import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Certificate } from './certificate';
import { until } from './until';

export type Order =
  | { kind: 'say'; from: string; text: string; inRoom?: boolean }
  | { kind: 'logout'; reason: string }
  | { kind: 'login' }
  /** Takes messages and never answers. */
  | { kind: 'hold'; on: boolean };

export type Report = { kind: 'ready' } | { kind: 'heard'; to: string; text: string };

export const TOKEN = 'insecure_wire-test';

export interface PuppetProcess {
  child: ChildProcess;
  order(order: Order): void;
  /** What people have been sent, oldest first. */
  heard: { to: string; text: string }[];
  kill(): Promise<void>;
}

export async function startPuppet(port: number, certificate: Certificate): Promise<PuppetProcess> {
  const script = join(import.meta.dirname, 'puppet-server.ts');
  const args = [
    '--import',
    'tsx',
    script,
    `127.0.0.1:${port}`,
    TOKEN,
    certificate.certFile,
    certificate.keyFile,
  ];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { ...process.env, WECHATY_LOG: 'silent' },
  });
  const heard: PuppetProcess['heard'] = [];
  let ready = false;
  child.on('message', (report: Report) => {
    if (report.kind === 'heard') heard.push({ to: report.to, text: report.text });
    else ready = true;
  });
  await until(() => ready || child.exitCode !== null);
  if (!ready) throw new Error('the puppet server ended before it was ready');
  return {
    child,
    heard,
    order: (order) => void child.send(order),
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
