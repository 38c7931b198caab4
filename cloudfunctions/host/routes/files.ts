import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { Refusal } from '../../../shared/refusal';
import type { App } from '../../server/app';
import { answer } from '../answers';
import { readStored, reservedFile, storeFile } from '../stored-files';

/** Files by signed addresses that expire; whoever holds one may use it, and nothing else is asked. */
export function fileRoutes(app: App): Hono {
  return (
    new Hono()
      // The page may have been opened by another name of this server (localhost); the signature is what counts.
      .use('/files/:id', cors({ origin: '*', allowMethods: ['GET', 'PUT'], allowHeaders: ['content-type'] }))
      .put('/files/:id', async (c) => {
        const file = await reservedFile(app, signedId(app, c));
        const bytes = await readBytes(c, file.bytes);
        await storeFile(app, file, bytes, c.req.header('content-type') ?? '');
        return answer(c, { ok: true, data: { fileId: file.file_id } });
      })
      .get('/files/:id', async (c) => {
        const { bytes, mediaType, fileName, showable } = await readStored(app, signedId(app, c));
        const how = showable ? 'inline' : 'attachment';
        return c.body(bytes, 200, {
          'content-type': mediaType,
          'content-disposition': `${how}; filename*=UTF-8''${encodeURIComponent(fileName)}`,
          'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
          'cache-control': 'no-store',
        });
      })
  );
}

function signedId(app: App, c: Context): string {
  const id = c.req.param('id') ?? '';
  const query = new URL(c.req.url).searchParams;
  if (!app.files.verify(id, c.req.method, query, app.now())) throw new Refusal('file-link-over');
  return id;
}

/** An answer without a body has nothing to read; Node's streams can be read piece by piece, whatever the DOM's types say. */
const streamOf = (c: Context) => (c.req.raw.body ?? []) as unknown as AsyncIterable<Uint8Array>;

/** Never more than was reserved, whatever the header says. */
async function readBytes(c: Context, reserved: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of streamOf(c)) {
    size += piece.byteLength;
    if (size > reserved) {
      // Nobody will read the rest, so nothing else can come on this line.
      c.header('connection', 'close');
      throw new Refusal('file-size-wrong');
    }
    pieces.push(piece);
  }
  if (size !== reserved) throw new Refusal('file-size-wrong');
  return Buffer.concat(pieces);
}
