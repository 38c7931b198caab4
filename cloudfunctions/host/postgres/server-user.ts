import { execFile, spawnSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { SetupError } from '../../server/settings';

export interface ServerUser {
  uid: number;
  gid: number;
}

/** `undefined`: the server runs as ourselves. */
export type RunAs = ServerUser | undefined;

/** PostgreSQL refuses to run as root: there it runs as whoever owns the cluster, or as the user `postgres`. */
export async function serverUserOf(cluster: string): Promise<RunAs> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(cluster).catch(() => null);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (await postgresUser()) ?? (await createPostgresUser());
}

const run = promisify(execFile);

async function postgresUser(): Promise<ServerUser | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

async function createPostgresUser(): Promise<ServerUser> {
  await run('useradd', ['--system', '--user-group', '--shell', '/bin/false', 'postgres']).catch(() => {});
  const user = await postgresUser();
  if (user) return user;
  throw new SetupError(
    'PostgreSQL does not run as root and a user "postgres" could not be made; start as an ordinary user, or set DATABASE_URL.',
  );
}

/** Whether the server's user really gets there: asked of the system as that user, so that every rule of it counts. */
export function canEnter(user: RunAs, folder: string): boolean {
  return user === undefined || ask(user, 'cd "$0"', folder);
}

export function canRun(user: RunAs, binary: string): boolean {
  return user === undefined || ask(user, '"$0" --version', binary);
}

function ask(user: ServerUser, question: string, path: string): boolean {
  return spawnSync('sh', ['-c', question, path], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}
