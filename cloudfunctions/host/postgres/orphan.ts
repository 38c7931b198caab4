import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SetupError } from '../../server/settings';
import { nameOf } from '../processes';

const PATIENCE_MS = 15_000;
const STEP_MS = 50;

/**
 * A server that its host left behind (kill -9) is stopped in order; a note of one that is gone is taken away,
 * because PostgreSQL would believe it as soon as another process bears the same number. Only for a folder that
 * we have claimed: nobody else is at work in it.
 */
export async function clearOrphan(cluster: string): Promise<void> {
  const note = join(cluster, 'postmaster.pid');
  const pid = await readPid(note);
  if (pid === null) return;
  if (await isPostgres(pid)) await stop(pid);
  await rm(note, { force: true });
}

async function readPid(note: string): Promise<number | null> {
  const text = await readFile(note, 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  return Number.isSafeInteger(pid) && pid > 0 ? pid : null;
}

const isPostgres = async (pid: number) => (await nameOf(pid))?.includes('postgres') ?? false;

async function stop(pid: number): Promise<void> {
  tell(pid, 'SIGINT');
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    if (!(await isPostgres(pid))) return;
    await pause(STEP_MS);
  }
  throw new SetupError(`An earlier PostgreSQL (process ${pid}) does not stop; end it and start again.`);
}

function tell(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself between the look and the signal.
  }
}
