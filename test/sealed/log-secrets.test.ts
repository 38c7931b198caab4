import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { main } from '../../cloudfunctions/api';
import { describeFault } from '../../cloudfunctions/server/faults';
import { HostContext } from '../../cloudfunctions/server/wiring';
import type { ActionName } from '../../shared/actions';
import { ACCESS } from '../../shared/cases/access';
import { createCounty } from '../county';
import { createWorld, type World } from '../world';

const SECRETS = {
  password: 'Password-of-Nobody-1',
  totp: '493817',
  refreshToken: 'refresh-0123456789-0123456789-0123456789',
  code: '8273 6455',
  phone: '19900004444',
  key: 'idempotency-key-of-somebody',
};

const isPublic = (action: string) => ACCESS[action as ActionName].who.includes('public');

describe('a database that is in pieces', () => {
  let world: World;
  let token: string;
  const logged: unknown[] = [];
  beforeAll(async () => {
    world = await createWorld('2026-03-02T01:00:00Z');
    const county = await createCounty(world);
    token = (await world.as(county.judge)).token!;
    world.app.log = (line) => logged.push(line);
    for (const table of [
      'accounts',
      'attempts',
      'sessions',
      'credentials',
      'access_codes',
      'code_asks',
      'parties',
    ])
      await sql.raw(`alter table ${table} rename to ${table}_gone`).execute(world.db);
  });
  afterAll(() => world.close());

  test.each<[string, Record<string, unknown>]>([
    ['sign-in', { loginName: 'zhou.min', password: SECRETS.password, code: SECRETS.totp }],
    ['claim-access', { code: SECRETS.code, idLast6: '23451X' }],
    ['request-access-code', { phone: SECRETS.phone, idLast6: '23451X' }],
    ['change-password', { before: SECRETS.password, password: `${SECRETS.password}-next` }],
    ['get-me', {}],
  ])('%s fails, and neither its answer nor the log says with which secret', async (action, input) => {
    const context = new HostContext({
      authorization: isPublic(action) ? undefined : `Bearer ${token}`,
      clientAddress: '192.0.2.1',
    });
    const before = logged.length;
    const answer = await main({ action, input, idempotencyKey: SECRETS.key }, context);
    expect(answer).toMatchObject({ ok: false, fault: { requestId: expect.any(String) } });
    expect(logged.length).toBe(before + 1);
    const said = JSON.stringify([answer, logged.slice(before)]);
    for (const secret of [...Object.values(SECRETS), token]) expect(said).not.toContain(secret);
  });
});

describe('what is told of a fault', () => {
  const secret = SECRETS.refreshToken;
  test.each<[string, unknown]>([
    ['an error that names it', new Error(`wrong: ${secret}`)],
    ['one whose message looks like a stack', new Error(`wrong\n    at ${secret} (file.ts:1:1)`)],
    [
      'the database’s own words',
      Object.assign(new Error('duplicate'), { detail: `Key (token)=(${secret})` }),
    ],
    ['one that carries another', new Error('outer', { cause: new Error(secret) })],
    ['several at once', new AggregateError([new Error(secret)], 'many')],
    ['a text', secret],
  ])('%s', (_, fault) => {
    expect(JSON.stringify(describeFault(fault))).not.toContain(secret);
  });
});
