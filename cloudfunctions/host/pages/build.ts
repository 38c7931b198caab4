import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupError } from '../../server/settings';

const ROOT = join(import.meta.dirname, '../../..');
export const BUILT = join(ROOT, 'miniprogram/dist/h5');
const FINGERPRINT = join(ROOT, 'miniprogram/dist/h5.fingerprint');

/** Builds the pages unless they are built from these very sources. `say` hears that it takes a while. */
export async function ensurePages(logFile: string, say: (words: string) => void): Promise<string> {
  const print = await fingerprint();
  const built = await readFile(FINGERPRINT, 'utf8').catch(() => '');
  if (existsSync(join(BUILT, 'index.html')) && built === print) return BUILT;
  say('Building the pages; this takes about half a minute, and only after a change.');
  await build(logFile);
  await writeFile(FINGERPRINT, print);
  return BUILT;
}

const SOURCES = ['miniprogram/src', 'miniprogram/config', 'shared'];
const FILES = ['package-lock.json', 'miniprogram/build.ts'];

/** Of the contents and not of the times: a fresh clone is newer than everything. */
async function fingerprint(): Promise<string> {
  const found = await Promise.all(SOURCES.map((folder) => filesIn(join(ROOT, folder))));
  const files = [...found.flat(), ...FILES.map((file) => join(ROOT, file))].sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file.slice(ROOT.length)}\0`).update(await readFile(file));
  return hash.digest('hex');
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

async function build(logFile: string): Promise<void> {
  const log = openSync(logFile, 'w');
  const tsx = join(ROOT, 'node_modules/tsx/dist/cli.mjs');
  const child = spawn(process.execPath, [tsx, 'miniprogram/build.ts', 'h5'], {
    cwd: ROOT,
    stdio: ['ignore', log, log],
  });
  const code = await new Promise((resolve) => {
    child.once('exit', resolve);
    child.once('error', () => resolve(null));
  });
  closeSync(log);
  if (code !== 0 || !existsSync(join(BUILT, 'index.html'))) {
    throw new SetupError(`The pages could not be built; see ${logFile}, or run npm run build:h5.`);
  }
}
