import type { Clock } from './clock';
import { type Ask, callDoor, DoorError } from './door';

export interface Login {
  server: string;
  botId: string;
  secret: string;
}

/** Signed in anew this long before the token is stale. */
const EARLY_MS = 60_000;

/** The api door, as the bot itself. */
export function createAsBot(login: Login, clock: Clock): Ask {
  let token: Promise<{ token: string; expiresAt: string }> | undefined;

  const signIn = () => callDoor(login.server, 'sign-in-bot', { botId: login.botId, secret: login.secret });

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

  return async (action, input, key) => {
    try {
      return await callDoor(login.server, action, input, { token: await freshToken(), key });
    } catch (error) {
      // The server was started anew, or the secret was changed.
      if (error instanceof DoorError && /signed|session|token|401/u.test(error.message)) token = undefined;
      throw error;
    }
  };
}
