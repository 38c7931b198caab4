import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';
import { ensureCluster } from './postgres/cluster';
import { launch } from './postgres/launch';
import { clearOrphan } from './postgres/orphan';
import { findPlace } from './postgres/place';
import { serverUserOf } from './postgres/server-user';

export interface EmbeddedServer {
  urlOf(database: string): string;
  stop(): Promise<void>;
  /** Settles when the server has ended, for whatever reason. */
  ended: Promise<void>;
  /** Where the cluster is, when the server's user could not enter `folder`. */
  movedTo: string | null;
}

/**
 * A real PostgreSQL from the npm package, in `folder`: initialised when it is new, started, on a free port.
 * Two at a time in one folder is the caller's to prevent.
 */
export async function startEmbedded(
  folder: string,
  options: { fsync?: boolean; settings?: string[] } = {},
): Promise<EmbeddedServer> {
  const wanted = resolve(folder);
  await mkdir(dirname(wanted), { recursive: true });
  const place = await findPlace(wanted, await serverUserOf(wanted));
  await clearOrphan(place.cluster);
  const careless = options.fsync === false;
  const password = await ensureCluster(place, careless ? ['--no-sync'] : []);
  const port = await freePort();
  // Disks of today seek as fast as they read; compiling short statements costs more than it saves.
  const always = ['random_page_cost=1.1', 'jit=off'];
  const unsafe = careless ? ['fsync=off', 'synchronous_commit=off'] : [];
  const server = await launch(place, port, [...always, ...unsafe, ...(options.settings ?? [])]);
  return {
    ...server,
    movedTo: place.movedTo,
    urlOf: (database) => `postgres://zhiqian:${password}@127.0.0.1:${port}/${database}`,
  };
}

function freePort(): Promise<number> {
  return new Promise((found, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });
}
