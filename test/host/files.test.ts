import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RequestOf } from '../../shared/actions';
import { createCase } from '../county';
import { openHost } from './doors';

/** Photos, proofs and lists, over HTTP as a telephone sends them. */
let host: Awaited<ReturnType<typeof openHost>>;
let obligor: Awaited<ReturnType<Awaited<ReturnType<typeof openHost>>['world']['as']>>;

beforeAll(async () => {
  host = await openHost();
  host.world.app.files = filesAt(host.url);
  const made = await createCase(host.world);
  obligor = await host.world.as(made.obligor.accountId);
});
afterAll(() => host.close());

/** The world signs addresses for http://zhiqian.test; here somebody really goes there. */
function filesAt(url: string) {
  const { files } = host.world.app;
  const signedUrl: typeof files.signedUrl = (...of) =>
    files.signedUrl(...of).replace('http://zhiqian.test', url);
  return { ...files, signedUrl };
}

const paper = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c33' } });
const PNG = new Uint8Array(await paper(4, 2).png().toBuffer());
const PDF = new Uint8Array(Buffer.from('%PDF-1.7 a proof'));

const reserve = (bytes: Uint8Array, more: Partial<RequestOf<'create-upload'>> = {}) =>
  obligor.does('create-upload', {
    purpose: 'payment-proof',
    fileName: '转账截图.png',
    mediaType: 'image/png',
    bytes: bytes.length,
    ...more,
  });

const put = (url: string, body: Uint8Array, type = 'image/png') =>
  fetch(url, { method: 'PUT', body: body as BodyInit, headers: { 'content-type': type } });

const stateOf = async (fileId: string) =>
  host.world.db
    .selectFrom('files')
    .select(['state', 'sha256'])
    .where('file_id', '=', fileId)
    .executeTakeFirst();

describe('sending a photo', () => {
  test('it arrives, is kept, and is noted with its fingerprint and an audit line', async () => {
    const { url, fileId } = await reserve(PNG);
    const response = await put(url, PNG);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true, data: { fileId } });
    expect(await stateOf(fileId)).toEqual({
      state: 'stored',
      sha256: createHash('sha256').update(PNG).digest('hex'),
    });
    const line = await host.world.db
      .selectFrom('audit_lines')
      .select('facts')
      .where('action', '=', 'store-file')
      .executeTakeFirstOrThrow();
    expect(line.facts).toMatchObject({ fileId });
  });

  test('sent twice because the answer was lost, it is still one photo', async () => {
    const { url } = await reserve(PNG);
    await put(url, PNG);
    expect((await put(url, PNG)).status).toBe(200);
  });

  test('other bytes never take its place', async () => {
    const { url } = await reserve(PNG);
    await put(url, PNG);
    const other = Uint8Array.from(PNG, (byte, at) => (at === PNG.length - 1 ? byte ^ 1 : byte));
    const response = await put(url, other);
    expect(response.status).toBe(409);
    expect((await response.json()).refusal.code).toBe('file-already-there');
  });

  test.each([
    ['more bytes than reserved', new Uint8Array([...PNG, 0]), 'image/png', 'file-size-wrong'],
    ['fewer bytes than reserved', PNG.slice(1), 'image/png', 'file-size-wrong'],
    [
      'a page that calls itself a photo',
      new Uint8Array(Buffer.from('<script>alert(1)</script>'.padEnd(PNG.length).slice(0, PNG.length))),
      'image/png',
      'file-kind-wrong',
    ],
    ['another type than reserved', PNG, 'image/jpeg', 'file-kind-wrong'],
    [
      'what begins like a photo and is none',
      PNG.map((byte, at) => (at < 20 ? byte : 7)),
      'image/png',
      'photo-unreadable',
    ],
  ])('%s are refused and not kept', async (_title, body, type, code) => {
    const { url, fileId } = await reserve(PNG);
    const response = await put(url, body, type);
    expect(response.status).toBe(422);
    expect((await response.json()).refusal.code).toBe(code);
    expect(await stateOf(fileId)).toEqual({ state: 'reserved', sha256: null });
  });
});

describe('a signed address', () => {
  test('opens a photo in the page and is not kept by anybody on the way', async () => {
    const { url, fileId } = await reserve(PNG);
    await put(url, PNG);
    const { url: opened } = await obligor.does('get-file-url', { fileId });
    const response = await fetch(opened);
    const shown = await sharp(new Uint8Array(await response.arrayBuffer())).metadata();
    expect(shown).toMatchObject({ format: 'png', width: 4, height: 2 });
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('content-disposition')).toMatch(/^inline; filename\*=UTF-8''%E8%BD%AC/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toMatch(/sandbox/);
  });

  test('gives a PDF to be saved, and never to be run in our name', async () => {
    const { url, fileId } = await reserve(PDF, { mediaType: 'application/pdf', fileName: '回单.pdf' });
    expect((await put(url, PDF, 'application/pdf')).status).toBe(200);
    const { url: opened } = await obligor.does('get-file-url', { fileId });
    const response = await fetch(opened);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(PDF);
  });

  test('works from whatever name the page was opened by', async () => {
    const { url } = await reserve(PDF, { mediaType: 'application/pdf', fileName: '回单.pdf' });
    const asked = await fetch(url, {
      method: 'OPTIONS',
      headers: { origin: 'http://localhost:8620', 'access-control-request-method': 'PUT' },
    });
    expect(asked.headers.get('access-control-allow-origin')).toBe('*');
    expect((await put(url, PDF, 'application/pdf')).headers.get('access-control-allow-origin')).toBe('*');
  });

  test('for sending opens nothing, and with a letter changed it is no address', async () => {
    const { url } = await reserve(PNG);
    expect((await fetch(url)).status).toBe(403);
    for (const wrong of [
      url.replace(/.$/, (end) => (end === 'A' ? 'B' : 'A')),
      url.replace('expires=', 'expires=9'),
      url.split('?')[0]!,
    ]) {
      const response = await put(wrong, PNG);
      expect(response.status).toBe(403);
      expect((await response.json()).refusal.code).toBe('file-link-over');
    }
  });

  test('ends after ten minutes', async () => {
    const { url } = await reserve(PNG);
    const before = host.world.app.now;
    host.world.app.now = () => new Date(before().getTime() + 11 * 60_000);
    expect((await put(url, PNG)).status).toBe(403);
    host.world.app.now = before;
  });

  test('of a photo that has not arrived opens nothing', async () => {
    const { fileId } = await reserve(PNG);
    const url = host.world.app.files.signedUrl(
      fileId,
      'GET',
      new Date(host.world.app.now().getTime() + 60_000),
    );
    expect((await fetch(url)).status).toBe(403);
  });
});
