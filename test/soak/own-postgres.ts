import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureCluster } from '../../cloudfunctions/host/postgres/cluster';
import { launch } from '../../cloudfunctions/host/postgres/launch';
import { clearOrphan } from '../../cloudfunctions/host/postgres/orphan';
import { findPlace } from '../../cloudfunctions/host/postgres/place';
import { serverUserOf } from '../../cloudfunctions/host/postgres/server-user';
import { freePort } from '../host/program';

/** `fast` ends every connection in order; `immediate` is a crash, after which the server recovers from its log. */
export type RestartMode = 'fast' | 'immediate';

export interface OwnPostgres {
  url: string;
  /** Down and up again on the same port, with whatever its clients were at. */
  restart(mode: RestartMode): Promise<void>;
  stop(): Promise<void>;
}

/** No power fails here, so nothing waits for the disk; but what was committed survives a crash of the server. */
const FLAGS = ['fsync=off', 'synchronous_commit=on', 'max_connections=120'];

/** A PostgreSQL that nobody else uses, started as the host starts its own. */
export async function startOwnPostgres(folder: string): Promise<OwnPostgres> {
  const place = await findPlace(folder, await serverUserOf(folder));
  const password = await ensureCluster(place, ['--no-sync']);
  const port = await freePort();
  let server = await launch(place, port, FLAGS);
  return {
    url: `postgres://zhiqian:${password}@127.0.0.1:${port}/postgres`,
    restart: async (mode) => {
      if (mode === 'fast') await server.stop();
      else {
        process.kill(await serverPid(place.cluster), 'SIGQUIT');
        await server.ended;
      }
      await clearOrphan(place.cluster);
      server = await launch(place, port, FLAGS);
    },
    stop: () => server.stop(),
  };
}

async function serverPid(cluster: string): Promise<number> {
  return Number((await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')[0]);
}
