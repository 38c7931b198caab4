import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { type Settings, SetupError } from '../server/settings';

export interface Door {
  port: number;
  /** From now on these are the answers. */
  serve(http: Hono): void;
  close(): Promise<void>;
}

/** Listens on the address of the settings, at first only to say that the rest is still starting. */
export async function openDoor({ host, port }: Pick<Settings, 'host' | 'port'>): Promise<Door> {
  let answers: Hono['fetch'] = starting;
  const server = createAdaptorServer({ fetch: (...call) => answers(...call) }) as Server;
  server.listen(port, host);
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    throw new SetupError(sentenceOf(error.code ?? '', host, port));
  });
  return {
    port: (server.address() as AddressInfo).port,
    serve: (http) => {
      answers = http.fetch;
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      // Open pages keep their connections, and the phone wall's would never end by itself.
      setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref();
      await closed;
    },
  };
}

const starting = () =>
  new Response('正在启动，请稍候再刷新。', {
    status: 503,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '5' },
  });

/** Long enough for an answer under way. */
const PATIENCE_MS = 300;

function sentenceOf(code: string, host: string, port: number): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use; stop what uses it, or start with PORT=${port + 1}.`;
  if (code === 'EACCES') return `Port ${port} needs special rights; start with a PORT above 1023.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `HOST is "${host}", which is no address of this machine; use 127.0.0.1 or 0.0.0.0.`;
  }
  return `Nothing can listen on ${host}:${port} (${code}).`;
}
