import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const PAUSE_MS = 200;

/** Waits until no other process holds this lock, and holds it until this process ends, however it ends. */
export function takeTurns(lock: string): void {
  mkdirSync(dirname(lock), { recursive: true });
  while (!isTaken(lock)) {
    if (isHolderGone(lock)) rmSync(lock, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
  }
  process.once('exit', () => rmSync(lock, { force: true }));
}

function isTaken(lock: string): boolean {
  try {
    const file = openSync(lock, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isHolderGone(lock: string): boolean {
  const holder = Number(readLock(lock));
  // Just taken, or just given back.
  if (!holder) return false;
  try {
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

function readLock(lock: string): string {
  try {
    return readFileSync(lock, 'utf8');
  } catch {
    return '';
  }
}
