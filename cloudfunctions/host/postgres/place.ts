import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, lstat, mkdir, readlink, rm, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SetupError } from '../../server/settings';
import { binariesFor } from './binaries';
import { canEnter, type RunAs } from './server-user';

export interface Place {
  cluster: string;
  /** The folder that holds `bin/postgres`. */
  native: string;
  user: RunAs;
  /** Set when the server's user could not enter the folder that was asked for. */
  movedTo: string | null;
}

/** Where the cluster lives and which binaries serve it: in place, or where the server's user may enter. */
export async function findPlace(folder: string, user: RunAs): Promise<Place> {
  const inPlace = canEnter(user, dirname(folder)) && !(await isLink(folder));
  const native = await binariesFor(user, () => (user ? ownFolder(folder) : Promise.resolve(dirname(folder))));
  if (inPlace) return { cluster: folder, native, user, movedTo: null };
  const cluster = join(await ownFolder(folder), 'postgres');
  await pointTo(folder, cluster);
  return { cluster, native, user, movedTo: cluster };
}

/** Not in a temporary folder: systems clean those, and the court's data would go with it. */
const HOMES = ['/var/lib', '/var/tmp'];

async function ownFolder(folder: string): Promise<string> {
  const name = `zhiqian-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`;
  for (const home of HOMES) {
    const own = join(home, name);
    if (await isOurs(own)) return own;
  }
  throw new SetupError(
    `PostgreSQL cannot enter ${folder} and no other folder could be made; set ZHIQIAN_DATA.`,
  );
}

/** Made by us and not by somebody who waited for us there. */
async function isOurs(own: string): Promise<boolean> {
  try {
    await mkdir(own, { recursive: true });
    const found = await lstat(own);
    if (!found.isDirectory() || found.uid !== process.getuid?.()) return false;
    await chmod(own, 0o755);
    return true;
  } catch {
    return false;
  }
}

async function pointTo(folder: string, cluster: string): Promise<void> {
  if ((await isLink(folder)) && (await readlink(folder)) === cluster) return;
  if (existsSync(folder) && !(await isLink(folder))) {
    throw new SetupError(
      `PostgreSQL, which does not run as root, cannot enter ${folder}; move the folder, or start as its owner.`,
    );
  }
  await rm(folder, { force: true });
  await symlink(cluster, folder);
}

const isLink = (path: string) =>
  lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );

export const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
