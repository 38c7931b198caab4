import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What tells a process from a later one with the same number; null when there is none. Numbers come back soon in a container. */
export async function birthOf(pid: number): Promise<string | null> {
  if (process.platform !== 'linux') return psColumn(pid, 'lstart=');
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    // The name before it may hold spaces and brackets; the start time is the 20th field after it.
    return `${boot.trim()}/${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return null;
  }
}

/** The name of a living process. */
export async function nameOf(pid: number): Promise<string | null> {
  if (process.platform !== 'linux') return psColumn(pid, 'comm=');
  return readFile(`/proc/${pid}/comm`, 'utf8').then(
    (text) => text.trim(),
    () => null,
  );
}

async function psColumn(pid: number, column: string): Promise<string | null> {
  return run('ps', ['-p', String(pid), '-o', column]).then(
    ({ stdout }) => stdout.trim() || null,
    () => null,
  );
}
