import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { CarrierSandbox } from './sandbox';

export interface ServedSandbox {
  url: string;
  close(): Promise<void>;
}

/** Serves the sandbox, on loopback only: it knows every word that was sent. Port 0 takes a free one. */
export async function serveCarrierSandbox(sandbox: CarrierSandbox, port = 0): Promise<ServedSandbox> {
  const server = createAdaptorServer({ fetch: sandbox.app.fetch }) as Server;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      sandbox.close();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
