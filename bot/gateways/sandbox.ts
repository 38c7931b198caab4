import type { Clock } from '../clock';
import type { Gateway, GatewayListener, GatewayState, Inbound, Outcome } from './port';

export interface SandboxSettings {
  /** Where the chats of a demonstration or of a test are. */
  url: string;
  sayWithinMs: number;
}

interface Heard {
  messages: (Omit<Inbound, 'at'> & { at: string })[];
  /** Where to go on. */
  next: number;
}

const PAUSE_MS = 1_000;

/** The chats on /phones: messages are fetched by long polling and said by one call. */
export function sandboxGateway(settings: SandboxSettings, clock: Clock): Gateway {
  const ending = new AbortController();
  let said: GatewayState | undefined;

  async function listen(listener: GatewayListener): Promise<void> {
    let after = 0;
    while (!ending.signal.aborted) {
      // At first only whether it is there.
      const heard = await fetchMessages(settings.url, after, said === 'up', ending.signal);
      if (ending.signal.aborted) return;
      const state = heard ? 'up' : 'down';
      if (state !== said) listener.state(state);
      said = state;
      if (heard) after = heard.next;
      for (const { at, ...message } of heard?.messages ?? [])
        listener.message({ ...message, at: new Date(at) });
      if (!heard) await pause(clock);
    }
  }

  return {
    name: 'sandbox',
    start: async (listener) => {
      void listen(listener);
    },
    say: async (to, text) => post(`${settings.url}/chat/say`, { to, text }, settings.sayWithinMs),
    stop: async () => ending.abort(),
  };
}

const pause = (clock: Clock) => new Promise<void>((resolve) => void clock.after(PAUSE_MS, resolve));

async function fetchMessages(
  url: string,
  after: number,
  waits: boolean,
  signal: AbortSignal,
): Promise<Heard | null> {
  try {
    const answer = await fetch(`${url}/chat/messages?after=${after}${waits ? '&wait' : ''}`, { signal });
    return answer.ok ? ((await answer.json()) as Heard) : null;
  } catch {
    return null;
  }
}

async function post(url: string, body: object, withinMs: number): Promise<Outcome> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(withinMs),
    });
    if (!answer.ok) return { kind: 'permanent', reason: `status-${answer.status}` };
    const { id } = (await answer.json()) as { id?: string };
    return { kind: 'accepted', ...(id ? { carrierId: id } : {}) };
  } catch {
    return { kind: 'unknown', reason: 'dropped' };
  }
}
