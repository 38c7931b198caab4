import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '../..');
const SOURCES = ['miniprogram/src', 'miniprogram/config', 'shared'];

/** The folder of a build that is as new as its sources; builds when there is none. */
export async function built(target: 'weapp' | 'h5'): Promise<string> {
  const folder = join(ROOT, 'miniprogram/dist', target);
  if (!existsSync(folder) || statSync(folder).ctimeMs < newest(SOURCES)) await build(target);
  return folder;
}

async function build(target: string): Promise<void> {
  const options = { cwd: ROOT, maxBuffer: 64_000_000 };
  await promisify(execFile)('npm', ['run', `build:${target}`], options).catch((failed) => {
    // Only the last lines: the stack of another process confuses whoever prints this one.
    const said = `${failed.stdout}${failed.stderr}`.split('\n').filter((line) => !/^\s+at /.test(line));
    throw new Error(`npm run build:${target} failed:\n${said.slice(-15).join('\n')}`);
  });
}

function newest(folders: string[]): number {
  const files = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );
  return Math.max(...files);
}
