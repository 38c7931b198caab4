import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SetupError } from '../../server/settings';
import { ENVIRONMENT } from './environment';
import { exists, type Place } from './place';

const PASSWORD_FILE = 'zhiqian.password';

/** Makes the cluster unless it is there, and gives its password. One that was begun and not finished is begun anew. */
export async function ensureCluster(place: Place, initdbFlags: string[]): Promise<string> {
  if (!(await exists(join(place.cluster, 'PG_VERSION')))) await initialise(place, initdbFlags);
  return readFile(join(place.cluster, PASSWORD_FILE), 'utf8');
}

async function initialise({ cluster, native, user }: Place, flags: string[]): Promise<void> {
  const fresh = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, randomBytes(18).toString('base64url'), { mode: 0o600 });
  for (const path of user ? [fresh, passwordFile] : []) await chown(path, user!.uid, user!.gid);
  await initdb(
    join(native, 'bin', 'initdb'),
    [`--pgdata=${fresh}`, `--pwfile=${passwordFile}`, ...flags],
    user,
  );
  await rename(passwordFile, join(fresh, PASSWORD_FILE));
  await rm(cluster, { recursive: true, force: true });
  await rename(fresh, cluster);
}

async function initdb(binary: string, flags: string[], user: Place['user']): Promise<void> {
  const options = ['--username=zhiqian', '--auth=password', '--encoding=UTF8', '--locale=C', ...flags];
  try {
    await promisify(execFile)(binary, options, { ...user, cwd: '/', env: ENVIRONMENT });
  } catch (error) {
    const words = String((error as { stderr?: string }).stderr ?? '');
    const last = words.split('\n').findLast((line) => line.includes('error:')) ?? 'initdb failed';
    throw new SetupError(`The embedded PostgreSQL could not be set up: ${last.trim()}`);
  }
}
