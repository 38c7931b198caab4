import type { Clock } from '../../clock';
import { withDeadline } from '../../deadline';
import type { Addressee, Gateway, GatewayListener, GatewayState, Outcome } from '../port';
import { type Life, openLife, type PuppetSettings } from './life';
import { meaningOf } from './meaning';
import { type Evidence, judge } from './pulse';

export interface WechatySettings extends PuppetSettings {
  /** How often it is asked whether it lives. */
  dingEveryMs: number;
  /** How long the answer may take. */
  dongWithinMs: number;
  sayWithinMs: number;
}

export interface WechatyGateway extends Gateway {
  /** What has been seen of the connection that is in use; undefined between two. */
  evidence(): Evidence | undefined;
}

/** Where a new connection helps. Somebody who is logged out has to log in. */
const NEEDS_NEW_LIFE: ReadonlySet<GatewayState> = new Set(['down', 'frozen', 'displaced']);
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
const LOOKS_A_DING = 8;

/** Any puppet of wechaty. Its state is what dings and events prove; a connection that fails is replaced as a whole. */
export function wechatyGateway(
  settings: WechatySettings,
  clock: Clock,
  showScan: (qrCode: string) => void = () => {},
): WechatyGateway {
  let listener: GatewayListener | undefined;
  let life: Life | undefined;
  let said: GatewayState | undefined;
  let pauseMs = FIRST_PAUSE_MS;
  let stopped = false;
  const ends: (() => void)[] = [];
  let cancelNext = () => {};

  async function begin(): Promise<void> {
    const born = await openLife(
      settings,
      { message: (message) => !stopped && listener?.message(message), better: look, scan: showScan },
      clock,
    ).catch(() => null);
    if (!born) return beginLater();
    if (stopped) return born.close();
    life = born;
    look();
  }

  function beginLater(): void {
    cancelNext = clock.after(Math.min(pauseMs, settings.dingEveryMs * 2), () => void begin());
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  }

  function look(): void {
    if (!life) return;
    // The first ding cannot leave before there is a line.
    if (life.evidence.answeredAt === null && life.evidence.dingAt === null) life.ding();
    const state = judge(life.evidence, clock.now().getTime(), settings.dongWithinMs);
    if (state === null) return;
    if (state === 'up') pauseMs = FIRST_PAUSE_MS;
    tell(state);
    if (NEEDS_NEW_LIFE.has(state)) {
      const old = life;
      life = undefined;
      void old.close().then(beginLater);
    }
  }

  function tell(state: GatewayState): void {
    if (state === said) return;
    said = state;
    listener?.state(state);
  }

  return {
    name: 'wechaty',
    evidence: () => life?.evidence,
    start: async (hears) => {
      listener = hears;
      ends.push(clock.every(settings.dingEveryMs, () => life?.ding()));
      ends.push(clock.every(settings.dingEveryMs / LOOKS_A_DING, look));
      await begin();
    },
    say: async (to, text) => {
      const at = life;
      if (!at || said !== 'up') return { kind: 'temporary', reason: said ?? 'down' };
      return say(at, to, text, settings.sayWithinMs);
    },
    stop: async () => {
      stopped = true;
      cancelNext();
      for (const end of ends) end();
      await life?.close();
    },
  };
}

async function say(life: Life, to: Addressee, text: string, withinMs: number): Promise<Outcome> {
  const [conversation, mention] = 'user' in to ? [to.user] : [to.group, to.mention];
  try {
    const carrierId = await withDeadline(life.sendText(conversation, text, mention), withinMs);
    return { kind: 'accepted', ...(carrierId ? { carrierId } : {}) };
  } catch (error) {
    return meaningOf(error);
  }
}
