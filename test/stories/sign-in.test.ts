import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Passwords } from '../../cloudfunctions/server/passwords';
import { createAccount, createCounty } from '../county';
import { auditOf, type County } from '../party-stories';
import { codesOf, createAdmin, enrol, enter, type Member, PASSWORD } from '../staff';
import { type Actor, actor, createWorld, type World } from '../world';

describe('a member of the court signs in', () => {
  let world: World;
  let county: County;
  let admin: Actor;
  let judge: Member;
  let minutes = 0;

  /** Moves the clock on, so that nothing of the story before counts, and the telephone shows a new code. */
  const later = (by = 48 * 60) => {
    minutes += by;
    world.setNow(new Date(Date.parse('2026-03-02T01:00:00Z') + minutes * 60_000).toISOString());
  };
  beforeAll(async () => {
    world = await createWorld('2026-03-02T01:00:00Z');
    county = await createCounty(world);
    admin = await createAdmin(world);
    judge = await enrol(world, admin, county.judge);
  });
  beforeEach(() => later());
  afterAll(() => world.close());

  const refusalOf = (attempt: Promise<unknown>) =>
    attempt.then(
      () => 'let in',
      ({ code, message }: { code: string; message: string }) => `${code} ${message}`,
    );

  test('with password and code he is who the database says', async () => {
    const { token, setUp } = await enter(world, judge);
    expect(setUp).toBeNull();
    const me = await actor(token).does('get-me', {});
    expect(me).toMatchObject({ accountId: county.judge, roles: [{ role: 'judge' }], setUp: null });
    const lines = await auditOf(world, 'court');
    expect(lines.map(({ action }) => action)).toContain('sign-in');
  });

  test('whatever is wrong, the answer is one', async () => {
    const disabled = await enrol(world, admin);
    await admin.does('save-account', { accountId: disabled.accountId, name: '已离开', disabled: true });
    later();
    const attempts: [string, Parameters<typeof enter>][] = [
      ['nobody has this login name', [world, judge, { loginName: 'nobody-at-all' }]],
      ['the password is wrong', [world, judge, { password: 'wrong' }]],
      ['the code is wrong', [world, judge, { code: '000000' }]],
      ['the code is missing', [world, judge, { code: undefined }]],
      ['there is no such recovery code', [world, judge, { code: 'AAAA-BBBB-CCCC-DDDD' }]],
      ['the account is disabled', [world, disabled]],
      ['his colleague’s recovery code', [world, judge, { code: disabled.recoveryCodes[0] }]],
    ];
    const answers: string[] = [];
    for (const [, attempt] of attempts) answers.push(await refusalOf(enter(...attempt)));
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^sign-in-wrong 登录名、密码或验证码不对/);
  });

  test('a login name that nobody has costs the same work', async () => {
    const before = world.app.passwords;
    const done: string[] = [];
    const counting: Passwords = {
      hash: (password) => before.hash(password),
      derive: (secret, salt) => before.derive(secret, salt),
      matches: (password, hash) => {
        done.push(hash === null ? 'against nobody' : 'against his');
        return before.matches(password, hash);
      },
    };
    world.app.passwords = counting;
    await refusalOf(enter(world, judge, { password: 'wrong' }));
    await refusalOf(enter(world, judge, { loginName: 'nobody-at-all', password: 'wrong' }));
    world.app.passwords = before;
    expect(done).toEqual(['against his', 'against nobody']);
  });

  test('a code opens once', async () => {
    await enter(world, judge);
    expect(await refusalOf(enter(world, judge))).toMatch(/^sign-in-wrong/);
    later(1);
    await enter(world, judge);
  });

  test('the same code twice at one instant opens once', async () => {
    const outcomes = await Promise.allSettled([
      enter(world, judge, {}, '192.0.2.11'),
      enter(world, judge, {}, '192.0.2.12'),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('a code of an hour ago opens nothing', async () => {
    const code = judge.code();
    later(60);
    expect(await refusalOf(enter(world, judge, { code }))).toMatch(/^sign-in-wrong/);
  });

  test('a recovery code opens once, however it is typed', async () => {
    const code = judge.recoveryCodes[0]!.toLowerCase().replaceAll('-', ' ');
    await enter(world, judge, { code });
    expect(await refusalOf(enter(world, judge, { code }))).toMatch(/^sign-in-wrong/);
  });

  test('a wrong password does not use up the code', async () => {
    const code = judge.recoveryCodes[1]!;
    await refusalOf(enter(world, judge, { code, password: 'wrong' }));
    await enter(world, judge, { code });
  });

  test('whoever guesses waits longer and longer, and is told how long', async () => {
    const guess = () => refusalOf(enter(world, judge, { password: 'guess' }, '198.51.100.1'));
    for (let i = 0; i < 5; i++) expect(await guess()).toMatch(/^sign-in-wrong/);
    expect(await guess()).toBe(
      'sign-in-too-often 输错的次数多了，请等 30 秒再试。忘了密码，请联系本院管理员重置。',
    );
    const answer = await world.anybody.asks('sign-in', { loginName: judge.loginName, password: 'guess' });
    expect(answer).toMatchObject({ refusal: { code: 'sign-in-wrong' } });
    later(1);
    // Even the right password is not listened to before the time is over, once it was wrong again.
    expect(await guess()).toMatch(/^sign-in-wrong/);
    expect(await refusalOf(enter(world, judge, {}, '198.51.100.1'))).toMatch(/请等 1 分钟/);
    later(2);
    await enter(world, judge, {}, '198.51.100.1');
    expect(await guess()).toMatch(/^sign-in-wrong/);
  });

  test('nobody locks the judge out of his own browser, be it from next door on the same address', async () => {
    const office = '203.0.113.5';
    const { deviceToken } = await enter(world, judge, {}, office);
    later(5);
    for (let i = 0; i < 9; i++) await refusalOf(enter(world, judge, { password: 'guess' }, office));
    expect(await refusalOf(enter(world, judge, {}, office))).toMatch(/^sign-in-too-often/);
    await enter(world, judge, { deviceToken }, office);
    later(1);
    await enter(world, judge, {}, '198.51.100.77');
  });

  test('a token of another person’s browser helps nobody', async () => {
    const other = await enrol(world, admin);
    later();
    for (let i = 0; i < 5; i++) await refusalOf(enter(world, judge, { password: 'guess' }, '198.51.100.9'));
    const attempt = enter(world, judge, { deviceToken: other.deviceToken }, '198.51.100.9');
    expect(await refusalOf(attempt)).toMatch(/^sign-in-too-often/);
  });

  test('the first time he sets up password and codes before anything opens', async () => {
    const accountId = await createAccount(world, { name: '新来的', phone: '19900000091', role: 'clerk' });
    const made = await admin.does('save-account', { accountId, name: '新来的', loginName: 'newcomer' });
    const given = made.oneTimePassword!;
    const first = await world.anybody.does('sign-in', { loginName: 'newcomer', password: given });
    expect(first.setUp).toBe('password');
    const me = actor(first.token);
    expect(await refusalOf(me.does('list-cases', {}))).toMatch(/^set-up-first 请先修改密码/);
    expect(await me.does('get-me', {})).toMatchObject({ setUp: 'password', roles: [] });
    const weak = me.does('change-password', { before: given, password: '1234567890' });
    expect(await refusalOf(weak)).toMatch(/^input-wrong 这个密码太常见/);
    expect(await me.does('change-password', { before: given, password: PASSWORD })).toEqual({
      setUp: 'one-time-codes',
    });
    expect(await refusalOf(me.does('list-cases', {}))).toMatch(/^set-up-first/);
    const { uri, qr, secret } = await me.does('set-up-totp', {});
    expect(qr).toMatch(/^data:image\/png;base64,/);
    expect(uri).toContain(secret.replaceAll(' ', ''));
    expect(await refusalOf(me.does('confirm-totp', { code: '000000' }))).toMatch(/^code-wrong/);
    const code = codesOf(world, uri);
    const { recoveryCodes } = await me.does('confirm-totp', { code: code() });
    expect(new Set(recoveryCodes).size).toBe(10);
    expect((await me.does('list-cases', {})).total).toBe(0);
    // The code that confirmed is used up, too.
    const again = { loginName: 'newcomer', password: PASSWORD, code: code() };
    expect(await refusalOf(world.anybody.does('sign-in', again))).toMatch(/^sign-in-wrong/);
  });

  test('a password that was given is good for a week', async () => {
    const made = await admin.does('save-account', { name: '迟到的', loginName: 'latecomer' });
    later(7 * 24 * 60);
    const attempt = world.anybody.does('sign-in', {
      loginName: 'latecomer',
      password: made.oneTimePassword!,
    });
    expect(await refusalOf(attempt)).toMatch(/^sign-in-wrong/);
  });

  test('new codes are not to be had from an open session alone', async () => {
    const { token } = await enter(world, judge);
    const me = actor(token);
    expect(await refusalOf(me.does('set-up-totp', {}))).toMatch(/^code-wrong/);
    await me.does('set-up-totp', { code: judge.recoveryCodes[2]! });
  });

  test('neither a password nor a code stays in the database in clear', async () => {
    const { token } = await enter(world, judge);
    const key = { idempotencyKey: 'the-very-same-key' };
    await actor(token).does('change-password', { before: PASSWORD, password: `${PASSWORD} again` }, key);
    await actor(token).does('change-password', { before: `${PASSWORD} again`, password: PASSWORD });
    const kept = await world.db.selectFrom('answered').selectAll().execute();
    expect(kept.filter(({ action }) => action === 'change-password')).toEqual([]);
    const own = await world.db.selectFrom('credentials').selectAll().execute();
    const codes = await world.db.selectFrom('recovery_codes').selectAll().execute();
    expect(JSON.stringify([own, codes])).not.toContain(judge.recoveryCodes[3]);
    expect(own.every(({ password_hash }) => /^scrypt\$\d+\$/.test(password_hash))).toBe(true);
  });
});
