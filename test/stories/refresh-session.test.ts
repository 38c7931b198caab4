import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openSession } from '../../cloudfunctions/server/sessions';
import { createTokens } from '../../cloudfunctions/server/tokens';
import { createCounty } from '../county';
import { auditOf, type County } from '../party-stories';
import { actor, createWorld, type World } from '../world';

const KEY = new Uint8Array(32).fill(7);
const START = '2026-03-02T01:00:00Z';

describe('a session goes on by itself, and ends when it must', () => {
  let world: World;
  let county: County;
  beforeAll(async () => {
    world = await createWorld(START);
    county = await createCounty(world);
  });
  beforeEach(() => world.setNow(START));
  afterAll(() => world.close());

  /** As a client of his has it after signing in. */
  const open = (accountId = county.judge) =>
    world.db.transaction().execute((tx) => {
      const { app } = world;
      const here = { app, tx, courtId: county.courtId, now: app.now() };
      return openSession(here, accountId, { how: 'demo', device: 'Windows 上的 Edge' });
    });
  const refresh = (refreshToken: string) => world.anybody.does('refresh-session', { refreshToken });
  const nameOf = async (token: string) => (await actor(token).does('get-me', {})).name;
  const refusal = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'let in',
      ({ code }: { code: string }) => code,
    );

  test('the access token lives ten minutes, the refresh token gets the next pair', async () => {
    const first = await open();
    world.setNow('2026-03-02T01:09:59Z');
    expect(await nameOf(first.token)).toBe('周明');
    world.setNow('2026-03-02T01:10:01Z');
    expect(await refusal(nameOf(first.token))).toBe('sign-in-first');
    const second = await refresh(first.refreshToken);
    expect(await nameOf(second.token)).toBe('周明');
  });

  test('a month without use ends it; used within the month it goes on', async () => {
    let pair = await open();
    world.setNow('2026-03-31T01:00:00Z');
    pair = { ...pair, ...(await refresh(pair.refreshToken)) };
    world.setNow('2026-04-29T01:00:00Z');
    pair = { ...pair, ...(await refresh(pair.refreshToken)) };
    world.setNow('2026-05-29T01:00:01Z');
    expect(await refusal(refresh(pair.refreshToken))).toBe('session-over');
  });

  test('a used token, whose successor is in use, ends the session for both and leaves a line', async () => {
    const first = await open();
    const second = await refresh(first.refreshToken);
    expect(await nameOf(second.token)).toBe('周明');
    expect(await refusal(refresh(first.refreshToken))).toBe('session-over');
    expect(await refusal(nameOf(second.token))).toBe('sign-in-first');
    expect(await refusal(refresh(second.refreshToken))).toBe('session-over');
    const last = (await auditOf(world, 'court')).at(-1);
    expect(last).toMatchObject({
      action: 'refresh-token-reused',
      facts: { sessionId: first.sessionId, accountId: county.judge },
    });
    const row = await world.db
      .selectFrom('sessions')
      .select('revoked_reason')
      .where('session_id', '=', first.sessionId)
      .executeTakeFirstOrThrow();
    expect(row.revoked_reason).toBe('refresh-token-reused');
  });

  test('an answer that was lost on the way is given again, an hour later too', async () => {
    const first = await open();
    await refresh(first.refreshToken);
    world.setNow('2026-03-02T02:00:00Z');
    await refresh(first.refreshToken);
    const arrived = await refresh(first.refreshToken);
    expect(await nameOf(arrived.token)).toBe('周明');
    expect(await refusal(refresh(first.refreshToken))).toBe('session-over');
  });

  test('whoever copied the token during that time is found out at its next use', async () => {
    const first = await open();
    const thief = await refresh(first.refreshToken);
    const owner = await refresh(first.refreshToken);
    const next = await refresh(thief.refreshToken);
    expect(await nameOf(next.token)).toBe('周明');
    expect(await refusal(refresh(owner.refreshToken))).toBe('session-over');
    expect(await refusal(nameOf(next.token))).toBe('sign-in-first');
  });

  test('the same token twice at one instant gives one successor', async () => {
    const first = await open();
    const [one, other] = await Promise.all([refresh(first.refreshToken), refresh(first.refreshToken)]);
    expect(await nameOf(one.token)).toBe('周明');
    expect(await nameOf(other.token)).toBe('周明');
    await refresh(one.refreshToken);
  });

  test('signing out ends this session at once, and no other', async () => {
    const here = await open();
    const there = await open();
    await actor(here.token).does('sign-out', {});
    expect(await refusal(nameOf(here.token))).toBe('sign-in-first');
    expect(await refusal(refresh(here.refreshToken))).toBe('session-over');
    expect(await nameOf(there.token)).toBe('周明');
  });

  test('he ends the session of a telephone that he lost, and nobody else’s', async () => {
    const lost = await open(county.clerk);
    const here = await open(county.clerk);
    const judge = await open();
    const { sessions } = await actor(here.token).does('list-sessions', {});
    expect(sessions).toHaveLength(2);
    expect(sessions.find(({ isThis }) => isThis)?.sessionId).toBe(here.sessionId);
    expect(sessions[0]?.device).toBe('Windows 上的 Edge');
    const end = (sessionId: string) => actor(here.token).does('end-session', { sessionId });
    await end(lost.sessionId);
    expect(await refusal(nameOf(lost.token))).toBe('sign-in-first');
    expect(await refusal(end(judge.sessionId))).toBe('not-found-or-not-yours');
    expect(await nameOf(judge.token)).toBe('周明');
  });

  test('a disabled account is out the same moment', async () => {
    const pair = await open(county.chief);
    const change = (disabled_at: Date | null) =>
      world.db.updateTable('accounts').set({ disabled_at }).where('account_id', '=', county.chief).execute();
    await change(world.app.now());
    expect(await refusal(nameOf(pair.token))).toBe('sign-in-first');
    expect(await refusal(refresh(pair.refreshToken))).toBe('session-over');
    await change(null);
  });

  describe('forged tokens open nothing', () => {
    const claims = (change: object = {}) => ({
      court: county.courtId,
      sub: county.judge,
      sid: 'sess_forged000000',
      rot: 1,
      iss: 'zhiqian',
      aud: 'zhiqian-api',
      iat: Date.parse(START) / 1000,
      exp: Date.parse(START) / 1000 + 600,
      ...change,
    });
    const signed = (change: object = {}, key = KEY, alg = 'HS256') =>
      new SignJWT(claims(change)).setProtectedHeader({ alg }).sign(key);

    test.each<[string, (sid: string) => string | Promise<string>, boolean?]>([
      ['one that is whole, for comparison', (sid) => signed({ sid }), true],
      ['not signed at all', (sid) => new UnsecuredJWT(claims({ sid })).encode()],
      ['signed with another key', (sid) => signed({ sid }, new Uint8Array(32).fill(8))],
      ['signed with another algorithm', (sid) => signed({ sid }, new Uint8Array(64).fill(7), 'HS512')],
      ['of another issuer', (sid) => signed({ sid, iss: 'elsewhere' })],
      ['for another audience', (sid) => signed({ sid, aud: 'elsewhere' })],
      ['a refresh token', (sid) => signed({ sid, aud: 'zhiqian-refresh' })],
      ['expired', (sid) => signed({ sid, exp: Date.parse(START) / 1000 - 1 })],
      ['without an end', (sid) => signed({ sid, exp: undefined })],
      ['without a session', () => signed({ sid: undefined })],
      ['of a session that never was', () => signed()],
      ['of another person’s session', (sid) => signed({ sid, sub: county.clerk })],
      ['of another court', (sid) => signed({ sid, court: 'court_elsewhere' })],
      ['without a number', (sid) => signed({ sid, rot: undefined })],
      ['with its last letter changed', async (sid) => `${(await signed({ sid })).slice(0, -2)}AA`],
      ['no token', () => 'a.b.c'],
    ])('%s', async (_, forge, opens = false) => {
      const { sessionId } = await open();
      const attempt = refusal(nameOf(await forge(sessionId)));
      expect(await attempt).toBe(opens ? 'let in' : 'sign-in-first');
    });

    test('an access token does not refresh', async () => {
      const { token } = await open();
      expect(await refusal(refresh(token))).toBe('session-over');
    });

    test('neither does one that another key signed', async () => {
      const { sessionId } = await open();
      const signIn = { sessionId, rotation: 1 };
      const session = { courtId: county.courtId, accountId: county.judge, signIn };
      const strange = createTokens(new Uint8Array(32).fill(8));
      const { token } = await strange.issue('refresh', session, world.app.now());
      expect(await refusal(refresh(token))).toBe('session-over');
    });
  });
});
