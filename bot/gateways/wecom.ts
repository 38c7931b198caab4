import { WSClient } from '@wecom/aibot-node-sdk';
import type { Clock } from '../clock';
import { LateError, withDeadline } from '../deadline';
import type { Addressee, Gateway, GatewayListener, GatewayState, Inbound, Outcome } from './port';

export interface WecomSettings {
  botId: string;
  secret: string;
  /** WeCom's own address where it is not set. */
  url?: string;
  dingEveryMs: number;
  dongWithinMs: number;
  sayWithinMs: number;
}

/** Long enough that two bots with the same id do not throw each other out all day. */
const AFTER_DISPLACED_MS = 10 * 60_000;

/** WeCom's official bot over its long connection; it needs no public address. */
export function wecomGateway(settings: WecomSettings, clock: Clock): Gateway {
  let listener: GatewayListener | undefined;
  let client: WSClient | undefined;
  let said: GatewayState | undefined;
  let stopped = false;
  let cancelReturn = noop;
  let cancelWait = noop;

  function tell(state: GatewayState): void {
    if (state === said || stopped) return;
    said = state;
    listener?.state(state);
  }

  function begin(): void {
    const born = new WSClient({
      botId: settings.botId,
      secret: settings.secret,
      ...(settings.url ? { wsUrl: settings.url } : {}),
      maxReconnectAttempts: -1,
      maxAuthFailureAttempts: -1,
      // The third that is not answered ends the connection.
      heartbeatInterval: settings.dingEveryMs * 0.75,
      wsOptions: { handshakeTimeout: settings.dongWithinMs },
      logger: { ...SILENT, warn: (words) => /no heartbeat ack/iu.test(words) && tell('frozen') },
    });
    client = born;
    born.on('connected', () => {
      cancelWait();
      cancelWait = clock.after(settings.dongWithinMs, () => beginAnew(born));
    });
    born.on('authenticated', () => {
      cancelWait();
      tell('up');
    });
    born.on('error', (error: Error) => tell(/authentication/iu.test(error.message) ? 'logged-out' : 'down'));
    born.on('disconnected', (reason: string) => {
      cancelWait();
      if (/new connection/iu.test(reason)) displaced();
      else if (said === undefined || said === 'up') tell('down');
    });
    born.on('message.text', (frame) => hear(frame.body, frame.body?.text?.content));
    born.on('message.voice', (frame) => hear(frame.body, frame.body?.voice?.content));
    born.connect();
  }

  /** The library waits for ever for the answer to its sign-in. */
  function beginAnew(old: WSClient): void {
    tell('frozen');
    old.disconnect();
    if (!stopped) begin();
  }

  function displaced(): void {
    tell('displaced');
    cancelReturn = clock.after(AFTER_DISPLACED_MS, begin);
  }

  function hear(body: Spoken | undefined, text: string | undefined): void {
    if (body && text !== undefined && !stopped) listener?.message(inboundOf(body, text, clock.now()));
  }

  return {
    name: 'wecom',
    start: async (hears) => {
      listener = hears;
      begin();
    },
    say: async (to, text) => {
      if (!client || said !== 'up') return { kind: 'temporary', reason: said ?? 'down' };
      return say(client, to, text, settings.sayWithinMs);
    },
    stop: async () => {
      stopped = true;
      cancelReturn();
      cancelWait();
      client?.disconnect();
    },
  };
}

/** What we read of a message; the rest is the chat system's. */
interface Spoken {
  msgid: string;
  chatid?: string;
  chattype: 'single' | 'group';
  from: { userid: string };
  create_time?: number;
}

/** In a group WeCom brings only what was said to the bot, beginning with its name. */
function inboundOf(body: Spoken, text: string, now: Date): Inbound {
  const isGroup = body.chattype === 'group';
  return {
    messageId: body.msgid,
    from: body.from.userid,
    ...(isGroup ? { group: body.chatid ?? '' } : {}),
    mentionsMe: isGroup,
    text: isGroup ? text.replace(/^\s*@\S+\s*/u, '') : text,
    at: body.create_time ? new Date(body.create_time * 1000) : now,
  };
}

async function say(client: WSClient, to: Addressee, text: string, withinMs: number): Promise<Outcome> {
  const chat = 'user' in to ? to.user : to.group;
  const called = 'group' in to && to.mention ? `<@${to.mention}> ${plain(text)}` : plain(text);
  try {
    const sending = client.sendMessage(chat, { msgtype: 'markdown', markdown: { content: called } });
    const ack = await withDeadline(sending, withinMs);
    return { kind: 'accepted', carrierId: ack.headers.req_id };
  } catch (error) {
    return meaningOf(error);
  }
}

/** What a person wrote must not become a heading, a link or somebody called by name. */
const plain = (text: string) =>
  text
    .replaceAll('<', '＜')
    .replaceAll('*', '＊')
    .replaceAll('`', '｀')
    .replaceAll('[', '［')
    .replace(/^#/gmu, '＃');

/** Codes of an ack that refuses. 45009: too many calls; 846607: too often to one chat. */
const LATER = new Set([-1, 45009, 45033, 846607]);

function meaningOf(error: unknown): Exclude<Outcome, { kind: 'accepted' }> {
  if (error instanceof LateError) return { kind: 'unknown', reason: 'deadline' };
  const { errcode, message } = error as { errcode?: unknown; message?: unknown };
  if (typeof errcode === 'number') {
    return { kind: LATER.has(errcode) ? 'temporary' : 'permanent', reason: `wecom-${errcode}` };
  }
  // The one error that is thrown before the message leaves.
  if (/not connected/iu.test(String(message))) return { kind: 'temporary', reason: 'not-connected' };
  return { kind: 'unknown', reason: /ack timeout/iu.test(String(message)) ? 'ack-timeout' : 'dropped' };
}

const noop = () => {};
/** Its log would carry what people write. */
const SILENT = { debug: noop, info: noop, warn: noop, error: noop };
