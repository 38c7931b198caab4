import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Refusal } from '../../../shared/refusal';
import { main } from '../../receipts';
import { HostContext } from '../../server/wiring';
import { clientAddress } from './client-address';

const MB = 1024 * 1024;

/** Where carriers report: the same door as on CloudBase, asked and answered in its words. */
export function receiptRoutes(): Hono {
  const limit = bodyLimit({ maxSize: MB, onError: tooLarge });
  return new Hono().all('/receipts/:carrier', limit, async (c) => {
    const call = {
      path: c.req.path,
      httpMethod: c.req.method,
      headers: c.req.header(),
      queryStringParameters: c.req.query(),
      body: await c.req.text(),
    };
    const said = await main(call, new HostContext({ clientAddress: clientAddress(c) }));
    return new Response(said.body, { status: said.statusCode, headers: said.headers });
  });
}

function tooLarge(c: Context): never {
  c.header('connection', 'close');
  throw new Refusal('body-too-large');
}
