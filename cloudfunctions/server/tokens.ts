import { jwtVerify, SignJWT } from 'jose';

/** Who is signed in: nothing but ids. Roles are read from the database at each call. */
export interface Session {
  courtId: string;
  accountId: string;
  /** The sign-in that the call comes from. */
  signIn?: SignInRef;
  /** There was none: WeChat vouches for the person. */
  viaWechat?: true;
  /** Made for one chat message of this binding: opens what shared/cases/chat-actions.ts lists. */
  viaChat?: string;
}

export interface SignInRef {
  sessionId: string;
  /** The number of the refresh token that the access token came with. */
  rotation: number;
}

export type SignedSession = Session & { signIn: SignInRef };

export interface Issued {
  token: string;
  expiresAt: Date;
}

/** `access` opens every action for some minutes; `refresh` is good for nothing but the next pair; `chat` for one message. */
export type TokenUse = 'access' | 'refresh' | 'chat';

export interface Tokens {
  issue(use: TokenUse, session: SignedSession, now: Date): Promise<Issued>;
  /** Null for a token that is forged, foreign, expired or made for the other use. */
  verify(use: TokenUse, token: string, now: Date): Promise<SignedSession | null>;
}

const ALGORITHM = 'HS256';
const ISSUER = 'zhiqian';
const AUDIENCE: Record<TokenUse, string> = {
  access: 'zhiqian-api',
  refresh: 'zhiqian-refresh',
  chat: 'zhiqian-chat',
};
const MINUTE_MS = 60_000;
export const LIFETIME_MS: Record<TokenUse, number> = {
  access: 10 * MINUTE_MS,
  refresh: 30 * 24 * 60 * MINUTE_MS,
  chat: 2 * MINUTE_MS,
};

export function createTokens(key: Uint8Array): Tokens {
  return {
    async issue(use, { courtId, accountId, signIn }, now) {
      const expiresAt = new Date(now.getTime() + LIFETIME_MS[use]);
      const token = await new SignJWT({ court: courtId, sid: signIn.sessionId, rot: signIn.rotation })
        .setProtectedHeader({ alg: ALGORITHM })
        .setSubject(accountId)
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE[use])
        .setIssuedAt(now)
        .setExpirationTime(expiresAt)
        .sign(key);
      return { token, expiresAt };
    },
    async verify(use, token, now) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: [ALGORITHM],
          issuer: ISSUER,
          audience: AUDIENCE[use],
          currentDate: now,
          requiredClaims: ['exp', 'sub', 'iat'],
        });
        return sessionOf(payload);
      } catch {
        return null;
      }
    },
  };
}

function sessionOf({ sub, court, sid, rot }: Record<string, unknown>): SignedSession | null {
  const isWhole =
    typeof sub === 'string' &&
    typeof court === 'string' &&
    typeof sid === 'string' &&
    Number.isSafeInteger(rot);
  if (!isWhole) return null;
  return { courtId: court, accountId: sub, signIn: { sessionId: sid, rotation: rot as number } };
}
