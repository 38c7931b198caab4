import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export interface Asset {
  type: string;
  etag: string;
  /** Its name changes with its content, so it never has to be asked for again. */
  immutable: boolean;
  plain: Buffer;
  brotli: Buffer | null;
  gzip: Buffer | null;
}

/** The built pages in memory, by path: a build that happens meanwhile cannot mix with this one. */
export type Pages = Map<string, Asset>;

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export async function loadPages(folder: string): Promise<Pages> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const assets = await Promise.all(
    files.map(async (file): Promise<[string, Asset]> => {
      const path = `/${relative(folder, file).replaceAll('\\', '/')}`;
      return [path, await loadAsset(path, await readFile(file))];
    }),
  );
  return new Map(assets);
}

async function loadAsset(path: string, plain: Buffer): Promise<Asset> {
  const type = TYPES[extname(path)] ?? 'application/octet-stream';
  const worthIt = /^(text|application\/json|image\/svg)/.test(type) && plain.length > 1_000;
  return {
    type,
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    immutable: /\.[0-9a-f]{8}\.\w+$/.test(path),
    plain,
    brotli: worthIt ? await brotli(plain) : null,
    gzip: worthIt ? await promisify(gzip)(plain) : null,
  };
}

/** The highest quality takes seconds for what the sixth does in a moment. */
const brotli = (plain: Buffer) =>
  promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
