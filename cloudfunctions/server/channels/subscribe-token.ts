import { post, readJson } from './http-call';
import { HOUR, type Meaning, MINUTE, temporary } from './meaning';

export interface TokenConfig {
  appId: string;
  secret: string;
  baseUrl: string;
  deadlineMs: number;
  /** Milliseconds that only ever grow: a life of two hours is no matter of the calendar. */
  elapsedMs: () => number;
}

export type Token = { token: string } | { absent: Meaning };

export interface Tokens {
  /** The token in hand, or a new one. */
  current(): Promise<Token>;
  /** Another one than that which WeChat has just refused. */
  instead(refused: string): Promise<Token>;
}

/** WeChat renews a stable token five minutes before its end; both are good until then. */
const RENEW_EARLIER_MS = 5 * MINUTE * 1000;

/** Keeps the access token. However many sends need one at once, WeChat is asked once. */
export function stableTokens(config: TokenConfig): Tokens {
  let held: { token: string; until: number } | undefined;
  let fetching: Promise<Token> | undefined;

  const fetchAndHold = async (refused?: string): Promise<Token> => {
    const fresh = await newToken(config, refused);
    if ('absent' in fresh) return fresh;
    held = { token: fresh.token, until: config.elapsedMs() + fresh.seconds * 1000 - RENEW_EARLIER_MS };
    return { token: fresh.token };
  };
  const once = (refused?: string): Promise<Token> => {
    fetching ??= fetchAndHold(refused).finally(() => {
      fetching = undefined;
    });
    return fetching;
  };
  return {
    current: async () => (held && config.elapsedMs() < held.until ? { token: held.token } : once()),
    instead: async (refused) => (held && held.token !== refused ? { token: held.token } : once(refused)),
  };
}

type Fresh = { token: string; seconds: number } | { absent: Meaning };

/**
 * The ordinary mode gives every server the token that is good now. Forcing makes a new one and kills that of
 * the other servers, 20 times a day and 30 seconds apart: only when the ordinary mode repeats a refused token.
 */
async function newToken(config: TokenConfig, refused?: string): Promise<Fresh> {
  const ordinary = await askForToken(config, false);
  const repeated = 'token' in ordinary && ordinary.token === refused;
  return repeated ? askForToken(config, true) : ordinary;
}

async function askForToken(config: TokenConfig, force: boolean): Promise<Fresh> {
  const answer = await post({
    url: `${config.baseUrl}/cgi-bin/stable_token`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'client_credential',
      appid: config.appId,
      secret: config.secret,
      force_refresh: force,
    }),
    deadlineMs: config.deadlineMs,
  });
  if ('absent' in answer) return { absent: withoutDoubt(answer.absent) };
  return readToken(readJson(answer.text));
}

/** While we ask for a token nothing of the message has left: no failure here can be of unknown fate. */
function withoutDoubt(absent: Meaning): Meaning {
  return absent.outcome === 'unknown' ? temporary('token') : absent;
}

function readToken(body: unknown): Fresh {
  const { access_token, expires_in, errcode } = (body ?? {}) as Record<string, unknown>;
  if (typeof access_token === 'string' && access_token && typeof expires_in === 'number') {
    return { token: access_token, seconds: expires_in };
  }
  return { absent: TOKEN_CODES[String(errcode)] ?? temporary('token') };
}

/** stable_token, https://developers.weixin.qq.com/doc/service/api/base/api_getstableaccesstoken.html */
export const TOKEN_CODES: Record<string, Meaning> = {
  '-1': temporary('carrier-busy', 1),
  40002: temporary('misconfigured', HOUR),
  40013: temporary('credentials', HOUR),
  40125: temporary('credentials', HOUR),
  // This server's address is not on the account's list.
  40164: temporary('credentials', HOUR),
  41002: temporary('credentials', HOUR),
  41004: temporary('credentials', HOUR),
  45009: temporary('carrier-busy', HOUR),
  45011: temporary('carrier-busy', MINUTE),
};
