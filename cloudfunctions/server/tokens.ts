import { jwtVerify, SignJWT } from 'jose';

/** Who is signed in: nothing but two ids. Roles are read from the database at each call. */
export interface Session {
  courtId: string;
  accountId: string;
}

export interface Tokens {
  issue(session: Session, now: Date): Promise<{ token: string; expiresAt: Date }>;
  /** Null for a token that is forged, foreign or expired. */
  verify(token: string, now: Date): Promise<Session | null>;
}

const ALGORITHM = 'HS256';
const ISSUER = 'zhiqian';
const AUDIENCE = 'zhiqian-api';
const LIFETIME_MS = 12 * 3_600_000;

export function createTokens(key: Uint8Array): Tokens {
  return {
    async issue(session, now) {
      const expiresAt = new Date(now.getTime() + LIFETIME_MS);
      const token = await new SignJWT({ court: session.courtId })
        .setProtectedHeader({ alg: ALGORITHM })
        .setSubject(session.accountId)
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt(now)
        .setExpirationTime(expiresAt)
        .sign(key);
      return { token, expiresAt };
    },
    async verify(token, now) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: [ALGORITHM],
          issuer: ISSUER,
          audience: AUDIENCE,
          currentDate: now,
        });
        if (!payload.sub || typeof payload.court !== 'string') return null;
        return { courtId: payload.court, accountId: payload.sub };
      } catch {
        return null;
      }
    },
  };
}
