import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A line between the bot and the server: what happens before each call, and whether it comes through. */
export async function openLine(server: string, comesThrough: (action: string) => boolean | Promise<boolean>) {
  const line = createServer(async (request, response) => {
    const path = request.url!;
    if (!(await comesThrough(path.split('/').at(-1)!))) return request.socket.destroy();
    const { host: _, 'content-length': __, connection: ___, ...headers } = request.headers;
    const answer = await fetch(server + path, {
      method: 'POST',
      headers: headers as Record<string, string>,
      body: await text(request),
    });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  }).listen(0, '127.0.0.1');
  await once(line, 'listening');
  return {
    url: `http://127.0.0.1:${(line.address() as AddressInfo).port}`,
    close: () => {
      line.close();
      line.closeAllConnections();
    },
  };
}
