import type { Backstage } from './backstage';

export interface TokenDesk {
  issue(force: boolean): { access_token: string; expires_in: number };
  /** WeChat's error code for a token that is not good, or undefined. */
  problem(token: string): number | undefined;
  /** As if somebody had forced a new one elsewhere. */
  revoke(): void;
}

const LIFE_MS = 7_200_000;
const RENEWED_EARLIER_MS = 300_000;
const BETWEEN_FORCED_MS = 30_000;

/** The stable token: the same for everybody until five minutes before its end, or until somebody forces another. */
export function createTokenDesk({ now, nextSerial }: Backstage): TokenDesk {
  let issued: { token: string; until: number }[] = [];
  let forcedAt = Number.NEGATIVE_INFINITY;
  const renew = () => {
    const fresh = { token: `sandbox-token-${nextSerial()}`, until: now().getTime() + LIFE_MS };
    // The last one stays good to its own end.
    issued = [...issued.slice(-1), fresh];
    return fresh;
  };
  const killAndRenew = () => {
    issued = [];
    forcedAt = now().getTime();
    return renew();
  };
  const ordinary = () => {
    const held = issued.at(-1);
    return held && now().getTime() < held.until - RENEWED_EARLIER_MS ? held : renew();
  };
  return {
    issue: (force) => {
      const at = now().getTime();
      const { token, until } = force && at - forcedAt >= BETWEEN_FORCED_MS ? killAndRenew() : ordinary();
      return { access_token: token, expires_in: Math.floor((until - at) / 1000) };
    },
    problem: (token) => {
      const known = issued.find((one) => one.token === token);
      if (!known) return 40001;
      return now().getTime() >= known.until ? 42001 : undefined;
    },
    revoke: () => {
      issued = [];
    },
  };
}
