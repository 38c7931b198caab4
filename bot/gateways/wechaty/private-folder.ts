import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'zhiqian-bot-';

/**
 * Puppets keep contacts and rooms in plain text below the home folder. While this process runs, home is a folder in
 * memory where there is one, readable by nobody else, and gone at the end; what a killed bot left is cleared by the next.
 */
export function hideHome(base?: string): () => void {
  const parent = base ?? memoryFolder();
  clearLeftovers(parent);
  const folder = join(parent, `${PREFIX}${process.pid}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  process.env.HOME = folder;
  process.env.USERPROFILE = folder;
  const clear = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', clear);
  return clear;
}

/** Linux keeps this one in memory. */
function memoryFolder(): string {
  try {
    const probe = join('/dev/shm', `${PREFIX}probe-${process.pid}`);
    mkdirSync(probe);
    rmSync(probe, { recursive: true });
    return '/dev/shm';
  } catch {
    return tmpdir();
  }
}

function clearLeftovers(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = Number(name.startsWith(PREFIX) ? name.slice(PREFIX.length) : Number.NaN);
    if (Number.isInteger(pid) && (pid === process.pid || !isAlive(pid))) {
      rmSync(join(parent, name), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
