import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { Refusal } from '../../../shared/refusal';
import { main } from '../../api';
import { HostContext } from '../../server/wiring';
import { answer } from '../answers';
import { clientAddress } from './client-address';

const MB = 1024 * 1024;

/** `POST /api/<action>`: the input as JSON, the same answer that the function gives on CloudBase. */
export function apiRoutes(): Hono {
  const limit = bodyLimit({ maxSize: MB, onError: tooLarge });
  return new Hono()
    .post('/api/:action', limit, async (c) => {
      const input = await readJson(c);
      const context = new HostContext({
        authorization: c.req.header('authorization'),
        clientAddress: clientAddress(c),
      });
      const call = {
        action: c.req.param('action'),
        input,
        idempotencyKey: c.req.header('idempotency-key'),
        work: c.req.header('proof-of-work'),
      };
      return answer(c, await main(call, context));
    })
    .all('/api/:action', (c) => {
      c.header('allow', 'POST');
      return refuse('method-wrong');
    });
}

/** The rest of the body is on its way and nobody will read it, so nothing else can come on this line. */
function tooLarge(c: Context): never {
  c.header('connection', 'close');
  return refuse('body-too-large');
}

/** No body at all is an empty input. */
export async function readJson(c: Context): Promise<unknown> {
  const text = await c.req.text();
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return refuse('json-unreadable');
  }
}

function refuse(code: 'body-too-large' | 'method-wrong' | 'json-unreadable'): never {
  throw new Refusal(code);
}
