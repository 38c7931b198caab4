import type { Identity } from './perform';
import type { Tokens } from './tokens';

/** What a platform hands over beside the event. The request body has no way into it. */
export interface TrustedContext {
  /** `Authorization: Bearer …` as the HTTP front received it. */
  authorization?: string;
  /** The WeChat user, as CloudBase vouches for him. */
  openid?: string;
  clientAddress?: string;
}

/** Finds the session of an openid; null when the person has no account yet. */
export type FindByOpenid = (openid: string) => Promise<Identity['session']>;

export async function identify(
  context: TrustedContext,
  tokens: Tokens,
  findByOpenid: FindByOpenid,
  now: Date,
): Promise<Identity> {
  const bearer = /^Bearer (\S+)$/.exec(context.authorization ?? '')?.[1];
  const openid = context.openid ?? null;
  const session = bearer
    ? await tokens.verify('access', bearer, now)
    : openid
      ? await findByOpenid(openid)
      : null;
  return { session, openid, clientAddress: context.clientAddress ?? '' };
}
