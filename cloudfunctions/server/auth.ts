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
  const session = bearer ? await sessionOf(tokens, bearer, now) : openid ? await findByOpenid(openid) : null;
  return { session, openid, clientAddress: context.clientAddress ?? '' };
}

/** In a chat token the place of the sign-in is the chat's: there was none. */
async function sessionOf(tokens: Tokens, bearer: string, now: Date): Promise<Identity['session']> {
  const signedIn = await tokens.verify('access', bearer, now);
  if (signedIn) return signedIn;
  const chat = await tokens.verify('chat', bearer, now);
  return chat && { courtId: chat.courtId, accountId: chat.accountId, viaChat: chat.signIn.sessionId };
}

/** What CloudBase's `parseContext(context)` says beside the event. */
export interface PlatformWords {
  /** The road of the call, e.g. `wx_client`, or `wx_client,scf` when a function called on. */
  TCB_SOURCE?: string;
  WX_APPID?: string;
  WX_OPENID?: string;
}

/** The WeChat user, where the call came straight from our own mini-program; nobody otherwise. */
export function vouchedOpenid(words: PlatformWords | undefined, ourAppId: string): string | undefined {
  if (!words || !ourAppId || words.WX_APPID !== ourAppId) return undefined;
  return words.TCB_SOURCE === 'wx_client' ? words.WX_OPENID || undefined : undefined;
}
