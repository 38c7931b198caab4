import type { Gateway, GatewayListener, Outcome } from './port';

export interface WebhookSettings {
  /** The webhook's address for each group. Whoever has it can write there, so it is never logged. */
  groups: Record<string, string>;
  sayWithinMs: number;
}

/** A robot of a WeCom group: it writes and never hears. WeCom takes twenty messages a minute of each. */
export function webhookGateway(settings: WebhookSettings): Gateway {
  return {
    name: 'webhook',
    // There is no connection that could be lost; each call says how it went.
    start: async (listener: GatewayListener) => listener.state('up'),
    say: async (to, text) => {
      const address = 'group' in to ? settings.groups[to.group] : undefined;
      if (!address) return { kind: 'permanent', reason: 'addressee-unknown' };
      const mention = 'group' in to && to.mention ? { mentioned_list: [to.mention] } : {};
      return post(address, { msgtype: 'text', text: { content: text, ...mention } }, settings.sayWithinMs);
    },
    stop: async () => {},
  };
}

async function post(address: string, body: object, withinMs: number): Promise<Outcome> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(withinMs),
    });
    const { errcode } = (await answer.json()) as { errcode?: number };
    return errcode === 0 ? { kind: 'accepted' } : refusal(errcode);
  } catch (error) {
    return neverLeft(error)
      ? { kind: 'temporary', reason: 'not-connected' }
      : { kind: 'unknown', reason: 'dropped' };
  }
}

/** 93000: the key is wrong or the robot was removed; 40008, 40058: the message is wrong. */
const FOR_GOOD = new Set([93000, 40008, 40058]);

function refusal(errcode: number | undefined): Outcome {
  if (errcode === undefined) return { kind: 'unknown', reason: 'answer-unreadable' };
  return { kind: FOR_GOOD.has(errcode) ? 'permanent' : 'temporary', reason: `wecom-${errcode}` };
}

function neverLeft(error: unknown): boolean {
  const { code } = ((error as { cause?: unknown }).cause ?? {}) as { code?: unknown };
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN';
}
