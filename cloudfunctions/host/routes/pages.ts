import { type Context, Hono } from 'hono';
import type { Asset, Pages } from '../pages/load';

/** The built H5 pages. */
export function pageRoutes(pages: Pages): Hono {
  return new Hono().get('*', async (c, next) => {
    const asset = pages.get(c.req.path === '/' ? '/index.html' : c.req.path);
    if (!asset) return next();
    return send(c, asset);
  });
}

function send(c: Context, asset: Asset): Response {
  const { body, encoding } = bestFor(c.req.header('accept-encoding') ?? '', asset);
  c.header('content-type', asset.type);
  c.header('cache-control', asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  c.header('etag', asset.etag);
  c.header('vary', 'accept-encoding');
  if (c.req.header('if-none-match') === asset.etag) return c.body(null, 304);
  if (encoding) c.header('content-encoding', encoding);
  return c.body(new Uint8Array(body));
}

function bestFor(accepted: string, { plain, brotli, gzip }: Asset) {
  if (brotli && /\bbr\b/.test(accepted)) return { body: brotli, encoding: 'br' };
  if (gzip && /\bgzip\b/.test(accepted)) return { body: gzip, encoding: 'gzip' };
  return { body: plain, encoding: null };
}
