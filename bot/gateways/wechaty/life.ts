import type { EventEmitter } from 'node:events';
import { log, type Message, types, WechatyBuilder } from 'wechaty';
import type { Clock } from '../../clock';
import { withDeadline } from '../../deadline';
import type { Inbound } from '../port';
import { endsConnection } from './meaning';
import { payloadsInMemory } from './payloads-in-memory';
import { type Evidence, noEvidence, saysKicked } from './pulse';

export interface PuppetSettings {
  /** The package of the puppet, e.g. wechaty-puppet-service. */
  puppet: string;
  /** What that package asks for. */
  options: Record<string, unknown>;
}

export interface LifeListener {
  message(message: Inbound): void;
  /** The evidence says something new that is good: there is a line, it answers, the account is in. */
  better(): void;
  /** The picture that the account's owner has to scan. */
  scan(qrCode: string): void;
}

/** One connection, from its opening until it is given up; a broken one is never mended, the next one takes over. */
export interface Life {
  readonly evidence: Evidence;
  ding(): void;
  sendText(conversation: string, text: string, mention?: string): Promise<string | undefined>;
  close(): Promise<void>;
}

/** The part of wechaty-puppet-service that shows the wire itself. Other puppets do not have it. */
interface Wire extends EventEmitter {
  eventStream?: { cancel(): void };
  _client?: Record<'ding' | 'stop', Call> & { close(): void };
}
type Call = (request: unknown, answer: (error: unknown, response?: unknown) => void) => unknown;

/** Longer than any day: we watch by ourselves, and the library's watchdog resets a healthy idle line. */
const NO_WATCHDOG_SECONDS = 7 * 86_400;
const CLOSE_MS = 3_000;

export async function openLife(
  settings: PuppetSettings,
  listener: LifeListener,
  clock: Clock,
): Promise<Life> {
  // Its log would carry what people write.
  log.level('silent');
  const evidence = noEvidence();
  const bot = WechatyBuilder.build({
    puppet: settings.puppet as never,
    // Without a name its memory is kept nowhere.
    puppetOptions: { timeoutSeconds: NO_WATCHDOG_SECONDS, ...settings.options } as never,
  });
  // Without this listener an error ends the process.
  bot.on('error', (error) => {
    if (endsConnection(error)) evidence.broken = true;
  });
  bot.on('login', () => {
    evidence.account = 'in';
    listener.better();
  });
  bot.on('logout', (_who, reason = '') => {
    evidence.account = saysKicked(reason) ? 'kicked' : 'out';
  });
  bot.on('scan', (qrCode) => {
    if (evidence.account === 'unknown') evidence.account = 'out';
    listener.scan(qrCode);
  });
  bot.on('dong', () => {
    evidence.dingAt = null;
    evidence.answeredAt ??= clock.now().getTime();
    listener.better();
  });
  bot.on('message', (message) => {
    void inboundOf(message).then((inbound) => inbound && listener.message(inbound), noop);
  });
  await bot.init();
  const isService = settings.puppet === 'wechaty-puppet-service';
  if (isService) Object.assign(bot.puppet, { _payloadStore: payloadsInMemory() });
  const wireOf = (): Wire | undefined => {
    const wire = (bot.puppet as unknown as { _grpcManager?: Wire })._grpcManager;
    return wire?._client && wire;
  };
  const watched = new WeakSet<Wire>();
  const started = bot.start().then(
    () => {
      look();
      listener.better();
    },
    () => {
      evidence.broken = true;
    },
  );

  /** Listens to the wire itself as soon as there is one. */
  function look(): void {
    const wire = wireOf();
    if (!wire || watched.has(wire)) return;
    watched.add(wire);
    watchWire(wire, evidence);
  }

  return {
    evidence,
    ding: () => {
      if (isService && !wireOf()) return;
      look();
      if (evidence.dingAt === null) {
        evidence.dingAt = clock.now().getTime();
        evidence.dingTaken = false;
      }
      try {
        bot.puppet.ding('zhiqian');
      } catch {
        evidence.broken = true;
      }
    },
    sendText: async (conversation, text, mention) => {
      const called = mention ? `@${await nameIn(bot.puppet, conversation, mention)}\u2005${text}` : text;
      const id = await bot.puppet.messageSendText(conversation, called, mention ? [mention] : undefined);
      return id || undefined;
    },
    close: async () => {
      evidence.broken = true;
      const wire = wireOf();
      // Neither `close` nor the library's `destroy` tells the server, which would keep our place taken for ever.
      wire?.eventStream?.cancel();
      wire?._client?.close();
      await withDeadline(
        started.then(() => bot.stop()),
        CLOSE_MS,
      ).catch(noop);
    },
  };
}

const noop = () => {};

/** Sees whether the server takes our dings, hears when it ends our stream, and keeps our `stop` from stopping it for all. */
function watchWire(wire: Wire, evidence: Evidence): void {
  wire.on('error', (error) => {
    if (endsConnection(error)) evidence.broken = true;
  });
  wire.on('end', () => {
    if (!evidence.broken) evidence.ended = true;
  });
  const client = wire._client!;
  const ding = client.ding.bind(client);
  client.ding = (request, answer) =>
    ding(request, (error, response) => {
      if (!error) evidence.dingTaken = true;
      else if (endsConnection(error)) evidence.broken = true;
      answer(null, response);
    });
  client.stop = (_request, answer) => answer(null, {});
}

type Puppet = ReturnType<typeof WechatyBuilder.build>['puppet'];

async function nameIn(puppet: Puppet, room: string, user: string): Promise<string> {
  const member = await puppet.roomMemberPayload(room, user).catch(() => null);
  return member?.roomAlias || member?.name || user;
}

/** Null for our own words and for what has no text. */
async function inboundOf(message: Message): Promise<Inbound | null> {
  if (message.self() || message.type() !== types.Message.Text) return null;
  const room = message.room();
  return {
    messageId: message.id,
    from: message.talker().id,
    ...(room ? { group: room.id } : {}),
    mentionsMe: room ? await message.mentionSelf().catch(() => false) : false,
    text: room ? await message.mentionText().catch(() => message.text()) : message.text(),
    at: message.date(),
  };
}
