import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstMoment, readMoment } from '../../cloudfunctions/host/demo-clock';
import { createSupervised } from '../supervised';
import { openHost } from './doors';

/** What a demonstration offers beside the product. */
let host: Awaited<ReturnType<typeof openHost>>;

beforeAll(async () => {
  host = await openHost();
  await host.world.db
    .insertInto('demo_personas')
    .values({
      persona: 'clerk',
      court_id: host.county.courtId,
      account_id: host.county.clerk,
      words: '导入案件清单',
      phone: '19900000002',
      sort: 1,
    })
    .execute();
});
afterAll(() => host.close());

const get = async (path: string) => (await fetch(host.url + path)).json();

describe('being somebody', () => {
  test('the personas are listed, each with a link', async () => {
    const personas = await get('/demo/personas');
    expect(personas).toMatchObject([
      { persona: 'clerk', name: '林静', title: '书记员', role: 'clerk', phoneMasked: '199****0002' },
    ]);
    expect(personas[0].link).toMatch(/\/#\/pages\/home\/index\?persona=clerk$/);
  });

  test('a persona signs in and is who he is', async () => {
    const { status, body } = await host.post('/demo/sign-in', { persona: 'clerk' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ persona: 'clerk', accountId: host.county.clerk, ok: true });
    const me = await host.post('/api/get-me', {}, { authorization: `Bearer ${body.token}` });
    expect(me.body.data.name).toBe('林静');
  });

  test.each([[{ persona: 'king' }], [{}], [[]], ['null'], [{ persona: { a: 1 } }]])(
    'nobody is %j',
    async (body) => {
      const answer = await host.post('/demo/sign-in', body);
      expect(answer.status).toBe(404);
      expect(answer.body.refusal.code).toBe('persona-unknown');
    },
  );
});

describe('the clock', () => {
  test('goes to nine in the morning of a day, or to a moment, and the system lives in it', async () => {
    const { body } = await host.post('/demo/clock', { now: '2026-04-01' });
    expect(body.now).toBe('2026-04-01T01:00:00.000Z');
    await host.post('/demo/clock', { now: '2026-03-10T15:30:00+08:00' });
    expect(host.world.app.now().toISOString()).toBe('2026-03-10T07:30:00.000Z');
    const row = await host.world.db.selectFrom('demo_clock').selectAll().executeTakeFirstOrThrow();
    expect(row.offset_ms).toBeGreaterThan(7 * 86_400_000);
  });

  test.each(['tomorrow', '2026-02-30', '2026-13-01T00:00:00Z', '', 5, null])('%j is no time', async (now) => {
    const { status, body } = await host.post('/demo/clock', { now });
    expect(status).toBe(422);
    expect(body.refusal.code).toBe('moment-unreadable');
  });

  test('moved by a week, the system is not ill for the sweeps it could not make', async () => {
    await host.post('/demo/clock', { now: '2026-03-20' });
    expect((await fetch(`${host.url}/healthz`)).status).toBe(200);
  });

  test.each([
    ['2026-03-02T15:00:00Z', '2026-03-02T01:30:00.000Z', 'at night'],
    ['2026-03-02T22:00:00Z', '2026-03-03T01:30:00.000Z', 'before morning'],
    ['2026-03-02T05:00:00Z', '2026-03-02T05:00:00.000Z', 'by day'],
  ])('who starts at %s begins at %s (%s)', (real, first) => {
    expect(firstMoment(new Date(real)).toISOString()).toBe(first);
  });

  test('a day means nine in the morning in Shanghai', () => {
    expect(readMoment('2026-12-31')?.toISOString()).toBe('2026-12-31T01:00:00.000Z');
  });
});

describe('a sweep on demand', () => {
  test('sends what is due, and it stands on a phone', async () => {
    const { obligor } = await createSupervised(host.world, host.county, {});
    const { status, body } = await host.post('/demo/sweep', {});
    expect(status).toBe(200);
    expect(body.delivered).toBeGreaterThan(3);
    const arrivals = (await get('/demo/arrivals')) as { to: string; text: string }[];
    expect(obligor.partyId).toBeTruthy();
    expect(arrivals.find(({ to }) => to === '19900001001')?.text).toMatch(/^【青溪县人民法院】/);
  });

  test('the wall tells of it live', async () => {
    const events = await fetch(`${host.url}/phones/events`);
    const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    while (!heard.includes('event: clock')) heard += (await reader.read()).value;
    expect(heard).toContain('event: start');
    expect(heard).toContain('19900001001');
    host.demo!.carriers.sandbox.app;
    const seen = heard.length;
    await host.post('/demo/clock', { now: '2026-03-25' });
    const sweep = host.post('/demo/sweep', {});
    while (!heard.slice(seen).includes('event: ring')) heard += (await reader.read()).value;
    await sweep;
    await reader.cancel();
  });
});

describe('in production', () => {
  test.each(['/demo/personas', '/demo/arrivals', '/phones', '/phones/events'])(
    '%s is not there',
    async (path) => {
      const production = await openHost({ mode: 'production' });
      expect((await fetch(production.url + path)).status).toBe(404);
      expect((await production.post('/demo/sign-in', { persona: 'clerk' })).status).toBe(404);
      expect((await production.post('/demo/clock', { now: '2026-04-01' })).status).toBe(404);
      await production.close();
    },
  );
});
