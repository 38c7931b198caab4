// @vitest-environment node
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  call,
  onSessionEnd,
  type Reply,
  setTransport,
  signInAsPersona,
  type Transport,
  transports,
  upload,
} from '../../miniprogram/src/api';
import { FaultError, OfflineError, RefusedError, sentenceOf } from '../../miniprogram/src/errors';
import { platform } from '../../miniprogram/src/platform';
import { session } from '../../miniprogram/src/session';
import { isWork } from '../../shared/work';
import { Loopback } from './loopback';
import { cloudBase, forgetEverything } from './taro';

const server = new Loopback();
const world = globalThis as { apiBase?: string };
let ended: string[] = [];

beforeAll(async () => {
  world.apiBase = await server.start();
});
afterAll(() => server.stop());
beforeEach(() => {
  forgetEverything();
  session.end(null);
  server.received = [];
  ended = [];
  onSessionEnd((sentence) => ended.push(sentence));
});

const ask = () => call('list-tasks', { closed: false });

describe('over HTTP', () => {
  test('an action is a POST of its input, with the token and the key of the submission', async () => {
    server.json(200, { ok: true, data: { visitId: 'visit_00000001' } });
    session.begin('token-of-liaison');
    const input = { taskId: 'task_00000001', outcome: 'willing' as const };
    const answer = await call('record-visit', input, { idempotencyKey: 'uuid-0001' });
    expect(answer).toEqual({ visitId: 'visit_00000001' });
    const [request] = server.received;
    expect(request).toMatchObject({ method: 'POST', url: '/api/record-visit' });
    expect(request?.headers).toMatchObject({
      authorization: 'Bearer token-of-liaison',
      'idempotency-key': 'uuid-0001',
      'content-type': 'application/json',
    });
    expect(JSON.parse(String(request?.body))).toEqual(input);
  });

  test('nobody signed in sends no token, a reading sends no key', async () => {
    server.json(200, { ok: true, data: {} });
    await call('get-court', {});
    expect(server.received[0]?.headers).not.toHaveProperty('authorization');
    expect(server.received[0]?.headers).not.toHaveProperty('idempotency-key');
  });

  test('a refusal comes through as its own sentence', async () => {
    server.json(409, { ok: false, refusal: { code: 'case-closed', message: '案件已结，不能再发起督促。' } });
    const refused = await ask().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(RefusedError);
    expect(refused).toMatchObject({ code: 'case-closed', message: '案件已结，不能再发起督促。' });
  });

  test('a door where many knock gets the work that it asks for, and the same submission once more', async () => {
    const asked = { code: 'prove-work', message: '请稍等。', work: '6.many.knock' };
    server.answer = ({ headers }, response) =>
      response.end(
        JSON.stringify(headers['proof-of-work'] ? { ok: true, data: {} } : { ok: false, refusal: asked }),
      );
    await call('get-court', {}, { idempotencyKey: 'uuid-0001' });
    const [first, second] = server.received;
    expect(first?.headers).not.toHaveProperty('proof-of-work');
    const [challenge = '', answer = ''] = String(second?.headers['proof-of-work']).split(':');
    expect(challenge).toBe('6.many.knock');
    expect(isWork(challenge, answer)).toBe(true);
    expect(second?.headers['idempotency-key']).toBe('uuid-0001');
    expect(second?.body).toEqual(first?.body);
  });

  test('a fault gives the number to tell the court, and nothing of the machine', async () => {
    server.json(500, { ok: false, fault: { requestId: 'run_4711abcd' } });
    const fault = await ask().catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(FaultError);
    expect(sentenceOf(fault)).toContain('run_4711abcd');
  });

  test.each([
    ['a gateway’s HTML page', 502, '<html>Bad Gateway</html>'],
    ['an empty answer', 200, ''],
    ['something that is not an answer', 200, '{"hello":"world"}'],
    ['null', 200, 'null'],
  ])('%s is a fault without a number', async (_, status, body) => {
    server.answer = (_request, response) => void response.writeHead(status).end(body);
    await expect(ask()).rejects.toBeInstanceOf(FaultError);
  });

  test('a connection that breaks is being offline', async () => {
    server.answer = (_request, response) => void response.destroy();
    await expect(ask()).rejects.toBeInstanceOf(OfflineError);
  });

  test('a demo persona signs in for a token', async () => {
    server.json(200, { token: 'token-of-judge' });
    expect(await signInAsPersona('judge')).toEqual({ token: 'token-of-judge' });
    expect(server.received[0]).toMatchObject({ method: 'POST', url: '/demo/sign-in' });
    expect(JSON.parse(String(server.received[0]?.body))).toEqual({ persona: 'judge' });
  });
});

test('over CloudBase the same call reaches the function `api`, and no token travels', async () => {
  const before = setTransport(transports.cloud);
  const calls: unknown[] = [];
  cloudBase.answer = async (call) => {
    calls.push(call);
    return { result: { ok: true, data: { tasks: [] } } };
  };
  session.begin('token');
  await call('list-tasks', { closed: true }, { idempotencyKey: 'uuid-0001' });
  setTransport(before);
  const data = { action: 'list-tasks', input: { closed: true }, idempotencyKey: 'uuid-0001' };
  expect(calls).toEqual([{ name: 'api', data }]);
});

describe('patience', () => {
  let before: Transport;
  beforeEach(() => {
    vi.useFakeTimers();
    before = setTransport(() => new Promise(() => {}));
  });
  afterEach(() => {
    vi.useRealTimers();
    setTransport(before);
  });

  test('after fifteen seconds without an answer it is being offline', async () => {
    const asked = expect(ask()).rejects.toBeInstanceOf(OfflineError);
    await vi.advanceTimersByTimeAsync(15_000);
    await asked;
  });
});

describe('a session that has ended', () => {
  const over = { ok: false, refusal: { code: 'sign-in-first', message: '请先登录，再办理这件事。' } };

  test('is forgotten, with what was cached for the person, and the page is told why', async () => {
    server.json(401, over);
    session.begin('old-token');
    platform.storage.set('cache:acc:list-tasks:{}', { data: '某人的任务' });
    await expect(ask()).rejects.toBeInstanceOf(RefusedError);
    expect(session.get()).toMatchObject({
      token: null,
      me: null,
      farewell: expect.stringContaining('已过期'),
    });
    expect(platform.storage.keys()).toEqual([]);
    expect(ended).toHaveLength(1);
  });

  test('a gateway that no longer lets the token pass says the same by its status', async () => {
    server.answer = (_request, response) => void response.writeHead(401).end('<html>Unauthorized</html>');
    session.begin('old-token');
    await expect(ask()).rejects.toBeInstanceOf(FaultError);
    expect(session.token()).toBeNull();
  });

  test('CloudBase has no status: the code says the same', async () => {
    const before = setTransport(async () => ({ body: over }));
    session.begin('old-token');
    await expect(ask()).rejects.toBeInstanceOf(RefusedError);
    setTransport(before);
    expect(session.token()).toBeNull();
  });

  test('a late answer to the token of yesterday does not end the session of today', async () => {
    server.answer = (_request, response) => {
      session.begin('new-token');
      response.writeHead(401, { 'Content-Type': 'application/json' }).end(JSON.stringify(over));
    };
    session.begin('old-token');
    await expect(ask()).rejects.toBeInstanceOf(RefusedError);
    expect(session.token()).toBe('new-token');
    expect(ended).toEqual([]);
  });
});

describe('a session that goes on', () => {
  const over = { ok: false, refusal: { code: 'sign-in-first', message: '请先登录，再办理这件事。' } };
  const gone = { ok: false, refusal: { code: 'session-over', message: '登录已经结束，请重新登录。' } };
  const next = { token: 'token-2', expiresAt: '2026-03-02T01:10:00Z', refreshToken: 'refresh-2' };
  let calls: string[] = [];
  let before: Transport;
  let refreshed: () => Promise<Reply> = async () => ({ body: { ok: true, data: next } });

  beforeEach(() => {
    calls = [];
    refreshed = async () => ({ body: { ok: true, data: next } });
    before = setTransport(async ({ action, input }, token) => {
      const { refreshToken = '' } = input as { refreshToken?: string };
      calls.push(`${action} ${token ?? refreshToken}`);
      if (action === 'refresh-session') return refreshed();
      return token === 'token-2' ? { body: { ok: true, data: { tasks: [] } } } : { status: 401, body: over };
    });
    session.begin('token-1', 'refresh-1');
  });
  afterEach(() => {
    vi.useRealTimers();
    setTransport(before);
  });

  test('an expired token is renewed, and the call is made again', async () => {
    expect(await ask()).toEqual({ tasks: [] });
    expect(calls).toEqual(['list-tasks token-1', 'refresh-session refresh-1', 'list-tasks token-2']);
    expect(session.get()).toMatchObject({ token: 'token-2', refreshToken: 'refresh-2' });
    expect(ended).toEqual([]);
  });

  test('three calls at once renew once', async () => {
    await Promise.all([ask(), ask(), ask()]);
    expect(calls.filter((call) => call.startsWith('refresh-session'))).toHaveLength(1);
  });

  test('before it runs out it is renewed without a call for nothing', async () => {
    vi.useFakeTimers({ now: Date.now() + 9 * 60_000 });
    await ask();
    expect(calls).toEqual(['refresh-session refresh-1', 'list-tasks token-2']);
  });

  test('when the court says no, the session ends', async () => {
    refreshed = async () => ({ status: 401, body: gone });
    await expect(ask()).rejects.toMatchObject({ code: 'sign-in-first' });
    expect(session.get()).toMatchObject({ token: null, refreshToken: null });
    expect(ended).toHaveLength(1);
  });

  test.each([
    ['no network', () => Promise.reject(new Error('lost')), OfflineError],
    [
      'a fault of the server',
      async () => ({ status: 500, body: { ok: false, fault: { requestId: 'run_1' } } }),
      FaultError,
    ],
  ])('%s does not end it', async (_, answer, kind) => {
    refreshed = answer;
    await expect(ask()).rejects.toBeInstanceOf(kind);
    expect(session.get().refreshToken).toBe('refresh-1');
    expect(ended).toEqual([]);
  });

  test('who signs in while it is renewed stays himself', async () => {
    refreshed = async () => {
      session.begin('token-of-another', 'refresh-of-another');
      return { body: { ok: true, data: next } };
    };
    await expect(ask()).rejects.toBeInstanceOf(RefusedError);
    expect(session.get()).toMatchObject({ token: 'token-of-another', refreshToken: 'refresh-of-another' });
  });
});

describe('a file', () => {
  const photo = {
    fileName: 'proof.jpg',
    mediaType: 'image/jpeg',
    bytes: new Uint8Array([255, 216, 1, 2]).buffer,
  };
  const reserve = (status: number) => {
    server.answer = (request, response) => {
      const url = `${world.apiBase}/files/file_00000001?signature=abc`;
      const data = { fileId: 'file_00000001', url, method: 'PUT', expiresAt: '2026-03-05T01:02:00Z' };
      if (request.method === 'PUT') response.writeHead(status).end();
      else response.end(JSON.stringify({ ok: true, data }));
    };
  };

  test('is announced, then its bytes are PUT to the address reserved for it', async () => {
    reserve(204);
    session.begin('token');
    expect(await upload(photo, 'payment-proof')).toBe('file_00000001');
    const [announced, put] = server.received;
    expect(JSON.parse(String(announced?.body))).toEqual({
      purpose: 'payment-proof',
      fileName: 'proof.jpg',
      mediaType: 'image/jpeg',
      bytes: 4,
    });
    expect(put).toMatchObject({ method: 'PUT', url: '/files/file_00000001?signature=abc' });
    expect(put?.headers['content-type']).toBe('image/jpeg');
    expect([...(put?.body ?? [])]).toEqual([255, 216, 1, 2]);
    // The signature in the address is the right to write; the person's token stays at home.
    expect(put?.headers).not.toHaveProperty('authorization');
  });

  test('that did not arrive is a fault, never an id', async () => {
    reserve(500);
    await expect(upload(photo, 'payment-proof')).rejects.toBeInstanceOf(FaultError);
  });
});
