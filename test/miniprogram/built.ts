import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '../..');
const SOURCES = ['miniprogram/src', 'miniprogram/config', 'shared'];

/** The folder of a build that is as new as its sources; builds when there is none. */
export async function built(target: 'weapp' | 'h5'): Promise<string> {
  const folder = join(ROOT, 'miniprogram/dist', target);
  if (!existsSync(folder) || statSync(folder).ctimeMs < newest(SOURCES)) {
    await promisify(execFile)('npm', ['run', `build:${target}`], { cwd: ROOT, maxBuffer: 64_000_000 });
  }
  return folder;
}

function newest(folders: string[]): number {
  const files = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );
  return Math.max(...files);
}
