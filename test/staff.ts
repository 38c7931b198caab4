import { TOTP } from 'otpauth';
import type { RequestOf } from '../shared/actions';
import { createAccount } from './county';
import { type Actor, actor, type World } from './world';

/** A member of the court with login name, password and an authenticator on his telephone. */
export interface Member {
  accountId: string;
  loginName: string;
  password: string;
  recoveryCodes: string[];
  /** What his telephone shows now. */
  code(): string;
  deviceToken: string;
}

export const PASSWORD = 'rain on the old bridge';

/** An administrator, signed in by the back door of the tests. */
export async function createAdmin(world: World): Promise<Actor> {
  return world.as(await createAccount(world, { name: '管理员甲', phone: '19900000090', role: 'admin' }));
}

let members = 0;

/** Adds a login to an account (or a new one), and takes it through its first sign-in. */
export async function enrol(world: World, admin: Actor, accountId?: string): Promise<Member> {
  members += 1;
  const loginName = `member${members}x`;
  const made = await admin.does('save-account', { accountId, name: `成员${members}`, loginName });
  const first = await world.anybody.does('sign-in', { loginName, password: made.oneTimePassword! });
  const me = actor(first.token);
  await me.does('change-password', { before: made.oneTimePassword!, password: PASSWORD });
  const { uri } = await me.does('set-up-totp', {});
  const code = codesOf(world, uri);
  const { recoveryCodes } = await me.does('confirm-totp', { code: code() });
  const { deviceToken } = first;
  return { accountId: made.accountId, loginName, password: PASSWORD, recoveryCodes, code, deviceToken };
}

/** The authenticator that scanned this address. */
export function codesOf(world: World, uri: string): () => string {
  const secret = new URL(uri).searchParams.get('secret')!;
  const app = new TOTP({ secret });
  return () => app.generate({ timestamp: world.app.wallClock().getTime() });
}

/** Signs in from an address; the clock must have moved on since the last code. */
export function enter(
  world: World,
  member: Member,
  change: Partial<RequestOf<'sign-in'>> = {},
  from = '192.0.2.1',
) {
  const { loginName, password } = member;
  return world.anybody.does('sign-in', { loginName, password, code: member.code(), ...change }, { from });
}
