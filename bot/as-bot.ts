import type { ActionName, InputOf, OutputOf } from '../shared/actions';
import type { Clock } from './clock';
import type { AsBot } from './deliver';

export interface Login {
  server: string;
  botId: string;
  secret: string;
}

/** A "no" of the server's, or its silence; the name is the code, and no words of anybody are in it. */
export class DoorError extends Error {
  constructor(code: string) {
    super(code);
    this.name = `door-${code}`;
  }
}

/** Signed in anew this long before the token is stale. */
const EARLY_MS = 60_000;
const WITHIN_MS = 20_000;

/** The api door, as the bot itself. */
export function createAsBot(login: Login, clock: Clock): AsBot {
  let token: Promise<{ token: string; expiresAt: string }> | undefined;

  const signIn = () => call(login.server, 'sign-in-bot', { botId: login.botId, secret: login.secret });

  async function freshToken(): Promise<string> {
    token ??= signIn();
    // A sign-in that failed is not kept.
    const held = await token.catch((error: unknown) => {
      token = undefined;
      throw error;
    });
    if (Date.parse(held.expiresAt) - clock.now().getTime() > EARLY_MS) return held.token;
    token = signIn();
    return (await token).token;
  }

  return async (action, input) => {
    try {
      return await call(login.server, action, input, await freshToken());
    } catch (error) {
      // The server was started anew, or the secret was changed.
      if (error instanceof DoorError && /signed|session|token|401/u.test(error.message)) token = undefined;
      throw error;
    }
  };
}

async function call<N extends ActionName>(
  server: string,
  action: N,
  input: InputOf<N>,
  token?: string,
): Promise<OutputOf<N>> {
  const response = await fetch(`${server}/api/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify(input),
    signal: AbortSignal.timeout(WITHIN_MS),
  });
  const answer = (await response.json()) as
    | { ok: true; data: OutputOf<N> }
    | { ok: false; refusal?: { code?: string } };
  if (answer.ok) return answer.data;
  throw new DoorError(response.status === 401 ? '401' : (answer.refusal?.code ?? String(response.status)));
}
