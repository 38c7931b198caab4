import { once } from 'node:events';
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import {
  type Arrival,
  createCarrierSandbox,
  type Fault,
  type FaultRule,
} from '../../cloudfunctions/host/carrier-sandbox';
import { type Day, dayAt } from '../../shared/day';
import { SUBSCRIBE_TEMPLATES, smsTemplates } from '../../shared/reminders/wording';
import { freePort } from '../host/program';
import type { Clock } from './clock';
import { PLACE, TENCENT, WECHAT } from './soak-app';

/** A call as the carrier saw it; taken or not. */
export interface SeenCall {
  carrier: 'sms' | 'subscribe';
  to: string;
  /** Our notice's id, where the carrier is told it. */
  noticeId?: string;
  day: Day;
  at: Date;
  fault?: Fault;
  /** The caller had gone before the answer was out, or never got one. */
  cut: boolean;
}

export interface SoakCarriers {
  url: string;
  calls: SeenCall[];
  taken: Arrival[];
  /** Told of each call in the moment in which it comes. */
  onCall(listener: (count: number) => void): void;
  fail(rule: FaultRule): void;
  /** For so long nobody listens at the carriers' address; calls that are under way go on. */
  refuse(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** The carrier sandbox on a port of its own, with a log of everything that it saw and took. */
export async function startSoakCarriers(clock: Clock): Promise<SoakCarriers> {
  const calls: SeenCall[] = [];
  const taken: Arrival[] = [];
  const listeners = new Set<(count: number) => void>();
  const sandbox = createCarrierSandbox({
    now: clock.now,
    tencent: { ...TENCENT, signNames: [TENCENT.signName], templates: smsTemplates(PLACE) },
    wechat: { ...WECHAT, templates: LONG_TERM },
    gateway: { key: 'soak' },
    keep: 500,
    heard: ({ carrier, to, reference, fault, line }) => {
      const at = clock.now();
      const call: SeenCall = { carrier, to, noticeId: reference, day: dayAt(at), at, fault, cut: false };
      calls.push(call);
      line.once('close', () => {
        // Who answers twice goes by the server.
        call.cut = !line.writableFinished && fault?.kind !== 'twice';
      });
      for (const listener of listeners) listener(calls.length);
    },
  });
  sandbox.onArrival((arrival) => taken.push(arrival));
  const port = await freePort();
  const listen = async () => {
    const server = createAdaptorServer({ fetch: sandbox.app.fetch }) as Server;
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return server;
  };
  let server = await listen();
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    taken,
    onCall: (listener) => void listeners.add(listener),
    fail: (rule) => void sandbox.failNext(rule),
    refuse: async (ms) => {
      server.close();
      server.closeIdleConnections();
      await new Promise((over) => setTimeout(over, ms));
      server = await listen();
    },
    close: async () => {
      sandbox.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

const LONG_TERM = Object.fromEntries(
  Object.entries(SUBSCRIBE_TEMPLATES).map(([key, template]) => [key, { ...template, longTerm: true }]),
);
