import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { post } from '../../bot/post';

const closes: (() => void)[] = [];
afterEach(() => {
  for (const close of closes.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  closes.push(() => {
    server.close();
    server.closeAllConnections();
  });
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

test('words that arrive in pieces, in the middle of a character', async () => {
  const bytes = Buffer.from('{"word":"收到"}');
  const url = await serve((_, response) => {
    response.write(bytes.subarray(0, 10));
    setImmediate(() => response.end(bytes.subarray(10)));
  });
  expect(await post(url, {}, '{}', 5_000)).toEqual({ status: 200, body: '{"word":"收到"}' });
});

test('a connection is used again', async () => {
  const ports = new Set<number | undefined>();
  const url = await serve((request, response) => {
    ports.add(request.socket.remotePort);
    request.resume().on('end', () => response.end('{}'));
  });
  for (let times = 0; times < 3; times += 1) await post(url, {}, '{"a":1}', 5_000);
  expect(ports.size).toBe(1);
});

test('an answer that does not come, stops half-way, or is cut', async () => {
  const silent = await serve(() => {});
  await expect(post(silent, {}, '{}', 50)).rejects.toThrow('late');
  const slow = await serve((_, response) => void response.write('{'));
  await expect(post(slow, {}, '{}', 100)).rejects.toThrow();
  const cut = await serve((_, response) => {
    response.writeHead(200, { 'content-length': 100 }).write('{', () => response.destroy());
  });
  await expect(post(cut, {}, '{}', 5_000)).rejects.toThrow();
  await expect(post('http://127.0.0.1:1/', {}, '{}', 5_000)).rejects.toThrow('ECONNREFUSED');
});
