import { setMaxListeners } from 'node:events';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { type Arrival, createArrivals, type Listener } from './arrivals';
import type { HeardCall } from './backstage';
import { type Callbacks, createCallbacks } from './callbacks';
import { type Chats, createChats } from './chats';
import { createFaults, type FaultRule } from './faults';
import { type GatewayAccount, gatewayDoor } from './gateway';
import { type TencentAccount, tencentDoor } from './tencent';
import { type WechatAccount, wechatDoor } from './wechat';

export interface CarrierSandboxOptions {
  now: () => Date;
  tencent: TencentAccount;
  wechat: WechatAccount;
  gateway: GatewayAccount;
  /** How many arrivals are kept. */
  keep?: number;
  /** Hears of every message that somebody asks to be sent, taken or not. */
  heard?: (call: HeardCall) => void;
}

export interface CarrierSandbox {
  /** Speaks the carriers' wire formats; serve it on a port of its own, since Tencent's path is `/`. */
  app: Hono<{ Bindings: HttpBindings }>;
  arrivals(): Arrival[];
  /** Hears of every arrival from now on; returns the way to stop. */
  onArrival(listener: Listener): () => void;
  /** The next calls that fit go wrong; returns the way to take it back. */
  failNext(rule: FaultRule): () => void;
  /** A person allows a one-time template so many messages, as one tap in the mini-program does. */
  grant(openid: string, templateId: string, times?: number): void;
  /** The access token that is out there is good no more. */
  revokeToken(): void;
  /** Where the carriers report to, what a phone replies, and when all is said. */
  callbacks: Pick<Callbacks, 'reportTo' | 'reply' | 'settled'>;
  /** Where the bot of a demonstration lives. */
  chats: Chats;
  /** Lets go of the calls that hang. */
  close(): void;
}

/** The carriers' side of the wire, as far as we use it: checks what they check, and keeps what would arrive. */
export function createCarrierSandbox(options: CarrierSandboxOptions): CarrierSandbox {
  const closing = new AbortController();
  // Each report under way listens to it.
  setMaxListeners(0, closing.signal);
  const arrivals = createArrivals(options.now, options.keep ?? 2_000);
  const faults = createFaults();
  const callbacks = createCallbacks({ ...options, faults, closing: closing.signal });
  // Not the numbers of before a restart once more.
  let serial = options.now().getTime() * 1_000;
  const stage = {
    now: options.now,
    arrivals,
    faults,
    heard: options.heard ?? (() => {}),
    callbacks,
    closing: closing.signal,
    nextSerial: () => String(++serial),
  };
  const chats = createChats(options.now);
  const wechat = wechatDoor(options.wechat, stage);
  const app = new Hono<{ Bindings: HttpBindings }>()
    .route('/', tencentDoor(options.tencent, stage))
    .route('/', chats.app)
    .route('/', wechat.app)
    .route('/', gatewayDoor(options.gateway, stage));
  return {
    app,
    arrivals: arrivals.all,
    onArrival: arrivals.listen,
    failNext: faults.add,
    grant: (openid, templateId, times = 1) => wechat.grant(openid, templateId, times),
    revokeToken: wechat.revokeToken,
    callbacks,
    chats,
    close: () => {
      chats.close();
      closing.abort();
    },
  };
}
