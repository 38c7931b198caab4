import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHost } from './doors';

/** What other tools were promised of `POST /api/<action>`. */
let host: Awaited<ReturnType<typeof openHost>>;
let clerk: Record<string, string>;

beforeAll(async () => {
  host = await openHost();
  clerk = { authorization: `Bearer ${(await host.world.as(host.county.clerk)).token}` };
});
afterAll(() => host.close());

describe('an action', () => {
  test('that is done answers 200 with its data', async () => {
    const { status, body, headers } = await host.post('/api/get-court', {});
    expect(status).toBe(200);
    expect(body).toMatchObject({ ok: true, data: { name: '青溪县人民法院', demo: true } });
    expect(Object.keys(body)).toEqual(['ok', 'data']);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('may be asked without a body when it needs no input', async () => {
    expect((await host.post('/api/get-court', '')).status).toBe(200);
  });

  test('knows who calls by the bearer token', async () => {
    const { body } = await host.post('/api/get-me', {}, clerk);
    expect(body).toMatchObject({ ok: true, data: { name: '林静' } });
  });

  test('is done once for one idempotency key', async () => {
    const key = { ...clerk, 'idempotency-key': 'feedback-0001' };
    const first = await host.post('/api/give-feedback', { text: '字再大一点就好了' }, key);
    const again = await host.post('/api/give-feedback', { text: '字再大一点就好了' }, key);
    expect(first.status).toBe(200);
    expect(again.body).toEqual(first.body);
    expect(await host.world.db.selectFrom('feedback').selectAll().execute()).toHaveLength(1);
  });
});

describe('an expected no is a refusal with its status, a code and a sentence', () => {
  test.each([
    ['nobody is signed in', 'get-me', {}, {}, 401, 'sign-in-first'],
    ['the token is forged', 'get-me', {}, { authorization: 'Bearer a.b.c' }, 401, 'sign-in-first'],
    ['the action does not exist', 'fly-to-the-moon', {}, {}, 404, 'action-unknown'],
    ['a name of JavaScript is no action', 'constructor', {}, {}, 404, 'action-unknown'],
    ['the JSON is cut off', 'get-court', '{"a":', {}, 400, 'json-unreadable'],
    ['the input is no object', 'claim-access', '[1,2]', {}, 422, null],
    ['the input is null', 'claim-access', 'null', {}, 422, null],
    ['the body is larger than 1 MB', 'get-court', { a: 'x'.repeat(1_100_000) }, {}, 413, 'body-too-large'],
  ])('%s', async (_title, action, input, headers, status, code) => {
    const answer = await host.post(`/api/${action}`, input, headers as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(Object.keys(answer.body)).toEqual(['ok', 'refusal']);
    expect(Object.keys(answer.body.refusal)).toEqual(['code', 'message']);
    if (code) expect(answer.body.refusal.code).toBe(code);
    expect(answer.body.refusal.message).toMatch(/。$/);
  });

  test('another method than POST', async () => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const response = await fetch(`${host.url}/api/get-court`, { method });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('POST');
      expect(await response.json()).toMatchObject({ ok: false, refusal: { code: 'method-wrong' } });
    }
  });

  test('a path that nobody serves', async () => {
    const response = await fetch(`${host.url}/nowhere`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ refusal: { code: 'path-unknown' } });
  });

  test('the deepest nesting is no fault', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const { status } = await host.post('/api/get-court', deep);
    expect(status).toBeLessThan(500);
  });
});

describe('a fault of ours', () => {
  test('answers 500 with a number, and the log has that number and nothing personal', async () => {
    const logged: Record<string, unknown>[] = [];
    const { app } = host.world;
    const log = app.log;
    app.log = (line) => void logged.push(line);
    await host.world.db.schema.alterTable('feedback').renameTo('feedback_gone').execute();
    const { status, body } = await host.post(
      '/api/give-feedback',
      { text: '我叫郑小满，电话19900001001' },
      clerk,
    );
    await host.world.db.schema.alterTable('feedback_gone').renameTo('feedback').execute();
    app.log = log;
    expect(status).toBe(500);
    expect(body).toEqual({ ok: false, fault: { requestId: expect.stringMatching(/^run_\w{18}$/) } });
    expect(logged.map((line) => line.requestId)).toEqual([body.fault.requestId]);
    expect(JSON.stringify(logged)).not.toMatch(/郑小满|19900001001/);
  });
});

describe('where a call comes from', () => {
  const guess = (forwarded: string) =>
    host.post('/api/claim-access', { code: '00000000', idLast6: '123456' }, { 'x-forwarded-for': forwarded });

  test('a proxy on this machine is believed, and only its own last word', async () => {
    for (let nth = 0; nth < 3; nth += 1) await guess(`198.51.100.${nth}, 203.0.113.7`);
    const { rows } = { rows: await host.world.db.selectFrom('attempts').select('subject').execute() };
    // Each failure counts for the code and for the place: one code, one place, three times.
    expect(new Set(rows.map(({ subject }) => subject)).size).toBe(2);
  });
});

describe('every answer carries the headers of a careful site', () => {
  test.each(['/api/get-court', '/healthz', '/openapi.json', '/nowhere', '/phones'])('%s', async (path) => {
    const { headers } = await fetch(host.url + path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
  });
});
